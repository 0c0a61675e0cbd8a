/** The page's own files, by addresses relative to the page, and a word that changes with any of them. */
export interface OwnFiles {
  version: string;
  files: string[];
}
