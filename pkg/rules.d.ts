import type { Locale, RuleCode, RuleDocument } from "./index.js";

/** The whole documentation of a rule in one language, loaded on demand; undefined for a code that is not ours. */
export declare function rule(
  code: RuleCode | (string & {}),
  options?: { locale?: Locale },
): Promise<RuleDocument | undefined>;
