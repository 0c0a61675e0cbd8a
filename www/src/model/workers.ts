// The workers that the engine runs in, all made while the page loads: nothing is fetched after that.

import { init } from "rolecall/worker";
import core from "rolecall/core.wasm?url";
import whole from "rolecall/rolecall.wasm?url";
import { thread, trusted } from "./trusted.ts";

/** For the first answer: one to ask, and one that takes its place where a roster is edited meanwhile. */
const FIRST = 2;

/**
 * One for the roster that is asked, one for that of the answer on the page, one for the roster that is being read, one
 * for looking at files; the others take the place of those that are ended in the middle of their work.
 */
const KEPT = 6;

const worker = (): Worker => new Worker(trusted(thread), { type: "module" });

let first: Promise<void> | undefined;
let all: Promise<void> | undefined;

/** Starts the small build of the engine, unless the whole one is on its way; after it has failed, anew. */
export function start(): Promise<void> {
  if (all) return all;
  first ??= init({ module: core, keep: FIRST, worker }).catch((error: unknown) => {
    first = undefined;
    throw error;
  });
  return first;
}

/** Starts the whole engine, which reads files and writes them: whoever asks from then on asks it. */
export function startWhole(): Promise<void> {
  all ??= init({ module: whole, keep: KEPT, worker }).catch((error: unknown) => {
    all = undefined;
    throw error;
  });
  return all;
}
