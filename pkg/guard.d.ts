import type { CheckOptions, Config, Finding, Json, Locale, Report, RolecallError } from "./index.js";

/**
 * Whatever can be asked: a `Session` of `rolecall`, one of `rolecall/worker`, or what stands for one, as on a server. The
 * configuration comes as JSON text.
 */
export interface GuardSession {
  check(config: string, options?: CheckOptions & { signal?: AbortSignal }): Report | Promise<Report>;
  /** Asked where there is something to acknowledge. It must be of the same roster as the answer before it. */
  fingerprint(config: string, options?: CheckOptions & { signal?: AbortSignal }): string | Promise<string>;
}

export interface GuardOptions<C extends Json<Config> = Json<Config>> {
  /** Who is asked. It is never freed by the guard. */
  session: GuardSession;
  /**
   * Gives the configuration as it is now: what Save would write. It may give one and the same object again, changed, or
   * a promise; the signal says that the answer is not wanted any more. What it throws makes the guard `failed`.
   */
  read: (options: { signal: AbortSignal }) => C | Promise<C>;
  /** How long nothing must have been edited before it is asked about, in milliseconds. Default: 150. */
  debounce?: number;
  /** The language of headlines, messages and help. Default: English. */
  locale?: Locale;
  /** The ids of findings that somebody has accepted one by one. */
  accepted?: readonly string[];
  /** Whether findings come with their fixes, which costs more than the answer itself. Default: false. */
  fixes?: boolean;
}

/** What could not be done: `read` the configuration, understand the `config` that was read, or get an answer from the `session`. */
export type GuardFailure = "read" | "config" | "session";

/** Nothing has been asked yet. */
export interface GuardIdle {
  readonly status: "idle";
  readonly mayGoOn: false;
  readonly why: "not-asked";
  readonly verdict?: undefined;
  readonly headline?: undefined;
  readonly findings: readonly Finding[];
  readonly report?: undefined;
  readonly fingerprint?: undefined;
  readonly failure?: undefined;
  readonly error?: undefined;
  readonly previous?: undefined;
}

/** Something was edited and is not answered yet. What there is to show is of the answer before, if there was one. */
export interface GuardChecking {
  readonly status: "checking";
  readonly mayGoOn: false;
  readonly why: "checking";
  readonly verdict?: Report["verdict"];
  readonly headline?: string;
  readonly findings: readonly Finding[];
  readonly report?: Report;
  readonly fingerprint?: undefined;
  readonly failure?: undefined;
  readonly error?: undefined;
  /** The state before, for a page that would rather not flicker. Whatever it shows: only `check` lets Save go on. */
  readonly previous?: GuardReady | GuardFailed;
}

interface Answered {
  readonly status: "ready";
  /** One sentence for people. */
  readonly headline: string;
  /** What was found, errors first, but for what is accepted. */
  readonly findings: readonly Finding[];
  /** The whole answer. */
  readonly report: Report;
  readonly failure?: undefined;
  readonly error?: undefined;
  readonly previous?: undefined;
}

/** An answer about what was last edited. `fingerprint` is what an acknowledgement of it is bound to. */
export type GuardReady = Answered &
  (
    | { readonly mayGoOn: true; readonly why: "passes"; readonly verdict: "pass"; readonly fingerprint?: undefined }
    | { readonly mayGoOn: true; readonly why: "acknowledged"; readonly verdict: "confirm"; readonly fingerprint: string }
    | { readonly mayGoOn: false; readonly why: "needs-acknowledgement"; readonly verdict: "confirm"; readonly fingerprint: string }
    | { readonly mayGoOn: false; readonly why: "blocked"; readonly verdict: "block"; readonly fingerprint?: undefined }
  );

/** There is no answer. Save never goes on then. */
export interface GuardFailed {
  readonly status: "failed";
  readonly mayGoOn: false;
  readonly why: "failed";
  readonly failure: GuardFailure;
  /** Mostly a `RolecallError`, else what `read` or the session threw. */
  readonly error: RolecallError | Error;
  /** The message of the error. */
  readonly headline: string;
  readonly findings: readonly Finding[];
  readonly verdict?: undefined;
  readonly report?: undefined;
  readonly fingerprint?: undefined;
  readonly previous?: undefined;
}

/** What a guard knows. It never changes: whenever something is different, it is another object. */
export type GuardState = GuardIdle | GuardChecking | GuardReady | GuardFailed;

/**
 * Whether what was read may be saved. `config` is a copy of what was checked, in the form in which `read` gave it (of an
 * object, the JSON value that it is written as): save this, not what is on the screen by now.
 */
export type GuardAnswer<C extends Json<Config> = Json<Config>> =
  | { mayGoOn: true; why: "passes"; config: C; report: Report; fingerprint?: undefined; failure?: undefined; error?: undefined }
  | { mayGoOn: true; why: "acknowledged"; config: C; report: Report; fingerprint: string; failure?: undefined; error?: undefined }
  | { mayGoOn: false; why: "needs-acknowledgement"; config: C; report: Report; fingerprint: string; failure?: undefined; error?: undefined }
  | { mayGoOn: false; why: "blocked"; config: C; report: Report; fingerprint?: undefined; failure?: undefined; error?: undefined }
  | {
      mayGoOn: false;
      why: "failed";
      failure: GuardFailure;
      error: RolecallError | Error;
      config?: undefined;
      report?: undefined;
      fingerprint?: undefined;
    };

/** Stands before Save. Its functions need no `this`: `guard.subscribe` can be handed on as it is. */
export interface Guard<C extends Json<Config> = Json<Config>> {
  /** What is known now. */
  readonly state: GuardState;
  /** Who is asked. With another session everything is asked anew, and nothing is acknowledged any more. */
  session: GuardSession;
  /** The ids of accepted findings. With others it is asked anew, and nothing is acknowledged any more. */
  accepted: readonly string[];
  /** The language. With another it is asked anew. */
  locale: Locale | undefined;
  /** Something was edited. Once nothing is for a while, it is asked about; older questions are given up. */
  changed(): void;
  /**
   * Reads the configuration at once, asks about it, and says whether it may be saved: what Save awaits. It never rejects
   * for want of an answer; it does when the signal gives it up, with its reason, or the guard is freed (`AbortError`).
   */
  check(options?: { signal?: AbortSignal }): Promise<GuardAnswer<C>>;
  /**
   * Acknowledges what is shown, where that asks for it; else it does nothing and says `false`, so for errors. With the
   * fingerprint of what somebody has seen, only that. The first answer that is another, or a failure, makes it void.
   */
  acknowledge(fingerprint?: string): boolean;
  /** Takes the acknowledgement back. */
  withdraw(): void;
  /** Has the listener told of every new state, until the function that it answers is called. */
  subscribe(listener: (state: GuardState) => void): () => void;
  /** Ends it: no listener is told any more, and what is under way is given up. The session stays. */
  free(): void;
  [Symbol.dispose](): void;
}

/**
 * Makes a guard: it asks the session about the configuration while it is edited, and once more when it is to be saved.
 *
 * ```js
 * const guard = createGuard({ session, read: () => settings });
 * guard.subscribe(({ headline, why }) => show(headline, why));
 * form.addEventListener("input", guard.changed);
 * confirmed.addEventListener("change", () => (confirmed.checked ? guard.acknowledge() : guard.withdraw()));
 * form.addEventListener("submit", async (event) => {
 *   event.preventDefault();
 *   const { mayGoOn, config } = await guard.check();
 *   if (mayGoOn) await save(config); // the very configuration that was checked
 * });
 * ```
 */
export declare function createGuard<C extends Json<Config>>(options: GuardOptions<C>): Guard<C>;
