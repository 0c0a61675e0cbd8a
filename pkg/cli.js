#!/usr/bin/env node

// Whatever breaks down here is no verdict, and must not look like one.
process.on("uncaughtException", (error) => {
  process.stderr.write(`rolecall: ${error?.stack ?? error}\n`, () => process.exit(2));
});

const { main } = await import("./cli-main.js");
await main(process.argv.slice(2));
