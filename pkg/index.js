// The entry for browsers, bundlers and edge workers.
import { initialiser } from "./core.js";

export { RolecallError, Session, catalog, check, inspect, version } from "./core.js";

// Written out like this, and only asked for when it is called: bundlers then see the file, and where a module has no
// address `init({ module })` still works.
export const init = initialiser((address = new URL("./dist/rolecall.wasm", import.meta.url)) => fetch(address));
