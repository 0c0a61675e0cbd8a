// What all entry modules share: everything but where the WebAssembly comes from.
import instantiate, * as engine from "./dist/engine.js";
import { RolecallError, loadFailed } from "./error.js";
import { whole } from "./people.js";
import { listed } from "./repairs.js";
import { bytes, file, parts, text, word } from "./sources.js";

export { RolecallError };

/** What the engine can do now: nothing until "ready", nothing reliable once "trapped", and nothing once "discarded". */
let state = "absent";
let pending;
/** What it broke down on. */
let breakdown;
/** Which instance of the engine it is: what one has in its memory, another has not. */
let generation = 0;

/**
 * Makes `init`. `read` fetches or reads the WebAssembly at an address; without one, the package's own.
 */
export function initialiser(read) {
  return async function init(options) {
    if (state === "ready") return;
    const module = options?.module;
    pending ??= start(() => (module === undefined || isAddress(module) ? read(module) : module)).finally(() => {
      pending = undefined;
    });
    await pending;
  };
}

async function start(source) {
  try {
    if (state === "trapped" || state === "discarded") {
      engine.__wbg_reset_state(); // a new instance of the module that is already compiled
    } else {
      await instantiate({ module_or_path: await source() });
    }
    state = "ready";
    breakdown = undefined;
    generation += 1;
  } catch (cause) {
    throw loadFailed(cause);
  }
}

/** Gives up the engine with all its sessions and all its memory; `init` makes another. */
export function discard() {
  if (state === "ready") state = "discarded";
}

/** The answer with everyone in it, of a session used once. */
let wholeAnswer;

/** A roster that stays in the engine's memory and is asked about configurations. */
export class Session {
  #engine;
  #generation;

  static {
    wholeAnswer = (roster, config, options, apart) => {
      const session = new Session(roster, options, apart);
      try {
        const answer = session.#answer(config, options, (session, ...given) => session.check(...given, true));
        // What another thread has asked for, it puts together itself: less goes over.
        return apart === undefined ? whole(answer) : answer;
      } finally {
        session.free();
      }
    };
  }

  /** `apart`: the roster as another thread has taken it apart already, and whom to tell of progress. */
  constructor(roster, options, apart) {
    const input = () => [apart?.parts ?? parts(roster, RolecallError), bytes(options ?? {}, "/options", RolecallError), apart?.progress];
    this.#engine = call(input, read);
    this.#generation = generation;
  }

  check(config, options) {
    return this.#answer(config, options, (session, ...given) => session.check(...given, false));
  }

  people(config, query, options) {
    const asked = () => [bytes(query ?? {}, "/query", RolecallError)];
    const ask = (session, config, given, query) => session.people(config, query, given);
    return whole(this.#answer(config, options, ask, asked));
  }

  person(config, email, options) {
    const asked = () => [text(email, "/email", RolecallError)];
    const ask = (session, config, given, email) => session.person(config, email, given);
    return this.#answer(config, options, ask, asked) ?? undefined;
  }

  columns(config, options) {
    const [outcome, role, seatTier] = this.#ask(config, options, (session, ...given) => session.columns(...given));
    return { outcome, role, seatTier };
  }

  flow(config, options) {
    return this.#answer(config, options, (session, ...given) => session.flow(...given));
  }

  compare(config, other, query, options) {
    const asked = () => [bytes(other, "/other", RolecallError), bytes(query ?? {}, "/query", RolecallError)];
    const ask = (session, config, given, other, query) => session.compare(config, other, query, given);
    return this.#answer(config, options, ask, asked);
  }

  repair(config, options) {
    return listed(this.#answer(config, options, (session, ...given) => session.repair(...given)));
  }

  plan(config, options) {
    return this.#answer(config, options, (session, ...given) => session.plan(...given));
  }

  fingerprint(config, options) {
    return this.#ask(config, options, (session, ...given) => session.fingerprint(...given));
  }

  render(config, options) {
    const [as = "markdown", others] = word(options, "as", "/options", RolecallError);
    return this.#ask(config, others, (session, config, given) => session.render(config, as, given));
  }

  directory() {
    return JSON.parse(call(() => [this.#held()], (session) => session.directory()));
  }

  roster() {
    return JSON.parse(call(() => [this.#held()], (session) => session.roster()));
  }

  free() {
    if (this.#generation === generation && state === "ready") this.#engine?.free();
    this.#engine = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }

  #answer(...asked) {
    return JSON.parse(this.#ask(...asked));
  }

  #ask(config, options, ask, more = () => []) {
    const input = () => {
      const given = [bytes(config, "/config", RolecallError), bytes(options ?? {}, "/options", RolecallError), ...more()];
      // Last: reading the caller's values may run the caller's code, which may free the session.
      return [this.#held(), ...given];
    };
    return call(input, ask);
  }

  #held() {
    if (this.#engine !== undefined && this.#generation === generation) return this.#engine;
    throw new RolecallError({
      code: "session/gone",
      message: this.#engine ? "the session went with the engine that broke down" : "the session has been freed",
      help: "make a new Session of the roster",
    });
  }
}

/** Reads the parts of a roster, one after the other; `progress` is told how much of which is read, from 0 to 1. */
function read(parts, options, progress) {
  let part;
  const reader = new engine.Reader(options, progress && ((done, total) => progress(part, total > 0 ? done / total : 0)));
  try {
    for (part of parts) {
      const { whole, side, path, inline, split, at, options } = part;
      const data = present(part.data);
      if (whole) reader.addRoster(data);
      else if (split !== undefined) reader.addPacked(side, path, data, split);
      else reader.add(side, path, inline, data, at, options);
      progress?.(part, 1);
    }
  } catch (thrown) {
    if (isRefusal(thrown)) reader.free();
    throw thrown;
  }
  return reader.finish();
}

export function check(config, roster, options, apart) {
  return wholeAnswer(roster, config, options, apart);
}

export function inspect(source, options, apart) {
  const input = () => {
    const { path, data, options: said } = apart ?? file(source, "/source", RolecallError);
    return [path, data, said, bytes(options ?? {}, "/options", RolecallError)];
  };
  return call(input, engine.inspect);
}

export function catalog() {
  return call(() => [], engine.catalog);
}

export function version() {
  return call(() => [], engine.version);
}

function call(input, answer) {
  if (state === "absent") {
    throw new RolecallError({
      code: "init/not-called",
      message: "the engine is not ready: init() has not finished",
      help: "await init() once before anything else",
    });
  }
  if (state === "trapped") throw trapped();
  const given = input().map(present);
  // Reading the caller's values may run the caller's code, on which the engine may break down.
  if (state === "trapped") throw trapped();
  try {
    return answer(...given);
  } catch (thrown) {
    if (isRefusal(thrown)) throw new RolecallError(thrown);
    // Anything else came from inside, half-way: the instance's memory is not to be trusted any more.
    state = "trapped";
    breakdown = thrown;
    throw trapped();
  }
}

/** Bytes that the caller's code has taken away since they were given are none. */
function present(value) {
  return ArrayBuffer.isView(value) && value.byteLength === 0 ? new Uint8Array() : value;
}

/** A bug names its place (`src/wasm/panic.rs`); what does not has most likely run out of memory. */
function trapped() {
  const [, place] = /^panic at (\S+)/.exec(breakdown?.message) ?? [];
  return new RolecallError(
    {
      code: "engine/trapped",
      message: place ? `the engine broke down at ${place} and was stopped` : "the engine broke down and was stopped",
      help: place
        ? "await init() to start it anew; this is a bug: please report it with its place, without anyone's data"
        : "await init() to start it anew, and give it less at once if the input is very large; otherwise please report it, without anyone's data",
    },
    { cause: breakdown },
  );
}

/** What the engine throws by itself: a plain description of what is wrong with the input. */
function isRefusal(thrown) {
  return typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && typeof thrown.code === "string";
}

function isAddress(module) {
  return typeof module === "string" || module instanceof URL;
}
