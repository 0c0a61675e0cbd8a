// The engine that is shipped, counting its steps: every call of a function and every turn of a loop is one. They do
// not depend on the machine or on what else it does, as time does.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readyWith } from "./install.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** What the engine is compiled for: an instrumented module may use no more than that. */
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** The package with an engine that counts: `steps(work)` gives what the work gives, and how many steps it took. */
export async function counting(wasm) {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-steps-"));
  const counted = join(folder, wasm);
  const flags = FEATURES.map((feature) => `--enable-${feature}`);
  execFileSync(here("../../xtask/node_modules/.bin/wasm-opt"), [...flags, "--log-execution", here(`../../pkg/dist/${wasm}`), "-o", counted]);
  let steps = 0;
  const countingSteps = (instantiate) => (module, imports) => {
    const ours = imports?.["./engine_bg.js"];
    if (ours !== undefined) ours.log_execution = () => void (steps += 1);
    return instantiate(module, imports);
  };
  const rolecall = await readyWith(countingSteps, { module: readFileSync(counted) });
  rmSync(folder, { recursive: true });
  return {
    rolecall,
    steps(work) {
      const before = steps;
      const result = work();
      return { result, steps: steps - before };
    },
  };
}
