// Code as somebody writes it who shows the verdict in a page. It is compiled against the packed declarations and never run.
import { Session, type Config, type Report } from "rolecall";
import { RolecallVerdictElement, type VerdictAnswer, type VerdictSession } from "rolecall/element";
import { Session as WorkerSession } from "rolecall/worker";

const config: Config = { organization: { plan: "team" } };

export async function show(): Promise<Report | undefined> {
  const verdict = document.querySelector("rolecall-verdict") ?? document.createElement("rolecall-verdict");
  const same: RolecallVerdictElement = verdict;
  verdict.session = new Session({ members: [] });
  verdict.session = await WorkerSession.open({ members: [] });
  const own: VerdictSession = { check: async (config) => new Session({ members: [] }).check(config) };
  verdict.session = own;
  for (const given of [config, JSON.stringify(config), new Uint8Array(), undefined]) verdict.config = given;
  verdict.locale = "ja";
  verdict.accepted = ["id"];
  // @ts-expect-error it is told, not set
  verdict.report = undefined;
  // @ts-expect-error a roster is no session
  verdict.session = { members: [] };
  verdict.addEventListener("rolecall-go-to", ({ detail }) => detail.startsWith("/config"));
  verdict.addEventListener("click", ({ clientX }) => clientX);
  document.body.addEventListener("rolecall-person", ({ detail }) => detail.toLowerCase());
  verdict.addEventListener("rolecall-answer", function ({ detail }) {
    const answer: VerdictAnswer = detail;
    const said: string = detail.report ? detail.report.headline : detail.error.message;
    return [this.report, answer, said];
  });
  return same.report;
}
