// How much memory a session takes. A WebAssembly memory only ever grows; what is alive in it is told by what further
// sessions make it grow by, while those before are kept.

import instantiate from "../pkg/dist/engine.js";
import { configuration, roster, toggled } from "./input.mjs";

const KEPT = 4;
const CHECKS = 10_000;

/** Bytes: `peak` growth for the first session, `live` for each more, `again` after all were freed, `checks`' growth. */
export async function memory({ Session }, people) {
  // Already loaded: this only gives what is loaded.
  const { memory } = await instantiate();
  const size = () => memory.buffer.byteLength;
  const bytes = new TextEncoder().encode(JSON.stringify(roster(people)));
  const empty = size();
  const first = new Session(bytes);
  const one = size();
  const more = Array.from({ length: KEPT }, () => new Session(bytes));
  const many = size();
  for (const session of [first, ...more]) session.free();
  const freed = new Session(bytes);
  const again = size();
  freed.free();
  return { people, peak: one - empty, live: (many - one) / KEPT, again: again - many };
}

/** More configurations than a session remembers, with what was found for each: only then is its memory as large as it becomes. */
const REMEMBERED = 8;

/** By how much 10,000 checks of different configurations make the memory grow, once the first few have been made. */
export async function checks({ Session }, people) {
  const { memory } = await instantiate();
  const session = new Session(roster(people));
  const configs = toggled(people);
  session.check(configuration(people));
  for (let count = 0; count < REMEMBERED; count++) session.check(configs.next().value);
  const before = memory.buffer.byteLength;
  for (let count = 0; count < CHECKS; count++) session.check(configs.next().value);
  const growth = memory.buffer.byteLength - before;
  session.free();
  return { people, checks: CHECKS, growth };
}
