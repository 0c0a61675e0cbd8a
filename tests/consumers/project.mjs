// Throw-away projects with the packed package installed by npm.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { tarball } from "../package/install.mjs";

const APP = fileURLToPath(new URL("./app/", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "rolecall-consumers-"));
after(() => rmSync(home, { recursive: true, force: true }));

/** A project of these files, beside what all consumers share, with other names for the package's entries. Gives its folder. */
export function project(files, names = {}) {
  const folder = mkdtempSync(join(home, "project-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const shared = readdirSync(APP).map((name) => [name, readFileSync(join(APP, name), "utf8")]);
  for (const [name, text] of [...shared, ...Object.entries(files)]) {
    const named = text.replace(/"(rolecall(?:\/[\w-]+)?)"/g, (_, entry) => JSON.stringify(names[entry] ?? entry));
    writeFileSync(join(folder, name), named);
  }
  const install = ["install", tarball, "--offline", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", install, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

/** Runs a program in a project and reads what it prints last as JSON. */
export function printed(folder, program, ...args) {
  const out = execFileSync(program, args, { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  return JSON.parse(out.trim().split("\n").at(-1));
}

/** A script that prints the answer. */
export const PRINTS = `import { answer } from "./answer.js";
import { answerInWorker } from "./in-worker.js";
console.log(JSON.stringify({ ...(await answer()), worker: await answerInWorker() }));
`;
