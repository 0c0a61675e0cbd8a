// What the exit code says.

/** Nothing keeps anybody from saving. */
export const PASS = 0;
/** There is an error. */
export const BLOCK = 1;
/** There is no answer: the command line, a file, or the engine is at fault. */
export const UNANSWERED = 2;
/** There are warnings that nobody has acknowledged. */
export const CONFIRM = 3;

/** The exit code of a verdict; `mayConfirm`: whether warnings have been acknowledged. */
export const exitCode = (verdict, mayConfirm) => ({ pass: PASS, block: BLOCK, confirm: mayConfirm ? PASS : CONFIRM })[verdict];
