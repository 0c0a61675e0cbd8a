// The section of the form about what must hold after saving: whom it is about, and what they must have.

import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { factsOf, isAbsent, written, type DirectoryGroup } from "../../model/settings.ts";
import { isFields, valueAt, type Fields, type Path } from "../../model/settings-text.ts";
import { adder, at, isFlag, listOf, odd, otherKeys, section, selectField, textField, wordName, type Form } from "./fields.ts";
import { listAt, removeButton } from "./parts.ts";

const PATH: Path = ["expect"];
const SUBJECTS = ["email", "group", "everyone"] as const;
const CLAIMS = ["access", "role", "seatTier"] as const;
const KNOWN: readonly string[] = [...SUBJECTS, ...CLAIMS];

const GROUPS = listOf(PATH);
/** Whoever may be about to save is offered there already. */
const ADMINISTRATORS = listOf(["actor"]);

export function expectations(form: Form): TemplateResult {
  const words = form.words.expect;
  const list = listAt(form, PATH);
  const add = (entry: Fields): void => form.put([...PATH, list.length], entry);
  return section(
    { path: PATH, heading: words.heading, means: words.means },
    html`${odd(form, PATH, Array.isArray)} ${list.length === 0 ? html`<p class="hint">${words.none}</p>` : nothing}
      ${repeat(
        list,
        (_, index) => index,
        (entry, index) => row(form, entry, index, list.length),
      )}
      ${adder(words.newGroup, words.addGroup, (group) => add({ group, access: true }), GROUPS)}
      ${adder(words.newPerson, words.addPerson, (email) => add({ email, access: true }), ADMINISTRATORS)}
      <div>
        <button
          type="button"
          @click=${() => {
            add({ everyone: true });
            form.focusLater([...PATH, list.length]);
          }}
        >
          ${words.addEveryone}
        </button>
      </div>
      ${guard([form.groups], () => groupList(form))}`,
  );
}

const groupList = ({ groups, words }: Form): TemplateResult =>
  html`<datalist id=${GROUPS}>
    ${groups.map(({ name, people }) => html`<option value=${name} label=${`${name} (${words.people(people)})`}></option>`)}
  </datalist>`;

function row(form: Form, entry: unknown, index: number, length: number): TemplateResult {
  const words = form.words.expect;
  const path = [...PATH, index];
  // The row that comes to stand here, else the one before.
  const next = length > 1 ? [...PATH, Math.min(index, length - 2)] : PATH;
  if (!isFields(entry)) {
    return html`<div class="row" data-at=${at(path)}>
      <p class="odd">${form.words.unknown(written(entry))}</p>
      ${removeButton(form, path, written(entry), next)}
    </div>`;
  }
  const said = CLAIMS.some((claim) => !isAbsent(entry[claim]));
  return html`<fieldset class="group card" data-at=${at(path)}>
    <legend class="visually-hidden">${words.names(subjectName(form, entry))}</legend>
    <div class="row">
      ${subject(form, path, entry)} ${removeButton(form, path, words.says(subjectName(form, entry), claimNames(form, entry)), next)}
    </div>
    ${isMissing(form, entry["group"]) ? html`<span class="tag caution">${form.words.notInDirectory}</span>` : nothing}
    <div class="claims">${claims(form, path, entry)}</div>
    ${said ? nothing : html`<p class="hint">${words.saysNothing}</p>`} ${otherKeys(form, path, KNOWN)}
  </fieldset>`;
}

/** Whom it is about; where it does not say, what can be said. */
function subject(form: Form, path: Path, entry: Fields): TemplateResult {
  const words = form.words.expect;
  const given = SUBJECTS.filter((key) => !isAbsent(entry[key]));
  const isOpen = given.length === 0;
  const person = (): TemplateResult =>
    textField(form, [...path, "email"], words.person, { type: "email", list: ADMINISTRATORS });
  return html`<div class="subject">
    ${isOpen || given.includes("email") ? person() : nothing}
    ${isOpen || given.includes("group") ? group(form, [...path, "group"]) : nothing}
    ${given.includes("everyone") ? everyone(form, [...path, "everyone"]) : nothing}
    ${isOpen ? html`<p class="hint">${words.namesNobody}</p>` : nothing}
  </div>`;
}

function group(form: Form, path: Path): TemplateResult {
  const { words, groups } = form;
  const given = valueAt(form.config, path);
  const found = groups.find(isNamed(given));
  const known = found && (found.name === given ? [] : [found.name]).concat(words.people(found.people)).join(", ");
  const label = known === undefined ? words.expect.group : `${words.expect.group} (${known})`;
  return textField(form, path, label, { list: GROUPS });
}

/** A group goes by its name or its id. */
const isNamed =
  (given: unknown) =>
  ({ name, id }: DirectoryGroup): boolean =>
    typeof given === "string" && (name === given || id === given);

/** Whether it names a group that the directory, which has others, does not have. */
const isMissing = ({ groups }: Form, given: unknown): boolean =>
  typeof given === "string" && groups.length > 0 && !groups.some(isNamed(given));

const everyone = (form: Form, path: Path): TemplateResult =>
  html`${valueAt(form.config, path) === true ? html`<p class="name">${form.words.expect.everyone}</p>` : nothing}
  ${odd(form, path, (value) => value === true)}`;

function claims(form: Form, path: Path, entry: Fields): TemplateResult {
  const words = form.words.expect;
  const facts = factsOf(form.config);
  const none = words.notSaid;
  const tiers = facts?.seatTiers ?? [];
  // Nobody is made one, but somebody may have to stay one.
  const roles = facts?.administers === "owner" ? ["primary-owner", ...facts.roles] : (facts?.roles ?? []);
  const named = (all: readonly string[]) => all.map((value) => ({ value, label: wordName(value) }));
  const access = (["true", "false"] as const).map((value) => ({ value, label: words.accessIs[value] }));
  return html`${selectField(form, [...path, "access"], words.access, access, { none, isFlag: true })}
  ${selectField(form, [...path, "role"], words.role, named(roles), { none })}
  ${tiers.length > 0 || !isAbsent(entry["seatTier"])
    ? selectField(form, [...path, "seatTier"], words.seatTier, named(tiers), { none })
    : nothing}`;
}

/** The subject as the engine takes it: of several the first. */
function subjectName(form: Form, entry: Fields): string {
  const words = form.words.expect;
  const key = SUBJECTS.find((key) => !isAbsent(entry[key]));
  if (key === undefined) return "–";
  return key === "everyone" && entry[key] === true ? words.everyone : written(entry[key]);
}

function claimNames(form: Form, entry: Fields): string[] {
  const words = form.words.expect;
  const { access } = entry;
  const given = CLAIMS.slice(1).flatMap((claim) => (isAbsent(entry[claim]) ? [] : [wordName(written(entry[claim]))]));
  if (isAbsent(access)) return given;
  return [isFlag(access) ? words.accessIs[access ? "true" : "false"] : written(access), ...given];
}
