// The entry of the worker as a customer has it, and the threads that it makes.
import assert from "node:assert/strict";
import { loading } from "./install.mjs";

/** How the worker's entry is loaded in each module system of Node. */
export const workers = loading("rolecall/worker");

/** The threads that there are beside this one. */
export const alive = new Set();
process.on("worker", (worker) => {
  alive.add(worker);
  worker.once("exit", () => alive.delete(worker));
});
export const workersGone = () => eventually(() => alive.size === 0, "the worker is gone");

/** Waits for `check`, and not for long. */
export async function eventually(check, what) {
  const deadline = Date.now() + 10_000;
  while (!check()) {
    assert.ok(Date.now() < deadline, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
