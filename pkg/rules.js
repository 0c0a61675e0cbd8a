// The documentation of the rules: a file a language, loaded when it is asked for.
const languages = { en: () => import("./dist/rules/en.js"), ja: () => import("./dist/rules/ja.js") };

/** The whole documentation of a rule; undefined for a code that is not ours. */
export async function rule(code, options) {
  const locale = options?.locale;
  const load = Object.hasOwn(languages, locale) ? languages[locale] : languages.en;
  const { documents } = await load();
  return Object.hasOwn(documents, code) ? documents[code] : undefined;
}
