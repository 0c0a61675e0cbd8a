// The documentation of the rules, as a customer loads it.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { install, loaders as engines } from "./install.mjs";

const loaders = {
  "ES module": (project) => {
    const module = join(project, "rules.mjs");
    writeFileSync(module, 'export * from "rolecall/rules";\n');
    return import(pathToFileURL(module).href);
  },
  CommonJS: async (project) => createRequire(join(project, "module.cjs"))("rolecall/rules"),
};

for (const [system, load] of Object.entries(loaders)) {
  describe(`rolecall/rules as ${system}`, () => {
    test("answers for every rule, in both languages, with examples that are what they say", async () => {
      const project = install();
      const { rule } = await load(project);
      const engine = await engines[system](project);
      await engine.init();
      for (const code of engine.catalog().rules) {
        for (const locale of ["en", "ja"]) {
          const document = await rule(code, { locale });
          assert.equal(document.code, code);
          for (const text of [document.says, document.why, document.fix]) assert.ok(text.length > 10, `${code} ${locale}`);
          assert.ok(document.sources.length > 0 && document.sources.every(({ title }) => title), `${code} ${locale}`);
        }
        const { fails, passes } = await rule(code);
        const codes = ({ config, roster }) => engine.check(config, roster).findings.map((finding) => finding.code);
        assert.ok(codes(fails).includes(code), code);
        assert.ok(!codes(passes).includes(code), code);
      }
    });

    test("speaks English unless asked, and knows only its own", async () => {
      const { rule } = await load(install());
      assert.match((await rule("plan/scim-on-team")).says, /^SCIM/);
      assert.deepEqual(await rule("plan/scim-on-team", { locale: "fr" }), await rule("plan/scim-on-team"));
      assert.equal(await rule("plan/no-such-rule"), undefined);
      for (const code of ["__proto__", "constructor", "toString", ""]) assert.equal(await rule(code), undefined);
    });
  });
}
