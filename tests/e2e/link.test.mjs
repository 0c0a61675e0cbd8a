// A link carries the configuration and nothing of anybody: made here, opened here, and sent to nobody.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { AxeBuilder, eventually, page } from "./support.mjs";

const app = page();
const SAMPLE = JSON.parse(readFileSync(new URL("../../www/src/sample/config.json", import.meta.url), "utf8"));
const ALLOWED = { permissions: ["clipboard-read", "clipboard-write"] };
const NAME = "#config=";

const fragmentOf = (text) => NAME + deflateRawSync(Buffer.from(text)).toString("base64url");
const carried = (link) => JSON.parse(inflateRawSync(Buffer.from(link.slice(link.indexOf(NAME) + NAME.length), "base64url")));

const share = (tab) => tab.locator("rc-share");
const arrived = (tab) => tab.locator("rc-linked");

function copied(tab) {
  const copy = async () => {
    await share(tab).getByRole("button", { name: "Copy a link" }).click();
    // Another answer may come, and with it another link to be copied.
    return share(tab).getByLabel("Link", { exact: true }).inputValue({ timeout: 2_000 }).catch(() => undefined);
  };
  return eventually(copy, (link) => link !== undefined, "a link", 30_000);
}

/** Opens the page by an address with a fragment. */
const openBy = (t, fragment, options = {}) =>
  app.open(t, {
    ...options,
    prepare: async (tab) => {
      await options.prepare?.(tab);
      const go = tab.goto.bind(tab);
      tab.goto = (url, more) => go(url + fragment, more);
    },
  });

/** The page's address, as soon as nothing of the configuration is in it. */
const address = (tab) => eventually(() => tab.evaluate(() => location.href), (href) => !href.includes("#"), "the fragment is gone");

const config = (given) => given.field("config").inputValue().then(JSON.parse);

describe("what a link carries", () => {
  test("the configuration without whoever presses Save, and it comes back as it was", async (t) => {
    const { tab, requests, complaints } = await app.open(t, ALLOWED);
    const loaded = requests.length;
    const link = await copied(tab);
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), link);
    const { actor, ...rest } = SAMPLE;
    assert.deepEqual(carried(link), rest);
    assert.ok(link.startsWith(app.url() + NAME));
    assert.match(link.slice(link.indexOf("#")), /^#config=[\w-]+$/);
    await share(tab).getByText("The link is copied.").waitFor();
    await share(tab).getByText("Left out: who presses Save.").waitFor();
    assert.deepEqual(requests.slice(loaded), []);

    const opened = await openBy(t, link.slice(link.indexOf("#")));
    assert.deepEqual(await config(opened), rest);
    assert.deepEqual([...complaints, ...opened.complaints], []);
    assert.ok(actor.includes("@"));
  });

  test("where the browser does not let it be copied, it is there to be copied by hand", async (t) => {
    const { tab } = await app.open(t, {
      prepare: (tab) => tab.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error()) } })),
    });
    const link = await copied(tab);
    await share(tab).getByText("copy it from here").waitFor();
    await eventually(
      () => share(tab).locator("input").evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd)),
      (selected) => selected === link,
      "the link is selected",
    );
    const { violations } = await new AxeBuilder({ page: tab }).include({ fromShadowDom: ["rc-app", "rc-exports", "rc-share"] }).analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
  });

  test("it is of the answer on the page, and gone when the configuration is another", async (t) => {
    const given = await app.open(t, ALLOWED);
    await copied(given.tab);
    await given.rewrite("config", (text) => text.replace("Harbour & Pine", "Pine"));
    await share(given.tab).locator("input").waitFor({ state: "detached" });
    assert.equal(carried(await copied(given.tab)).organization.name, "Pine");
    await given.field("config").fill("{ not json");
    await given.tab.locator("#problem").waitFor();
    assert.ok(await share(given.tab).getByRole("button", { name: "Copy a link" }).isDisabled());
  });

  // Every way to write the same address.
  const ADDRESSES = [
    "ann@acme.com",
    "Ann Example <ann@acme.com>",
    "Team of ann@acme.com and others",
    "ann＠acme.com",
    "ann﹫acme.com",
    "ann\u200b@\u200bacme.com",
    "ann\u{e0040}acme.com",
    "annⓐacme.com",
    "ann%40acme.com",
    "ann%2540acme.com",
    "ann%EF%BC%A0acme.com",
    "ann&#64;acme.com",
    "ann&#x40;acme.com",
    "ann&commat;acme.com",
    "ann\\u0040acme.com",
    "ann (at) acme.com",
    "ann[at]acme.com",
    "ann at acme dot com",
    "mailto:ann@acme.com",
    "ann.without.sign",
  ];

  test("no address in any place, however it is written", async (t) => {
    const { tab, field, complaints } = await app.open(t, ALLOWED);
    for (const written of ADDRESSES) {
      const roster = {
        members: [{ email: "ann@acme.com", role: "owner" }, { email: "ann.without.sign" }],
        directory: { users: [{ email: "ann@acme.com", groups: ["owners", "ann@acme.com"] }], groups: [{ name: "owners" }] },
      };
      const mapping = { roles: { owner: ["owners", written], [written]: ["owners"] }, seatTiers: { premium: [written], [written]: [] } };
      const hostile = {
        [written]: written,
        $schema: written,
        organization: { name: written, plan: "team", seats: { premium: 5, [written]: 3, standard: written }, [written]: 1 },
        parent: {
          kind: written,
          domains: [{ name: written, verified: true, [written]: 1 }, { name: "acme.com", verified: true }, written],
          sso: { connected: true, required: written, note: written },
          directorySync: { connected: true, provider: written },
          siblings: [{ name: written, plan: written, mode: written, groupMapping: written }],
        },
        provisioning: { mode: "jit", groupMapping: mapping },
        saved: { mode: written, groupMapping: mapping, ssoRequired: written },
        actor: written,
        guards: { minAdmins: 2, maxLoss: written, [written]: 1 },
        expect: [
          { email: written, role: "owner" },
          { group: written, access: true },
          { group: "owners", role: "owner", note: written },
          { everyone: true, role: written },
        ],
        assumptions: { tierUnmapped: written, defaultRole: "user", [written]: written },
      };
      await field("roster").fill(JSON.stringify(roster));
      await field("config").fill(JSON.stringify(hostile));
      const answered = () => tab.locator("rc-exports").evaluate((node) => node.answered.config);
      await eventually(answered, (config) => config === JSON.stringify(hostile), `an answer about ${written}`);
      assert.deepEqual(carried(await copied(tab)), {
        organization: { plan: "team", seats: { premium: 5 } },
        parent: {
          domains: [{ verified: true }, { name: "acme.com", verified: true }],
          sso: { connected: true },
          directorySync: { connected: true },
          siblings: [{}],
        },
        provisioning: { mode: "jit", groupMapping: { roles: { owner: ["owners"] }, seatTiers: { premium: [] } } },
        saved: { groupMapping: { roles: { owner: ["owners"] }, seatTiers: { premium: [] } } },
        guards: { minAdmins: 2 },
        expect: [{ group: "owners", role: "owner" }, { everyone: true }],
        assumptions: { defaultRole: "user" },
      }, JSON.stringify(written));
      await share(tab).getByText(/Left out: who presses Save; 1 expectation about a person; \d+ texts that may hold an address/).waitFor();
    }
    assert.deepEqual(complaints, []);
  });

  test("a group that the directory knows by an address is a group, unless it is a person's", async (t) => {
    const { tab, field, person } = await app.open(t, ALLOWED);
    const users = [{ email: "ann@acme.com", groups: ["owners@acme.com", "bob@acme.com"] }];
    await field("roster").fill(JSON.stringify({ members: [{ email: "ann@acme.com" }, { email: "Bob@acme.com" }], directory: { users } }));
    await field("config").fill(
      JSON.stringify({
        organization: { plan: "team", name: "owners@acme.com" },
        provisioning: { mode: "jit", groupMapping: { roles: { owner: ["owners@acme.com", "bob@acme.com", "carl@acme.com"] } } },
        expect: [{ group: "owners@acme.com", role: "owner" }],
      }),
    );
    await person("ann@acme.com").waitFor();
    await eventually(() => copied(tab).then(carried), ({ organization }) => organization.plan === "team", "the last answer's link");
    assert.deepEqual(carried(await copied(tab)), {
      organization: { plan: "team" },
      provisioning: { mode: "jit", groupMapping: { roles: { owner: ["owners@acme.com"] } } },
      expect: [{ group: "owners@acme.com", role: "owner" }],
    });
  });

  test("null and absent stay what they are", async (t) => {
    const { tab, field } = await app.open(t, ALLOWED);
    const given = { organization: { plan: "team", name: null }, parent: null, provisioning: { mode: "jit", groupMapping: {} }, saved: {} };
    await field("config").fill(JSON.stringify(given));
    await tab.locator("rc-findings").getByText("plan/", { exact: false }).first().waitFor();
    await eventually(() => copied(tab).then(carried), (config) => config.saved && !config.saved.mode, "the last answer's link");
    assert.deepEqual(carried(await copied(tab)), given);
  });
});

describe("opening a link", () => {
  const GIVEN = { organization: { plan: "team", name: "Elsewhere" }, provisioning: { mode: "manual" } };
  const FRAGMENT = fragmentOf(JSON.stringify(GIVEN));
  const stored = (tab) => tab.evaluate(() => localStorage.getItem("rolecall.config"));

  test("the configuration is in place, nobody in the roster, the address clean; undo goes back", async (t) => {
    const given = await openBy(t, FRAGMENT);
    const { tab, requests, complaints } = given;
    assert.equal(await address(tab), app.url());
    assert.deepEqual(await config(given), GIVEN);
    await arrived(tab).getByText("The configuration came with the link.").waitFor();
    await arrived(tab).getByText("Put in your roster").waitFor();
    await tab.locator("rc-people").getByText("The roster names nobody.").waitFor();
    assert.equal(await stored(tab), null, "a link is not kept");
    const { origin } = new URL(app.url());
    assert.deepEqual(requests.filter((url) => new URL(url).origin !== origin || url.includes(FRAGMENT.slice(NAME.length))), []);
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);

    await given.field("roster").fill('{ "members": [{ "email": "solo@example.com" }] }');
    await given.person("solo@example.com").waitFor();
    assert.equal(await arrived(tab).getByText("Put in your roster").count(), 0);
    await arrived(tab).getByRole("button", { name: "Undo" }).click();
    await eventually(() => config(given), (config) => config.organization.name === "Harbour & Pine", "the sample is back");
    assert.match(await given.field("roster").inputValue(), /solo@example\.com/, "what was put in stays");
    assert.deepEqual(complaints, []);
  });

  test("what the browser keeps stays until somebody edits", async (t) => {
    const given = await app.open(t);
    const { tab, field } = given;
    const KEPT = '{ "organization": { "plan": "team", "name": "Kept" } }';
    await field("config").fill(KEPT);
    await field("roster").fill('{ "members": [{ "email": "mine@example.com" }] }');
    await tab.getByLabel("Keep the roster in this browser as well").check();
    await given.person("mine@example.com").waitFor();
    await tab.goto("about:blank");
    await tab.goto(app.url() + FRAGMENT);
    await tab.locator("html[data-loaded]").waitFor({ state: "attached" });
    await arrived(tab).getByText("came with the link").waitFor();
    assert.deepEqual(await config(given), GIVEN);
    await given.person("mine@example.com").waitFor();
    assert.equal(await arrived(tab).getByText("Put in your roster").count(), 0);
    assert.equal(await stored(tab), KEPT);
    await arrived(tab).getByRole("button", { name: "Undo" }).click();
    await eventually(() => field("config").inputValue(), (text) => text === KEPT, "the kept one is back");
    assert.equal(await stored(tab), KEPT);

    await tab.evaluate((hash) => (location.hash = hash), FRAGMENT);
    await arrived(tab).getByText("came with the link").waitFor();
    await given.rewrite("config", (text) => text.replace("Elsewhere", "Edited"));
    await eventually(() => stored(tab), (text) => text.includes("Edited"), "it is kept once it is edited");
  });

  test("in an open tab the roster stays, and nothing is fetched", async (t) => {
    const given = await app.open(t);
    const { tab, requests } = given;
    await given.field("roster").fill('{ "members": [{ "email": "mine@example.com" }] }');
    await given.person("mine@example.com").waitFor();
    const loaded = requests.length;
    await tab.evaluate((hash) => (location.hash = hash), FRAGMENT);
    await arrived(tab).getByText("came with the link").waitFor();
    assert.equal(await address(tab), app.url());
    assert.deepEqual(await config(given), GIVEN);
    assert.match(await given.field("roster").inputValue(), /mine@example\.com/);
    // The browser looks for an icon again whenever the address changes.
    assert.deepEqual(requests.slice(loaded).filter((url) => !url.endsWith("/favicon.svg")), []);
    await arrived(tab).getByRole("button", { name: "Dismiss" }).click();
    await arrived(tab).locator(".note").waitFor({ state: "detached" });
    assert.deepEqual(await config(given), GIVEN);
  });

  const BOMB = `{"organization":{"plan":"team","name":"${"a".repeat(50_000_000)}"}}`;
  const BROKEN = {
    "cut off": [FRAGMENT.slice(0, -12), /damaged/],
    empty: [NAME, /damaged/],
    "no base64url": [`${NAME}***`, /damaged/],
    "other letters": [`${NAME}%E3%81%82`, /damaged/],
    "not deflated": [NAME + Buffer.from("plain").toString("base64url"), /damaged/],
    "no JSON": [fragmentOf("{ not json"), /damaged/],
    "no object": [fragmentOf("[1]"), /damaged/],
    "not UTF-8": [NAME + deflateRawSync(Buffer.from([0x7b, 0xff, 0x7d])).toString("base64url"), /damaged/],
    "something behind it": [NAME + Buffer.concat([deflateRawSync("{}"), Buffer.from("more")]).toString("base64url"), /damaged/],
    "a few letters for megabytes": [fragmentOf(BOMB), /more than 1 MB/],
    "over-long itself": [NAME + "A".repeat(1_100_000), /more than 1 MB/],
  };
  for (const [what, [fragment, message]] of Object.entries(BROKEN)) {
    test(`a link that cannot be read says so and changes nothing: ${what}`, async (t) => {
      const given = await openBy(t, fragment);
      const { tab, complaints } = given;
      await arrived(tab).getByText(message).waitFor();
      assert.equal(await address(tab), app.url());
      assert.deepEqual(await config(given), SAMPLE);
      await given.person("ben.carter@example.com").waitFor();
      assert.equal(await arrived(tab).getByRole("button", { name: "Undo" }).count(), 0);
      await arrived(tab).getByRole("button", { name: "Dismiss" }).click();
      await arrived(tab).locator(".note").waitFor({ state: "detached" });
      assert.deepEqual(complaints, []);
    });
  }

  test("any JSON is shown as text, and what cannot be answered about says so", async (t) => {
    const given = await openBy(t, fragmentOf('{"<img src=x onerror=alert(1)>":1,"__proto__":{"x":1}}'), { ready: "rc-linked .note" });
    await given.editor("config").locator("#problem").waitFor();
    assert.match(await given.field("config").inputValue(), /<img src=x/);
    assert.equal(await given.tab.locator("img").count(), 0);
    assert.deepEqual(given.complaints, []);
  });

  test("another fragment is nobody's business", async (t) => {
    const { tab } = await openBy(t, "#people");
    assert.equal(await tab.evaluate(() => location.hash), "#people");
    assert.equal(await arrived(tab).locator(".note").count(), 0);
  });

  test("it is said in Japanese too", async (t) => {
    const { tab } = await openBy(t, FRAGMENT, { locale: "ja-JP" });
    await arrived(tab).getByText("設定はリンクから読み込まれました。").waitFor();
    await tab.getByRole("button", { name: "English" }).click();
    await arrived(tab).getByText("The configuration came with the link.").waitFor();
  });
});
