// Code as a customer writes it. It is compiled against the packed declarations and never run.
import {
  type CheckOptions,
  type ColumnMap,
  type Comparison,
  type Config,
  type Finding,
  type Fix,
  type Flow,
  type FullReport,
  type Inspection,
  type Place,
  type PlanStep,
  type Repairs,
  type Reason,
  type Report,
  type Role,
  type Roster,
  type RosterDocument,
  RolecallError,
  Session,
  type Source,
  type SourceReport,
  catalog,
  check,
  init,
  inspect,
  version,
} from "rolecall";

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

export function spoken(finding: Finding): string {
  switch (finding.code) {
    case "lockout/actor-demoted": {
      const { actor, before, after }: { actor: string; before: Role; after: Role } = finding.params;
      // @ts-expect-error it says nothing of seats
      finding.params.purchased;
      return `${actor}: ${before} → ${after}`;
    }
    case "seats/oversold":
      return `${finding.params.held - finding.params.purchased}`;
    case "mapping/unknown-group":
      // @ts-expect-error there may be none
      return finding.params.suggestion.length > 0 ? finding.message : finding.help;
    default:
      return finding.message;
  }
}

export function explained(reason: Reason): string {
  // @ts-expect-error not every reason is about a group
  reason.group;
  return reason.kind === "role-group" ? `${reason.group}: ${reason.role}` : reason.text;
}

export const misspelt: Config[] = [
  // @ts-expect-error there is no such role
  { organization: { plan: "team" }, provisioning: { mode: "jit", groupMapping: { roles: { ownr: ["g"] } } } },
  // @ts-expect-error there is no such seat tier
  { organization: { plan: "team", seats: { gold: 5 } } },
];

export async function fromFiles(members: File, directory: File[], columns: ColumnMap): Promise<string> {
  const bytes = new Uint8Array(await members.arrayBuffer());
  const sources: Source[] = await Promise.all(directory.map(async (file) => ({ data: await file.text(), name: file.name, group: "app-users" })));
  using session = new Session({ members: bytes, directory: [...sources, { data: "Login;Team", columns }], assignment: { groups: ["app-users"] } });
  const report: Report = session.check(config, { locale: "ja" });
  // @ts-expect-error the people are in what `check` answers
  report.people;
  const read: RosterDocument = session.roster();
  const problems: string[] = report.sources.flatMap(({ name, problems }: SourceReport) =>
    problems.map(({ line, column, message }) => `${name} ${line ?? "-"}:${column ?? "-"} ${message}`),
  );
  const table: string = session.render(config, { as: "people-csv" });
  // @ts-expect-error there is no such rendering
  session.render(config, { as: "pdf" });
  // @ts-expect-error there is no such format
  inspect({ data: bytes, format: "xml" });
  // @ts-expect-error there is no such column
  inspect({ data: bytes, columns: { emial: "Login" } });
  // @ts-expect-error a file must be read first
  inspect(members);
  // @ts-expect-error and so must what it is awaited for
  inspect({ data: members.arrayBuffer(), name: "members.csv" });
  const told: Inspection = inspect({ data: bytes, name: "members.csv", encoding: "shift_jis", maxBytes: 1024 });
  session.free();
  return [told.format, told.side, ...(told.headings ?? []), ...problems, table, read.members?.length, read.directory?.users?.[0]?.groups].join();
}

/** Where people go, and for whom it matters which of two configurations is saved. */
export function flows(session: Session): string[] {
  const flow: Flow = session.flow(config);
  const links = [...flow.roles, ...flow.seatTiers].map(({ before, after, people }) => `${before} ${after} ${people}`);
  const place: Place = "no-access";
  const { people } = session.people(config, { before: ["owner"], after: [place, "not-listed"] });
  // @ts-expect-error there is no such place
  session.people(config, { after: ["nowhere"] });
  const { total, people: differing, ends }: Comparison = session.compare(config, { organization: { plan: "team" } }, { sort: "harm", limit: 5 });
  const differ = differing.map(({ one, other }) => `${one.email} ${one.outcome} ${other.outcome}`);
  return [...links, ...people.map(({ email }) => email), `${total} ${ends.roles.length}`, ...differ];
}

/** A list to be copied: what is to be done where, by whom, and what each step tests first. */
export function toDo(session: Session): string[] {
  const repairs: Repairs = session.repair(config, { means: ["settings", "identity-provider"], accepted: ["a#1"], fixes: false });
  // @ts-expect-error there is no such means
  session.repair(config, { means: ["magic"] });
  const fixes: Fix[] = repairs.flatMap((repair) => (repair.minimality === "proven" ? repair.fixes : []));
  const tests = fixes.flatMap(({ patch }) => patch.flatMap((op) => (op.op === "test" ? [`${op.path} ${String(op.value)}`] : [])));
  const steps: PlanStep[] = session.plan(config);
  const whom = fixes.flatMap(({ applicability, effects }) => (applicability === "review" ? effects.gainAdministration.sample : []));
  const why = repairs.why.map(({ finding, code, message }) => `${finding} ${code} ${message}`);
  const { checks, exhausted } = repairs.search;
  const back = repairs.leaveAsIs?.title ?? "";
  return [...tests, ...whom, ...why, back, `${checks} ${exhausted}`, ...steps.map(({ id, by, check, lockedOut }) => `${id} ${by} ${check} ${lockedOut.count}`)];
}

interface Page {
  Resources: object[];
  totalResults: number;
}

export function fromValues(pages: Page[], users: { data: object[]; has_more: boolean }, rows: unknown): Roster[] {
  const directory: Source[] = [{ data: { users: [] }, name: "directory.json" }, { Resources: [{ userName: "ann@acme.com" }] }, [{ profile: {} }]];
  return [
    { members: [{ email: "ann@acme.com" }], directory: pages, complete: true },
    { members: users, directory },
    { members: [users, { data: [{ email: "ann@acme.com", type: "user" }], has_more: false }], directory: pages[0] },
    { members: JSON.parse(String(rows)), directory: null },
  ];
}

export function toConfirm(error: RolecallError): [string[], ColumnMap] | undefined {
  return error.code === "input/columns-needed" ? [error.headings ?? [], error.columns ?? {}] : undefined;
}

export function explain(error: unknown): string {
  if (!(error instanceof RolecallError)) return String(error);
  const at = error.line === undefined ? error.path : `${error.path} ${error.line}:${error.column}`;
  return error.code === "input/not-json" ? `not JSON at ${at}` : `${error.message}; ${error.help}`;
}
