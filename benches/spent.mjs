// What the bytes of a download are spent on: the parts of each build, as `cargo xtask bench size` has laid them out in a folder.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const BUILDS = ["core", "rolecall"];

/** For each build its parts, the largest first: what they are, their bytes, and what these compress to by themselves. */
export function spent(folder) {
  const parts = (build) => {
    const names = JSON.parse(readFileSync(join(folder, build, "parts.json"), "utf8"));
    const part = (what, place) => {
      const bytes = readFileSync(join(folder, build, String(place)));
      return { what, raw: bytes.length, brotli: brotliCompressSync(bytes).length };
    };
    return names.map(part).sort((one, other) => other.brotli - one.brotli);
  };
  return Object.fromEntries(BUILDS.map((build) => [build, parts(build)]));
}
