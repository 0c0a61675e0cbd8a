// The entry for Node and what keeps to its ways. The CommonJS module is made from this one.
import { readFile } from "node:fs/promises";
import { initialiser } from "./core.js";

export { RolecallError, Session, catalog, check, inspect, version } from "./core.js";

export const init = initialiser((address = new URL("./dist/rolecall.wasm", import.meta.url)) => {
  const url = new URL(address);
  return url.protocol === "file:" ? readFile(url) : fetch(url);
});
