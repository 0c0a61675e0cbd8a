// Code as a customer writes it who has a guard before Save. It is compiled and never run.
import { type Config, Session } from "rolecall";
import { Session as WorkerSession } from "rolecall/worker";
import { type Guard, type GuardAnswer, type GuardSession, type GuardState, createGuard } from "rolecall/guard";

interface Settings extends Config {
  organization: { plan: "team" };
  note?: string;
}

export async function page(settings: Settings, roster: File, show: (text: string, isSure: boolean) => void): Promise<void> {
  const session = await WorkerSession.open(roster);
  using guard = createGuard({ session, read: () => settings, debounce: 300, locale: "ja", accepted: ["a"], fixes: true });
  const unsubscribe: () => void = guard.subscribe((state) => show(state.headline ?? "", state.mayGoOn));
  guard.changed();
  unsubscribe();
  const answer: GuardAnswer<Settings> = await guard.check({ signal: AbortSignal.timeout(1000) });
  if (answer.mayGoOn) {
    const saved: Settings = answer.config;
    const why: "passes" | "acknowledged" = answer.why;
    show(saved.organization.plan + why, true);
  } else if (answer.why === "needs-acknowledgement") {
    const isDone: boolean = guard.acknowledge(answer.fingerprint);
    show(answer.report.headline, isDone);
  } else if (answer.why === "failed") {
    show(answer.failure satisfies "read" | "config" | "session", "help" in answer.error);
    // @ts-expect-error what was not checked is not handed out
    answer.config.organization;
  }
  guard.session = new Session({ members: [] });
  guard.accepted = answer.report?.findings.map(({ id }) => id) ?? [];
  guard.locale = undefined;
  // @ts-expect-error what is known is not to be changed
  guard.state.mayGoOn = true;
  // @ts-expect-error it belongs to its guard
  guard.state = { status: "idle" };
  guard.withdraw();
  guard.free();
}

export function words(state: GuardState): string {
  switch (state.status) {
    case "idle":
      return state.why;
    case "checking":
      return state.previous?.headline ?? state.why;
    case "failed":
      return state.error.message;
    case "ready":
      return state.verdict === "confirm" ? state.fingerprint : state.findings.map(({ message }) => message).join();
  }
}

const remote: GuardSession = {
  check: async (config, options) => (await fetch("/check", { method: "POST", body: config, signal: options?.signal ?? null })).json(),
  fingerprint: async () => "0",
};

export const texts: Guard<string> = createGuard({ session: remote, read: async ({ signal }) => (await fetch("/", { signal })).text() });
// @ts-expect-error it must be read somewhere
createGuard({ session: remote });
// @ts-expect-error a number is no configuration
createGuard({ session: remote, read: () => 1 });
// @ts-expect-error nobody is asked
createGuard({ session: undefined, read: () => "{}" });
