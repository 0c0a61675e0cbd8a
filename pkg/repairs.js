// Puts the answer about repairs together.

/** The repairs as a list, which says beside them what else was found. */
export function listed({ repairs, ...beside }) {
  return Object.assign(repairs, beside);
}
