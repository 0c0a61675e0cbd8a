// The builds of the engine, as they lie in the package.
import { readFileSync } from "node:fs";

export const wasm = (name = "rolecall.wasm") => readFileSync(new URL(`../../pkg/dist/${name}`, import.meta.url));
