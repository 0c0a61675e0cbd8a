// One job in a process of its own: `node job.mjs NAME PEOPLE` prints the answer as JSON.

import * as rolecall from "../pkg/node.js";
import { sessions, wholeChecks } from "./cases.mjs";
import { checks, memory } from "./memory.mjs";

const jobs = { sessions, wholeChecks, memory, checks };

const [name, people] = process.argv.slice(2);
await rolecall.init();
process.stdout.write(JSON.stringify(await jobs[name](rolecall, Number(people))));
