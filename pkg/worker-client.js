// What both entries of the worker share: the functions of the package, each answered by a worker.
import { RolecallError, loadFailed } from "./error.js";
import { whole } from "./people.js";
import { bytes } from "./sources.js";
import { Crew } from "./worker-crew.js";
import { Line } from "./worker-line.js";
import { alone, apart, plain, split } from "./worker-sources.js";

/** Makes the functions. `spawn` starts a thread; `read` fetches or reads the WebAssembly at an address. */
export function client({ spawn, read }) {
  let module;
  let given;
  let make;
  let crew;
  let desk;
  const forgotten = new FinalizationRegistry((line) => line.retire());

  /** The module, compiled once for all workers; another one given is what workers get from then on. */
  function load(source) {
    if (source !== undefined && source !== given) {
      module = undefined;
      given = source;
    }
    module ??= compile(source === undefined || isAddress(source) ? () => read(source) : () => source).catch((cause) => {
      module = undefined;
      throw loadFailed(cause);
    });
    return module;
  }

  const connect = () => new Line((events) => (crew ? crew.hire(events) : spawn(events, make)), load());

  async function init(options) {
    make = options?.worker ?? make;
    const before = module;
    const loading = load(options?.module);
    // Those who have another module already cannot change it.
    if (before !== undefined && module !== before) crew = crew?.close();
    if (options?.keep > 0) crew ??= new Crew((events) => spawn(events, make), options.keep);
    await loading;
  }

  async function check(config, roster, options) {
    const { said, signal, onProgress, transfer: mayTake } = split(options);
    signal?.throwIfAborted();
    const { parts, transfer } = apart(roster, mayTake);
    const given = [bytes(config, "/config", RolecallError).slice(), parts, said];
    const line = connect();
    try {
      return whole(await line.ask("check", given, { signal, onProgress, transfer }));
    } finally {
      line.end();
    }
  }

  async function inspect(source, options) {
    const { said, signal, transfer: mayTake } = split(options);
    signal?.throwIfAborted();
    const { parts, transfer } = alone(source, mayTake);
    return askDesk("inspect", [parts[0], said], { signal, transfer });
  }

  /** Asks a worker that is there only for as long as there are such questions. */
  function askDesk(question, given, options) {
    if (desk === undefined || desk.isEnded) desk = connect();
    const answer = desk.ask(question, given, options);
    desk.retire();
    return answer;
  }

  /** A roster that stays in the memory of a worker of its own and is asked about configurations. */
  class Session {
    #line;
    #isFreed = false;

    static async open(roster, options) {
      const { said, signal, onProgress, transfer: mayTake } = split(options);
      signal?.throwIfAborted();
      const { parts, transfer } = apart(roster, mayTake);
      const line = connect();
      try {
        await line.ask("open", [parts, said], { signal, onProgress, transfer });
        return new Session(line);
      } catch (error) {
        line.end();
        throw error;
      }
    }

    constructor(line) {
      if (!(line instanceof Line)) throw new TypeError("a session is opened: await Session.open(roster)");
      this.#line = line;
      forgotten.register(this, line, this);
    }

    async check(config, options) {
      return this.#ask("check", split(options), config);
    }

    async render(config, options) {
      return this.#render("render", config, options);
    }

    async blob(config, options) {
      return this.#render("blob", config, options);
    }

    async people(config, query, options) {
      return this.#ask("people", split(options), config, plain(query, "/query"));
    }

    async person(config, email, options) {
      return this.#ask("person", split(options), config, plain(email, "/email"));
    }

    async columns(config, options) {
      return this.#ask("columns", split(options), config);
    }

    async flow(config, options) {
      return this.#ask("flow", split(options), config);
    }

    async compare(config, other, query, options) {
      return this.#ask("compare", split(options), config, bytes(other, "/other", RolecallError).slice(), plain(query, "/query"));
    }

    async repair(config, options) {
      return this.#ask("repair", split(options), config);
    }

    async plan(config, options) {
      return this.#ask("plan", split(options), config);
    }

    async fingerprint(config, options) {
      return this.#ask("fingerprint", split(options), config);
    }

    async roster(options) {
      return this.#tell("roster", options);
    }

    async directory(options) {
      return this.#tell("directory", options);
    }

    free() {
      void this.#end();
    }

    [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
      this.free();
    }

    async [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]() {
      await this.#end();
    }

    #render(method, config, options) {
      return this.#ask(method, split(options, true), config);
    }

    /** What is asked without a configuration. */
    #tell(method, options) {
      const { signal } = split(options);
      signal?.throwIfAborted();
      return this.#held().ask("ask", [method], { signal });
    }

    #ask(method, { said, signal }, config, ...given) {
      signal?.throwIfAborted();
      const question = [method, bytes(config, "/config", RolecallError).slice(), ...given, said];
      return this.#held().ask("ask", question, { signal });
    }

    #held() {
      if (!this.#line.isEnded) return this.#line;
      throw gone(this.#isFreed);
    }

    #end() {
      this.#isFreed = true;
      forgotten.unregister(this);
      return this.#line.end(gone(true));
    }
  }

  return { init, check, Session, inspect, catalog: async () => askDesk("catalog", []), version: async () => askDesk("version", []) };
}

async function compile(give) {
  const source = await give();
  if (source instanceof WebAssembly.Module) return source;
  if (typeof Response !== "function" || !(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`${source.url} answers with ${source.status}`);
  const isTyped = /^application\/wasm\b/.test(source.headers.get("content-type"));
  return isTyped ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

function gone(isFreed) {
  return new RolecallError({
    code: "session/gone",
    message: isFreed ? "the session has been freed" : "the session went with the worker that broke down",
    help: "open a new session of the roster",
  });
}

function isAddress(module) {
  return typeof module === "string" || module instanceof URL;
}
