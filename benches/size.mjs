// What is downloaded: the WebAssembly, and every module that the entry for browsers imports at once.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ENTRY = new URL("../pkg/index.js", import.meta.url);
const BUILDS = ["core", "rolecall"];

/**
 * For each build of the engine the bytes by file, `raw`, by `gzip` and by `brotli`, each at its best; JavaScript as the
 * package has it, not minified.
 */
export function sizes() {
  return Object.fromEntries(BUILDS.map((build) => [build, sizesWith(new URL(`../pkg/dist/${build}.wasm`, import.meta.url))]));
}

function sizesWith(wasm) {
  return [wasm, ...imported(ENTRY)].map((file) => {
    const bytes = readFileSync(file);
    return {
      file: file.href.slice(new URL("./", ENTRY).href.length),
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }).length,
    };
  });
}

/** The module and all that it imports, each once. */
function imported(entry, seen = new Map()) {
  if (seen.has(entry.href)) return [];
  seen.set(entry.href, entry);
  const code = readFileSync(entry, "utf8");
  for (const [, path] of code.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+"(\.[^"]+)"/gm)) imported(new URL(path, entry), seen);
  return [...seen.values()];
}
