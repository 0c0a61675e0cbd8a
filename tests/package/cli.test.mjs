// The command `rolecall`: what it answers, in which form, and with which exit code.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { blocks, passes, project, put, rolecall, sample, small, warns } from "./cli.mjs";
import { tarball } from "./install.mjs";

const manifest = JSON.parse(readFileSync(join(project, "node_modules/rolecall/package.json"), "utf8"));

describe("the exit code is the verdict", () => {
  const cases = [
    ["pass", 0, passes],
    ["block", 1, blocks],
    ["confirm", 3, warns],
    ["block", 1, sample],
  ];
  for (const [verdict, expect, args] of cases) {
    test(`${expect} for ${verdict}: ${args.join(" ")}`, async () => {
      const { stdout } = await rolecall(["check", ...args, "--format", "json"], { expect });
      assert.equal(JSON.parse(stdout).verdict, verdict);
    });
  }

  test("nothing but the exit code with --quiet", async () => {
    for (const [, expect, args] of cases) {
      const { stdout, stderr } = await rolecall(["check", ...args, "--quiet"], { expect });
      assert.equal(stdout + stderr, "");
    }
  });

  test("warnings may be allowed, errors may not", async () => {
    await rolecall(["check", ...warns, "--allow-warnings", "-q"], { expect: 0 });
    await rolecall(["check", ...blocks, "--allow-warnings", "-q"], { expect: 1 });
  });

  test("warnings pass with the fingerprint of this answer, and no other", async () => {
    const told = async (args) => JSON.parse((await rolecall(["check", ...args, "--format", "json"])).stdout).fingerprint;
    const [fingerprint, another] = [await told(warns), await told(blocks)];
    const { stdout } = await rolecall(["check", ...warns, "--acknowledge", fingerprint.toUpperCase()], { expect: 0 });
    assert.match(stdout, /^CONFIRM/);
    assert.match(stdout, /Acknowledged\./);
    const { stderr } = await rolecall(["check", ...warns, "--acknowledge", another], { expect: 3 });
    assert.match(stderr, new RegExp(`another answer: the fingerprint of this one is ${fingerprint}`));
    await rolecall(["check", ...blocks, "--acknowledge", another, "-q"], { expect: 1 });
    const acknowledged = await rolecall(["check", ...warns, "--acknowledge", fingerprint, "--format", "json"], { expect: 0 });
    assert.equal(JSON.parse(acknowledged.stdout).acknowledged, true);
  });

  test("warnings pass one by one", async () => {
    const { stdout } = await rolecall(["check", ...warns, "--format", "json"]);
    const ids = JSON.parse(stdout)
      .findings.filter(({ severity }) => severity === "warning")
      .map(({ id }) => id);
    assert.notEqual(ids.length, 0);
    const accept = ids.flatMap((id) => ["--accept", id]);
    const named = await rolecall(["check", ...warns, ...accept], { expect: 0 });
    assert.match(named.stdout, /^PASS[^]*\nAccepted\n/);
    const file = put("accepted.txt", `# seen by Ann\r\n\r\n${ids.join("\r\n")}\r\n`);
    await rolecall(["check", ...warns, "--accept-file", file, "-q"], { expect: 0 });
    const { stderr } = await rolecall(["check", ...warns, "--accept", "removal/members-removed#0"], { expect: 3 });
    assert.match(stderr, /--accept removal\/members-removed#0: there is no such warning/);
  });
});

describe("as text", () => {
  test("the sample is blocked, and it says why, where, and what to do", async () => {
    const { stdout, stderr } = await rolecall(["check", ...sample], { expect: 1 });
    assert.match(stdout, /^BLOCK {2}Do not save: /);
    assert.match(stdout, /^error lockout\/actor-demoted$/m);
    assert.match(stdout, /^ {2}at: config\.json:17:9 \/config\/provisioning\/groupMapping\/roles\/owner$/m);
    assert.match(stdout, /^ {2}at: roster\.json:63:5 \/roster\/directory\/users$/m);
    assert.match(stdout, /^ {2}fix \(settings, look at it first\): map it-operations, which holds$/m);
    assert.match(stdout, /^ {2}1 error, 5 warnings, 3 notes$/m);
    assert.match(stdout, /^ {2}43 unchanged, 6 changed, 4 added, 9 removed, 1 waiting, 3 not a member$/m);
    assert.equal(stderr, "");
  });

  test("in Japanese", async () => {
    const { stdout } = await rolecall(["check", ...sample, "--locale", "ja", "--people"], { expect: 1 });
    assert.match(stdout, /^保存不可 {2}保存しないでください/);
    assert.match(stdout, /^エラー lockout\/actor-demoted$/m);
    assert.match(stdout, /^ {2}削除 +ben\.carter@example\.com: user、standard → 一覧外$/m);
  });

  test("findings worst first, no line above 80 columns, no colours", async () => {
    const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
    for (const locale of ["en", "ja"]) {
      const { stdout } = await rolecall(["check", ...sample, "--locale", locale, "--people"]);
      for (const line of stdout.split("\n")) {
        assert.ok(line.length + (line.match(wide)?.length ?? 0) <= 80, line);
        assert.ok(!line.includes("\u001b"), line);
      }
    }
    const { stdout } = await rolecall(["check", ...sample]);
    const order = [...stdout.matchAll(/^(error|warning|note) \S+\/\S+$/gm)].map(([, severity]) => severity);
    assert.deepEqual(order, ["error", "warning", "warning", "warning", "warning", "warning", "note", "note", "note"]);
  });

  test("only numbers, unless people are asked for", async () => {
    const without = await rolecall(["check", ...warns]);
    assert.doesNotMatch(without.stdout, /Whose access/);
    const { stdout } = await rolecall(["check", ...warns, "--people"]);
    assert.match(stdout, /^ {2}removed {2}ben@acme\.com: user, standard → not listed$/m);
    assert.doesNotMatch(stdout, /ann@acme\.com: /);
    const nobody = await rolecall(["check", ...passes, "--people"]);
    assert.match(nobody.stdout, /Nobody's access, role or seat changes/);
  });

  test("whoever gains access is listed, too, though the member stays", async () => {
    const saved = { mode: "scim" };
    const config = { ...JSON.parse(readFileSync(join(project, small.config), "utf8")), provisioning: { mode: "manual" } };
    const parent = { ...config.parent, sso: { connected: true, required: false } };
    const open = put("open.json", { ...config, parent, saved: { ...saved, ssoRequired: true } });
    const { stdout } = await rolecall(["check", open, ...warns.slice(1), "--people", "--format", "json"]);
    const { people } = JSON.parse(stdout);
    assert.deepEqual(
      people.map(({ email }) => email),
      ["ben@acme.com"],
    );
  });

  test("somebody else may be about to save", async () => {
    const { stdout } = await rolecall(["check", ...passes, "--actor", "ben@acme.com"], { expect: 1 });
    assert.match(stdout, /ben@acme\.com/);
    assert.match(stdout, /^ {2}at: --actor \/config\/actor$/m);
  });
});

describe("in other forms", () => {
  test("JSON is the report of the package, with the fingerprint, and people where they are asked for", async () => {
    const { Session, init } = await import(join(project, "node_modules/rolecall/node.js"));
    await init();
    const [config, roster] = ["config.json", "roster.json"].map((name) => readFileSync(join(project, name)));
    const session = new Session(roster);
    const { people, fingerprint, acknowledged, ...report } = JSON.parse(
      (await rolecall(["check", ...sample, "--format", "json", "--people"])).stdout,
    );
    assert.deepEqual(report, session.check(config));
    assert.equal(fingerprint, session.fingerprint(config));
    assert.equal(acknowledged, false);
    const all = session.people(config, { limit: 1000 }).people;
    const changing = all.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
    assert.deepEqual(people.map(({ email }) => email).sort(), changing.map(({ email }) => email).sort());
    const nobody = JSON.parse((await rolecall(["check", ...passes, "--format", "json", "--people"])).stdout);
    assert.deepEqual(nobody.people, []);
    assert.equal(JSON.parse((await rolecall(["check", ...sample, "--format", "json"])).stdout).people, undefined);
    const markdown = await rolecall(["check", ...sample, "--format", "markdown", "--locale", "ja"]);
    assert.equal(markdown.stdout, session.render(config, { locale: "ja" }));
  });

  test("fixes are looked for or not, as it is said", async () => {
    const told = async (...args) =>
      JSON.parse((await rolecall(["check", ...sample, "--format", "json", ...args])).stdout).findings[0].fixes;
    assert.notEqual((await told()).length, 0);
    assert.deepEqual(await told("--fixes"), await told());
    assert.deepEqual(await told("--no-fixes"), []);
  });

  test("repairs, with their patches", async () => {
    const { stdout } = await rolecall(["repair", ...sample], { expect: 0 });
    assert.match(stdout, /^Way 1$/m);
    assert.match(stdout, /^ {4}\{"op":"test","path":"\/config\//m);
    const { repairs } = JSON.parse((await rolecall(["repair", ...sample, "--format", "json", "--means", "settings"])).stdout);
    assert.ok(repairs.every(({ fixes }) => fixes.every(({ where }) => where === "settings")));
    const nothing = await rolecall(["repair", ...passes], { expect: 0 });
    assert.match(nothing.stdout, /^There is no error to repair\.$/m);
    const notFound = await rolecall(["repair", ...sample, "--means", "dns"], { expect: 1 });
    assert.match(notFound.stdout, /^No way was found that leaves no error\.\n {2}lockout\/actor-demoted: /);
    assert.match((await rolecall(["repair", ...sample, "--locale", "ja"])).stdout, /^方法 1$/m);
  });

  test("the documentation of a rule, and of all", async () => {
    const { stdout } = await rolecall(["rule", "lockout/actor-demoted"], { expect: 0 });
    assert.match(stdout, /^lockout\/actor-demoted \(usually error\)\n {2}The person who is about to save/);
    const japanese = await rolecall(["rule", "lockout/actor-demoted", "--locale", "ja"], { expect: 0 });
    assert.match(japanese.stdout, /なぜ重要か/);
    const json = JSON.parse((await rolecall(["rule", "lockout/actor-demoted", "--format", "json"])).stdout);
    assert.equal(json.code, "lockout/actor-demoted");
    const all = await rolecall(["rule"], { expect: 0 });
    assert.ok(all.stdout.includes(" plan/scim-on-team\n"));
  });

  test("what a file is taken for", async () => {
    put("staff.csv", "Employee;Login;Teams\nAnn;ann@acme.com;app-users\n");
    const { stdout } = await rolecall(["inspect", "members.csv", "staff.csv"], { expect: 0 });
    assert.match(stdout, /^members\.csv: claude-members-csv, for --members$/m);
    assert.match(stdout, /--columns staff\.csv=email:Login$/m);
    const [members] = JSON.parse((await rolecall(["inspect", "members.csv", "--format", "json"])).stdout);
    assert.deepEqual([members.file, members.format, members.side], ["members.csv", "claude-members-csv", "members"]);
  });

  test("its version and its help", async () => {
    for (const flag of ["--version", "-V"]) assert.equal((await rolecall([flag], { expect: 0 })).stdout, `${manifest.version}\n`);
    for (const args of [["--help"], ["-h"], ["check", "--help"], ["repair", "-h"], ["rule", "--help"], ["inspect", "--help"]]) {
      const { stdout } = await rolecall(args, { expect: 0 });
      assert.match(stdout, /^rolecall /);
      assert.match(stdout, /Exit code/);
      for (const line of stdout.split("\n")) assert.ok(line.length <= 80, line);
    }
    for (const code of [0, 1, 2, 3])
      assert.match((await rolecall(["check", "--help"])).stdout, new RegExp(`^ {2}${code} {2}\\w`, "m"));
  });
});

test("npx finds it in a project, without a network", (context) => {
  const home = mkdtempSync(join(tmpdir(), "rolecall-npx-"));
  context.after(() => rmSync(home, { recursive: true, force: true }));
  writeFileSync(join(home, "package.json"), '{ "private": true }');
  const npm = ["install", "--offline", "--silent", "--no-audit", "--no-fund", tarball];
  execFileSync("npm", npm, { cwd: home });
  const told = execFileSync("npx", ["--no-install", "rolecall", "--version"], { cwd: home, encoding: "utf8" });
  assert.equal(told, `${manifest.version}\n`);
});
