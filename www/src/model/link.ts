// A configuration as the fragment of a link, which browsers send to nobody, and back.

/** What is read of a link at most, in bytes of JSON: a few letters may stand for gigabytes. */
export const MOST_BYTES = 1_000_000;

const NAME = "#config=";

export const isLink = (fragment: string): boolean => fragment.startsWith(NAME);

/** Why a link cannot be used. */
export type Broken = "damaged" | "too-long";

/** The page's address, with the configuration behind it. */
export async function linkTo(page: string, config: object): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(config));
  if (json.length > MOST_BYTES) throw new RangeError("too long for a link");
  const deflated = await collected(through(json, new CompressionStream("deflate-raw")), Infinity);
  return `${page.replace(/#.*$/s, "")}${NAME}${toBase64Url(deflated)}`;
}

/** The text of the configuration that a fragment carries. */
export async function readLink(fragment: string): Promise<{ config: string } | { broken: Broken }> {
  const coded = fragment.slice(NAME.length);
  if (coded.length > MOST_BYTES) return { broken: "too-long" };
  try {
    const json = await collected(through(fromBase64Url(coded), new DecompressionStream("deflate-raw")), MOST_BYTES);
    const config: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
    if (typeof config !== "object" || config === null || Array.isArray(config)) return { broken: "damaged" };
    return { config: `${JSON.stringify(config, null, 2)}\n` };
  } catch (error) {
    return { broken: error instanceof RangeError ? "too-long" : "damaged" };
  }
}

const through = (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(stream);

/** All that a stream gives; more than `most` bytes are not waited for. */
async function collected(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      void reader.cancel().catch(() => undefined);
      throw new RangeError("too long for a link");
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new TypeError("not base64url");
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
