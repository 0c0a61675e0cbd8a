// The same for CommonJS, whose module is made from this one: it has no copy of the WebAssembly of its own.
import { initialiser } from "./core.js";
import { inlined } from "./inlined.js";

export { RolecallError, Session, catalog, check, inspect, version } from "./core.js";

export const init = initialiser(inlined(async () => (await import("./dist/inline-wasm.js")).packed));
