// What is measured in Node: every job in a process of its own, so that none has the leavings of another.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { roster } from "./input.mjs";
import { median } from "./measure.mjs";

// Room for a million people as objects, several times over.
const HEAP = `--max-old-space-size=${Math.round((totalmem() / 2 ** 20) * 0.7)}`;
const COLD_PROCESSES = 9;
/** How many people the organisation of the 10,000 checks has. */
const CHECKED = 1000;

export function inNode(sizes) {
  const results = { sizes: {} };
  for (const people of sizes) {
    console.error(`Node, ${people} people`);
    results.sizes[people] = {
      sessions: job("sessions", people),
      wholeChecks: job("wholeChecks", people),
      memory: job("memory", people),
      cold: cold(people),
    };
  }
  console.error("Node, many checks");
  results.checks = job("checks", CHECKED);
  return results;
}

/** What the job answers; where it broke down, `broke` says so. */
function job(name, people) {
  try {
    return JSON.parse(node([HEAP], "job.mjs", name, people));
  } catch (error) {
    return { broke: error.signal ?? String(error.message).split("\n", 1)[0] };
  }
}

/** The first answer of a process, the engine's and JavaScript's turn and turn about: medians in milliseconds. */
function cold(people) {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-bench-"));
  try {
    const file = join(folder, "roster.json");
    writeFileSync(file, JSON.stringify(roster(people)));
    const runs = { engine: [], javascript: [] };
    for (let count = 0; count < COLD_PROCESSES; count++) {
      for (const who of count % 2 === 0 ? ["engine", "javascript"] : ["javascript", "engine"]) {
        runs[who].push(JSON.parse(node([HEAP], "cold.mjs", who, file, people)));
      }
    }
    agree(runs.engine[0].counts, runs.javascript[0].counts);
    return Object.fromEntries(Object.entries(runs).map(([who, times]) => [who, medians(times)]));
  } catch (error) {
    return { broke: String(error.message).split("\n", 1)[0] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function medians(times) {
  const of = (field) => median(times.map((time) => time[field]));
  const whole = median(times.map(({ loaded, answered }) => loaded + answered));
  return { loaded: of("loaded"), answered: of("answered"), whole };
}

/** Whoever answers something else is not to be compared with. */
function agree(engine, javascript) {
  for (const [outcome, people] of Object.entries(javascript)) {
    if (engine[outcome] !== people) throw new Error(`the engine counts ${engine[outcome]} ${outcome}, the comparator ${people}`);
  }
}

function node(flags, script, ...rest) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return execFileSync(process.execPath, [...flags, path, ...rest.map(String)], { encoding: "utf8", maxBuffer: 2 ** 26 });
}
