// SARIF: the log keeps to the standard's schema, says where things are, and can leave out who they are about.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { blocks, passes, project, put, rolecall, sample, small, warns } from "./cli.mjs";

const require = createRequire(new URL("../../xtask/package.json", import.meta.url));
const { default: Ajv } = require("ajv-draft-04");
// A pattern of the schema is not written for Unicode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
require("ajv-formats").default(ajv);
const keepsToSchema = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

/** The one run of a log that keeps to the schema. */
function runOf(text) {
  const log = JSON.parse(text);
  assert.ok(keepsToSchema(log), JSON.stringify(keepsToSchema.errors, null, 1));
  assert.equal(log.version, "2.1.0");
  assert.equal(log.runs.length, 1);
  const [run] = log.runs;
  for (const { ruleId, ruleIndex, suppressions, locations, partialFingerprints } of run.results) {
    assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
    assert.ok(Array.isArray(suppressions));
    assert.equal(locations.length, 1);
    assert.ok(partialFingerprints["rolecallFinding/v1"].startsWith(`${ruleId}#`));
  }
  return run;
}

const asked = async (args, options) => runOf((await rolecall(["check", ...args, "--format", "sarif"], options)).stdout);

describe("a SARIF log", () => {
  test("has the findings of the sample, with their rules and places", async () => {
    const run = await asked(sample, { expect: 1 });
    const [first] = run.results;
    assert.equal(first.ruleId, "lockout/actor-demoted");
    assert.equal(first.level, "error");
    const { physicalLocation, logicalLocations } = first.locations[0];
    assert.deepEqual(physicalLocation, {
      artifactLocation: { uri: "config.json", uriBaseId: "%SRCROOT%" },
      region: { startLine: 17, startColumn: 9 },
    });
    assert.equal(logicalLocations[0].fullyQualifiedName, "/config/provisioning/groupMapping/roles/owner");
    assert.equal(first.relatedLocations[0].physicalLocation.region.startLine, 28);
    const rule = run.tool.driver.rules[first.ruleIndex];
    assert.equal(rule.name, "LockoutActorDemoted");
    assert.equal(rule.defaultConfiguration.level, "error");
    for (const { text } of [rule.shortDescription, rule.fullDescription, rule.help]) assert.notEqual(text, "");
    const levels = run.results.map(({ level }) => level);
    assert.deepEqual([...new Set(levels)], ["error", "warning", "note"]);
    assert.deepEqual(run.invocations[0].executionSuccessful, true);
    assert.equal(run.invocations[0].exitCode, 1);
    assert.equal(run.properties.verdict, "block");
    assert.match(run.properties.fingerprint, /^[0-9a-f]{64}$/);
    assert.equal(
      run.tool.driver.semanticVersion,
      JSON.parse(readFileSync(join(project, "node_modules/rolecall/package.json"))).version,
    );
  });

  test("is there for every verdict, in both languages", async () => {
    for (const [args, expect] of [
      [passes, 0],
      [warns, 3],
      [blocks, 1],
    ]) {
      for (const locale of ["en", "ja"]) assert.equal((await asked([...args, "--locale", locale], { expect })).language, locale);
    }
  });

  test("has accepted findings as suppressed", async () => {
    const { results } = await asked(warns);
    const [{ partialFingerprints }] = results;
    const id = partialFingerprints["rolecallFinding/v1"];
    const again = await asked([...warns, "--accept", id]);
    assert.equal(again.results.length, results.length);
    const suppressed = again.results.filter(({ suppressions }) => suppressions.length > 0);
    assert.deepEqual(
      suppressed.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]),
      [id],
    );
    assert.deepEqual(suppressed[0].suppressions, [{ kind: "external", status: "accepted" }]);
  });

  test("says what was left out of files, with its line", async () => {
    put("rows.csv", "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n,,User,Active,Standard\n");
    const run = await asked([small.config, "--members", "rows.csv", "--directory", small.both]);
    const [notification] = run.invocations[0].toolExecutionNotifications;
    assert.equal(notification.level, "warning");
    assert.deepEqual(notification.locations[0].physicalLocation.region, { startLine: 3 });
    assert.equal(notification.locations[0].physicalLocation.artifactLocation.uri, "rows.csv");
  });

  test("is there also where there is no answer, and says so", async () => {
    const broken = put("not.json", "{ oops");
    const cases = [
      [[broken, "--members", small.members], "not.json", "input/not-json"],
      [[small.config, "--members", "nix.csv"], "nix.csv", "input/unreadable"],
    ];
    for (const [args, uri, id] of cases) {
      const run = await asked(args, { expect: 2 });
      assert.deepEqual(run.results, []);
      const [{ executionSuccessful, exitCode, toolExecutionNotifications }] = run.invocations;
      assert.deepEqual([executionSuccessful, exitCode], [false, 2]);
      const [{ level, descriptor, locations }] = toolExecutionNotifications;
      assert.deepEqual([level, descriptor.id], ["error", id]);
      assert.equal(locations[0].physicalLocation.artifactLocation.uri, uri);
    }
  });

  test("names files as addresses: in the folder, beside it, and none for standard input", async () => {
    const odd = put(
      "a folder/größe #1.csv",
      "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n,,User,Active,\n",
    );
    const { results } = await asked(["-", "--members", odd], { input: readFileSync(join(project, small.config)) });
    const place = (rule) => results.find(({ ruleId }) => ruleId === rule).locations[0];
    const artifactLocation = { uri: "a%20folder/gr%C3%B6%C3%9Fe%20%231.csv", uriBaseId: "%SRCROOT%" };
    assert.deepEqual(place("roster/bad-email").physicalLocation, { artifactLocation, region: { startLine: 1 } });
    assert.equal(place("roster/no-directory").physicalLocation, undefined);
    const outside = await asked([`../config.json`, "--members", "../members.csv"], { cwd: join(project, "a folder") });
    for (const { locations } of outside.results) {
      const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
      assert.match(uri, /^file:\/\//);
      assert.equal(uriBaseId, undefined);
    }
  });

  test("goes into a file by the name of its ending", async () => {
    const { stdout, stderr } = await rolecall(["check", ...sample, "--output", "rolecall.sarif"], { expect: 1 });
    assert.equal(stdout, "");
    assert.equal(stderr, "rolecall: BLOCK: rolecall.sarif\n");
    runOf(readFileSync(join(project, "rolecall.sarif"), "utf8"));
  });
});

describe("nobody is named with --no-names", () => {
  const roster = JSON.parse(readFileSync(join(project, "roster.json"), "utf8"));
  const everybody = [...roster.members, ...roster.directory.users].flatMap(({ email, name }) => [email, name]).filter(Boolean);

  for (const format of ["sarif", "json", "text"]) {
    for (const locale of ["en", "ja"]) {
      test(`in ${format}, ${locale}`, async () => {
        const { stdout } = await rolecall(["check", ...sample, "--format", format, "--locale", locale, "--no-names"], {
          expect: 1,
        });
        for (const name of everybody) assert.ok(!stdout.includes(name), `${name} is named`);
        assert.doesNotMatch(stdout, /@example/);
        assert.match(stdout, /person-1/);
      });
    }
  }

  test("and one person has one number", async () => {
    const { stdout } = await rolecall(["check", ...sample, "--format", "json", "--no-names"]);
    const { findings, verdict } = JSON.parse(stdout);
    const [demoted, removed] = findings;
    assert.equal(verdict, "block");
    assert.deepEqual(demoted.people.sample, ["person-1"]);
    assert.match(demoted.message, /^person-1, who is about to save/);
    assert.match(demoted.help, /^add person-1 to /);
    assert.equal(new Set(removed.people.sample).size, removed.people.sample.length);
    assert.ok(!stdout.includes('"patch"'));
  });

  test("though an address may be a word of the report, or the end of another", async () => {
    const names = ["info", "error", "ann@acme.com", "joann@acme.com", "ann@acme.com.au", "jo+ann@acme.com", "zoë@acme.com"];
    const people = names.map((email) => ({ email, role: "owner" }));
    const members = put("odd-names.json", { members: people, directory: { users: [{ email: "cem@acme.com" }] } });
    for (const format of ["json", "sarif", "text"]) {
      const { stdout } = await rolecall(["check", small.config, "--roster", members, "--format", format, "--no-names"], {
        expect: 1,
      });
      if (format === "sarif") assert.ok(runOf(stdout).results.every(({ level }) => level));
      assert.doesNotMatch(stdout, /acme\.com(?!")|\b(jo|ann|zo)\b|ë/);
      if (format === "json")
        assert.ok(JSON.parse(stdout).findings.every(({ severity }) => ["error", "warning", "info"].includes(severity)));
    }
  });

  test("nor a key of the configuration that is an address", async () => {
    const config = { ...JSON.parse(readFileSync(join(project, small.config), "utf8")), "dee@acme.com": 1 };
    const args = ["check", put("key.json", config), ...passes.slice(1), "--no-names", "--format"];
    for (const format of ["json", "sarif", "text"]) assert.doesNotMatch((await rolecall([...args, format])).stdout, /dee@/);
  });

  test("whatever the rule: its own example, in every format", async () => {
    const { documents } = await import(join(project, "node_modules/rolecall/dist/rules/en.js"));
    const ours = Object.values(documents);
    const failures = [];
    for (const { code, fails } of ours) {
      const config = put("rule-config.json", fails.config);
      const people = put("rule-roster.json", fails.roster);
      const { stdout } = await rolecall(["check", config, "--roster", people, "--format", "sarif", "--no-names"]);
      const named = /[\w.+-]+@[\w-]+\.\w+/.exec(JSON.stringify(runOf(stdout)));
      if (named) failures.push(`${code}: ${named[0]}`);
    }
    assert.deepEqual(failures, []);
  });
});
