// The entry that does the work in a thread of Node. The CommonJS module is made from this one.
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { client } from "./worker-client.js";

export { RolecallError } from "./error.js";

function spawn({ heard, died }, make) {
  // Without what the process was started with: it is not meant for this file.
  const worker = make ? make() : new Worker(new URL("./worker-thread-node.js", import.meta.url), { execArgv: [] });
  worker.on("message", heard);
  worker.on("messageerror", died);
  worker.on("error", died);
  worker.on("exit", (code) => died(new Error(`it ended with ${code}`)));
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    end: () => worker.terminate(),
    // A thread that nothing is asked of does not keep the process from ending.
    busy: () => worker.ref(),
    idle: () => worker.unref(),
  };
}

function read(address = new URL("./dist/rolecall.wasm", import.meta.url)) {
  const url = new URL(address);
  return url.protocol === "file:" ? readFile(url) : fetch(url);
}

export const { init, check, Session, inspect, catalog, version } = client({ spawn, read });
