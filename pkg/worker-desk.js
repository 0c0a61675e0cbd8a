// The worker's side: one question after the other, answered by the engine of this thread.
import { RolecallError, Session, catalog, check, discard, initialiser, inspect, version } from "./core.js";

const init = initialiser();

let ready;
let session;

/** What can be asked; `told` tells of progress. */
const answers = {
  async open(told, parts, options) {
    session = new Session(undefined, options, await apart(parts, told));
  },
  ask: (told, method, ...given) => (own[method] ?? session[method].bind(session))(...given),
  check: async (told, config, parts, options) => check(config, undefined, options, await apart(parts, told)),
  inspect: async (told, part, options) => inspect(undefined, options, await fetched(part)),
  catalog: () => catalog(),
  version: () => version(),
};

/** What is only asked of a worker: what would be too much to hand over is made of it here. */
const own = {
  blob: (...given) => new Blob([session.render(...given)]),
};

/** Makes what answers messages; `post` sends one back. */
export function serve(post) {
  return {
    async answer({ module, id, question, given }) {
      if (module !== undefined) {
        // Whoever comes after another begins with an engine of its own: the other's memory goes with the other's.
        if (ready !== undefined) discard();
        session = undefined;
        ready = init({ module });
        ready.catch(() => {}); // told of to whoever asks something
        return;
      }
      try {
        await ready;
        post({ id, answer: await answers[question]((progress) => post({ id, progress }), ...given) });
      } catch (error) {
        post({ id, error: written(error) });
      }
    },
    misheard: () => post({ lost: true }),
  };
}

/** The parts with all their bytes, and what tells of progress, at most once for each hundredth. */
async function apart(parts, told) {
  const read = [];
  for (const part of parts) read.push(await fetched(part));
  // What stands beside the files is no file.
  const files = read.length > 1 ? read.slice(1) : read;
  const before = new Map();
  let total = 0;
  for (const part of files) {
    before.set(part, total);
    total += part.data.byteLength;
  }
  let last = -1;
  const at = (done) => {
    const hundredth = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (hundredth <= last) return;
    last = hundredth;
    told({ done, total });
  };
  at(0);
  const progress = (part, share) => {
    if (before.has(part)) at(before.get(part) + Math.floor(part.data.byteLength * Math.min(share, 1)));
  };
  return { parts: read, progress };
}

/** The part with its bytes, where it came as a text or as a file that nobody has read yet. */
async function fetched(part) {
  if (ArrayBuffer.isView(part.data)) return part;
  if (typeof part.data === "string") return { ...part, data: new TextEncoder().encode(part.data) };
  try {
    return { ...part, data: new Uint8Array(await part.data.arrayBuffer()) };
  } catch (cause) {
    throw new RolecallError(
      {
        code: "input/not-text",
        path: part.path ?? "/roster",
        message: `${part.path ?? "/roster"} cannot be read: ${cause.message}`,
        help: "choose the file again: it may have been moved or changed since",
      },
      { cause },
    );
  }
}

/** An error as it can be posted. */
function written(error) {
  if (!(error instanceof RolecallError)) return { thrown: postable(error) };
  const { message, cause } = error; // neither is among what is copied
  return { refusal: { ...error, message }, cause: postable(cause) };
}

const postable = (thrown) => (thrown === undefined || thrown instanceof Error ? thrown : String(thrown));
