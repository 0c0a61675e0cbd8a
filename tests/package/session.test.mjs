// A roster that stays in the engine: its answers, their renderings, and its end.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { breakable, loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";

/** Configurations that differ in what becomes of people. */
const configs = ["manual", "jit", "scim"].flatMap((mode) => [
  { ...config, provisioning: { mode } },
  { ...config, provisioning: { mode, groupMapping: { roles: { owner: ["claude-owners"] } } } },
]);

/** People whose names and addresses would run in a spreadsheet, or end a cell, a table or a paragraph. */
const names = ["=1+1", "+1", "-1", "@SUM(A1)", 'quoted "and", with a comma', "two\nlines", "＝1+1", "山田 花子", "a|b *c* <b>"];
const awkward = {
  members: [{ email: "ann@acme.com", role: "owner" }, ...names.map((name, index) => ({ email: `p${index}@acme.com`, name })), { email: "=cmd@acme.com" }],
  directory: { users: [{ email: "ann@acme.com" }] },
};

for (const [system, load] of Object.entries(loaders)) {
  describe(`a session as ${system}`, () => {
    let rolecall;
    const works = () => assert.equal(rolecall.check(config, roster).people.length, 3);
    const gone = (session, Rolecall = rolecall) => {
      const refused = refusal(Rolecall, { code: "session/gone", path: undefined });
      assert.throws(() => session.check(config), refused);
      assert.throws(() => session.render(config), refused);
      assert.throws(() => session.roster(), refused);
    };
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });

    test("answers for several configurations as check does, without the people", () => {
      const session = new rolecall.Session(roster);
      for (const one of [...configs, ...configs]) {
        for (const options of [undefined, { locale: "ja" }]) {
          const { people, ...report } = rolecall.check(one, roster, options);
          assert.deepEqual(session.check(one, options), report);
          assert.equal(people.length, 3);
          assert.deepEqual(session.check(JSON.stringify(one), JSON.stringify(options ?? {})), report);
        }
      }
    });

    test("a configuration that is refused leaves it whole", () => {
      const session = new rolecall.Session(roster);
      const report = session.check(config);
      assert.throws(() => session.check({}), refusal(rolecall, { code: "input/no-plan" }));
      assert.throws(() => session.check("{"), refusal(rolecall, { code: "input/not-json", path: "/config", line: 1 }));
      assert.throws(() => session.render("", { as: "people-csv" }), refusal(rolecall, { code: "input/not-json", path: "/config" }));
      assert.deepEqual(session.check(config), report);
    });

    test("sessions stand beside each other", () => {
      const other = { members: [{ email: "dee@acme.com" }], directory: null };
      const sessions = [roster, other, roster].map((roster) => new rolecall.Session(roster));
      sessions[2].free();
      assert.deepEqual(sessions[0].roster().members[1], roster.members[1]);
      assert.deepEqual(sessions[1].roster(), other);
      assert.equal(sessions[1].check(config).counts.unknown, 1);
    });

    test("renders the people as CSV that no spreadsheet runs", () => {
      const session = new rolecall.Session(awkward);
      const text = session.render(config, { as: "people-csv" });
      assert.ok(text.startsWith("\uFEFF"));
      const [headings, ...rows] = table(text.slice(1));
      const { people } = rolecall.check(config, awkward);
      assert.equal(rows.length, people.length);
      const column = (name) => rows.map((row) => row[headings.indexOf(name)]);
      const inert = (text) => text.replace(/^[=+\-@＝＋－＠]/, "'$&");
      assert.deepEqual(column("email"), people.map(({ email }) => inert(email)));
      assert.deepEqual(column("name"), people.map(({ name }) => inert(name ?? "")));
      assert.deepEqual(column("outcome"), people.map(({ outcome }) => outcome));
      assert.ok(column("name").includes("'=1+1") && column("email").includes("'=cmd@acme.com"));
      for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r＝＋－＠]/);
    });

    test("renders the people as JSON", () => {
      for (const options of [{}, { locale: "ja" }]) {
        const session = new rolecall.Session(awkward);
        const { people } = rolecall.check(config, awkward, options);
        assert.deepEqual(JSON.parse(session.render(config, { as: "people-json", ...options })), people);
      }
    });

    test("renders the answer as Markdown, which is the default", () => {
      const session = new rolecall.Session(awkward);
      for (const options of [{}, { locale: "ja" }]) {
        const text = session.render(config, { as: "markdown", ...options });
        const { headline, findings } = session.check(config, options);
        assert.ok(plain(text).split("\n")[0].endsWith(headline), text.split("\n")[0]);
        for (const { code, message } of findings) assert.ok(plain(text).includes(`\`${code}\`: ${message}`), code);
        assert.ok(!text.includes("<b>"));
      }
      assert.equal(session.render(config), session.render(config, { as: "markdown" }));
    });

    test("a rendering must be named by a text", () => {
      const session = new rolecall.Session(roster);
      for (const as of [5, {}, [], true, Symbol("csv"), () => {}]) {
        assert.throws(() => session.render(config, { as }), refusal(rolecall, { code: "input/wrong-shape", path: "/options/as" }));
      }
      works();
    });

    test("is gone once it is freed", () => {
      const session = new rolecall.Session(roster);
      session.free();
      session.free();
      gone(session);
      works();
    });

    test("is freed by `using`, or by what `using` calls", () => {
      let session = new rolecall.Session(roster);
      session[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
      gone(session);
      const scope = withUsing();
      if (scope === undefined) return;
      session = scope(() => new rolecall.Session(roster));
      gone(session);
      works();
    });

    test("is not freed under its own feet", () => {
      const session = new rolecall.Session(roster);
      const hostile = {
        get organization() {
          session.free();
          return config.organization;
        },
      };
      assert.throws(() => session.check(hostile), refusal(rolecall, { code: "session/gone" }));
      works();
    });

    test("is gone with the engine that broke down", async (context) => {
      const rolecall = await load();
      breakable(context, "session_check");
      await rolecall.init();
      const [session, freed] = [new rolecall.Session(roster), new rolecall.Session(roster)];
      freed.free();
      assert.deepEqual(Object.keys(session.roster()), ["members", "directory"]);
      const trapped = refusal(rolecall, { code: "engine/trapped" });
      assert.throws(() => session.check(config), trapped);
      assert.throws(() => session.roster(), trapped);
      assert.throws(() => new rolecall.Session(roster), trapped);
      assert.throws(() => rolecall.inspect("[]"), trapped);

      await rolecall.init();
      gone(session, rolecall);
      gone(freed, rolecall);
      const anew = new rolecall.Session(roster);
      session.free();
      assert.deepEqual(anew.check(config).counts, rolecall.check(config, roster).counts);
    });

    test("needs an engine", async () => {
      const rolecall = await load();
      const early = refusal(rolecall, { code: "init/not-called" });
      assert.throws(() => new rolecall.Session(roster), early);
      assert.throws(() => rolecall.inspect("{}"), early);
    });
  });
}

/** The rows of a CSV text, read letter by letter. */
function table(text) {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    if (quoted && text.startsWith('""', at)) row[row.length - 1] += text[at++];
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === ",") row.push("");
    else if (!quoted && text.startsWith("\r\n", at)) rows.push([""]) && at++;
    else row[row.length - 1] += text[at];
  }
  assert.deepEqual(rows.pop(), [""], "the last line ends");
  return rows;
}

/** Markdown without the signs that keep a text from being taken for Markdown. */
function plain(markdown) {
  return markdown.replace(/\\([\\`*_{}[\]<>|#~&!])/g, "$1");
}

/** What runs a block with `using` in it and gives what was used; undefined where this Node does not know the word. */
function withUsing() {
  try {
    return new Function("make", "let kept; { using session = make(); kept = session; } return kept;");
  } catch {
    return undefined;
  }
}
