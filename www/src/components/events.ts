// What components ask of the page: typed, bubbling, and crossing shadow roots.

import type { Filter } from "../model/people.ts";

interface PageEvents {
  /** Show the place of a JSON Pointer that begins with /config or /roster. */
  "go-to": string;
  /** Check once more what could not be checked. */
  "try-again": undefined;
  /** Show the text that could not be read. */
  "show-problem": undefined;
  /** Show the files that are no part of the answer. */
  "show-files": undefined;
  /** Show these people in the table. */
  "show-people": Filter;
  /** Show these people in the table for as long as they are pointed at; then those who were there. */
  "glimpse-people": Filter | undefined;
  /** Show what becomes of the person with this address, and why. */
  "show-person": string;
}

declare global {
  interface HTMLElementEventMap extends PageEventMap {}
}

type PageEventMap = { [Name in keyof PageEvents]: CustomEvent<PageEvents[Name]> };

export function tell<Name extends keyof PageEvents>(from: HTMLElement, name: Name, detail: PageEvents[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
