// What to do about findings: fixes that are proven, repairs, the plan of the save, and what has been accepted.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { install, loaders, refusal } from "./install.mjs";
import { world } from "./worlds.mjs";

const { applyPatch } = createRequire(new URL("../../xtask/package.json", import.meta.url))("rfc6902");

const people = (count, groups) => Array.from({ length: count }, (_, index) => ({ email: `p${index}@acme.com`, groups }));

/** Saves SCIM with a mapping in which the owners' group is misspelt. */
const config = {
  organization: { plan: "enterprise-seat-based" },
  parent: {
    domains: [{ name: "acme.com", verified: true }],
    sso: { connected: true },
    directorySync: { connected: true, provider: "okta" },
  },
  provisioning: {
    mode: "scim",
    groupMapping: { roles: { owner: ["anthropic-claude-onwers"], user: ["anthropic-claude-users"] } },
  },
  saved: { mode: "jit" },
  actor: "it@acme.com",
};
const roster = {
  members: [{ email: "it@acme.com", role: "owner" }, { email: "ann@acme.com", role: "owner" }, ...people(8).map(({ email }) => ({ email }))],
  directory: {
    users: [
      { email: "it@acme.com", groups: ["anthropic-claude-owners"] },
      { email: "ann@acme.com", groups: ["anthropic-claude-owners"] },
      ...people(8, ["anthropic-claude-users"]),
    ],
  },
};

/** What patches make of configuration and roster, by another's hand. */
function patched(document, patches) {
  const changed = structuredClone(document);
  for (const patch of patches) assert.deepEqual(applyPatch(changed, patch).filter(Boolean), [], JSON.stringify(patch));
  return changed;
}

const ids = ({ findings }) => new Set(findings.map(({ id }) => id));
const without = (one, other) => [...one].filter((id) => !other.has(id)).sort();

for (const [system, load] of Object.entries(loaders)) {
  describe(`repairs as ${system}`, () => {
    let rolecall;
    let session;
    let document;
    before(async () => {
      rolecall = await load();
      await rolecall.init();
      session = new rolecall.Session(roster);
      document = { config, roster: session.roster() };
    });
    const answer = ({ config, roster }) => rolecall.check(config, roster, { fixes: false });

    test("every fix does what it says, applied by another's hand", () => {
      const report = rolecall.check(config, roster);
      assert.equal(report.verdict, "block");
      const offered = report.findings.flatMap(({ id, fixes }) => fixes.map((fix) => [id, fix]));
      assert.ok(offered.length > 4);
      for (const [id, fix] of offered) {
        assert.ok(fix.clears.includes(id), fix.title);
        const [was, is] = [ids(report), ids(answer(patched(document, [fix.patch])))];
        assert.deepEqual([...fix.clears].sort(), without(was, is), fix.title);
        assert.deepEqual([...fix.introduces].sort(), without(is, was), fix.title);
      }
      const titles = offered.map(([, { title }]) => title);
      assert.ok(titles.includes("correct anthropic-claude-onwers to anthropic-claude-owners"), titles.join("; "));
    });

    test("fixes are left out where nobody asks for them, and speak Japanese", () => {
      const report = session.check(config, { fixes: false });
      assert.ok(report.findings.every(({ fixes }) => fixes.length === 0));
      const [english, japanese] = ["en", "ja"].map((locale) => session.check(config, { locale }));
      const stripped = (report) => report.findings.map(({ id, fixes }) => [id, fixes.map(({ title, ...rest }) => rest)]);
      assert.deepEqual(stripped(japanese), stripped(english));
      assert.ok(japanese.findings.flatMap(({ fixes }) => fixes).every(({ title }) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(title)));
    });

    test("fixes that nobody asks for are there for 10,000 people, and with very many findings only for the worst", () => {
      const fixed = ({ findings }) => findings.filter(({ fixes }) => fixes.length > 0);
      const many = (count) => {
        const [members, users] = [roster.members.slice(0, 2), roster.directory.users.slice(0, 2)];
        const all = { members: [...members, ...people(count - 2, undefined)], directory: { users: [...users, ...people(count - 2, ["anthropic-claude-users"])] } };
        return new rolecall.Session(JSON.stringify(all));
      };
      for (const [count, isFixed] of [[10_000, true], [10_001, false]]) {
        const crowd = many(count);
        assert.equal(fixed(crowd.check(config)).length > 0, isFixed, `${count} people`);
        assert.ok(fixed(crowd.check(config, { fixes: true })).length > 0, `${count} people, asked for`);
        crowd.free();
      }
      const groups = Array.from({ length: 1000 }, (_, index) => `g${index}`);
      const twice = { ...config, provisioning: { mode: "scim", groupMapping: { roles: { owner: groups, user: groups } } } };
      const users = [...roster.directory.users, { email: "new@acme.com", groups }];
      const [unasked, asked] = [{}, { fixes: true }].map((options) => rolecall.check(twice, { ...roster, directory: { users } }, options));
      assert.ok(unasked.findings.length > 1000);
      assert.ok(fixed(unasked).length < fixed(asked).length);
      const [worst] = fixed(asked);
      assert.deepEqual(fixed(unasked)[0], worst, "the worst has the same ones");
    });

    test("a repair leaves no error, and none of its fixes could be left out", () => {
      const repairs = session.repair(config);
      assert.ok(Array.isArray(repairs) && repairs.length > 1);
      assert.deepEqual(repairs[0].fixes.map(({ title }) => title), ["correct anthropic-claude-onwers to anthropic-claude-owners"]);
      assert.deepEqual(repairs[0].effects.gainAdministration.sample, ["it@acme.com", "ann@acme.com"]);
      assert.equal(repairs[0].applicability, "review");
      assert.ok(repairs.search.checks <= 200 && repairs.search.exhausted);
      assert.deepEqual(repairs.why, []);
      assert.deepEqual(repairs.leaveAsIs.patch.at(-1).value, { mode: "jit", groupMapping: null });
      for (const repair of repairs) {
        assert.notEqual(repair.verdict, "block");
        const patches = repair.fixes.map(({ patch }) => patch);
        assert.equal(answer(patched(document, patches)).verdict, repair.verdict);
        if (patches.length === 1) continue;
        for (const left of patches) {
          const others = patches.filter((patch) => patch !== left);
          assert.equal(answer(patched(document, others)).verdict, "block");
        }
      }
    });

    test("only by the means that are allowed; where there is none, it says why", () => {
      const byPeople = session.repair(config, { means: ["identity-provider"] });
      for (const { fixes } of byPeople) assert.ok(fixes.every(({ where }) => where === "identity-provider"));
      const none = session.repair(config, { means: ["dns"] });
      const errors = session.check(config).findings.filter(({ severity }) => severity === "error");
      assert.equal(none.length, 0);
      assert.deepEqual(none.why.map(({ finding }) => finding).sort(), errors.map(({ id }) => id).sort());
      assert.ok(none.why.every(({ message }) => message.includes("dns")));
    });

    test("a plan ends with the save and what comes of it", () => {
      const steps = session.plan(config);
      assert.deepEqual(steps.map(({ id }) => id), ["settings", "save", "sync-now"]);
      assert.ok(steps.every(({ by, check, instructions }) => by && check && instructions.length > 0));
      const saveable = patched(document, session.repair(config)[0].fixes.map(({ patch }) => patch)).config;
      assert.deepEqual(session.plan(saveable).map(({ id }) => id), ["save", "sync-now"]);
      assert.equal(session.repair(saveable).length, 0);
      assert.deepEqual(session.repair(saveable).why, []);
    });

    test("what has been accepted asks for nothing, until its people change; errors are not accepted", () => {
      const saveable = structuredClone(config);
      saveable.provisioning.groupMapping.roles.owner = ["anthropic-claude-owners"];
      delete saveable.saved; // everyone has access today
      const extra = { ...roster, members: [...roster.members, { email: "zed@acme.com" }] };
      const report = rolecall.check(saveable, extra);
      const accepted = report.findings.filter(({ severity }) => severity === "warning").map(({ id }) => id);
      assert.equal(report.verdict, "confirm");
      const quiet = rolecall.check(saveable, extra, { accepted });
      assert.equal(quiet.verdict, "pass");
      assert.deepEqual(quiet.accepted.map(({ id }) => id), accepted);
      assert.ok(quiet.findings.every(({ id }) => !accepted.includes(id)));
      const more = { ...extra, members: [...extra.members, { email: "zoe@acme.com" }] };
      assert.equal(rolecall.check(saveable, more, { accepted }).verdict, "confirm");
      const errors = rolecall.check(config, roster).findings.map(({ id }) => id);
      assert.equal(rolecall.check(config, roster, { accepted: errors }).verdict, "block");
      const both = [undefined, { accepted }].map((options) => new rolecall.Session(extra).fingerprint(saveable, options));
      assert.equal(both[0], both[1]);
    });

    test("a configuration that cannot be read is refused, and the next is answered", () => {
      for (const ask of ["repair", "plan"]) {
        assert.throws(() => session[ask]("{"), refusal(rolecall, { code: "input/not-json", path: "/config" }));
        assert.throws(() => session[ask]({}), refusal(rolecall, { code: "input/no-plan" }));
        assert.ok(session[ask](config).length > 0);
      }
    });

    test("for random organisations, repairs are found within the bound and hold", () => {
      for (let seed = 1; seed <= 40; seed++) {
        const random = world(seed);
        const session = new rolecall.Session(random.roster);
        for (const config of random.configs) {
          const document = { config, roster: session.roster() };
          const repairs = session.repair(config);
          assert.ok(repairs.search.checks <= 200, `seed ${seed}`);
          const blocked = session.check(config, { fixes: false }).verdict === "block";
          assert.equal(blocked, repairs.length + repairs.why.length > 0, `seed ${seed}`);
          for (const { fixes, verdict } of repairs) {
            const patches = fixes.map(({ patch }) => patch);
            assert.equal(answer(patched(document, patches)).verdict, verdict, `seed ${seed}`);
          }
        }
        session.free();
      }
    });
  });
}

test("a worker answers the same, with what stands beside the repairs", async () => {
  const project = install();
  const of = (file) => import(pathToFileURL(join(project, "node_modules", "rolecall", file)));
  const [{ Session, init }, worker] = [await of("node.js"), await of("worker-node.js")];
  await init();
  const here = new Session(roster);
  const there = await worker.Session.open(roster);
  const repairs = await there.repair(config, { locale: "ja" });
  assert.deepEqual(repairs, here.repair(config, { locale: "ja" }));
  assert.deepEqual([repairs.why, repairs.search], [[], here.repair(config).search]);
  assert.deepEqual(await there.plan(config), here.plan(config));
  const accepted = (await there.check(config)).findings.map(({ id }) => id);
  assert.deepEqual(await there.check(config, { accepted }), here.check(config, { accepted }));
  await there[Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]();
});
