// What becomes of the organisation in app/organisation.js, worked out by hand: one of three members is removed and one
// person added, which is one of three: more than 20 percent, yet fewer than five people.
import assert from "node:assert/strict";

export function assertAnswer({ verdict, outcomes, removed, says, worker = { removed: 1 } }) {
  assert.equal(verdict, "confirm");
  assert.deepEqual(outcomes, ["kept", "kept", "removed", "added"]);
  assert.equal(removed, 1);
  assert.deepEqual(worker, { removed: 1 });
  assert.match(says, /[\u3040-\u30ff]/);
}
