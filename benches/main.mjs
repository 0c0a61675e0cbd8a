// `cargo xtask bench` calls this once everything is built:
// `node main.mjs --people=1000,10000 --out=FILE [--criterion=FOLDER] [--spent=FOLDER] node chromium size`.

import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inChromium } from "./chromium.mjs";
import { document } from "./document.mjs";
import { inNode } from "./node.mjs";
import { sizes } from "./size.mjs";
import { spent } from "./spent.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { people: { type: "string" }, out: { type: "string" }, criterion: { type: "string" }, spent: { type: "string" } },
});
const people = values.people.split(",").map(Number);

const results = { machine: machine() };
if (positionals.includes("size")) results.size = sizes();
if (values.spent !== undefined) results.spent = spent(values.spent);
if (positionals.includes("node")) results.node = inNode(people);
if (positionals.includes("chromium")) results.chromium = await inChromium(people);
if (values.criterion !== undefined) results.native = native(values.criterion);

const text = document(results);
writeFileSync(values.out, text);
console.log(text);
complain(results);

/** The kind of machine, in words that say nothing of whose it is. */
function machine() {
  const [node] = process.versions.node.split(".");
  const memory = Math.round(totalmem() / 2 ** 30);
  return `a machine with ${cpus().length} processors (${process.platform}, ${arch()}) and about ${memory} GB of memory, with Node ${node}`;
}

/** What criterion has found, in milliseconds, by people and by what. */
function native(folder) {
  const found = {};
  for (const size of people) {
    for (const name of ["from_json", "report"]) {
      try {
        const estimates = JSON.parse(readFileSync(join(folder, name, String(size), "new/estimates.json"), "utf8"));
        (found[size] ??= {})[name] = estimates.median.point_estimate / 1e6;
      } catch (error) {
        if (error.code !== "ENOENT") throw error; // a size that criterion was not asked about
      }
    }
  }
  return found;
}

/** Says what broke down: in the tables it is only missing. */
function complain(results, place = "") {
  for (const [key, value] of Object.entries(results ?? {})) {
    if (key === "broke") console.error(`${place} broke down: ${value}`);
    else if (key === "failed") for (const [name, why] of Object.entries(value)) console.error(`${place}/${name} failed: ${why}`);
    else if (typeof value === "object") complain(value, `${place}/${key}`);
  }
}
