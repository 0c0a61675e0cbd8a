// The workers that the engine runs in. Under Trusted Types a page makes them itself, and of this one script alone.

import { init } from "rolecall/worker";
import thread from "rolecall/worker-thread?worker&url";

/**
 * They are made while the page loads, and none is fetched after that: one for the roster that is asked, one for that of
 * the answer on the page, one for the roster that is being read, one for looking at files; the others take the place of
 * those that are ended in the middle of their work.
 */
const KEPT = 6;

const policy = window.trustedTypes?.createPolicy("rolecall", {
  createScriptURL(url) {
    if (url === thread) return url;
    throw new TypeError(`${url} is not the worker's script`);
  },
});

// Where there are no Trusted Types a text will do; the library's types know of neither.
const make = (): Worker => new Worker((policy?.createScriptURL(thread) ?? thread) as string, { type: "module" });

/** Starts the engine, once; after it has failed, anew. */
export const start = (): Promise<void> => init({ keep: KEPT, worker: make });
