// Code as a customer writes it. It is compiled against the packed declarations and never run.
import { type CheckOptions, type Config, type FullReport, type Roster, RolecallError, catalog, check, init, version } from "rolecall";

const config: Config = { organization: { plan: "enterprise-seat-based", seats: { premium: 25 } }, provisioning: { mode: "scim" } };
const roster: Roster = { members: [{ email: "ann@acme.com", role: "owner" }], directory: { users: [] } };
const options: CheckOptions = { locale: "ja" };

export async function preview(): Promise<string[]> {
  await init();
  await init({ module: new URL("https://example.com/rolecall.wasm") });
  await init({ module: fetch("/rolecall.wasm") });
  const report: FullReport = check(config, roster, options);
  check(JSON.stringify(config), new TextEncoder().encode(JSON.stringify(roster)));
  // @ts-expect-error a roster is no number
  check(config, 5);
  // @ts-expect-error there is no such plan
  const wrong: Config = { organization: { plan: "free" } };
  const verdict: "block" | "confirm" | "pass" = report.verdict;
  const removed: number = report.counts.removed;
  const codes: string[] = report.findings.map((finding) => `${finding.severity} ${finding.code}: ${finding.message}`);
  const people: string[] = report.people.map(({ email, outcome, after }) => `${email} ${outcome} ${after?.role ?? "-"}`);
  return [verdict, String(removed), ...codes, ...people, version(), typeof catalog(), typeof wrong];
}

export function explain(error: unknown): string {
  if (!(error instanceof RolecallError)) return String(error);
  const at = error.line === undefined ? error.path : `${error.path} ${error.line}:${error.column}`;
  return error.code === "input/not-json" ? `not JSON at ${at}` : `${error.message}; ${error.help}`;
}
