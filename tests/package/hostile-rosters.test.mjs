// Names and addresses made to deceive, keys that stand twice, buffers that go while they are read: each is told of or
// refused by name, whatever it comes in. Worked out by hand; and then the next check gives the answer that it always gave.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { loaders, refusal } from "./install.mjs";
import { answering, config, roster } from "./sample.mjs";

const bytes = (text) => new TextEncoder().encode(text);
const mapped = { ...config, provisioning: { mode: "scim", groupMapping: { roles: { owner: ["owners"], user: ["users"] } } } };

/** One user of the directory beside Ann, in all the ways that there are; a way that cannot have it gives nothing. */
const ways = {
  "as an object": ({ email, name, groups }) => ({ users: [{ email: "ann@acme.com", groups: ["owners"] }, { email, name, groups }] }),
  "as an object that is not packed": ({ email, name, groups }) => [{ email: "ann@acme.com", groups: ["owners"], odd: 1 }, { email, name, groups }],
  "as our JSON": ({ email, name, groups }) => JSON.stringify({ users: [{ email: "ann@acme.com", groups: ["owners"] }, { email, name, groups }] }),
  "as SCIM": ({ email, name, groups }) =>
    JSON.stringify({ Resources: [{ userName: "ann@acme.com", groups: [{ display: "owners" }] }, { userName: email, displayName: name, groups: groups.map((display) => ({ display })) }] }),
  "as a table": ({ email, name, groups }) => {
    const cell = (text) => `"${text.replaceAll('"', '""')}"`;
    const data = `mail,who,in\nann@acme.com,Ann,owners\n${cell(email)},${cell(name)},${cell(groups.join(";"))}\n`;
    return { data, columns: { email: "mail", name: "who", groups: "in" } };
  },
};

/** Addresses: those that can be none are told of, and their people are kept. */
const addresses = {
  "__proto__@acme.com": true,
  "constructor@acme.com": true,
  "tostring@acme.com": true,
  "=cmd|' /c calc'!a0@acme.com": false, // a blank
  "=1+1@acme.com": true,
  "<img/src=x>@acme.com": true,
  "\u0430nn@acme.com": true, // Cyrillic: another person's, and one that there may be
  "ann\u200b@acme.com": false,
  "ann\u200d@acme.com": false,
  "\ufeffann@acme.com": false,
  "a\u00adnn@acme.com": false,
  "\u202emoc.emca@nna": false,
  "ann\u2066@acme.com": false,
  "a\u0000nn@acme.com": false,
  "a\u001bnn@acme.com": false,
  "a\u0085nn@acme.com": false,
  "ann@acme.com\u0000": false,
  "__proto__": false,
  "@": false,
  "ann@@acme.com": false,
  [`${"x".repeat(1 << 20)}@acme.com`]: true,
};

const names = ["__proto__", "constructor", "\u0000", "\u202enna", "a\u200bnn", "\u0430nn", "=cmd|' /c calc'!A0", "<script>", "{who} {n|a|b}", "n".repeat(1 << 20)];

for (const [system, load] of Object.entries(loaders)) {
  describe(`rosters as ${system}`, () => {
    let rolecall;
    let isAsBefore;
    before(async () => {
      ({ rolecall, isAsBefore } = await answering(load));
    });
    const open = (directory) => new rolecall.Session({ members: roster.members, directory, assignment: "listed" });
    const asked = (directory, settings, ask) => {
      const session = open(directory);
      try {
        return ask(session.check(settings, { fixes: false }), session);
      } finally {
        session.free();
      }
    };

    /** A table with a NUL in it is taken for no text at all. */
    const isBinary = (way, text) => {
      if (way !== "as a table" || !text.includes("\0")) return false;
      const given = ways[way]({ email: text, name: text, groups: [] });
      assert.throws(() => open(given), refusal(rolecall, { code: "input/not-text", path: "/roster/directory" }));
      return true;
    };

    for (const [way, given] of Object.entries(ways)) {
      test(`addresses ${way}: what can be none is told of`, () => {
        for (const [email, isAddress] of Object.entries(addresses)) {
          if (isBinary(way, email)) continue;
          asked(given({ email, name: "A", groups: ["users"] }), mapped, ({ findings }, session) => {
            const told = findings.filter(({ code }) => code === "roster/bad-email");
            assert.deepEqual(told.map(({ people }) => people), isAddress ? [] : [{ count: 1, sample: [email] }], JSON.stringify(email).slice(0, 60));
            assert.equal(session.person(mapped, email).outcome, "added");
            assert.equal(session.person(mapped, email).email, email);
            for (const { message } of findings) assert.ok(message.length < 3_000);
          });
        }
        isAsBefore();
      });

      test(`names and groups ${way} are what they are, and no more`, () => {
        for (const name of names) {
          // In a cell of a table these part one group from another.
          if (isBinary(way, name) || (way === "as a table" && /[;|,]/.test(name))) continue;
          const settings = { ...mapped, provisioning: { mode: "scim", groupMapping: { roles: { owner: ["owners"], user: [name] } } } };
          asked(given({ email: "cy@acme.com", name, groups: [name] }), settings, ({ findings }, session) => {
            const cy = session.person(settings, "cy@acme.com");
            assert.deepEqual([cy.name, cy.outcome, cy.after.role], [name, "added", "user"], JSON.stringify(name).slice(0, 40));
            assert.ok(!findings.some(({ code }) => code === "mapping/unknown-group" || code === "roster/confusable-name"));
          });
        }
        assert.equal({}.role, undefined);
        isAsBefore();
      });

      test(`groups ${way} that look like a mapped one are told of`, () => {
        for (const name of ["users\u200b", "us\u00aders", "\u202eusers", "u\u0455ers", "Users", "\uff55sers"]) {
          asked(given({ email: "cy@acme.com", name: "Cy", groups: [name] }), mapped, ({ findings }, session) => {
            const paths = (code) => findings.filter((finding) => finding.code === code).flatMap(({ paths }) => paths);
            assert.deepEqual(paths("mapping/unknown-group"), ["/config/provisioning/groupMapping/roles/user/0"]);
            assert.ok(paths("roster/confusable-name").includes("/config/provisioning/groupMapping/roles/user/0"), JSON.stringify(name));
            assert.equal(session.person(mapped, "cy@acme.com").outcome, "not-a-member");
          });
        }
        isAsBefore();
      });
    }

    test("half a letter is lost in an object, and told of; in a text it is no JSON", () => {
      for (const half of ["\ud800", "\udc00", "a\ud83d"]) {
        const email = `${half}@acme.com`;
        for (const way of ["as an object", "as an object that is not packed"]) {
          asked(ways[way]({ email, name: half, groups: [half] }), mapped, ({ findings }) => {
            const told = findings.filter(({ code }) => code === "roster/bad-email");
            assert.deepEqual(told.map(({ people }) => people.sample), [[email.replace(/[\ud800-\udfff]/, "\ufffd")]]);
          });
        }
        const text = ways["as our JSON"]({ email, name: "A", groups: [] });
        assert.match(text, /\\u?d/);
        assert.throws(() => open(text), refusal(rolecall, { code: "input/not-json", path: "/roster/directory" }));
        assert.throws(() => rolecall.check(`{"actor":"\\ud800"}`, roster), refusal(rolecall, { code: "input/not-json", path: "/config", line: 1 }));
      }
      const cut = new Uint8Array([...bytes('{"users":[{"email":"a'), 0xed, 0xa0, 0x80, ...bytes('@acme.com"}]}')]);
      assert.throws(() => rolecall.check(config, cut), refusal(rolecall, { code: "input/not-json", path: "/roster" }));
      assert.throws(() => rolecall.check(cut, roster), refusal(rolecall, { code: "input/not-json", path: "/config" }));
      isAsBefore();
    });

    /** Texts in which a key stands twice, where they are given, and the column of the second. */
    const twice = {
      "/config": [
        '{"organization":{"plan":"team"},"organization":{"plan":"console"}}',
        '{"organization":{"plan":"team","plan":"console"}}',
        '{"organization":{"plan":"team"},"provisioning":{"mode":"manual","groupMapping":null,"mode":"scim"}}',
        '{"organization":{"plan":"team"},"provisioning":{"groupMapping":{"roles":{"owner":[],"owner":["x"]}}}}',
        '{"organization":{"plan":"team"},"actor":"a@b.c","\\u0061ctor":"b@b.c"}',
        '{"organization":{"plan":"team"},"x":[{"y":1,"y":1}]}',
        '{"__proto__":1,"__proto__":2,"organization":{"plan":"team"}}',
      ],
      "/roster": [
        '{"members":[],"members":[{"email":"a@b.c"}]}',
        '{"members":[{"email":"a@b.c","email":"b@b.c"}]}',
        '{"members":[{"email":"a@b.c","role":"user","role":"owner"}]}',
        '{"members":[],"directory":{"users":[],"users":[{"email":"a@b.c"}]}}',
        '{"members":[],"directory":{"users":[{"email":"a@b.c","groups":["x"],"groups":["y"]}]}}',
        '{"members":[],"directory":{"users":[],"groups":[{"name":"a","id":"1","id":"2"}]}}',
        '{"members":[],"directory":{"users":[],"assignment":{"groups":[],"groups":["x"]}}}',
        '{"members":[],"assignment":"listed","assignment":"flagged"}',
      ],
      "/roster/directory": [
        '[{"email":"a@b.c","groups":[],"groups":["y"]}]',
        '{"Resources":[{"userName":"a@b.c","active":true,"active":false}]}',
        '{"Resources":[],"Resources":[{"userName":"a@b.c"}]}',
        '[{"id":"1","status":"ACTIVE","profile":{"login":"a@b.c","login":"b@b.c"}}]',
      ],
      "/roster/members": ['{"data":[{"type":"user","email":"a@b.c","role":"user","role":"admin"}],"has_more":false}'],
      "/options": ['{"fixes":true,"fixes":false}', '{"locale":"en","locale":"ja"}'],
      "/query": ['{"limit":1,"limit":2}', '{"outcome":["removed"],"outcome":["added"]}'],
    };
    test("a key that stands twice is refused with its place, for nobody knows which is meant", () => {
      const session = new rolecall.Session(roster);
      const ask = {
        "/config": (text) => rolecall.check(text, roster),
        "/roster": (text) => rolecall.check(config, text),
        "/roster/directory": (directory) => rolecall.check(config, { members: [], directory }),
        "/roster/members": (members) => rolecall.check(config, { members }),
        "/options": (text) => rolecall.check(config, roster, text),
        "/query": (text) => session.people(config, text),
      };
      for (const [path, all] of Object.entries(twice)) {
        for (const text of all) {
          for (const given of [text, bytes(text), `\n\n${text}`]) {
            assert.throws(
              () => ask[path](given),
              (error) => refusal(rolecall, { code: "input/not-json", path, line: given.length > text.length ? 3 : 1 })(error) && /stands twice/.test(error.message) && error.column > 1,
              text,
            );
          }
        }
      }
      session.free();
      isAsBefore();
    });

    test("bytes are bytes, of whatever buffer and context, and so many as they were when they were given", () => {
      const csv = bytes("Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n");
      const emails = (members) => new rolecall.Session({ members }).roster().members.map(({ email }) => email);
      const shared = new SharedArrayBuffer(csv.length);
      new Uint8Array(shared).set(csv);
      const resizable = (more = 0) => {
        const buffer = new ArrayBuffer(csv.length, { maxByteLength: csv.length + more });
        new Uint8Array(buffer).set(csv);
        return buffer;
      };
      const within = new Uint8Array([1, 2, 3, ...csv, 0xff]);
      for (const data of [
        csv, csv.buffer, shared, new Uint8Array(shared), resizable(), resizable(100), new Uint8Array(resizable(100)), Buffer.from(csv),
        within.subarray(3, -1), new DataView(within.buffer, 3, csv.length), new Int8Array(within.buffer, 3, csv.length), runInNewContext("new Uint8Array(bytes)", { bytes: [...csv] }),
      ]) {
        assert.deepEqual([emails(data), emails({ data }), emails([data])], [["ann@acme.com"], ["ann@acme.com"], ["ann@acme.com"]]);
      }

      const transferred = (buffer) => structuredClone(buffer, { transfer: [buffer] });
      const goes = (data, go) => ({ data, get name() { go(); return "members.csv"; } });
      const refuses = (members, code, path = "/roster/members") => assert.throws(() => emails(members), refusal(rolecall, { code, path }));
      let buffer = resizable();
      refuses(goes(new Uint8Array(buffer), () => buffer.resize(0)), "input/empty");
      buffer = resizable();
      refuses(goes(buffer, () => buffer.resize(0)), "input/empty");
      buffer = resizable();
      refuses(goes(new Uint8Array(buffer, 0, csv.length), () => buffer.resize(5)), "input/empty");
      buffer = resizable(100);
      assert.deepEqual(emails(goes(buffer, () => buffer.resize(csv.length + 100)).data), ["ann@acme.com"]);
      let copy = csv.slice();
      refuses(goes(copy, () => transferred(copy.buffer)), "input/not-text");
      copy = csv.slice();
      refuses(goes(copy.buffer, () => transferred(copy.buffer)), "input/not-text");
      copy = csv.slice();
      refuses([copy, goes(csv, () => transferred(copy.buffer))], "input/empty", "/roster/members/0");
      const settings = bytes(JSON.stringify(config));
      assert.throws(() => rolecall.check(settings, goesWith(() => transferred(settings.buffer))), refusal(rolecall, { code: "input/not-text", path: "/config" }));
      isAsBefore();
    });

    test("lists that are longer than any, or have nothing in them, are refused or told of at once", () => {
      const begun = performance.now();
      const proxy = new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 32 - 1 : target[key]) });
      for (const list of [new Array(2 ** 32 - 1), new Array(1e8), proxy]) {
        assert.throws(() => new rolecall.Session({ members: list }), refusal(rolecall, { code: "input/too-large", path: "/roster/members" }));
        assert.throws(() => rolecall.check({ ...config, expect: list.length > 1e9 ? list : new Array(2 ** 32 - 1) }, roster), refusal(rolecall, { code: "input/not-json", path: "/config" }));
      }
      for (const list of [[,], new Array(3), [, undefined], new Array(1000)]) {
        const { sources } = new rolecall.Session({ members: list }).check(config);
        assert.deepEqual([sources[0].rows, sources[0].people, sources[0].leftOut], [list.length, 0, list.length]);
      }
      const csv = "Name,Email,Role\nAnn,ann@acme.com,Owner\n";
      assert.throws(() => new rolecall.Session({ members: [bytes(csv), ,] }), refusal(rolecall, { code: "input/not-json", path: "/roster/members/1" }));
      for (const like of [{ length: 2 ** 53 }, { length: -1, 0: { email: "a@b.c" } }]) {
        assert.throws(() => new rolecall.Session({ members: like }), refusal(rolecall, { code: "input/wrong-shape", path: "/roster/members" }));
      }
      assert.ok(performance.now() - begun < 20_000);
      isAsBefore();
    });
  });
}

const goesWith = (go) => ({ get members() { go(); return roster.members; } });
