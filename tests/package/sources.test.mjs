// How a caller may give files, and what is refused: always with a RolecallError, and the next call works.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";

const file = (path) => new Uint8Array(readFileSync(new URL(`../files/${encodeURI(path)}`, import.meta.url)));
const text = (path) => new TextDecoder().decode(file(path));
const members = "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n";
const scim = { Resources: [{ id: "1", userName: "ann@acme.com" }], totalResults: 1 };
const staff = "Who;Login;Team\nAnn;ann@acme.com;all\n";

for (const [system, load] of Object.entries(loaders)) {
  describe(`sources as ${system}`, () => {
    let rolecall;
    const read = (given) => {
      const session = new rolecall.Session(given);
      const [document, { sources }] = [session.roster(), session.check(config)];
      session.free();
      return { ...document, sources };
    };
    const works = () => assert.equal(rolecall.check(config, roster).people.length, 3);
    const refuses = (call, expected) => {
      assert.throws(call, refusal(rolecall, expected));
      works();
    };
    before(async () => {
      rolecall = await load();
      await rolecall.init();
    });

    test("inspect tells every format by its content", () => {
      const formats = {
        "claude-members-csv": ["members", "claude-members-without-name/members.csv"],
        "admin-api-json": ["members", "admin-api-users/users.json"],
        scim: ["directory", "scim-users/users.json"],
        "entra-users-csv": ["directory", "entra-users/exportUsers_2026-11-20.csv"],
        "entra-group-members-csv": ["directory", "entra-group-members/claude-users.csv"],
        "google-users-csv": ["directory", "google-users/User_Download_20112026_101010.csv"],
        "google-group-members-csv": ["directory", "google-group-members/members-of-groups.csv"],
        "okta-json": ["directory", "okta-users/users.json"],
        "rolecall-json": [null, "own-json/directory.json"],
      };
      for (const [format, [side, path]] of Object.entries(formats)) {
        const headings = format.endsWith("csv") ? text(path).split(/\r?\n/, 1)[0].split(",") : null;
        const expected = { format, side, encoding: null, headings, columns: null };
        assert.deepEqual(rolecall.inspect(file(path)), expected, path);
        assert.deepEqual(rolecall.inspect(text(path)), expected, path);
        assert.deepEqual(rolecall.inspect({ data: file(path), name: "of-no-use.bin" }), expected, path);
        if (headings === null) assert.deepEqual(rolecall.inspect(JSON.parse(text(path))), expected, path);
      }
    });

    test("inspect shows the headings of an unknown table and a guess, which can be given as it is", () => {
      const path = "error-columns-needed-japanese/社員一覧.csv";
      const { columns, ...told } = rolecall.inspect(file(path));
      const headings = ["社員番号", "氏名", "メールアドレス", "部署"];
      assert.deepEqual(told, { format: null, side: null, encoding: "Shift_JIS", headings });
      assert.deepEqual(columns, { email: "メールアドレス", name: "氏名", id: "社員番号" });
      const confirmed = rolecall.inspect({ data: file(path), columns });
      assert.deepEqual(confirmed, { format: "csv", side: null, encoding: "Shift_JIS", headings, columns: null });

      const given = { members, directory: file(path) };
      assert.throws(
        () => read(given),
        (error) => {
          assert.deepEqual([error.code, error.path, error.line], ["input/columns-needed", "/roster/directory", 1]);
          assert.deepEqual([error.headings, error.columns], [headings, columns]);
          return true;
        },
      );
      assert.equal(read({ ...given, directory: { data: file(path), columns } }).sources[1].format, "csv");
    });

    test("inspect refuses what is no list", () => {
      refuses(() => rolecall.inspect(file("error-pdf/members.csv")), { code: "input/not-text", path: "/source" });
      refuses(() => rolecall.inspect(""), { code: "input/empty", path: "/source" });
      refuses(() => rolecall.inspect('{"site": 1}'), { code: "input/unknown-format", path: "/source" });
      refuses(() => rolecall.inspect(undefined), { code: "input/not-json", path: "/source" });
      refuses(() => rolecall.inspect(new Blob([members])), { code: "input/not-text", path: "/source" });
      refuses(() => rolecall.inspect({ data: members, format: "xml" }), { code: "input/wrong-shape", path: "/source/format" });
      assert.throws(() => rolecall.inspect("", { locale: "ja" }), /空/);
    });

    test("a file may come with what is said of it", () => {
      const columns = { email: "Login", name: "Who", group: "Team" };
      const { directory, sources } = read({ members, directory: { data: staff, name: "staff.csv", format: "csv", columns } });
      assert.deepEqual([directory.users[0].name, directory.users[0].groups, sources[1].name], ["Ann", ["all"], "staff.csv"]);

      const group = text("entra-groups-alone/claude-users.csv");
      assert.deepEqual(read({ members, directory: { data: group, group: "app" } }).directory.groups, [{ name: "app" }]);
      const latin = Buffer.from("Name,Email,Role\nZoë,zoe@acme.com,User\n", "latin1");
      assert.equal(read({ members: { data: latin, encoding: "windows-1252" } }).members[0].name, "Zoë");
      // A text is decoded already.
      assert.equal(read({ members: { data: "Name,Email,Role\nZoë,zoe@acme.com,User\n", encoding: "shift_jis" } }).members[0].name, "Zoë");
      const limited = { data: members, maxBytes: 10 };
      refuses(() => read({ members: limited }), { code: "input/too-large", path: "/roster/members" });
    });

    test("a side may be several files, in any mixture of forms", () => {
      const group = { id: "g", displayName: "app", members: [{ value: "1" }] };
      const directory = [JSON.stringify(scim), { Resources: [group], totalResults: 1 }];
      const { sources, directory: joined } = read({ members: [new TextEncoder().encode(members)], directory });
      const { email, id, groups } = joined.users[0];
      assert.deepEqual([email, id, groups], ["ann@acme.com", "1", ["app"]]);
      assert.deepEqual(sources.map(({ side, format }) => [side, format]), [
        ["members", "claude-members-csv"],
        ["directory", "scim"],
        ["directory", "scim"],
      ]);
      const mixed = [{ data: members, name: "a.csv" }, [{ email: "ben@acme.com" }], { members: [{ email: "cem@acme.com" }] }];
      assert.deepEqual(read({ members: mixed }).members.map(({ email }) => email), ["ann@acme.com", "ben@acme.com", "cem@acme.com"]);
      refuses(() => read({ members: [members, ""] }), { code: "input/empty", path: "/roster/members/1" });
      refuses(() => read({ members, directory: [scim, { data: "{}", format: "xml" }] }), { path: "/roster/directory/1/format" });
    });

    test("a list of rows is one value", () => {
      const { sources } = read({ members: roster.members, directory: [{ userName: "a@acme.com" }, { userName: "b@acme.com" }] });
      assert.deepEqual(sources.map(({ format, rows, name }) => [format, rows, name]), [
        ["rolecall-json", 2, null],
        ["scim", 2, null],
      ]);
      // The Admin API's list, which is called `data`, is no file that is called so.
      const users = JSON.parse(text("admin-api-users/users.json"));
      assert.equal(read({ members: users }).sources[0].format, "admin-api-json");
      assert.equal(read({ members: [users, users] }).sources.length, 2);
      assert.equal(read({ members: [] }).sources[0].rows, 0);
    });

    test("what is said beside the files stands above them", () => {
      const { directory } = read({ members, directory: scim, assignment: { groups: ["app"] }, complete: false });
      assert.deepEqual([directory.assignment, directory.complete], [{ groups: ["app"] }, false]);
    });

    test("bytes of another context are bytes", () => {
      const foreign = runInNewContext("Uint8Array.from(bytes).buffer", { bytes: [...new TextEncoder().encode(members)] });
      assert.ok(!(foreign instanceof ArrayBuffer));
      assert.equal(read({ members: foreign }).members.length, 1);
      const shared = new Uint8Array(new SharedArrayBuffer(members.length));
      shared.set(new TextEncoder().encode(members));
      assert.equal(read({ members: shared }).members.length, 1);
      assert.equal(read({ members: shared.buffer }).members.length, 1);
    });

    test("a text that was cut in the middle of a letter does not lose the others", () => {
      const names = ["👩‍💻".slice(0, 1), "\\ud83d", "👩‍💻", "\uDC69 x"];
      const { members } = read({ members: names.map((name, index) => ({ email: `p${index}@acme.com`, name })) });
      assert.deepEqual(members.map(({ name }) => name), ["\uFFFD", "\\ud83d", "👩‍💻", "\uFFFD x"]);
    });

    test("a file that is not read yet is refused with what to do", () => {
      const unread = [
        new Blob([members]),
        new File([members], "members.csv"),
        new Response(members),
        Promise.resolve(members),
        new Blob([members]).stream(),
      ];
      for (const one of unread) {
        const places = { "/roster/members": one, "/roster/members/1": [members, one] };
        for (const [path, given] of Object.entries({ ...places, "/roster/members/0": [one] })) {
          refuses(() => read({ members: given }), { code: "input/not-text", path });
        }
        refuses(() => read({ members: { data: one, name: "members.csv" } }), { code: "input/not-text", path: "/roster/members" });
        assert.throws(() => read({ members, directory: one }), ({ help }) => help.includes("arrayBuffer()"));
      }
      for (const promise of unread.slice(3)) refuses(() => read(promise), { code: "input/not-text", path: "/roster" });
    });

    test("values of the wrong shape are refused", () => {
      for (const value of [5, true, {}, { users: [] }, new Map(), new Date(0)]) {
        refuses(() => read({ members: value }), { code: "input/wrong-shape", path: "/roster/members" });
      }
      for (const value of [5, true, new Date(0)]) refuses(() => read({ members, directory: value }), { code: "input/wrong-shape", path: "/roster/directory" });
      refuses(() => read({ members: { members: 5 } }), { code: "input/wrong-shape", path: "/roster/members/members" });
      refuses(() => read({ members, directory: { users: 5 } }), { code: "input/wrong-shape", path: "/roster/directory/users" });
      refuses(() => read([]), { code: "input/wrong-shape", path: "/roster" });
      for (const value of ["", " \n"]) refuses(() => read({ members: value }), { code: "input/empty" });
      refuses(() => read({ members: "ann@acme.com" }), { code: "input/bad-table" });
      for (const value of [new Map([["members", members]]), new Set(members), () => members]) refuses(() => read(value), { code: "input/not-json", path: "/roster" });
      const wrong = { nmae: "x", name: 5, format: "xml", columns: [], group: {}, maxBytes: -1 };
      for (const [key, value] of Object.entries(wrong)) {
        refuses(() => read({ members: { data: members, [key]: value } }), { code: "input/wrong-shape", path: `/roster/members/${key}` });
      }
      refuses(() => read({ members: { data: staff, columns: { emial: "Login" } } }), { path: "/roster/members/columns/emial" });
      refuses(() => read({ members: { data: staff, columns: { email: "E-Mail" } } }), { code: "input/no-such-column" });
      refuses(() => read({ members: { data: undefined } }), { code: "input/not-json", path: "/roster/members/data" });
      refuses(() => read({ members: scim }), { code: "input/wrong-side", path: "/roster/members" });
    });

    test("options are refused that would be answered otherwise than was meant", () => {
      const session = new rolecall.Session(roster);
      const wrong = [
        [[], "/options"],
        [{ fixes: "no" }, "/options/fixes"],
        [{ accepted: "mapping/unknown-group" }, "/options/accepted"],
        [{ accepted: ["a", null] }, "/options/accepted/1"],
        [{ means: ["settings", "setings"] }, "/options/means/1"],
        [{ limits: 5 }, "/options/limits"],
      ];
      for (const value of [-1, 1.5, "5", true, [5], 2 ** 32]) wrong.push([{ limits: { people: value } }, "/options/limits/people"]);
      for (const [options, path] of wrong) {
        refuses(() => rolecall.check(config, roster, options), { code: "input/wrong-shape", path });
        refuses(() => new rolecall.Session(roster, options), { code: "input/wrong-shape", path });
        refuses(() => session.check(config, options), { code: "input/wrong-shape", path });
        refuses(() => rolecall.inspect("[]", options), { code: "input/wrong-shape", path });
      }
      // A page's language may be any, null is nothing, and what is meant for a worker is no matter here.
      const nothing = { locale: "fr-FR", fixes: null, limits: { people: null }, onProgress: null, signal: null };
      assert.deepEqual(rolecall.check(config, roster, nothing), rolecall.check(config, roster));
      session.free();
    });
  });
}
