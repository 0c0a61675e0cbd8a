import type { CheckOptions, Config, Json, Locale, Report, RolecallError } from "./index.js";

/** Whatever can be asked: a `Session` of `rolecall`, one of `rolecall/worker`, or what stands for one. */
export interface VerdictSession {
  check(config: Json<Config>, options?: CheckOptions): Report | Promise<Report>;
}

/** The report, or why there is none. */
export type VerdictAnswer =
  | { report: Report; error?: undefined }
  | { report?: undefined; error: RolecallError | Error };

export interface RolecallVerdictEventMap {
  /** There is an answer, or none can be given. */
  "rolecall-answer": CustomEvent<VerdictAnswer>;
  /** Somebody wants to see this place of the input: a JSON Pointer that begins with `/config` or `/roster`. */
  "rolecall-go-to": CustomEvent<string>;
  /** Somebody wants to see the person with this address. */
  "rolecall-person": CustomEvent<string>;
}

/** `<rolecall-verdict>`: the verdict and its findings. It asks the session on every change and never frees it. */
export declare class RolecallVerdictElement extends HTMLElement {
  /** What is asked about. Give another object where something has changed: one that is the same is not looked at again. */
  config: Json<Config> | undefined;
  /** Who is asked. */
  session: VerdictSession | undefined;
  /** The ids of findings that somebody has accepted. */
  accepted: readonly string[];
  /** The language, as an attribute too; without it the nearest `lang` around it, else English. */
  locale: Locale | (string & {}) | undefined;
  /** The last answer; older than `config` while that cannot be read. */
  readonly report: Report | undefined;

  addEventListener<Name extends keyof RolecallVerdictEventMap>(
    type: Name,
    listener: (this: RolecallVerdictElement, event: RolecallVerdictEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: RolecallVerdictElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "rolecall-verdict": RolecallVerdictElement;
  }
  interface HTMLElementEventMap extends RolecallVerdictEventMap {}
}
