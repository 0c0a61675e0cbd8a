// Engines that break down, without anything being replaced by something else.
const MEMORY = 5;
const MAY_GROW = 0;
const GROWS_TO = 1;

/** The engine with a memory of at most `more` pages of 64 KiB beyond those that it begins with. */
export function limited(bytes, more) {
  for (let at = 8; at < bytes.length; ) {
    const start = at;
    const [size, content] = number(bytes, at + 1);
    if (bytes[start] !== MEMORY) {
      at = content + size;
      continue;
    }
    const [kind, [pages]] = [bytes[content + 1], number(bytes, content + 2)];
    if (kind !== MAY_GROW) throw new Error("the memory has a limit already");
    const section = [1, GROWS_TO, ...written(pages), ...written(pages + more)];
    return Buffer.concat([bytes.subarray(0, start), Buffer.from([MEMORY, ...written(section.length), ...section]), bytes.subarray(content + size)]);
  }
  throw new Error("there is no memory");
}

/** A number as WebAssembly writes it, and where it ends (LEB128). */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function written(value) {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...written(value >>> 7)];
}

/** A roster that takes some megabytes. */
export const large = (people = 50_000) => ({
  members: Array.from({ length: people }, (_, index) => ({ email: `person-${index}@acme.com`, name: `Person ${index}` })),
  directory: { users: [{ email: "ann@acme.com" }] },
});
