// What all entry modules share: everything but where the WebAssembly comes from.
import instantiate, * as engine from "./dist/engine.js";

/** Whatever goes wrong; `code` says what. */
export class RolecallError extends Error {
  constructor({ code, path, line, column, message, help }, options) {
    super(message, options);
    this.name = "RolecallError";
    this.code = code;
    this.path = path ?? undefined;
    this.line = line ?? undefined;
    this.column = column ?? undefined;
    this.help = help;
  }
}

/** What the engine can do now: nothing until "ready", and nothing reliable once "trapped". */
let state = "absent";
let pending;

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
    if (state === "trapped") {
      engine.__wbg_reset_state(); // a new instance of the module that is already compiled
    } else {
      await instantiate({ module_or_path: await source() });
    }
    state = "ready";
  } catch (cause) {
    throw new RolecallError(
      {
        code: "init/failed",
        message: `the WebAssembly cannot be loaded: ${cause instanceof Error ? cause.message : cause}`,
        help: "make sure that rolecall.wasm is served beside the module and that the Content-Security-Policy allows 'wasm-unsafe-eval', or hand it over with init({ module }); then call init() again",
      },
      { cause },
    );
  }
}

export function check(config, roster, options) {
  return call(() => [bytes(config, "/config"), bytes(roster, "/roster"), bytes(options ?? {}, "/options")], engine.check);
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
  const given = input();
  try {
    return answer(...given);
  } catch (thrown) {
    if (isRefusal(thrown)) throw new RolecallError(thrown);
    // Anything else came from inside, half-way: the instance's memory is not to be trusted any more.
    state = "trapped";
    throw trapped(thrown);
  }
}

function trapped(cause) {
  return new RolecallError(
    {
      code: "engine/trapped",
      message: "the engine broke down and was stopped",
      help: "await init() to start it anew; please report the input that it broke down on",
    },
    { cause },
  );
}

/** What the engine throws by itself: a plain description of what is wrong with the input. */
function isRefusal(thrown) {
  return typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && typeof thrown.code === "string";
}

function isAddress(module) {
  return typeof module === "string" || module instanceof URL;
}

/** JSON in UTF-8, of an object, a text or bytes that hold it already. */
function bytes(value, path) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return new TextEncoder().encode(typeof value === "string" ? value : json(value, path));
}

function json(value, path) {
  let text;
  let cause;
  try {
    text = JSON.stringify(value);
  } catch (thrown) {
    cause = thrown;
  }
  if (text !== undefined) return text;
  const side = path.slice(1);
  const reason = cause instanceof Error ? cause.message.split("\n", 1)[0] : `it is ${describe(cause ?? value)}`;
  throw new RolecallError(
    {
      code: "input/not-json",
      path,
      message: `${side} cannot be written as JSON: ${reason}`,
      help: `give ${side} as an object of plain data, a text of JSON, or its bytes`,
    },
    { cause },
  );
}

function describe(value) {
  return value === undefined ? "missing" : `a ${typeof value}`;
}
