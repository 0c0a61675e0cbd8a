// Whatever the package can be told of files can be told on the command line, and problems have places in them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { passes, project, put, rolecall, small } from "./cli.mjs";

const { init, Session } = await import(join(project, "node_modules/rolecall/node.js"));
await init();

const home = new URL("../files/", import.meta.url);
const PLAN = { organization: { plan: "enterprise-seat-based" } };

/** Cases with something said of a file or of a side, or whose files cannot be read. */
const cases = readdirSync(home, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, ...JSON.parse(readFileSync(new URL(`${name}/case.json`, home), "utf8")) }))
  .filter(({ members = [], directory = [], assignment, complete, expect }) => {
    const isSaid = [...members, ...directory].some((file) => Object.keys(file).length > 1);
    return isSaid || assignment !== undefined || complete !== undefined || expect.error;
  });

const sides = ["members", "directory"];
const OPTIONS = { group: "--group", encoding: "--encoding", format: "--read-as" };

/** What the command line says of a case. */
function commandLine(one) {
  const words = [];
  let input;
  for (const side of sides) {
    for (const { file, name, columns, ...said } of one[side] ?? []) {
      const bytes = readFileSync(new URL(`${one.name}/${encodeURIComponent(file)}`, home));
      const path = name === null ? "-" : put(`${one.name}/${name ?? file}`, bytes);
      if (name === null) input = bytes;
      words.push(`--${side}`, path);
      if (columns)
        words.push(
          "--columns",
          `${path}=${Object.entries(columns)
            .map((pair) => pair.join(":"))
            .join(",")}`,
        );
      for (const [key, value] of Object.entries(said)) words.push(OPTIONS[key], `${path}=${value}`);
    }
  }
  const { assignment, complete } = one;
  for (const group of assignment?.groups ?? []) words.push("--assignment", `group:${group}`);
  if (typeof assignment === "string") words.push("--assignment", assignment);
  if (complete !== undefined && complete !== null) words.push(complete ? "--complete" : "--incomplete");
  return { words, input };
}

/** The same, said to the package. */
function roster({ name: folder, members, directory, assignment, complete }) {
  const source = ({ file, name = file, ...said }) => {
    const data = readFileSync(new URL(`${folder}/${encodeURIComponent(file)}`, home));
    return { data, ...said, ...(name !== null && { name }) };
  };
  return { members: members?.map(source), directory: directory?.map(source), assignment, complete };
}

describe("files of every kind", () => {
  test("are many", () => assert.ok(cases.length > 40, `${cases.length}`));

  for (const one of cases) {
    test(one.name, async () => {
      const config = put(`${one.name}/config-of-case.json`, one.config ?? PLAN);
      const { words, input } = commandLine(one);
      const { code, stdout, stderr } = await rolecall(["check", config, ...words, "--format", "json"], { input });
      if (one.expect.error) {
        assert.equal(code, 2);
        const { code: error, line } = one.expect.error;
        assert.ok(stderr.includes(`(${error})`), stderr);
        if (line !== undefined) assert.match(stderr, new RegExp(`^[^\\n]*:${line}[: ]`));
        return;
      }
      const session = new Session(roster(one));
      const { fingerprint, acknowledged, ...report } = JSON.parse(stdout);
      assert.deepEqual(report, session.check(one.config ?? PLAN));
      assert.equal(fingerprint, session.fingerprint(one.config ?? PLAN));
      session.free();
    });
  }
});

describe("where it is", () => {
  const check = (config, ...more) => rolecall(["check", config, "--members", small.members, ...more]);

  test("a configuration that is no JSON: line and column, counted in letters", async () => {
    const config = put("broken.json", '{\n  "organization": { "plan": "team" },\n  "äöü": nope\n}\n');
    const { code, stdout, stderr } = await check(config);
    assert.equal(code, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /^broken\.json:3:11: broken\.json is not JSON: .* at line 3, column 11 \(input\/not-json\)\n {2}\w/);
    assert.match((await check(config, "--locale", "ja")).stderr, /^broken\.json:3:11: broken\.json はJSON/);
    assert.match((await rolecall(["inspect", config])).stderr, /^broken\.json:3:11: /);
  });

  test("a configuration with a byte order mark and the line ends of Windows", async () => {
    const lines = ["{", '  "organization": { "plan": "team" },', '  "provisionin": {},', '  "actor": "ann@acme.com"', "}", ""];
    const { stdout } = await check(put("windows.json", `\ufeff${lines.join("\r\n")}`));
    assert.match(stdout, /^ {2}at: windows\.json:3:3 \/config\/provisionin$/m);
    const broken = await check(put("windows-broken.json", `\ufeff${lines.join("\r\n").replace("{},", "{},,")}`));
    assert.match(broken.stderr, /^windows-broken\.json:3:21: /);
  });

  test("a configuration without a plan, or with another", async () => {
    for (const config of [{ organization: {} }, { organization: { plan: "teams" } }, []]) {
      const { code, stderr } = await check(put("no-plan.json", config));
      assert.equal(code, 2);
      assert.match(stderr, /^no-plan\.json(:\d+:\d+)?: /);
    }
  });

  test("a row that was left out: the line, and the cell", async () => {
    put("bad.csv", "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n,,User,Active,Standard\n");
    const { stdout } = await rolecall(["check", small.config, "--members", "bad.csv", "--directory", small.both]);
    assert.match(stdout, /^ {4}bad\.csv:3, cell 2: the row has no address and was left out$/m);
    assert.match(stdout, /^ {2}bad\.csv \(members, claude-members-csv\): 2 rows, 1 person, 0 groups, 1 row/m);
    const japanese = await rolecall(["check", small.config, "--members", "bad.csv", "--directory", small.both, "--locale", "ja"]);
    assert.match(japanese.stdout, /^ {4}bad\.csv:3\(2 番目の列\): /m);
  });

  test("a row of rolecall's own JSON", async () => {
    const roster = put(
      "own.json",
      '{\n  "members": [\n    { "email": "ann@acme.com", "role": "owner" },\n    { "name": "Ben" }\n  ]\n}\n',
    );
    const { stdout } = await rolecall(["check", small.config, "--roster", roster]);
    assert.match(stdout, /^ {4}own\.json:4:5 \/roster\/members\/1: the row has no address/m);
  });

  test("several files of a side: each that may be meant", async () => {
    put("two.json", { users: [{ email: "cem@acme.org" }] });
    const { stdout } = await rolecall(["check", ...passes, "--directory", "two.json"]);
    assert.match(stdout, /^ {2}at: both\.json \/roster\/directory\/users$/m);
    assert.match(stdout, /^ {2}at: two\.json \/roster\/directory\/users$/m);
    assert.match(stdout, /^ {2}two\.json \(directory, rolecall-json\): 1 row/m);
  });

  test("a table whose columns are not known: the option that names them", async () => {
    put("my staff.csv", "Employee;Login;Teams\nAnn;ann@acme.com;app-users\n");
    const { stderr } = await check(small.config, "--directory", "my staff.csv");
    assert.match(stderr, /^my staff\.csv:1: .*\n.*\n {2}say it with --columns 'my staff\.csv=email:Login'$/m);
    const named = ["--directory", "my staff.csv", "--columns", "my staff.csv=email:Login", "--assignment", "listed"];
    const { stdout } = await check(small.config, ...named);
    assert.match(stdout, /^ {2}my staff\.csv \(directory, csv\)/m);
  });

  test("a heading with a comma in it, and the same file in two options", async () => {
    put("comma.csv", 'Login,"Family, given",Team\nann@acme.com,"Okafor, Ann",x\nben@acme.com,"Bo, Ben",x\n');
    const words = [
      "--columns",
      "comma.csv=email:Login,name:Family, given",
      "--columns",
      "comma.csv=groups:Team",
      "--assignment",
      "group:x",
    ];
    const { stdout } = await rolecall(["check", small.config, "--members", small.members, "--directory", "comma.csv", ...words], {
      expect: 0,
    });
    assert.match(stdout, /comma\.csv \(directory, csv\): 2 rows, 2 people, 1 group/);
  });

  test("a file that is too large, unless more is allowed", async () => {
    const { stderr } = await check(small.config, "--max-bytes", "10");
    assert.match(stderr, /^members\.csv: .*\(input\/too-large\)\n.*\n {2}allow it with --max-bytes NUMBER$/m);
  });

  test("more people than the limit, unless more are allowed", async () => {
    const { stderr } = await check(small.config, "--limit", "people=1");
    assert.match(stderr, /^members\.csv: .*\(input\/too-many-people\)\n.*\n {2}allow it with --limit people=NUMBER$/m);
    await rolecall(["check", small.config, "--members", small.members, "--limit", "people=9", "--limit", "repairChecks=0"], { expect: 1 });
  });

  test("files that are not there, and folders", async () => {
    for (const args of [
      ["nix.json", "--members", small.members],
      [small.config, "--members", "nix.json"],
      [small.config, "--roster", "nix.json"],
    ]) {
      const { stdout, stderr } = await rolecall(["check", ...args], { expect: 2 });
      assert.match(stderr, /^rolecall: nix\.json cannot be read: there is no such file or folder\n {2}check the path/);
      assert.equal(stdout, "");
    }
    assert.match((await rolecall(["inspect", "."], { expect: 2 })).stderr, /\. cannot be read: it is a folder/);
    assert.match((await rolecall(["check", ...passes, "--accept-file", "nix"], { expect: 2 })).stderr, /nix cannot be read/);
  });

  test("standard input, for the configuration or for a file", async () => {
    const config = readFileSync(join(project, small.config));
    await rolecall(["check", "-", ...passes.slice(1), "-q"], { input: config, expect: 0 });
    const { stdout } = await rolecall(["check", "-", ...passes.slice(1), "--actor", "nobody@acme.com"], { input: config });
    assert.match(stdout, /^ {2}at: members\.csv \/roster\/members$/m);
    const members = readFileSync(join(project, small.members));
    const read = await rolecall(["check", small.config, "--members", "-", "--directory", small.both], {
      input: members,
      expect: 0,
    });
    assert.match(read.stdout, /^ {2}standard input \(members, claude-members-csv\)/m);
    const { stderr } = await rolecall(["check", "-", ...passes.slice(1)], { input: "{", expect: 2 });
    assert.match(stderr, /^standard input:1:\d+: standard input is not JSON/);
  });
});
