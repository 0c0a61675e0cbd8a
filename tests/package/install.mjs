// The package as a customer has it: packed by npm, unpacked into the node_modules of a project of its own.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { wasm } from "./builds.mjs";

const source = fileURLToPath(new URL("../../pkg", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "rolecall-package-"));
after(() => rmSync(home, { recursive: true, force: true }));

const npm = ["pack", "--silent", "--ignore-scripts", "--pack-destination", home];
/** The package as it would be published. */
export const tarball = join(home, execFileSync("npm", npm, { cwd: source, encoding: "utf8" }).trim());

/** Makes a project with the package installed, and gives its folder. In each one the package is a module anew. */
export function install() {
  const project = mkdtempSync(join(home, "project-"));
  const place = join(project, "node_modules", "rolecall");
  mkdirSync(place, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
  return project;
}

/** How an entry of the package is loaded in each module system of Node. */
export const loading = (entry) => ({
  "ES module": (project = install()) => {
    const module = join(project, `${entry.replace("/", "-")}.mjs`);
    writeFileSync(module, `export * from "${entry}";\n`);
    return import(pathToFileURL(module).href);
  },
  CommonJS: async (project = install()) => createRequire(join(project, "module.cjs"))(entry),
});

export const loaders = loading("rolecall");

/** The whole engine and the one that is loaded first: two module systems, and so two engines in one process. */
export async function wholeAndCore() {
  const [whole, core] = [await loaders["ES module"](), await loaders.CommonJS()];
  await whole.init();
  await core.init({ module: wasm("core.wasm") });
  return { whole, core };
}

/** The package with its engine ready, made as `instead` says, which is given how it is made otherwise. */
export async function readyWith(instead, options) {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = instead(instantiate);
  try {
    const rolecall = await loaders["ES module"]();
    await rolecall.init(options);
    return rolecall;
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

/** A matcher for `assert.throws` and `assert.rejects`. */
export function refusal(rolecall, expected) {
  return (error) => {
    if (!(error instanceof rolecall.RolecallError)) return false;
    for (const [field, value] of Object.entries(expected)) {
      if (error[field] !== value) throw new Error(`${field} is ${error[field]}, not ${value}: ${error.message}`);
    }
    return error.message !== "" && error.help !== "";
  };
}

/** Makes the engine that is loaded next break down wherever it is asked for `asked`, one of its own exports. */
export function breakable(context, asked, breakdown = new WebAssembly.RuntimeError("unreachable")) {
  const { instantiate } = WebAssembly;
  const mock = context.mock.method(WebAssembly, "instantiate", async (source, imports) => {
    mock.mock.restore();
    const { instance, module } = await instantiate(source, imports);
    if (!(asked in instance.exports)) throw new Error(`the engine has no ${asked}`);
    const broken = () => {
      throw breakdown;
    };
    return { instance: { exports: { ...instance.exports, [asked]: broken } }, module };
  });
  return breakdown;
}
