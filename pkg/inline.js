// The entry with the WebAssembly inside: nothing is fetched.
import { initialiser } from "./core.js";
import { packed } from "./dist/inline-wasm.js";
import { inlined } from "./inlined.js";

export { RolecallError, Session, catalog, check, inspect, version } from "./core.js";

export const init = initialiser(inlined(() => packed));
