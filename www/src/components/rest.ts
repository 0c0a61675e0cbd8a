// What the first answer does not need is loaded once it is there, so that it is there sooner; and nothing after that.

import type { Locale } from "rolecall";
import { rule } from "rolecall/rules";
import { startWhole } from "../model/workers.ts";
import { keepOffline } from "../offline/offline.ts";
import { LANGUAGES, loadStrings } from "../strings/index.ts";

let loading: Promise<void> | undefined;

/** Loads the rest of the page, once; after it has failed, anew. `data-loaded` on the document says that all is there. */
export function loadRest(): Promise<void> {
  loading ??= load().catch(() => (loading = undefined));
  return loading;
}

async function load(): Promise<void> {
  const words = (Object.keys(LANGUAGES) as Locale[]).map((locale) => [loadStrings(locale), rule("", { locale })]);
  await Promise.all([import("./later.ts"), startWhole(), ...words.flat()]);
  await keepOffline();
  document.documentElement.dataset["loaded"] = "";
}
