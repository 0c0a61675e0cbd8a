import type { MoreStrings } from "./table.ts";

export const enMore: MoreStrings = {
  readiness: {
    heading: "How far the set-up is",
    done: (done, of) => `${done} of ${of} steps done`,
    state: { done: "Done", next: "Next", wait: "Waits", "not-needed": "Not needed" },
    by: {
      "account-owner": "today’s account owner",
      vendor: "the vendor, on request",
      it: "IT",
      administrator: "whoever saves",
      people: "everyone it concerns",
    },
    notNeeded: (count) => (count === 1 ? "1 step is not needed" : `${count} steps are not needed`),
  },
  rule: { about: "About this rule", says: "Says", why: "Why", fix: "What to do" },
  kept: {
    config: "The configuration is kept in this browser.",
    roster: "Keep the roster in this browser as well",
    clear: "Clear what is kept",
    said: {
      cleared: "Nothing is kept in this browser any more.",
      failed: "This browser could not keep the roster.",
    },
    rosterGone: "The configuration is from your last visit; the roster was not kept. Put it in again, or undo to see the sample’s.",
  },
};
