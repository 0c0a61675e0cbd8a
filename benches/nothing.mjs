// WebAssembly modules that do nothing, of any size: what the start of a page is compared with.

/** A module whose one exported function `nothing` returns at once; `filling` is "code", never called, or "padding". */
export function nothing(size, filling) {
  const bodies = [[0, 0x0b]];
  // A kilobyte of constants that are dropped again.
  const body = [0, ...Array.from({ length: 340 }, () => [0x41, 0x01, 0x1a]).flat(), 0x0b];
  if (filling === "code") {
    // Some room for the rest of the module, which padding fills up.
    const count = Math.floor((size * 0.99 - 100) / (body.length + 3));
    for (let made = 0; made < count; made++) bodies.push(body);
  }
  const types = bodies.map(() => 0);
  const module = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, [1, 0x60, 0, 0]),
    section(3, [...leb(types.length), ...types]),
    section(7, [1, 7, ...new TextEncoder().encode("nothing"), 0, 0]),
    section(10, [...leb(bodies.length), ...bodies.flatMap((body) => [...leb(body.length), ...body])]),
  ].flat();
  return Uint8Array.from([...module, ...padding(size - module.length)]);
}

/** A custom section of so many bytes, as nearly as the lengths' own lengths allow. */
function padding(size) {
  const content = size - 1 - leb(size).length - 1;
  return section(0, [0, ...Array(Math.max(0, content)).fill(0)]);
}

const section = (id, content) => [id, ...leb(content.length), ...content];

function leb(number) {
  const bytes = [];
  do {
    bytes.push((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
    number >>>= 7;
  } while (number > 0);
  return bytes;
}
