// The entry that does the work in a Web Worker, for browsers and bundlers.
import { client } from "./worker-client.js";

export { RolecallError } from "./error.js";

/** A thread; `make` makes it where the page wants to do so itself. */
function spawn({ heard, died }, make) {
  // Written out like this for bundlers, which then see the file.
  const worker = make ? make() : new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => heard(data);
  worker.onmessageerror = () => died(new Error("a message could not be read"));
  worker.onerror = (event) => {
    event.preventDefault();
    died(new Error(event.message || "its script cannot be loaded"));
  };
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    end: () => worker.terminate(),
  };
}

const read = (address = new URL("./dist/rolecall.wasm", import.meta.url)) => fetch(address);

export const { init, check, Session, inspect, catalog, version } = /* @__PURE__ */ client({ spawn, read });
