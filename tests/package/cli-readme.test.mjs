// Every shell snippet is run, in a project that has installed the package; what it prints is what its comments `# → …` say, line
// by line, and a line `# → …` of an ellipsis stands for any number of lines. The pipelines are run as far as they are ours.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { project, small } from "./cli.mjs";
import { tarball } from "./install.mjs";

const home = mkdtempSync(join(tmpdir(), "rolecall-readme-"));
after(() => rmSync(home, { recursive: true, force: true }));
writeFileSync(join(home, "package.json"), '{ "private": true }');
execFileSync("npm", ["install", "--offline", "--silent", "--no-audit", "--no-fund", tarball], { cwd: home });
mkdirSync(join(home, "identity"));
const config = `{
  "organization": { "plan": "enterprise-seat-based" },
  "parent": { "domains": [{ "name": "acme.com", "verified": true }], "sso": { "connected": true }, "directorySync": { "connected": true } },
  "actor": "ann@acme.com",
  "guards": { "minAdmins": 1 },
  "provisioning": {
    "mode": "scim"
  }
}
`;
for (const name of ["config.json", "identity/config.json"]) writeFileSync(join(home, name), config);
copyFileSync(join(project, small.members), join(home, "members.csv"));
copyFileSync(join(project, small.one), join(home, "scim.json"));
writeFileSync(join(home, "staff.csv"), "Employee;Login;Teams\nAnn;ann@acme.com;app-users, berlin\n");
writeFileSync(join(home, "identity/accepted.txt"), "# nothing yet\n");

const run = (script) => spawnSync("sh", ["-c", script], { cwd: home, encoding: "utf8" });

for (const name of ["pkg/README.md", "docs/ci.md"]) {
  const text = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
  const snippets = [...text.matchAll(/^```sh\n(.*?)^```$/gms)];

  describe(name, () => {
    test("has snippets", () => assert.notEqual(snippets.length, 0));

    for (const snippet of snippets) {
      test(`line ${text.slice(0, snippet.index).split("\n").length}`, () => {
        const { stdout, stderr } = run(snippet[1]);
        const promised = [...snippet[1].matchAll(/^# → (.*)$/gm)].map(([, line]) => line);
        const pattern = promised.map((line) => (line === "…" ? "(?:.*\n)*?" : `${line.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\n`));
        assert.match(stdout, new RegExp(`^${pattern.join("")}$`), stderr);
      });
    }

    for (const [, pipeline] of text.matchAll(/^```yaml\n(.*?)^```$/gms)) {
      test(`a pipeline: ${pipeline.split("\n")[0]}`, () => {
        const [command] = /npx --no-install rolecall(?:.*\\\n)*.*--output \S+/.exec(pipeline);
        const { status, stderr } = run(command);
        assert.equal(status, 3, stderr);
        const [, output] = /--output (\S+)/.exec(command);
        assert.doesNotMatch(readFileSync(join(home, output), "utf8"), /ben@acme/);
      });
    }
  });
}
