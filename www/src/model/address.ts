// Whether a text might hold somebody's e-mail address, however it is written. Rather too often than once too seldom.

/** What looks like the sign but does not become it by normalising. */
const LOOKALIKES = /[\u24d0\u24b6\u{1f150}\u{1f170}\u{1f130}]/gu;
/** What is not seen: it may stand between any two letters. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const SPELLED = /[([{<]\s*(?:at|アット(?:マーク)?)\s*[)\]}>]|\bat\b.+\bdot\b/iu;
const ROUNDS = 4;

export function isAddressLike(text: string): boolean {
  let plain = text;
  for (let round = 0; round < ROUNDS; round++) {
    plain = tagged(plain.replace(LOOKALIKES, "@")).normalize("NFKC").replace(INVISIBLE, "");
    if (plain.includes("@") || SPELLED.test(plain)) return true;
    const decoded = unescaped(plain);
    if (decoded === plain) return false;
    plain = decoded;
  }
  return true; // wrapped too often to be a name
}

/** Letters in a block that is not seen stand for the letters themselves. */
const tagged = (text: string): string =>
  text.replace(/[\u{e0020}-\u{e007e}]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xe0000));

/** Percent signs, entities of HTML and escapes of JavaScript, decoded once. */
function unescaped(text: string): string {
  const code = (digits: string, base: number, whole: string) => {
    const point = Number.parseInt(digits, base);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  };
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (whole) => {
      try {
        return decodeURIComponent(whole);
      } catch {
        return whole.replace(/%([0-9a-f]{2})/gi, (one, digits: string) => code(digits, 16, one));
      }
    })
    .replace(/&#x([0-9a-f]{1,8});?/gi, (whole, digits: string) => code(digits, 16, whole))
    .replace(/&#([0-9]{1,8});?/g, (whole, digits: string) => code(digits, 10, whole))
    .replace(/&commat;?/gi, "@")
    .replace(/&amp;?/gi, "&")
    .replace(/\\u\{?([0-9a-f]{2,6})\}?|\\x([0-9a-f]{2})/gi, (whole, long?: string, short?: string) => code(long ?? short ?? "", 16, whole));
}
