// What this browser keeps of the page: words in its local storage, a roster, which may be large, in its database. Either
// may be forbidden or full.

import { createStore, del, get, set, type UseStore } from "idb-keyval";
import type { Snapshot } from "./input.ts";

const WORDS = ["config", "supposed", "accepted", "locale", "roster"] as const;
export type Word = (typeof WORDS)[number];

const keyOf = (word: Word): string => `rolecall.${word}`;

export function readWord(word: Word): string | undefined {
  try {
    return localStorage.getItem(keyOf(word)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a word, or none; whether there is one now. */
export function writeWord(word: Word, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(keyOf(word));
    else localStorage.setItem(keyOf(word), text);
    return text !== undefined;
  } catch {
    return false;
  }
}

const ROSTER = "roster";
let store: UseStore | undefined;
const rosters = (): UseStore => (store ??= createStore("rolecall", "kept"));

export async function keptRoster(): Promise<Snapshot | undefined> {
  try {
    return await get<Snapshot>(ROSTER, rosters());
  } catch {
    return undefined;
  }
}

/** Keeps a roster, or none; whether there is one now. */
export async function keepRoster(roster: Snapshot | undefined): Promise<boolean> {
  try {
    await (roster ? set(ROSTER, roster, rosters()) : del(ROSTER, rosters()));
    return roster !== undefined;
  } catch {
    return false;
  }
}

export async function forget(): Promise<void> {
  for (const word of WORDS) writeWord(word, undefined);
  await keepRoster(undefined);
}
