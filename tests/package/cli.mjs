// The command as a customer has it: run by Node from the packed and unpacked package, in a folder with files of its own.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

export const project = install();
export const command = join(project, "node_modules/rolecall/cli.js");

/** Colours are as a build host has them, whatever the terminal of who runs the tests. */
const plain = { ...process.env };
for (const name of ["NO_COLOR", "FORCE_COLOR", "NODE_DISABLE_COLORS"]) delete plain[name];

/** What the command answers: its exit code, and what it says where. */
export function rolecall(args, { input, env, cwd = project, expect } = {}) {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...plain, ...env }, maxBuffer: 2 ** 30 };
    const run = execFile(process.execPath, [command, ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") return reject(error);
      const code = error?.code ?? 0;
      try {
        if (expect !== undefined) assert.equal(code, expect, `${args.join(" ")}\n${stdout}${stderr}`);
        resolve({ code, stdout, stderr });
      } catch (failure) {
        reject(failure);
      }
    });
    run.stdin.on("error", () => {});
    run.stdin.end(input);
  });
}

/** Puts a file where the command runs. */
export function put(name, content) {
  const text = typeof content === "string" || ArrayBuffer.isView(content) ? content : JSON.stringify(content, null, 2);
  mkdirSync(join(project, name, ".."), { recursive: true });
  writeFileSync(join(project, name), text);
  return name;
}

/** The sample of the page: `config.json` and `roster.json`. */
export const sample = ["config.json", "--roster", "roster.json"];
for (const name of ["config.json", "roster.json"]) {
  copyFileSync(fileURLToPath(new URL(`../../www/src/sample/${name}`, import.meta.url)), join(project, name));
}

const parent = {
  domains: [{ name: "acme.com", verified: true }],
  sso: { connected: true, required: true },
  directorySync: { connected: true },
};
const organization = { plan: "enterprise-seat-based" };

/** Configurations and files of a small organisation: nothing to say, a warning, an error. */
export const small = {
  config: put("scim.json", {
    organization,
    parent,
    provisioning: { mode: "scim" },
    actor: "ann@acme.com",
    guards: { minAdmins: 1 },
  }),
  members: put(
    "members.csv",
    "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\nBen,ben@acme.com,User,Active,Standard\n",
  ),
  both: put("both.json", { users: [{ email: "ann@acme.com" }, { email: "ben@acme.com" }] }),
  one: put("one.json", { users: [{ email: "ann@acme.com" }] }),
  none: put("none.json", { users: [{ email: "ben@acme.com" }] }),
};
export const passes = [small.config, "--members", small.members, "--directory", small.both];
export const warns = [small.config, "--members", small.members, "--directory", small.one];
export const blocks = [small.config, "--members", small.members, "--directory", small.none];
