import { createGuard, type GuardState } from "rolecall/guard";
import { configOf, initial, save, session, type Settings } from "../organization.ts";

const one = <Found extends Element>(selector: string): Found => document.querySelector<Found>(selector)!;
const form = one<HTMLFormElement>("form");
const acknowledgement = one<HTMLElement>("#acknowledgement");
const checkbox = one<HTMLInputElement>("#acknowledgement input");

for (const [name, value] of Object.entries(initial)) (form.elements.namedItem(name) as HTMLInputElement).value = value;
const settings = () => Object.fromEntries(new FormData(form)) as unknown as Settings;

const guard = createGuard({ session, read: () => configOf(settings()) });

guard.subscribe(show);
form.addEventListener("input", ({ target }) => target !== checkbox && guard.changed());
checkbox.addEventListener("change", () => (checkbox.checked ? guard.acknowledge() : guard.withdraw()));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  one("#saved").textContent = "";
  const { mayGoOn, config } = await guard.check();
  if (!mayGoOn) return; // the state says why
  one("#saved").textContent = await save(config).then(
    () => "Saved.",
    (error: Error) => `Not saved: ${error.message}`,
  );
});
guard.changed(); // asks about what the page begins with

function show(state: GuardState): void {
  one("section").setAttribute("aria-busy", String(state.status === "checking"));
  one("button").setAttribute("aria-disabled", String(!state.mayGoOn));
  if (state.status === "checking") return; // what is shown stays until there is an answer

  one("#headline").textContent = state.headline ?? "";
  one("ul").replaceChildren(
    ...state.findings.map(({ severity, message, help }) => {
      const item = document.createElement("li");
      item.textContent = `${severity}: ${message}. ${help}`;
      return item;
    }),
  );
  acknowledgement.hidden = state.verdict !== "confirm";
  checkbox.checked = state.why === "acknowledged";
}
