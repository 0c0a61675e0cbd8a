// Every file of `tests/files/` through the package, in each form that a caller may give it in.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, describe, test } from "node:test";
import { differences, writtenOut } from "./compare.mjs";
import { loaders } from "./install.mjs";

const home = new URL("../files/", import.meta.url);
const names = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const cases = names.map(({ name }) => {
  const folder = new URL(`${name}/`, home);
  return { name, folder, ...JSON.parse(readFileSync(new URL("case.json", folder), "utf8")) };
});

/** The ways to give a file; undefined where it cannot be given so. */
const forms = {
  bytes: (bytes) => ({ data: new Uint8Array(bytes) }),
  "an ArrayBuffer": (bytes) => ({ data: new Uint8Array(bytes).buffer }),
  "part of a larger buffer": (bytes) => ({ data: Buffer.concat([Buffer.from("ab"), bytes, Buffer.from("c")]).subarray(2, -1) }),
  text: (bytes) => {
    const data = decoded(bytes);
    return data === undefined ? undefined : { data };
  },
  "a JSON value": (bytes) => {
    const value = parsed(bytes);
    return value === undefined ? undefined : { data: value, inline: true };
  },
};

for (const [system, load] of Object.entries(loaders)) {
  describe(`files as ${system}`, () => {
    let rolecall;
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });

    for (const [form, give] of Object.entries(forms)) {
      test(`given as ${form}`, () => {
        const failures = [];
        let given = 0;
        for (const one of cases) {
          const files = filesOf(one, give);
          if (files.length === 0) continue;
          given += 1;
          const found = outcome(rolecall, one, files);
          if (found.length > 0) failures.push(`${one.name}:\n  ${found.join("\n  ")}`);
        }
        assert.ok(given > 20, `${given} files can be given so`);
        assert.equal(failures.length, 0, `${failures.length} of ${given}:\n${failures.join("\n")}`);
      });
    }

    test("given as a JSON value with nothing said of it", () => {
      const whole = cases.filter((one) => one.expect.roster && one.assignment === undefined && one.complete === undefined);
      let given = 0;
      for (const one of whole) {
        const files = filesOf(one, forms["a JSON value"]);
        if (!files.some(({ inline }) => inline) || files.some(({ source }) => "group" in source)) continue;
        given += 1;
        const bare = files.map((file) => (file.inline ? { ...file, source: file.source.data } : file));
        const read = (files) => new rolecall.Session(rosterOf(one, files)).roster();
        assert.deepEqual(read(bare), read(files), one.name);
      }
      assert.ok(given > 15, `${given} files can be given so`);
    });

    test("what was understood reads the same again", () => {
      for (const one of cases.filter(({ expect }) => !expect.error)) {
        const understood = new rolecall.Session(rosterOf(one, filesOf(one, forms.bytes))).roster();
        assert.deepEqual(JSON.parse(JSON.stringify(understood)), understood, one.name);
        assert.deepEqual(new rolecall.Session(understood).roster(), understood, one.name);
        assert.deepEqual(new rolecall.Session(JSON.stringify(understood)).roster(), understood, one.name);
      }
    });
  });
}

/** The files of a case, members first; none where not one of them can be given in this form. */
function filesOf({ folder, ...sides }, give) {
  const lists = ["members", "directory"].map((side) => (sides[side] ?? []).map((said) => ({ side, ...said })));
  let able = false;
  const files = lists.flat().map(({ side, file, ...said }) => {
    const bytes = readFileSync(new URL(encodeURIComponent(file), folder));
    const given = give(bytes);
    able ||= given !== undefined;
    const { data, inline = false } = given ?? { data: bytes };
    const source = { data, name: file, ...said };
    if (source.name === null) delete source.name;
    return { side, inline, source };
  });
  return able ? files : [];
}

function rosterOf({ assignment, complete }, files) {
  const roster = { assignment, complete };
  for (const name of ["members", "directory"]) {
    const sources = files.filter(({ side }) => side === name).map(({ source }) => source);
    if (sources.length > 0) roster[name] = sources.length === 1 ? sources[0] : sources;
  }
  return roster;
}

/** What differs from what is expected of a case. */
function outcome({ Session, RolecallError }, { config, expect, ...one }, files) {
  const plan = { organization: { plan: "enterprise-seat-based" } };
  let session;
  try {
    session = new Session(rosterOf(one, files));
  } catch (error) {
    if (!(error instanceof RolecallError)) return [`no RolecallError: ${error.stack}`];
    if (!expect.error) return [`unexpected error: ${error.message}`];
    const { message, code, path, line, column, headings, columns } = error;
    return differences("error", ofInline(expect.error, files), { message, code, path, line, column, headings, columns });
  }
  if (expect.error) return [`no error, but ${JSON.stringify(expect.error)} is expected`];
  const report = session.check(config ?? plan);
  const codes = report.findings.map(({ code }) => code);
  const found = [
    ...differences("roster", expect.roster ?? {}, writtenOut(session.roster())),
    ...(expect.findings ?? []).filter((code) => !codes.includes(code)).map((code) => `no finding ${code} among ${codes}`),
    ...(expect.absent ?? []).filter((code) => codes.includes(code)).map((code) => `a finding ${code}`),
    ...(expect.sources ? differences("sources", withoutPlaces(expect.sources, files), report.sources) : []),
    ...files.flatMap(({ inline }, index) => (inline ? placesOf(report.sources[index]) : [])),
  ];
  session.free();
  return found;
}

/** A value of the caller's own of no known format is taken for our own form with mistakes, and lies in its wrapper. */
function ofInline(error, files) {
  const { path, ...rest } = error;
  const index = /\/(\d+)$/.exec(path ?? "")?.[1] ?? 0;
  const [, , side] = path?.split("/") ?? [];
  const inline = files.filter((file) => file.side === side)[index]?.inline;
  if (!inline) return error;
  return { ...rest, path: `${path}/data`, code: error.code === "input/unknown-format" ? "input/wrong-shape" : error.code };
}

/** A value has no lines. */
function withoutPlaces(sources, files) {
  return sources.map((source, index) => {
    if (!files[index].inline || !source.problems) return source;
    return { ...source, problems: source.problems.map(({ line, column, ...rest }) => rest) };
  });
}

function placesOf({ name, problems }) {
  const placed = problems.filter(({ line, column }) => line !== null || column !== null);
  return placed.map((problem) => `${name}: a line in a value: ${JSON.stringify(problem)}`);
}

/** The text of a file in UTF-8. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(bytes) {
  try {
    return JSON.parse(decoded(bytes));
  } catch {
    return undefined;
  }
}
