// What is on the page: two texts, the last answer about them, and the language. Components read it and
// call its methods; it tells them when something changed.

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { FullReport, Locale } from "rolecall";
import sampleConfig from "../sample/config.json?raw";
import sampleRoster from "../sample/roster.json?raw";
import { ask, unreadable, type Problem, type Side } from "./engine.ts";
import { guessSide, readText, type Unread } from "./files.ts";

/** One input: its text, where it came from, and what it replaced. */
export interface Input {
  text: string;
  file: string | undefined;
  replaced: { text: string; file: string | undefined } | undefined;
  refused: Refusal | undefined;
}

/** A file that was offered and could not be taken; what was there before stays. */
export interface Refusal {
  file: string;
  reason: Unread | Problem;
}

const SAMPLE: Record<Side, string> = { config: sampleConfig, roster: sampleRoster };
const TYPING_PAUSE_MS = 120;

const fresh = (side: Side): Input => ({ text: SAMPLE[side], file: undefined, replaced: undefined, refused: undefined });

export class Preview implements ReactiveController {
  readonly inputs: Record<Side, Input> = { config: fresh("config"), roster: fresh("roster") };
  locale: Locale = navigator.languages.find((l) => /^(en|ja)\b/.test(l))?.startsWith("ja") ? "ja" : "en";
  /** The last report that could be made; older than the inputs while `problem` is set. */
  report: FullReport | undefined;
  problem: Problem | undefined;

  #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#check();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get isSample(): boolean {
    return this.inputs.config.text === SAMPLE.config && this.inputs.roster.text === SAMPLE.roster;
  }

  setLocale(locale: Locale): void {
    this.locale = locale;
    void this.#check();
  }

  tryAgain(): void {
    void this.#check();
  }

  edit(side: Side, text: string): void {
    this.inputs[side] = { ...this.inputs[side], text, refused: undefined };
    this.#changed(TYPING_PAUSE_MS);
  }

  /** Puts another text in place of the present one, which `undo` brings back. */
  replace(side: Side, text: string, file?: string): void {
    const { text: old, file: oldFile } = this.inputs[side];
    this.inputs[side] = { text, file, replaced: { text: old, file: oldFile }, refused: undefined };
    this.#changed(0);
  }

  undo(side: Side): void {
    const { replaced } = this.inputs[side];
    if (!replaced) return;
    this.inputs[side] = { ...replaced, replaced: undefined, refused: undefined };
    this.#changed(0);
  }

  /** Puts away the note about a file that was not taken. */
  dismiss(side: Side): void {
    this.inputs[side] = { ...this.inputs[side], refused: undefined };
    this.#host.requestUpdate();
  }

  showSample(): void {
    for (const side of ["config", "roster"] as const) {
      if (this.inputs[side].text !== SAMPLE[side]) this.replace(side, SAMPLE[side]);
    }
  }

  /** Takes files dropped on or chosen for `side`; a file that is plainly about the other side goes there. */
  async take(files: Iterable<File>, side: Side): Promise<void> {
    for (const file of files) {
      const read = await readText(file);
      const refuse = (reason: Refusal["reason"]) => {
        this.inputs[side] = { ...this.inputs[side], refused: { file: file.name, reason } };
        this.#host.requestUpdate();
      };
      if ("unread" in read) {
        refuse(read.unread);
        continue;
      }
      const target = guessSide(read.text) ?? side;
      const problem = await unreadable(read.text, target, this.locale);
      if (problem) refuse(problem);
      else this.replace(target, read.text, file.name);
    }
  }

  #changed(pause: number): void {
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), pause);
  }

  async #check(): Promise<void> {
    const question = ++this.#asked;
    const { config, roster } = this.inputs;
    const answer = await ask({ config: config.text, roster: roster.text }, this.locale);
    if (question !== this.#asked) return; // a later question is on its way
    if ("report" in answer) {
      this.report = answer.report;
      this.problem = undefined;
    } else {
      this.problem = answer.problem;
    }
    this.#host.requestUpdate();
  }
}
