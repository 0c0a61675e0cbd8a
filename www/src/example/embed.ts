// What somebody does who shows the verdict in a page of their own.

import { init, Session, type Config } from "rolecall";
import "rolecall/element";
import config from "../sample/config.json";
import roster from "../sample/roster.json";

const MODES = ["scim", "jit", "manual"] as const;

const one = <Found extends Element>(selector: string): Found => document.querySelector<Found>(selector)!;
const verdict = one<HTMLElementTagNameMap["rolecall-verdict"]>("rolecall-verdict");

let turn = 0;

function show(): void {
  const mode = MODES[turn % MODES.length]!;
  verdict.config = { ...(config as Config), provisioning: { ...(config as Config).provisioning, mode } };
  one("#asked").textContent = mode;
}

one("#mode").addEventListener("click", () => {
  turn++;
  show();
});
one("#language").addEventListener("click", () => {
  const { documentElement } = document;
  documentElement.lang = documentElement.lang === "ja" ? "en" : "ja";
});
for (const type of ["rolecall-go-to", "rolecall-person"] as const) {
  verdict.addEventListener(type, ({ detail }) => (one("#told").textContent = `${type}: ${detail}`));
}

await init();
verdict.session = new Session(roster as ConstructorParameters<typeof Session>[0]);
show();
