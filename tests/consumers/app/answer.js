// What every consumer does: asks about one organisation, and has a rule explained.
import { check, init, Session } from "rolecall";
import { rule } from "rolecall/rules";
import { config, roster } from "./organisation.js";

export async function answer() {
  await init();
  const report = check(config, roster);
  const session = new Session(roster);
  const { counts } = session.check(config);
  session.free();
  const { says } = await rule(report.findings[0].code, { locale: "ja" });
  return { verdict: report.verdict, outcomes: report.people.map(({ outcome }) => outcome), removed: counts.removed, says };
}
