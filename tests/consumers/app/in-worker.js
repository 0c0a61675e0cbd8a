// The same, worked out in a worker.
import { Session } from "rolecall/worker";
import { config, roster } from "./organisation.js";

export async function answerInWorker() {
  const session = await Session.open(roster);
  const { counts } = await session.check(config);
  session.free();
  return { removed: counts.removed };
}
