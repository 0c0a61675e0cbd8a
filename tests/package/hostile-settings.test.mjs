// Whatever may stand wherever in a configuration: a setting that takes it takes it, any other is told of at its place, and
// what is no data at all is refused; then the next check gives the answer that it always gave. By hand from domain 2.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";

/** Everything that a value can be for: a setting takes one of these. */
const [TEXT, WORD, COUNT, PERCENT, FLAG, LIST, OBJECT] = ["text", "word", "count", "percent", "flag", "list", "object"];

/** The settings, and what they take. */
const settings = {
  "/organization/name": TEXT,
  "/organization/seats": OBJECT,
  "/organization/seats/premium": COUNT,
  "/parent": OBJECT,
  "/parent/kind": WORD,
  "/parent/domains": LIST,
  "/parent/domains/0/name": TEXT,
  "/parent/domains/0/verified": FLAG,
  "/parent/sso/connected": FLAG,
  "/parent/directorySync/provider": WORD,
  "/parent/siblings": LIST,
  "/provisioning": OBJECT,
  "/provisioning/mode": WORD,
  "/provisioning/groupMapping": OBJECT,
  "/provisioning/groupMapping/roles": OBJECT,
  "/provisioning/groupMapping/roles/owner": LIST,
  "/provisioning/groupMapping/roles/owner/0": TEXT,
  "/provisioning/groupMapping/seatTiers/premium": LIST,
  "/saved": OBJECT,
  "/saved/ssoRequired": FLAG,
  "/actor": TEXT,
  "/guards/minAdmins": COUNT,
  "/guards/maxLossPercent": PERCENT,
  "/expect": LIST,
  "/expect/0/email": TEXT,
  "/expect/0/group": TEXT,
  "/expect/0/role": WORD,
  "/assumptions/tierUnmapped": WORD,
};

/** Where something must stand: in a list, and as the name of a domain. Elsewhere null stands for what is not there. */
const needed = ["/parent/domains/0/name", "/provisioning/groupMapping/roles/owner/0"];

/** JSON texts, and the settings that take them. */
const texts = {
  null: Object.values(settings),
  true: [FLAG],
  '"true"': [TEXT],
  '"3"': [TEXT],
  '""': [TEXT],
  '"\\u0000"': [TEXT],
  '"\\u202emoc.emca@nna"': [TEXT],
  '"ann\\u200b@acme.com"': [TEXT],
  '"\\u0430nn@acme.com"': [TEXT],
  '"__proto__"': [TEXT],
  '"constructor"': [TEXT],
  [JSON.stringify("x".repeat(1 << 20))]: [TEXT],
  0: [COUNT, PERCENT],
  3: [COUNT, PERCENT],
  "-0": [COUNT, PERCENT],
  "-0.0": [COUNT, PERCENT],
  "3.0": [COUNT, PERCENT],
  "3e0": [COUNT, PERCENT],
  0.5: [PERCENT],
  "-1": [],
  4294967295: [COUNT],
  4294967296: [],
  9007199254740993: [],
  "1e21": [],
  "1e308": [],
  "[]": [LIST],
  "{}": [OBJECT],
};

/** Values of JavaScript, and the JSON that they are. */
const values = {
  "-0": [() => -0, "0"],
  "2 ** 53 + 1": [() => 2 ** 53 + 1, "9007199254740992"],
  "a boxed text": [() => new String("x"), '"x"'],
  "a boxed number": [() => new Number(3), "3"],
  "a boxed flag": [() => new Boolean(true), "true"],
  "a date": [() => new Date(0), '"1970-01-01T00:00:00.000Z"'],
  "what writes itself": [() => ({ toJSON: () => 3 }), "3"],
  "what writes itself as nothing": [() => ({ toJSON: () => undefined }), "null"],
  "a proxy": [() => new Proxy({}, {}), "{}"],
  "a list that is a proxy": [() => new Proxy([], {}), "[]"],
  "an object without a prototype": [() => Object.create(null), "{}"],
  "an object of another context": [() => runInNewContext("({})"), "{}"],
  "a list of another context": [() => runInNewContext("[]"), "[]"],
  "an object with symbols for keys": [() => ({ [Symbol("mode")]: "scim" }), "{}"],
  "a weak map": [() => new WeakMap(), "{}"],
  "a regular expression": [() => /x/, "{}"],
  undefined: [() => undefined, "null"],
};

const cyclic = () => {
  const value = {};
  value.value = value;
  return value;
};

/** What is no data, wherever it stands. */
const refused = {
  "a function": () => () => 3,
  "a class": () => class {},
  "a symbol": () => Symbol("x"),
  "a big number": () => 3n,
  "a number that is none": () => NaN,
  "1e400": () => 1e400,
  "-Infinity": () => -Infinity,
  "a boxed big number": () => Object(3n),
  "a Map": () => new Map([["a", 1]]),
  "a Set": () => new Set(["a"]),
  "what contains itself": cyclic,
  "a getter that throws": () => ({ get value() { throw new Error("not today"); } }),
  "what throws instead of writing itself": () => ({ toJSON: () => { throw new Error("not today"); } }),
  "a proxy whose keys are not its own": () => new Proxy({}, { ownKeys: () => ["a", "a"] }),
  "a proxy that is revoked": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "1e400 deep inside": () => ({ a: { b: 1e400 } }),
};

/** The configuration with a value at a pointer. */
function settled(pointer, value) {
  const changed = structuredClone({
    ...config,
    provisioning: { ...config.provisioning, groupMapping: { roles: { owner: ["owners"] }, seatTiers: {} } },
    saved: {},
    guards: {},
    expect: [{ email: "ann@acme.com" }],
    assumptions: {},
  });
  const steps = pointer.slice(1).split("/");
  const last = steps.pop();
  steps.reduce((inner, step) => (inner[step] ??= {}), changed)[last] = value;
  return changed;
}

const HOLE = "here it stands";

/** The same as a text. */
const written = (pointer, json) => JSON.stringify(settled(pointer, HOLE)).replace(JSON.stringify(HOLE), () => json);

for (const [system, load] of Object.entries(loaders)) {
  describe(`settings as ${system}`, () => {
    let rolecall;
    let session;
    let known;
    before(async () => {
      rolecall = await load();
      await rolecall.init();
      session = new rolecall.Session(roster);
      known = session.check(config, { fixes: false });
    });
    const isAsBefore = () => assert.deepEqual(session.check(config, { fixes: false }), known);
    /** Whether the check tells of the setting, and of no other. */
    const tells = (given, pointer, isTaken) => {
      const { findings, verdict } = session.check(given, { fixes: false });
      const told = findings.filter(({ code }) => code === "input/unknown-value");
      assert.deepEqual(told.map(({ paths }) => paths[0]), isTaken ? [] : [`/config${pointer}`]);
      for (const { message, help, severity } of told) {
        assert.equal(severity, "error");
        assert.ok(message.length < 400 && help.length < 400, message);
      }
      if (!isTaken) assert.equal(verdict, "block");
    };

    for (const [pointer, wanted] of Object.entries(settings)) {
      test(pointer, () => {
        for (const [json, takers] of Object.entries(texts)) {
          const isTaken = takers.includes(wanted) && !(json === "null" && needed.includes(pointer));
          tells(written(pointer, json), pointer, isTaken);
          tells(new TextEncoder().encode(written(pointer, json)), pointer, isTaken);
          tells(settled(pointer, JSON.parse(json)), pointer, isTaken);
        }
        for (const [what, [make, json]] of Object.entries(values)) {
          const isMissed = json === "null" && needed.includes(pointer);
          const isTaken = !isMissed && (texts[json]?.includes(wanted) || (json.startsWith('"') && wanted === TEXT));
          const given = settled(pointer, null);
          put(given, pointer, make());
          try {
            tells(given, pointer, isTaken);
          } catch (error) {
            throw Object.assign(error, { message: `${what}: ${error.message}` });
          }
        }
        for (const [what, make] of Object.entries(refused)) {
          const given = settled(pointer, null);
          put(given, pointer, make());
          assert.throws(() => session.check(given), refusal(rolecall, { code: "input/not-json", path: "/config" }), what);
        }
        const beyond = written(pointer, "1e400");
        assert.throws(() => session.check(beyond), refusal(rolecall, { code: "input/not-json", path: "/config", line: 1 }));
        isAsBefore();
      });
    }

    test("the plan is needed, and nothing else will do", () => {
      const plan = (json) => () => session.check(written("/organization/plan", json));
      for (const json of Object.keys(texts)) {
        const code = json === "null" ? "input/no-plan" : "input/unknown-plan";
        assert.throws(plan(json), (error) => refusal(rolecall, { code, path: "/config/organization/plan" })(error) && error.message.length < 200);
      }
      isAsBefore();
    });

    test("a domain needs its name, and is one", () => {
      const at = (domain) => session.check(settled("/parent/domains/0", domain), { fixes: false }).findings.flatMap(({ code, paths }) => (code === "input/unknown-value" ? paths : []));
      assert.deepEqual(at({}), ["/config/parent/domains/0/name"]);
      for (const domain of [null, "acme.com", 3, [], true]) assert.deepEqual(at(domain), ["/config/parent/domains/0"]);
      isAsBefore();
    });

    const odd = ["__proto__", "constructor", "toString", "hasOwnProperty", "then", "toJSON2", "", "\u0000", "\u202erotca", "act\u200bor", "a\u0441tor", "a/b~c", "\ud800", "k".repeat(1 << 20), "0", "-0"];
    for (const key of odd) {
      test(`the key ${JSON.stringify(key.slice(0, 20))} means nothing anywhere`, () => {
        const own = (object) => Object.defineProperty(object, key, { value: 1, enumerable: true, configurable: true, writable: true });
        const step = key.replace("\ud800", "\ufffd").replaceAll("~", "~0").replaceAll("/", "~1");
        const at = (pointer, code) => {
          const given = settled("/organization/name", "Acme");
          own(pointer.slice(1).split("/").filter(Boolean).reduce((inner, step) => inner[step], given));
          const { findings } = session.check(given, { fixes: false });
          const told = findings.filter((finding) => finding.code === code);
          const path = `/config${pointer}/${step}`;
          assert.ok(told.some(({ paths }) => paths.includes(path)), `${code} at ${path.slice(0, 100)}: ${JSON.stringify(findings.map(({ code, paths }) => [code, paths])).slice(0, 500)}`);
          for (const { message, help } of told) assert.ok(message.length + help.length < 3_000);
        };
        for (const place of ["", "/organization", "/parent", "/parent/domains/0", "/parent/sso", "/provisioning", "/saved", "/guards", "/expect/0", "/assumptions"]) at(place, "input/unknown-key");
        at("/provisioning/groupMapping", "input/unknown-key");
        at("/organization/seats", "plan/tier-not-offered");
        const roles = settled("/provisioning/groupMapping/roles/owner", ["owners"]);
        Object.defineProperty(roles.provisioning.groupMapping.roles, key, { value: ["x"], enumerable: true });
        const { findings } = session.check(roles, { fixes: false });
        assert.ok(findings.some(({ code, severity }) => code === "plan/role-not-offered" && severity === "error"));
        assert.equal({}.mode, undefined);
        isAsBefore();
      });
    }

    test("what a program asks must be understood whole", () => {
      const wrong = (ask, path) => assert.throws(ask, refusal(rolecall, { code: "input/wrong-shape", path }));
      for (const [key, values] of Object.entries({ limit: ["3", -1, 1.5, 2 ** 53], outcome: ["removed", ["gone"], [1]], search: [7, ["a"]], sort: ["__proto__"], descending: ["true", 0] })) {
        for (const value of values) assert.throws(() => session.people(config, { [key]: value }), ({ code, path }) => code === "input/wrong-shape" && path.startsWith(`/query/${key}`));
      }
      for (const key of ["__proto__", "constructor", "limt"]) {
        wrong(() => session.people(config, JSON.parse(`{"${key}":1}`)), `/query/${key}`);
        wrong(() => rolecall.inspect(Object.defineProperty({ data: "a,b\n1,2\n" }, "columns", { value: JSON.parse(`{"${key}":"a"}`), enumerable: true })), `/source/columns/${key}`);
      }
      for (const email of [7, null, undefined, {}, ["a"], Symbol("x"), () => "a", new String("ann@acme.com")]) wrong(() => session.person(config, email), "/email");
      for (const email of ["__proto__", "constructor", "", "\u0000", "\ud800", "x".repeat(1 << 20)]) assert.equal(session.person(config, email), undefined);
      for (const what of [{ limit: NaN }, { search: () => 1 }, { outcome: new Set() }, { search: Symbol("x") }, { limit: 1n }]) {
        assert.throws(() => session.people(config, what), refusal(rolecall, { code: "input/not-json", path: "/query" }));
        assert.throws(() => session.check(config, what), refusal(rolecall, { code: "input/not-json", path: "/options" }));
      }
      isAsBefore();
    });
  });
}

function put(object, pointer, value) {
  const steps = pointer.slice(1).split("/");
  const last = steps.pop();
  steps.reduce((inner, step) => inner[step], object)[last] = value;
}
