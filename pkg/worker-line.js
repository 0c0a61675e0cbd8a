// The line to a worker: one question after the other, each with its answer.
import { RolecallError } from "./error.js";

export class Line {
  #thread;
  #ids = 0;
  /** What has been asked and is not answered yet: only the first has been sent. */
  #questions = [];
  #started = false;
  #retired = false;
  #ended;

  /** Whether nothing can be asked any more. */
  get isEnded() {
    return this.#ended !== undefined;
  }

  /** `spawn` makes the thread; `module` is what it is given first, or a promise of it. */
  constructor(spawn, module) {
    const heard = (message) => this.#heard(message);
    const died = (cause) => this.end(workerFailed(cause));
    try {
      this.#thread = spawn({ heard, died });
    } catch (cause) {
      died(cause);
      return;
    }
    Promise.resolve(module)
      .then((module) => {
        if (this.#ended) return;
        this.#thread.post({ module });
        this.#started = true;
        this.#send();
      })
      .catch((error) => this.end(error instanceof RolecallError ? error : workerFailed(error)));
  }

  /** Asks a question. With a `signal` it can be given up: then it is not asked any more, or its answer is dropped. */
  ask(question, given, { signal, transfer, onProgress } = {}) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#ended) throw this.#ended;
      const give = () => {
        reject(signal.reason);
        this.#drop(one);
      };
      const settle = (done, value) => {
        signal?.removeEventListener("abort", give);
        done(value);
      };
      const one = {
        id: ++this.#ids,
        message: { question, given },
        transfer,
        progressed: (progress) => {
          try {
            onProgress?.(progress);
          } catch (thrown) {
            one.failed(thrown);
          }
        },
        answered: (answer) => settle(resolve, answer),
        failed: (error) => settle(reject, error),
      };
      signal?.addEventListener("abort", give, { once: true });
      this.#questions.push(one);
      if (this.#questions.length === 1) this.#send();
    });
  }

  /** Ends the thread, whatever it is at; what is under way fails with `error`. */
  end(error = workerFailed("it is not needed any more")) {
    if (this.#ended) return undefined;
    this.#ended = error;
    const ending = this.#thread?.end();
    for (const { failed } of this.#questions.splice(0)) failed(error);
    return ending;
  }

  /** Ends the thread as soon as nothing is under way. */
  retire() {
    this.#retired = true;
    if (this.#questions.length === 0) this.end();
  }

  #send() {
    if (!this.#started || this.#ended) return;
    const [first] = this.#questions;
    if (first === undefined) {
      if (this.#retired) this.retire();
      else this.#thread.idle?.();
      return;
    }
    this.#thread.busy?.();
    const { id, message, transfer } = first;
    first.message = undefined; // not kept while it is being answered
    try {
      this.#thread.post({ id, ...message }, transfer);
    } catch (error) {
      this.#questions.shift();
      first.failed(notPosted(error));
      this.#send();
    }
  }

  #heard({ id, progress, answer, error, lost }) {
    if (lost) this.end(workerFailed(new Error("a message was lost")));
    const [first] = this.#questions;
    if (first === undefined || first.id !== id) return;
    if (progress !== undefined) {
      first.progressed(progress);
      return;
    }
    const failure = error?.refusal ? refused(error) : error?.thrown;
    if (failure?.code === "engine/trapped") {
      this.end(failure);
      return;
    }
    this.#questions.shift();
    if (error === undefined) first.answered(answer);
    else first.failed(failure);
    this.#send();
  }

  /** Nobody waits for the answer any more. What has been sent is answered all the same: a call cannot be stopped. */
  #drop(one) {
    one.progressed = () => {};
    const index = this.#questions.indexOf(one);
    if (index > 0 || !this.#started) this.#questions.splice(index, 1);
  }
}

function refused({ refusal, cause }) {
  // Over here there is nothing to start anew: whoever asks next has another worker.
  const help = refusal.help.replace("await init() to start it anew", "ask again, or open the session again");
  return new RolecallError({ ...refusal, help }, { cause });
}

function workerFailed(cause) {
  return new RolecallError(
    {
      code: "worker/failed",
      message: `the worker cannot be started or has ended: ${cause instanceof Error ? cause.message : cause}`,
      help: "make sure that the worker's script is served beside the module and that the Content-Security-Policy allows worker-src 'self', or make the worker with init({ worker }); then ask again",
    },
    { cause },
  );
}

function notPosted(cause) {
  return new RolecallError(
    {
      code: "input/not-text",
      message: `what was given cannot be handed to the worker: ${cause.message}`,
      help: "give the bytes of the files, or a copy of them",
    },
    { cause },
  );
}
