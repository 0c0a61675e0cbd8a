// Code as a customer writes it who has the work done in a worker. It is compiled and never run.
import {
  type Catalog,
  type Config,
  type FullReport,
  type Inspection,
  type PeopleColumns,
  type PeoplePage,
  type PlanStep,
  type Repairs,
  type Person,
  type Progress,
  type Report,
  type Roster,
  type RosterDocument,
  RolecallError,
  Session,
  catalog,
  check,
  init,
  inspect,
  version,
} from "rolecall/worker";

const config: Config = { organization: { plan: "enterprise-seat-based" }, provisioning: { mode: "scim" } };

export async function preview(members: File, directory: Blob[], bytes: Uint8Array, show: (text: string) => void): Promise<string> {
  await init();
  await init({ module: fetch("/rolecall.wasm"), worker: () => new Worker("/worker-thread.js", { type: "module" }) });
  const control = new AbortController();
  const onProgress = ({ done, total }: Progress) => show(`${done} of ${total}`);
  const roster: Roster = { members, directory: [...directory, { data: members, name: "members.csv", group: "app-users" }, bytes] };
  using session = await Session.open(roster, { signal: control.signal, onProgress, locale: "ja", transfer: true });
  await using other: Session = await Session.open(members);
  const report: Report = await session.check(config, { signal: control.signal, locale: "ja" });
  // @ts-expect-error the people are in what `check` answers
  report.people;
  const table: string = await session.render(config, { as: "people-csv", signal: control.signal });
  // @ts-expect-error there is no such rendering
  await session.render(config, { as: "pdf" });
  const document: RosterDocument = await session.roster({ signal: control.signal });
  const whole: FullReport = await check(config, { members: [{ email: "ann@acme.com" }] }, { signal: control.signal, onProgress });
  const told: Inspection = await inspect({ data: members, encoding: "shift_jis" }, { signal: control.signal });
  await inspect(members, { locale: "ja", transfer: true });
  // @ts-expect-error a response must be read first
  await inspect(new Response());
  // @ts-expect-error a session is opened
  new Session(roster);
  // @ts-expect-error it is a promise
  const early: Report = session.check(config);
  const plans: Catalog = await catalog();
  const page: PeoplePage = await session.people(config, { outcome: ["removed"], limit: 10 }, { signal: control.signal });
  // @ts-expect-error there is no such key
  await session.people(config, { limti: 10 });
  const ann: Person | undefined = await session.person(config, "ann@acme.com");
  const { outcome }: PeopleColumns = await session.columns(config);
  const acknowledged: string = await session.fingerprint(config);
  const repairs: Repairs = await session.repair(config, { means: ["billing"], signal: control.signal });
  const steps: PlanStep[] = await session.plan(config);
  show(repairs.why.concat().length + steps.map(({ id }) => id).join());
  other.free();
  return [early, table, document, whole.people.length, told.format, plans, page.total, ann?.email, outcome.length, acknowledged, await version()].join();
}

export function isTaken(error: unknown): boolean {
  return error instanceof RolecallError && (error.code === "worker/failed" || error.code === "session/gone");
}
