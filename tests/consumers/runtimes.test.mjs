// The package in every runtime outside of a browser.
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { freePort } from "../e2e/port.mjs";
import { assertAnswer } from "./expected.mjs";
import { PRINTS, printed, project } from "./project.mjs";

const modules = fileURLToPath(new URL("./node_modules/", import.meta.url));

/** A runtime: npm brings it for the machines that the tests are run on for every change, elsewhere it may be installed. */
function runtime(name, place) {
  if (existsSync(join(modules, place))) return { program: join(modules, place) };
  const installed = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));
  const isBrought = process.platform === "linux" && process.arch === "x64";
  return { program: installed, skip: !installed && !isBrought && `${name} is not installed` };
}

const deno = runtime("deno", "@deno/linux-x64-glibc/deno");
const bun = runtime("bun", "@oven/bun-linux-x64/bin/bun");
const workerd = runtime("workerd", "@cloudflare/workerd-linux-64/bin/workerd");

const COMMONJS = `const { init, check, Session } = require("rolecall");
const { rule } = require("rolecall/rules");
const worker = require("rolecall/worker");
(async () => {
  const { config, roster } = await import("./organisation.js");
  await init();
  const report = check(config, roster);
  const removed = new Session(roster).check(config).counts.removed;
  const { says } = await rule(report.findings[0].code, { locale: "ja" });
  const session = await worker.Session.open(roster);
  const inWorker = { removed: (await session.check(config)).counts.removed };
  session.free();
  console.log(JSON.stringify({ verdict: report.verdict, outcomes: report.people.map(({ outcome }) => outcome), removed, says, worker: inWorker }));
})();
`;

test("Node, ES modules", () => {
  assertAnswer(printed(project({ "main.mjs": PRINTS }), process.execPath, "main.mjs"));
});

test("Node, CommonJS", () => {
  assertAnswer(printed(project({ "main.cjs": COMMONJS }), process.execPath, "main.cjs"));
});

for (const [kind, script, text] of [["ES modules", "main.mjs", PRINTS], ["CommonJS", "main.cjs", COMMONJS]]) {
  test(`Node, ${kind}, the WebAssembly inside`, () => {
    assertAnswer(printed(project({ [script]: text }, { rolecall: "rolecall/inline" }), process.execPath, script));
  });
}

test("Deno", { skip: deno.skip }, () => {
  // To read its own files is all that it is allowed.
  assertAnswer(printed(project({ "main.mjs": PRINTS }), deno.program, "run", "--allow-read", "--no-remote", "main.mjs"));
});

test("Bun", { skip: bun.skip }, () => {
  assertAnswer(printed(project({ "main.mjs": PRINTS }), bun.program, "run", "main.mjs"));
});

const WORKERD = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .consumer)],
  sockets = [(name = "http", http = (), service = "main")],
);
const consumer :Workerd.Worker = (
  modules = [
    (name = "bundle.js", esModule = embed "bundle.js"),
    (name = "rolecall/rolecall.wasm", wasm = embed "node_modules/rolecall/dist/rolecall.wasm"),
  ],
  compatibilityDate = "2026-01-01",
);
`;
const AT_THE_EDGE = `import module from "rolecall/rolecall.wasm";
import { init } from "rolecall";
import { answer } from "./answer.js";
export default {
  async fetch() {
    await init({ module });
    return Response.json(await answer());
  },
};
`;

test("workerd, which compiles no bytes: the module is imported", { skip: workerd.skip }, async (t) => {
  const folder = project({ "main.js": AT_THE_EDGE, "config.capnp": WORKERD });
  const bundle = ["main.js", "--bundle", "--format=esm", "--conditions=workerd", "--external:*.wasm", "--outfile=bundle.js", "--log-level=error"];
  execFileSync(join(modules, ".bin/esbuild"), bundle, { cwd: folder });
  const port = await freePort();
  const running = spawn(workerd.program, ["serve", "config.capnp", "--socket-addr", `http=127.0.0.1:${port}`], { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  t.after(() => running.kill());
  assertAnswer(await asked(`http://127.0.0.1:${port}/`));
});

/** What a server answers as soon as it does. */
async function asked(url, patience = 20_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await (await fetch(url)).json();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
