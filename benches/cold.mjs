// A process of its own, for what is done once in it: from a roster to the first answer. Called with who answers, the
// engine or JavaScript, and the file of the roster; prints the times in milliseconds, since it began to load its code.

import { readFileSync } from "node:fs";
import { configuration } from "./input.mjs";

const [who, file, people] = process.argv.slice(2);
const config = configuration(Number(people));
const bytes = readFileSync(file);

if (who === "engine") {
  const begun = performance.now();
  const { init, Session } = await import("../pkg/node.js");
  await init();
  const ready = performance.now();
  const session = new Session(bytes);
  const report = session.check(config);
  const done = performance.now();
  print({ loaded: ready - begun, answered: done - ready, counts: report.counts });
} else {
  // Decoded beforehand: in favour of JavaScript.
  const text = bytes.toString("utf8");
  const begun = performance.now();
  const { preview } = await import("./comparator.mjs");
  const ready = performance.now();
  const { counts } = preview(config, JSON.parse(text));
  const done = performance.now();
  print({ loaded: ready - begun, answered: done - ready, counts });
}

function print(answer) {
  process.stdout.write(JSON.stringify(answer));
}
