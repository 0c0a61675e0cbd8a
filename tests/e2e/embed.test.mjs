// <rolecall-verdict> in a page of somebody else's: the built example, under the page's own strict policy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder, eventually, page } from "./support.mjs";

const app = page();

/** The example, with what its element tells the page. */
async function open(t, options = {}) {
  const opened = await app.open(t, { at: "embed.html", ready: "rolecall-verdict #heading", ...options });
  const { tab } = opened;
  const element = tab.locator("rolecall-verdict");
  await tab.evaluate(() => {
    globalThis.told = [];
    for (const name of ["rolecall-answer", "rolecall-go-to", "rolecall-person", "go-to", "show-person", "show-problem", "try-again"]) {
      document.addEventListener(name, ({ detail }) => told.push([name, detail?.error?.code ?? detail?.report?.verdict ?? detail]));
    }
  });
  return {
    ...opened,
    element,
    title: element.locator("h2").first(),
    /** Sets properties of the element, as a page does. */
    set: (properties) => element.evaluate((node, given) => Object.assign(node, given), properties),
    told: () => tab.evaluate(() => told),
    tells: (expected) => eventually(() => tab.evaluate(() => told), (all) => JSON.stringify(all) === JSON.stringify(expected), "what was told"),
    report: () => element.evaluate((node) => node.report),
  };
}

test("it answers, follows the configuration and tells the page what was chosen", async (t) => {
  const { tab, element, title, report, tells, complaints, requests } = await open(t);
  await title.getByText("Do not save").waitFor();
  assert.equal((await report()).verdict, "block");
  assert.equal(await element.getByRole("status").first().count(), 1);

  await element.getByRole("button", { name: "Go to /config/actor in the input" }).click();
  await element.getByRole("button", { name: /mei\.tanaka@example\.com/ }).first().click();
  await tells([
    ["rolecall-go-to", "/config/actor"],
    ["rolecall-person", "mei.tanaka@example.com"],
  ]);

  await element.getByText("About this rule").first().click();
  await element.locator("dd").first().waitFor();

  await tab.getByRole("button", { name: "Change the provisioning mode" }).click();
  await eventually(report, ({ findings }) => findings.some(({ code }) => code === "timing/next-login"), "JIT");
  await element.getByText("timing/next-login").first().waitFor();
  const { origin } = new URL(app.url());
  assert.deepEqual(requests.filter((url) => new URL(url).origin !== origin), []);
  assert.deepEqual(complaints, []);
});

for (const colorScheme of ["light", "dark"]) {
  for (const [locale, verdict] of [
    ["en", "Do not save"],
    ["ja", "保存しないでください"],
  ]) {
    test(`axe is content, ${colorScheme}, ${locale}; it speaks as the page around it`, async (t) => {
      const { tab, element, title, complaints } = await open(t, { colorScheme, viewport: { width: 320, height: 900 } });
      if (locale === "ja") await tab.getByRole("button", { name: "日本語" }).click();
      await title.getByText(verdict).waitFor();
      await element.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
      await element.locator("dd").first().waitFor();
      const { violations } = await new AxeBuilder({ page: tab }).include("rolecall-verdict").analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join("; ")}`), []);
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow}px too wide`);
      assert.deepEqual(complaints, []);
    });
  }
}

test("the language: its own attribute before that of the page, and English for one that is not spoken", async (t) => {
  const { element, title, set } = await open(t);
  await element.evaluate((node) => node.setAttribute("locale", "ja-JP"));
  await title.getByText("保存しないでください").waitFor();
  await set({ locale: "fr" });
  await title.getByText("Do not save").waitFor();
  await element.evaluate((node) => {
    node.removeAttribute("locale");
    const around = document.createElement("div");
    around.lang = "ja";
    node.replaceWith(around);
    around.append(node);
  });
  await title.getByText("保存しないでください").waitFor();
});

test("what cannot be read is said with its place, and what was last answered stays marked as such", async (t) => {
  const { tab, element, title, set, report, complaints } = await open(t);
  await title.getByText("Do not save").waitFor();
  await set({ config: '{\n  "organization": oops' });
  await element.getByText("/config is not JSON").waitFor();
  await element.getByText("From the last input that could be read").waitFor();
  await element.getByText(/line 2/).waitFor();
  assert.equal((await report()).verdict, "block");
  await element.getByRole("button", { name: "Show the problem" }).click();
  await set({ config: { organization: { plan: "gold" } } });
  await element.getByText("/config/organization/plan: gold is not a plan").waitFor();
  await element.getByRole("button", { name: "Show the problem" }).click();
  await set({ config: new Uint8Array([123, 125]) });
  await element.getByText("does not say which plan").waitFor();
  const count = () => tab.evaluate(() => told.length);
  for (const odd of ["number", "list", "text", "bigint", "trap"]) {
    const before = await count();
    await element.evaluate((node, odd) => {
      const trap = () => {
        throw new Error("not to be looked at");
      };
      const configs = { number: 7, list: [], text: "", bigint: { a: 1n }, trap: new Proxy({}, { ownKeys: trap, get: trap }) };
      node.config = configs[odd];
    }, odd);
    await eventually(count, (now) => now > before, odd);
  }
  await set({ config: { organization: { plan: "team" } } });
  await element.getByText("From the last input").waitFor({ state: "detached" });
  await title.getByText("Do not save").waitFor({ state: "detached" });
  const told = await tab.evaluate(() => globalThis.told);
  assert.deepEqual(told.slice(0, 5).map(([name]) => name), [
    "rolecall-answer",
    "rolecall-go-to",
    "rolecall-answer",
    "rolecall-go-to",
    "rolecall-answer",
  ]);
  assert.deepEqual([told[1][1], told[3][1]], ["/config", "/config/organization/plan"]);
  assert.ok(told.every(([name]) => name.startsWith("rolecall-")), "its parts' own events stay inside");
  assert.deepEqual(complaints, []);
});

test("what somebody has accepted is asked for no more, and shown apart", async (t) => {
  const { element, set, report, complaints } = await open(t);
  const { findings } = await report();
  const warnings = findings.filter(({ severity }) => severity === "warning").map(({ id }) => id);
  await set({ accepted: warnings });
  await eventually(report, ({ accepted }) => accepted.length === warnings.length, "all are accepted");
  await element.locator(".accepted li").first().waitFor();
  assert.equal(await element.locator(".accepted li").count(), warnings.length);
  await set({ accepted: [] });
  await eventually(report, ({ accepted }) => accepted.length === 0, "none is");
  assert.deepEqual(complaints, []);
});

test("a freed session gives a message; the element itself frees none", async (t) => {
  const { element, title, set, tells, complaints } = await open(t);
  await title.getByText("Do not save").waitFor();
  await element.evaluate((node) => {
    const around = node.parentElement;
    node.remove();
    around.append(node);
  });
  await tells([["rolecall-answer", "block"]]);
  await element.evaluate((node) => node.session.free());
  await set({ config: { organization: { plan: "team" } } });
  await element.getByText("the session has been freed").waitFor();
  await tells([
    ["rolecall-answer", "block"],
    ["rolecall-answer", "session/gone"],
  ]);
  assert.deepEqual(complaints, []);
});

test("whatever a session throws or rejects is a message, and trying again asks again", async (t) => {
  const { element, title, report, complaints } = await open(t);
  await element.evaluate((node) => {
    const { session } = node;
    let asked = 0;
    const faults = [
      () => { throw "a word"; },
      () => Promise.reject(new TypeError("broken")),
      () => undefined.check,
      (...given) => session.check(...given),
    ];
    node.session = { check: (...given) => faults[asked++](...given) };
  });
  await title.getByText("The check could not be started").waitFor();
  await element.getByText("a word").waitFor();
  assert.equal(await report(), undefined);
  for (const said of ["broken", /undefined/]) {
    await element.getByRole("button", { name: "Try again" }).click();
    await element.getByText(said).first().waitFor();
  }
  await element.getByRole("button", { name: "Try again" }).click();
  await title.getByText("Do not save").waitFor();
  assert.deepEqual(complaints, []);
});

test("the newest question wins, and of several changes at once only the last is asked", async (t) => {
  const { tab, element, set, report, tells, complaints } = await open(t);
  await element.evaluate((node) => {
    const { session } = node;
    globalThis.questions = [];
    node.session = {
      check(config, options) {
        let answer;
        const promise = new Promise((resolve) => (answer = () => resolve(session.check(config, options))));
        questions.push({ name: config.organization.name, signal: options.signal, accepted: options.accepted, answer });
        return promise;
      },
    };
    for (const name of ["zero", "first"]) node.config = { organization: { plan: "team", name } };
  });
  const asked = (count) => eventually(() => tab.evaluate(() => questions.length), (seen) => seen === count, `${count} questions`);
  await asked(1);
  await set({ config: { organization: { plan: "enterprise-seat-based", name: "second" } }, accepted: ["some-id"] });
  await asked(2);
  const seen = await tab.evaluate(() => questions.map(({ name, signal, accepted }) => [name, signal.aborted, accepted.join()]));
  assert.deepEqual(seen, [["first", true, ""], ["second", false, "some-id"]]);
  await tab.evaluate(() => questions[1].answer());
  const answered = await eventually(report, (now) => now !== undefined && now !== null, "an answer");
  await tab.evaluate(() => questions[0].answer());
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.deepEqual(await report(), answered);
  await tells([["rolecall-answer", answered.verdict]]);

  // Taken out of the page, it asks and tells nothing any more; put back, it asks anew.
  await element.evaluate((node) => {
    globalThis.kept = node;
    node.config = { organization: { plan: "team", name: "third" } };
    node.remove();
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(await tab.evaluate(() => questions.length), 2);
  await tab.evaluate(() => document.querySelector("main").append(kept));
  await asked(3);
  assert.equal(await tab.evaluate(() => questions[2].name), "third");
  assert.deepEqual(complaints, []);
});

test("rules of the page around do not get in; its tokens do; its colours follow color-scheme", async (t) => {
  const { tab, element, title } = await open(t, { colorScheme: "light" });
  await title.getByText("Do not save").waitFor();
  const look = () =>
    title.evaluate((node) => {
      const { color, fontFamily, fontSize, letterSpacing, textTransform } = getComputedStyle(node);
      return { color, fontFamily, fontSize, letterSpacing, textTransform };
    });
  const before = await look();
  await tab.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { color: lime !important; font-family: fantasy !important; } h2 { display: none !important; }
      :root { --bad: lime; --ink: lime; text-transform: uppercase; letter-spacing: 1em; line-height: 4; }`);
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(await look(), before);
  assert.ok(await title.isVisible());
  await tab.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
  const dark = await look();
  assert.notEqual(dark.color, before.color);
  await element.evaluate((node) => node.style.setProperty("--rolecall-bad", "rgb(1, 2, 3)"));
  assert.equal((await look()).color, "rgb(1, 2, 3)");
});

test("the page itself neither loads nor keeps any of it", async (t) => {
  const { tab, requests } = await app.open(t);
  const kept = await tab.evaluate(async () => (await fetch("./service-worker.js")).text());
  assert.deepEqual([...requests, kept].filter((text) => /embed|element/.test(text)), []);
});
