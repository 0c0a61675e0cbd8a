// What must be downloaded before the first answer is little, and the rest is there soon after it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { page } from "./support.mjs";

const app = page();
const DIST = fileURLToPath(new URL("../../www/dist/", import.meta.url));
const MOST = 250_000;

/** The files that were asked for until the first answer was on the page. */
const askedBeforeTheAnswer = (tab) =>
  tab.evaluate(() => {
    const [{ startTime: answered }] = performance.getEntriesByName("first-answer");
    const asked = performance.getEntriesByType("resource").filter(({ startTime }) => startTime <= answered);
    return [...new Set(asked.map(({ name }) => new URL(name).pathname.slice(1)))];
  });

for (const locale of ["en-GB", "ja-JP"]) {
  test(`the first answer comes with at most 250 KB, ${locale}`, async (t) => {
    const { tab, verdict } = await app.open(t, { locale });
    assert.match(await verdict.innerText(), /Do not save|保存しないでください/);
    const files = ["index.html", ...(await askedBeforeTheAnswer(tab))];
    for (const needed of [/page-.*\.js/, /core-.*\.wasm/, /worker-thread-.*\.js/]) {
      assert.ok(files.some((file) => needed.test(file)), `${needed} is not among ${files}`);
    }
    const sizes = files.map((file) => [file, brotliCompressSync(readFileSync(`${DIST}${file}`)).length]);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(total <= MOST, `${total} bytes: ${JSON.stringify(sizes)}`);
    t.diagnostic(`${total} bytes`);
  });
}
