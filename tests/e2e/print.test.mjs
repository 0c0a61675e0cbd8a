// The answer on paper: all of it, unfolded, in light colours, and nothing to press.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventually, page } from "./support.mjs";

const app = page();

/** What can be seen of the page, shadow roots included. */
const seen = (tab) =>
  tab.evaluate(() => {
    const isShown = (node) => node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    // Ways to mend stay as somebody has opened them.
    const PARTS = ["rc-changes", "rc-flow", "rc-findings", "rc-readiness"];
    const found = { text: "", controls: [], closed: [] };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) found.text += node.data;
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      if (["STYLE", "SCRIPT"].includes(node.tagName) || node.classList.contains("visually-hidden")) return;
      const style = getComputedStyle(node);
      if (style.display === "none" || style.visibility === "hidden") return;
      if (node.matches("select, input, textarea")) found.controls.push(node.tagName);
      const isUnfolded = PARTS.includes(node.getRootNode().host?.localName) && !node.closest(".fixes");
      if (isUnfolded && node.matches("details:not([open])") && isShown(node)) found.closed.push(node.textContent.trim().slice(0, 40));
      for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
      found.text += "\n";
    };
    walk(document.body);
    return { ...found, text: found.text.replace(/\s+/g, " ") };
  });

const details = (tab) => tab.locator(".answer details").evaluateAll((nodes) => nodes.map(({ open }) => open));
const rested = (tab) => tab.waitForTimeout(1_500);

async function print(tab) {
  await tab.emulateMedia({ media: "print" });
  await tab.locator("rc-paper-people table, rc-paper-people p").first().waitFor();
}

describe("on paper", () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const locale of ["en-GB", "ja-JP"]) {
      test(`light colours and no controls: ${colorScheme}, ${locale}`, async (t) => {
        const { tab, complaints } = await app.open(t, { colorScheme, locale });
        await rested(tab);
        await print(tab);
        const { controls, closed, text } = await seen(tab);
        assert.deepEqual(controls, []);
        assert.deepEqual(closed, []);
        for (const word of ["Copy a link", "リンクをコピー", "Show them", "一覧を見る", "日本語", "Download"]) {
          assert.ok(!text.includes(word), word);
        }
        const [ground, ink] = await tab.evaluate(() => {
          const style = getComputedStyle(document.querySelector("rc-app").shadowRoot.querySelector("rc-flow").shadowRoot.querySelector(".card"));
          return [style.backgroundColor, style.color];
        });
        assert.deepEqual([ground, ink], ["rgb(255, 255, 255)", "rgb(31, 29, 26)"]);
        assert.deepEqual(complaints, []);
      });
    }
  }

  test("whose, when, on what ground; verdict, changes, picture and table, findings, set-up, people", async (t) => {
    const { tab } = await app.open(t);
    await rested(tab);
    await print(tab);
    const { text } = await seen(tab);
    const inOrder = [
      /Harbour & Pine · Plan: Enterprise, seat-based · /,
      new RegExp(String(new Date().getFullYear())),
      /Members \(rolecall’s own JSON\), 58 rows, 58 people/,
      /Do not save/,
      /9 people lose access/,
      /Purchased/,
      /From today to after saving/,
      /Waiting for a seat 1/,
      /Loses access 9/,
      /What happens/,
      /Findings/,
      /robert\.achterberg@example\.com/, // folded on the screen
      /Ways back after saving/,
      /What this answer assumes/,
      /How far the set-up is/,
      /Who is affected, hardest hit first/,
      /Hannah Weiss.*Removed/,
      /Saoirse Byrne.*when seats are bought/,
      /not affiliated with/,
    ];
    let at = 0;
    for (const part of inOrder) {
      const found = text.slice(at).search(part);
      assert.ok(found >= 0, `${part} is missing, or in another place`);
      at += found;
    }
    assert.equal(await tab.locator("rc-paper-people tbody tr").count(), 20);
  });

  test("what was folded is open while printing, and folded again afterwards", async (t) => {
    const { tab } = await app.open(t);
    await tab.locator("rc-flow details").evaluate((node) => (node.open = true));
    const before = await details(tab);
    assert.ok(before.includes(false) && before.includes(true));
    for (let time = 0; time < 2; time++) {
      await tab.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      const { closed } = await seen(tab);
      assert.deepEqual(closed, []);
      await tab.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      assert.deepEqual(await details(tab), before);
    }
    assert.equal(await tab.locator("rc-paper-people table").count(), 0);
  });

  test("of many people the 200 hardest hit, and how many more", async (t) => {
    const { tab, field } = await app.open(t);
    const members = Array.from({ length: 1_234 }, (_, at) => ({ email: `p${at}@example.com`, seatTier: "standard" }));
    await field("roster").fill(JSON.stringify({ members, directory: { users: [] } }));
    await tab.locator("rc-flow .link[data-people='1234']").waitFor({ state: "attached" });
    await rested(tab);
    await print(tab);
    assert.equal(await tab.locator("rc-paper-people tbody tr").count(), 200);
    assert.match(await tab.locator("rc-paper-people section").innerText(), /and 1,034 more/);
  });

  test("of an answer that affects nobody it says so", async (t) => {
    const { tab, field } = await app.open(t);
    await field("roster").fill('{ "members": [] }');
    await tab.locator("rc-flow").getByText("There is nobody to draw.").waitFor();
    await rested(tab);
    await print(tab);
    assert.match(await tab.locator("rc-paper-people section").innerText(), /Nobody is affected\./);
  });

  test("the picture has its own width there, and its names stand at their places", async (t) => {
    for (const width of [390, 1400]) {
      const { tab } = await app.open(t, { viewport: { width, height: 900 } });
      await rested(tab);
      await tab.setViewportSize({ width: 700, height: 990 }); // as wide as A4 within its margins
      await print(tab);
      const off = await eventually(
        () =>
          tab.locator("rc-flow").evaluate((host) => {
            const root = host.shadowRoot;
            const bars = [...root.querySelectorAll(".bars rect")].map((bar) => bar.getBoundingClientRect());
            const middle = ({ top, bottom }) => (top + bottom) / 2;
            return [...root.querySelectorAll(".place")].map((place) => {
              const box = place.getBoundingClientRect();
              return Math.min(...bars.map((bar) => Math.abs(middle(bar) - middle(box)) + Math.min(Math.abs(bar.left - box.right), Math.abs(bar.right - box.left))));
            });
          }),
        (off) => off.length > 0 && Math.max(...off) < 2,
        `names and bars at ${width}px`,
      );
      assert.ok(Math.max(...off) < 2, String(off));
      assert.equal(await tab.locator("rc-flow .middle").evaluate((node) => node.clientWidth), 380);
    }
  });

  for (const format of ["A4", "Letter"]) {
    test(`a PDF on ${format}`, async (t) => {
      const { tab } = await app.open(t, { viewport: { width: 390, height: 844 } });
      await rested(tab);
      const before = await details(tab);
      const pdf = await tab.pdf({ format });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
      assert.ok(pages >= 5 && pages <= 10, `${pages} pages`);
      assert.deepEqual(await details(tab), before);
    });
  }

  test("the button prints once it is known who is affected", async (t) => {
    const { tab, field, person } = await app.open(t, { prepare: (tab) => tab.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1))) });
    await field("roster").fill('{ "members": [{ "email": "solo@example.com" }], "directory": { "users": [] } }');
    await person("solo@example.com").waitFor();
    await tab.getByRole("button", { name: "Print", exact: true }).click();
    await eventually(() => tab.evaluate(() => window.printed), (printed) => printed === 1, "it is printed");
    await print(tab);
    assert.match(await tab.locator("rc-paper-people section").innerText(), /solo@example\.com/);
    await tab.emulateMedia({ media: "screen" });
    await field("config").fill("{ not json");
    await tab.locator("#problem").waitFor();
    assert.ok(await tab.getByRole("button", { name: "Print", exact: true }).isDisabled());
  });
});
