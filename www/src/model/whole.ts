// What only the whole engine can be asked.

export { Comparing } from "./comparing.ts";
export { Mending } from "./mending.ts";
