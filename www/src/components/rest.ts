// What the first answer does not need is loaded once it is on the page, so that it is there sooner; and nothing after that.

import type { Locale } from "rolecall";
import { rule } from "rolecall/rules";
import type { Preview } from "../model/preview.ts";
import { keepOffline } from "../offline/offline.ts";
import { LANGUAGES, loadStrings } from "../strings/index.ts";

let loading: Promise<void> | undefined;

/** Loads the rest of the page, once; after it has failed, anew. `data-loaded` on the document says that all is there. */
export function loadRest(preview: Preview): Promise<void> {
  if (!loading) performance.mark("first-answer");
  loading ??= load(preview).catch(() => (loading = undefined));
  return loading;
}

async function load(preview: Preview): Promise<void> {
  const words = (Object.keys(LANGUAGES) as Locale[]).map((locale) => [loadStrings(locale), rule("", { locale })]);
  await Promise.all([import("./later.ts"), preview.becomeWhole(), ...words.flat()]);
  await keepOffline();
  document.documentElement.dataset["loaded"] = "";
}
