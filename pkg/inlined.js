// The WebAssembly as a text within a module, for where a file beside it cannot be fetched or is not copied.

/** A reader for `initialiser`: `packed` gives the compressed module in base64, an address is fetched as everywhere. */
export function inlined(packed) {
  return async (address) => (address === undefined ? unpacked(await packed()) : fetch(address));
}

async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
}
