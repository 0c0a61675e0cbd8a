// The tables in Markdown, and what is to be said with them.

import { cold, overB, reach, reading, total } from "./reach.mjs";

const KB = 1e3;
const MB = 1e6;

export function document(results) {
  return `${[
    "# Performance",
    INTRODUCTION,
    "## Reach",
    "Each number is a ratio of medians, in Node unless it says otherwise. **B** is the comparator's pass over objects, **P** is\n`JSON.parse` of the same roster.",
    reachTable(results),
    ...(results.node ? ["## In Node", sizesTable(results.node), "## A cold process", coldTable(results), "## Memory", memoryTable(results.node)] : []),
    ...(results.chromium ? ["## In Chromium", sizesTable(results.chromium)] : []),
    ...(results.native ? ["## Compiled for the machine", NATIVE, nativeTable(results)] : []),
    ...(results.size ? ["## Download", sizeTable(results.size)] : []),
    ...(results.spent ? ["## What the download is spent on", SPENT, spentTable(results.spent)] : []),
    "## How it is measured",
    method(results),
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `Written by \`cargo xtask bench\`; do not edit. It compares the engine with what a front-end engineer would write by hand in its
stead, [\`benches/comparator.mjs\`](../benches/comparator.mjs): the same outcomes, roles and seats and five of the findings, without
explanations, repairs or anything else that a report says. Where a number stays above what is asked for, [what is behind it](spent.md).`;

const NATIVE = `How many times as long the WebAssembly takes in Node as the same Rust compiled for the machine, as criterion measures it.`;

const SPENT = `Each part compressed by itself: together they are a little more than the whole. A function is counted for whoever its name
names: where several are the same one stands for all, and what the standard library does for a part is in its own lines.`;

function reachTable(results) {
  const rows = reach(results).map(({ what, limit, unit, isAim, value, met }) => [
    what,
    isAim ? `aim: ${number(limit)} ${unit}` : `${number(limit)} ${unit}`,
    value === undefined ? "not measured" : `${number(value)} ${unit}`,
    met === undefined ? "–" : met ? "yes" : "**no**",
  ]);
  return table(["what", "at most", "measured", "met"], rows);
}

/** A column for each number of people. */
function sizesTable({ sizes }) {
  const columns = Object.keys(sizes);
  const line = (what, read) => [what, ...columns.map((people) => shown(read, sizes[people]))];
  return table(
    ["", ...columns.map((people) => `${count(people)} people`)],
    [
      line("session from bytes, × (P + B)", ({ sessions: { medians } }) => medians.fromBytes / (medians.P + medians.B)),
      line("session from objects, × B", ({ sessions: { medians } }) => overB(medians, "fromObjects")),
      line("`session.check`, × B", ({ sessions: { medians } }) => overB(medians, "check")),
      line("`session.check`, toggling one mapping, × B", ({ sessions: { medians } }) => overB(medians, "toggle")),
      line("the same with fixes, × B", ({ sessions: { medians } }) => overB(medians, "fixes")),
      line("one candidate of `session.repair`, × `session.check`", ({ sessions: { medians } }) => medians.candidate / medians.toggle),
      line("`check` from objects, people included, × B", ({ wholeChecks: { medians } }) => overB(medians, "whole")),
      line("the same without fixes, × B", ({ wholeChecks: { medians } }) => overB(medians, "withoutFixes")),
      line("P, × B", ({ sessions: { medians } }) => overB(medians, "P")),
    ],
  );
}

function coldTable(results) {
  const columns = Object.keys(results.node.sizes);
  const line = (what, part) => [what, ...columns.map((people) => shown((all) => cold(all, people, part), results))];
  return table(
    ["engine, × JavaScript", ...columns.map((people) => `${count(people)} people`)],
    [line("from the roster to the first answer", "answered"), line("with loading the code and starting it", "whole")],
  );
}

function memoryTable({ sizes }) {
  const megabytes = (read) => (people) => shown((size) => read(size) / MB, sizes[people], " MB");
  const columns = Object.keys(sizes);
  const line = (what, read) => [what, ...columns.map(megabytes(read))];
  return table(
    ["", ...columns.map((people) => `${count(people)} people`)],
    [
      line("growth of the memory for the first session, with what reading it takes", ({ memory }) => memory.peak),
      line("what stays alive of a session", ({ memory }) => memory.live),
      line("growth for one more once all were freed", ({ memory }) => memory.again),
    ],
  );
}

function nativeTable({ native, node }) {
  const columns = Object.keys(native);
  const line = (what, name, own) => [
    what,
    ...columns.map((people) => shown(() => node.sizes[people].sessions.medians[name] / native[people][own], {}, " ×")),
  ];
  return table(
    ["WebAssembly, × native", ...columns.map((people) => `${count(people)} people`)],
    [line("session from bytes", "fromBytes", "from_json"), line("`session.check`", "toggle", "report")],
  );
}

/** The files, and what they come to with the one build of the engine or the other. */
function sizeTable({ core, rolecall }) {
  const sum = (files) => ({
    file: `with ${files[0].file} together`,
    ...Object.fromEntries(["raw", "gzip", "brotli"].map((field) => [field, total(files, field)])),
  });
  const rows = [core[0], ...rolecall, sum(core), sum(rolecall)];
  const kilobytes = (size) => `${(size / KB).toFixed(1)} KB`;
  return table(
    ["", "raw", "gzip", "brotli"],
    rows.map(({ file, raw, gzip, brotli }) => [file, kilobytes(raw), kilobytes(gzip), kilobytes(brotli)]),
  );
}

/** By part, what it comes to in either build. */
function spentTable({ core, rolecall }) {
  const size = (part) => (part === undefined ? ["–", "–"] : [part.raw, part.brotli].map((size) => `${(size / KB).toFixed(1)} KB`));
  const rows = rolecall.map((part) => [part.what, ...size(core.find(({ what }) => what === part.what)), ...size(part)]);
  return table(["", "core.wasm, raw", "brotli", "rolecall.wasm, raw", "brotli"], rows);
}

function method({ machine, chromium, node }) {
  const pass = reading(({ sizes }) => sizes[100_000].sessions.medians.B, node ?? {});
  const browser = chromium ? ` and Chromium ${chromium.version}` : "";
  return `- On ${machine}${browser}. Times differ from machine to machine and from hour to hour, ratios much less: hence only ratios.${
    pass === undefined ? "" : ` For the order of magnitude: the comparator's pass over 100,000 people took ${magnitude(pass)} here.`
  }
- The organisation is made up, the same at every run: [\`benches/input.mjs\`](../benches/input.mjs).
- What is compared runs in one process, turn and turn about, after it has been warmed up; the first run of a turn does not count.
  There is a process for each size. The comparator is given objects as \`JSON.parse\` makes them. That it answers as the engine does is a
  test: \`tests/package/bench.test.mjs\`.
- \`session.check\` asks about one configuration again and again; toggling asks about another one each time, without fixes and with
  them. A candidate is all of \`session.repair\` for a configuration that blocks, divided by the number of candidates it checks.
- A cold process is a new one for every time, half of them the engine's and half JavaScript's: from the bytes in memory to the
  first answer, JavaScript with the text already decoded.
- A WebAssembly memory never shrinks. What stays alive is what each of four more sessions makes it grow by; KB and MB are powers of ten.
- The page is loaded anew, in a browser profile of its own, for every start. The module that does nothing is as large as
  that build of the engine, once with code that is never called and once with padding, and is fetched and instantiated without any other JavaScript.
- The download is one build of the engine and every module that the entry for browsers imports at once, as the package has it, not
  minified. \`core.wasm\` answers first and leaves out files of other systems and repairs; everything else here is measured with the
  whole engine.`;
}

function magnitude(milliseconds) {
  const unit = ["a millisecond or less", "some milliseconds", "tens of milliseconds", "hundreds of milliseconds", "some seconds"];
  return unit[Math.min(unit.length - 1, Math.max(0, Math.floor(Math.log10(milliseconds)) + 1))];
}

const shown = (read, from, unit = "") => {
  const value = reading(read, from);
  return value === undefined ? "–" : `${number(value)}${unit}`;
};

/** Two digits that count. */
const number = (value) => (value >= 10 || Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(2))));
const count = (people) => Number(people).toLocaleString("en");

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
