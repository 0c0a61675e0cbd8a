// In which format the answer is given.
import { extname } from "node:path";
import { Refused } from "./cli-problem.js";

const BY_ENDING = { ".json": "json", ".sarif": "sarif", ".md": "markdown", ".txt": "text" };

/** As said, else as the output's name ends, else text; `offered` are those that the command has. */
export function formatOf({ format, output }, offered) {
  const wanted = format ?? BY_ENDING[extname(output ?? "").toLowerCase()] ?? "text";
  if (offered.includes(wanted)) return wanted;
  throw new Refused(`--format cannot be ${wanted} here`, `it may be ${offered.join(" or ")}`);
}
