import { unsafeCSS } from "lit";
import tokens from "../styles/tokens.css?raw";

/** The page's tokens for what is framed here; a host's `--rolecall-…` stands above each. */
export const embeddedTokens = unsafeCSS(
  tokens.replace(":root", ".frame").replace(/--([a-z-]+): ([^;]+);/g, "--$1: var(--rolecall-$1, $2);"),
);
