// Where the answer goes, and what becomes of it on the way: pipes, files, colours, and texts that would steer a terminal.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { blocks, command, passes, project, put, rolecall, sample, small, warns } from "./cli.mjs";
import { install } from "./install.mjs";

const MANY = 200_000;

/** A large organisation that everybody leaves, and who it was. */
function large() {
  const rows = Array.from({ length: MANY }, (_, index) => `Person ${index},person.${index}@acme.com,User,Active,Standard`);
  const members = put("large.csv", `Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n${rows.join("\n")}\n`);
  return ["check", small.config, "--members", members, "--directory", small.one];
}

describe("the answer arrives", () => {
  test("whole, however long it is", async () => {
    const args = [...large(), "--people", "--format", "json"];
    const { stdout } = await rolecall(args, { expect: 1 });
    assert.ok(stdout.length > 30_000_000, `${stdout.length} characters`);
    assert.equal(JSON.parse(stdout).people.length, MANY);
    const written = await rolecall([...args, "--output", "large.json"], { expect: 1 });
    assert.equal(written.stdout, "");
    assert.equal(readFileSync(join(project, "large.json"), "utf8"), stdout);
    const text = await rolecall([...large(), "--people"], { expect: 1 });
    assert.equal(text.stdout.match(/^ {2}removed {2}person\.\d+@acme\.com: user, standard → not listed$/gm).length, MANY);
  });

  test("as far as somebody reads it", async () => {
    const run = spawn(process.execPath, [command, ...large(), "--people"], { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
    let complaint = "";
    run.stderr.on("data", (data) => (complaint += data));
    run.stdout.once("data", () => run.stdout.destroy());
    const code = await new Promise((resolve) => run.on("close", resolve));
    assert.equal(complaint, "");
    assert.equal(code, 1, "the verdict stands");
  });

  test("in a file, in the format that its name says", async () => {
    for (const [name, begins] of [
      ["a.json", "{"],
      ["a.MD", "# "],
      ["a.txt", "BLOCK"],
      ["a", "BLOCK"],
    ]) {
      const { stdout, stderr } = await rolecall(["check", ...sample, "-o", name], { expect: 1 });
      assert.equal(stdout, "");
      assert.equal(stderr, `rolecall: BLOCK: ${name}\n`);
      assert.ok(readFileSync(join(project, name), "utf8").startsWith(begins), name);
    }
    const { stderr } = await rolecall(["check", ...sample, "-o", "q.json", "--format", "text", "--quiet"], { expect: 1 });
    assert.equal(stderr, "");
    assert.match(readFileSync(join(project, "q.json"), "utf8"), /^BLOCK/);
  });

  test("or it says that the file cannot be written", async () => {
    for (const output of ["no/such/folder/a.json", "node_modules"]) {
      const { stdout, stderr } = await rolecall(["check", ...passes, "--output", output], { expect: 2 });
      assert.equal(stdout, "");
      assert.match(stderr, new RegExp(`^rolecall: ${output} cannot be written: .*\\n {2}give --output a file`));
    }
  });

  test("or that standard output cannot", { skip: process.platform !== "linux" }, () => {
    const told = spawnSync("sh", ["-c", '"$0" "$@" > /dev/full', process.execPath, command, "check", ...passes], {
      cwd: project,
      encoding: "utf8",
    });
    assert.equal(told.status, 2);
    assert.match(told.stderr, /no space left/);
  });
});

describe("a breakdown is no verdict", () => {
  for (const [missing, says] of [
    ["dist/engine.js", /Cannot find module/],
    ["dist/rolecall.wasm", /the WebAssembly cannot be loaded.*\(init\/failed\)/],
  ]) {
    test(`without ${missing}`, () => {
      const place = join(install(), "node_modules/rolecall");
      rmSync(join(place, missing));
      const told = spawnSync(process.execPath, [join(place, "cli.js"), "check", ...passes], { cwd: project, encoding: "utf8" });
      assert.equal(told.status, 2);
      assert.match(told.stderr, says);
      assert.equal(told.stdout, "");
    });
  }
});

describe("colours", () => {
  const isColoured = (text) => text.includes("\u001b[");

  test("only where they are wanted", async () => {
    const told = async (env, ...more) => isColoured((await rolecall(["check", ...sample, ...more], { env })).stdout);
    assert.equal(await told({}), false, "not in a pipe");
    const { styleText } = await import("node:util");
    if (styleText === undefined) return;
    assert.equal(await told({ FORCE_COLOR: "1" }), true);
    assert.equal(await told({ FORCE_COLOR: "0" }), false);
    assert.equal(await told({ NO_COLOR: "1" }), false);
    assert.equal(await told({ FORCE_COLOR: "1" }, "--format", "json"), false);
    await told({ FORCE_COLOR: "1" }, "--output", "plain.txt");
    assert.equal(isColoured(readFileSync(join(project, "plain.txt"), "utf8")), false, "not in a file");
  });

  test("change nothing of the text", async () => {
    const plain = await rolecall(["check", ...sample]);
    const coloured = await rolecall(["check", ...sample], { env: { FORCE_COLOR: "1" } });
    assert.equal(coloured.stdout.replaceAll(/\u001b\[\d+m/g, ""), plain.stdout);
  });
});

describe("a hostile file", () => {
  const steers = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  test("steers neither a terminal nor a build host", async () => {
    const name = "x\u001b[2J\u202e ::add-mask::a\r\n::error::b ##[group]c";
    const config = JSON.parse(readFileSync(join(project, small.config), "utf8"));
    const evil = put("evil.json", {
      ...config,
      [name]: 1,
      provisioning: { mode: "scim", groupMapping: { roles: { owner: [name], [name]: ["x"] } } },
    });
    const users = [
      { email: "ann@acme.com", groups: [name], [name]: 1 },
      { email: `::stop-commands::${name}@acme.com`, groups: ["x"] },
    ];
    const directory = put("evil-users.json", { users });
    for (const args of [["check", "--people"], ["repair"]]) {
      const [verb, ...more] = args;
      const { stdout, stderr } = await rolecall([verb, evil, "--members", small.members, "--directory", directory, ...more]);
      for (const line of (stdout + stderr).split("\n")) {
        assert.doesNotMatch(line, steers);
        assert.doesNotMatch(line, /^\s*::|##\[/);
      }
    }
  });

  test("nor by its name, or by a word of the command line", async () => {
    const { stderr } = await rolecall(["check", "\u001b[2J.json", "--members", "x"], { expect: 2 });
    assert.doesNotMatch(stderr, steers);
    assert.doesNotMatch((await rolecall(["\u001b[2J"], { expect: 2 })).stderr, steers);
  });
});

test("warnings are said the same on every run", async () => {
  const [one, other] = [await rolecall(["check", ...warns]), await rolecall(["check", ...warns])];
  assert.deepEqual(one, other);
  assert.notDeepEqual(one, await rolecall(["check", ...blocks]));
});
