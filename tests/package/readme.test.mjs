// Every JavaScript snippet of the READMEs, and of what they send their readers to, is run; what it prints is what its comments `// → …` say, line by line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

for (const readme of ["README.md", "pkg/README.md", "docs/embedding.md"]) {
  const file = fileURLToPath(new URL(`../../${readme}`, import.meta.url));
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const snippets = [...text.matchAll(/^```js\n(.*?)^```$/gms)];

  test(`${readme} has snippets`, () => assert.notEqual(snippets.length, 0));

  for (const snippet of snippets) {
    const line = text.slice(0, snippet.index).split("\n").length;
    test(`${readme}, line ${line}`, () => {
      const module = join(install(), "snippet.mjs");
      writeFileSync(module, snippet[1]);
      const printed = execFileSync(process.execPath, [module], { encoding: "utf8" });
      const promised = [...snippet[1].matchAll(/\/\/ → (.*)$/gm)].map(([, output]) => output.trimEnd());
      if (promised.length > 0) assert.deepEqual(printed.trimEnd().split("\n"), promised);
    });
  }
}
