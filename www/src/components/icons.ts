// Drawn for this page. All are decoration: the words beside them say the same.

import { svg, html, type TemplateResult } from "lit";
import type { Outcome, Severity, Verdict } from "rolecall";

export type Tone = "bad" | "caution" | "good" | "calm" | "plain";

const icon = (shape: TemplateResult): TemplateResult => html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>${shape}</svg>`;

const STOP = icon(svg`<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" /><path d="M8 12h8" />`);
const WARN = icon(svg`<path d="M12 4 2.8 20h18.4z" /><path d="M12 10v4.5M12 17.2v.1" />`);
const CHECK = icon(svg`<circle cx="12" cy="12" r="9" /><path d="m8 12.3 2.7 2.7L16 9.5" />`);
const INFO = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 11v5.5M12 7.6v.1" />`);
const MINUS = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M8 12h8" />`);
const PLUS = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M8 12h8M12 8v8" />`);
const LOCK = icon(svg`<rect x="5" y="11" width="14" height="9" rx="2" /><path d="M8 11V8a4 4 0 0 1 8 0v3" />`);
export const CLOCK = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5.2l3.3 2" />`);
const SWAP = icon(svg`<path d="M4 8h14l-4-4M20 16H6l4 4" />`);
const ASK = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M9.5 9.6a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M12 16.9v.1" />`);
export const DOT = icon(svg`<circle cx="12" cy="12" r="3.5" />`);

export interface Look {
  tone: Tone;
  icon: TemplateResult;
}

export const VERDICT_LOOK: Record<Verdict, Look> = {
  block: { tone: "bad", icon: STOP },
  confirm: { tone: "caution", icon: WARN },
  pass: { tone: "good", icon: CHECK },
};

export const SEVERITY_LOOK: Record<Severity, Look> = {
  error: { tone: "bad", icon: STOP },
  warning: { tone: "caution", icon: WARN },
  info: { tone: "calm", icon: INFO },
};

export const OUTCOME_LOOK: Record<Outcome, Look> = {
  removed: { tone: "bad", icon: MINUS },
  blocked: { tone: "bad", icon: LOCK },
  unknown: { tone: "caution", icon: ASK },
  waiting: { tone: "caution", icon: CLOCK },
  changed: { tone: "calm", icon: SWAP },
  added: { tone: "good", icon: PLUS },
  kept: { tone: "plain", icon: CHECK },
  "not-a-member": { tone: "plain", icon: DOT },
};

export const LOWER_ROLE_LOOK: Look = { tone: "caution", icon: icon(svg`<path d="M12 5v14M6 13l6 6 6-6" />`) };

export const WARNING_ICON = WARN;
export const INFO_ICON = INFO;
export const QUESTION_ICON = ASK;
export const CHECKED_ICON = CHECK;
export const DOWNLOAD = icon(svg`<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14" />`);
export const LINK = icon(svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1" />`);
export const PRINTER = icon(svg`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />`);
export const ARROW = icon(svg`<path d="M5 12h14M13 6l6 6-6 6" />`);
export const SHIELD = icon(svg`<path d="M12 3 5 6v5.5c0 4.3 2.9 7.7 7 9.5 4.1-1.8 7-5.2 7-9.5V6z" /><path d="m9 12 2.2 2.2L15.2 10" />`);
export const CLOSE = icon(svg`<path d="M6 6l12 12M18 6 6 18" />`);
export const COPY = icon(svg`<rect x="8" y="8" width="12" height="12" rx="2" /><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2" />`);
export const UNDO = icon(svg`<path d="M9 14 4 9l5-5" /><path d="M4 9h10a6 6 0 0 1 0 12h-3" />`);
export const REDO = icon(svg`<path d="m15 14 5-5-5-5" /><path d="M20 9H10a6 6 0 0 0 0 12h3" />`);
export const WRENCH = icon(svg`<path d="M14.5 6.5a4 4 0 0 1 5-3.9l-2.7 2.7 1.9 1.9 2.7-2.7a4 4 0 0 1-5.2 5L7.5 18.2a2 2 0 0 1-2.8-2.8l8.7-8.7" />`);
