// The scripts that may be loaded beside the page's own modules: under Trusted Types each by its name, and no other.

import thread from "rolecall/worker-thread?worker&url";

const SCRIPTS: ReadonlySet<string> = new Set([thread, "./service-worker.js"]);

const policy = window.trustedTypes?.createPolicy("rolecall", {
  createScriptURL(url) {
    if (SCRIPTS.has(url)) return url;
    throw new TypeError(`${url} is not a script of this page`);
  },
});

/** The address as a place that takes only trusted ones takes it. The library's types know a text alone. */
export const trusted = (url: string): string => (policy?.createScriptURL(url) ?? url) as string;

export { thread };
