// What is on the page: the configuration, the roster as a text or as files, the last answer about them, and the
// language. Components read it and call its methods; it tells them when something changed.

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Assignment, FullReport, Locale, Rendering } from "rolecall";
import sampleConfig from "../sample/config.json?raw";
import sampleRoster from "../sample/roster.json?raw";
import { STRINGS, type Strings } from "../strings/index.ts";
import { ask, open, render, rosterText, type Answer, type Problem, type Side, type Understood } from "./engine.ts";
import { recognise, textOf, type Refusal } from "./files.ts";
import { parsed, valueAt } from "./settings-text.ts";
import type { DirectoryGroup } from "./settings.ts";
import { fileFrom, isInForce, lookAgain, opened, reported, told, type RosterFile, type Said } from "./roster.ts";

/** One input as text, and the way back to what it took the place of. */
export interface Input {
  text: string;
  note: Note | undefined;
  refused: readonly Refusal[];
}

/** What became of an input, in words, and what it was before. */
export interface Note {
  says: (strings: Strings) => string;
  before: Snapshot;
}

interface Snapshot {
  text: string;
  files: readonly RosterFile[];
  assignment: Assignment | undefined;
}

/** The groups that a roster's text names, counted once for each text. */
let counted: { text: string; groups: readonly DirectoryGroup[] } | undefined;

function groupsIn(text: string): readonly DirectoryGroup[] {
  if (counted?.text === text) return counted.groups;
  const directory = parsed(text)?.["directory"];
  const listed = (key: string) => {
    const list = valueAt(directory, [key]);
    return Array.isArray(list) ? (list as unknown[]) : [];
  };
  const groups = new Map<string, DirectoryGroup>();
  for (const group of listed("groups")) {
    const [name, id] = [valueAt(group, ["name"]), valueAt(group, ["id"])];
    if (typeof name === "string") groups.set(name, { name, people: 0, ...(typeof id === "string" ? { id } : {}) });
  }
  for (const name of listed("users").flatMap((user) => valueAt(user, ["groups"]) ?? [])) {
    if (typeof name !== "string") continue;
    const known = groups.get(name) ?? [...groups.values()].find(({ id }) => id === name) ?? { name, people: 0 };
    groups.set(known.name, { ...known, people: known.people + 1 });
  }
  counted = { text, groups: [...groups.values()] };
  return counted.groups;
}

const SAMPLE: Record<Side, string> = { config: sampleConfig, roster: sampleRoster };
const TYPING_PAUSE_MS = 120;

const fresh = (side: Side): Input => ({ text: SAMPLE[side], note: undefined, refused: [] });

export class Preview implements ReactiveController {
  readonly inputs: Record<Side, Input> = { config: fresh("config"), roster: fresh("roster") };
  /** While there are any, the roster is made of them and not of its text. */
  files: readonly RosterFile[] = [];
  /** What the files in force say of the directory. */
  understood: Understood | undefined;
  /** Who is assigned, where the files do not say. */
  assignment: Assignment | undefined;
  locale: Locale = navigator.languages.find((l) => /^(en|ja)\b/.test(l))?.startsWith("ja") ? "ja" : "en";
  /** The last report that could be made; older than the inputs while `problem` is set. */
  report: FullReport | undefined;
  problem: Problem | undefined;

  #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  /** Counts the rosters there have been; the one that the engine has open may be older. */
  #roster = 1;
  #opened = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#check();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get isSample(): boolean {
    const { config, roster } = this.inputs;
    return this.files.length === 0 && config.text === SAMPLE.config && roster.text === SAMPLE.roster;
  }

  /** The directory's groups. */
  get groups(): readonly DirectoryGroup[] {
    return this.understood?.groups ?? groupsIn(this.inputs.roster.text);
  }

  /** The files that are no part of the answer: not read, or not yet. */
  get without(): readonly RosterFile[] {
    return this.files.filter((file) => !isInForce(file));
  }

  async setLocale(locale: Locale): Promise<void> {
    this.locale = locale;
    this.#host.requestUpdate();
    const again = new Map<number, RosterFile>();
    for (const file of this.files) again.set(file.id, await lookAgain(file, locale));
    this.files = this.files.map((file) => again.get(file.id) ?? file);
    this.#changed("roster", 0);
  }

  tryAgain(): void {
    this.#changed("roster", 0);
  }

  edit(side: Side, text: string): void {
    this.inputs[side] = { ...this.inputs[side], text, refused: [] };
    this.#changed(side, TYPING_PAUSE_MS);
  }

  /** Puts another text in place of the present one, or of the files, which `undo` brings back. */
  replace(side: Side, text: string, says: Note["says"] = (strings) => strings.replaced): void {
    const before = this.#snapshot(side);
    if (side === "roster") this.#setFiles([]);
    this.inputs[side] = { text, note: { says, before }, refused: [] };
    this.#changed(side, 0);
  }

  undo(side: Side): void {
    const before = this.inputs[side].note?.before;
    if (!before) return;
    this.inputs[side] = { text: before.text, note: undefined, refused: [] };
    if (side === "roster") this.#setFiles(before.files, before.assignment);
    this.#changed(side, 0);
  }

  /** Puts away the note about a file that was not taken. */
  dismiss(side: Side, refusal: Refusal): void {
    const input = this.inputs[side];
    this.inputs[side] = { ...input, refused: input.refused.filter((other) => other !== refusal) };
    this.#host.requestUpdate();
  }

  showSample(): void {
    for (const side of ["config", "roster"] as const) {
      const isShown = this.inputs[side].text === SAMPLE[side] && (side === "config" || this.files.length === 0);
      if (!isShown) this.replace(side, SAMPLE[side]);
    }
  }

  /** Takes files dropped on or chosen for `side`; what is plainly about the other side goes there. */
  async take(files: Iterable<File>, side: Side): Promise<void> {
    const taken = [];
    for (const file of files) taken.push(await recognise(file, side, this.locale));
    // A whole roster takes the place of what is there, unless others want to be part of it.
    const rosters = taken.filter(({ kind }) => kind === "roster").length;
    const joins = this.files.length > 0 || rosters > 1 || taken.some(({ kind }) => kind === "list");
    for (const found of taken) {
      const loaded = (strings: Strings) => strings.replacedBy(found.name);
      if (found.kind === "config") {
        this.replace("config", found.text, loaded);
      } else if (found.kind === "roster" && !joins) {
        this.replace("roster", found.text, loaded);
      } else if (found.kind === "bad" && (found.side === "config" || !joins)) {
        const input = this.inputs[found.side];
        const refusal = { file: found.name, reason: found.reason };
        this.inputs[found.side] = { ...input, refused: [...input.refused, refusal] };
      } else {
        const roster = this.inputs.roster;
        this.inputs.roster = { ...roster, note: undefined, refused: [] };
        this.files = [...this.files, fileFrom(found, this.files)];
        this.#changed("roster", 0);
      }
    }
    this.#host.requestUpdate();
  }

  /** Takes in what somebody says of a file. */
  async tell(id: number, said: Said): Promise<void> {
    const file = this.files.find((file) => file.id === id);
    if (!file) return;
    const next = await told(file, said, this.locale);
    this.files = this.files.map((file) => (file.id === id ? next : file));
    this.#changed("roster", 0);
  }

  assign(assignment: Assignment | undefined): void {
    this.assignment = assignment;
    this.#changed("roster", 0);
  }

  remove(id: number): void {
    if (this.files.length === 1) return this.removeAll();
    this.files = this.files.filter((file) => file.id !== id);
    this.#changed("roster", 0);
  }

  /** Goes back to the text that was there before the files. */
  removeAll(): void {
    const { length } = this.files;
    this.replace("roster", this.inputs.roster.text, (strings) => strings.files.removed(length));
  }

  /** Puts one file that is a whole roster in place of all files. */
  useWhole(file: RosterFile): void {
    const text = textOf(file.data);
    if (text !== undefined) this.replace("roster", text, (strings) => strings.replacedBy(file.name));
  }

  /** Puts the roster as understood, as a text to edit, in place of the files. */
  async editAsJson(): Promise<void> {
    const { length } = this.files;
    const without = this.without.map(({ name }) => name);
    const text = await rosterText();
    const says = ({ files }: Strings) => `${files.madeFrom(length - without.length, without)} ${files.inPlaceOfFiles}`;
    this.replace("roster", text, says);
  }

  /** The answer on the page as a text of its own. */
  rendered(as: Rendering): Promise<string> {
    return render(this.inputs.config.text, as, this.locale);
  }

  #snapshot(side: Side): Snapshot {
    const { text } = this.inputs[side];
    return { text, files: side === "roster" ? this.files : [], assignment: this.assignment };
  }

  #setFiles(files: readonly RosterFile[], assignment?: Assignment): void {
    this.files = files;
    this.assignment = assignment;
    this.understood = undefined;
  }

  #changed(side: Side, pause: number): void {
    if (side === "roster") this.#roster++;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), pause);
  }

  async #check(): Promise<void> {
    const question = ++this.#asked;
    const answer = await this.#answer(question);
    if (!answer || question !== this.#asked) return; // a later question is on its way
    if ("report" in answer) {
      this.report = answer.report;
      this.problem = undefined;
      this.files = reported(this.files, answer.report.sources);
    } else {
      this.problem = answer.problem;
      // The engine itself may have gone, and with it the roster that it had open.
      if (answer.problem.side === undefined) this.#opened = 0;
    }
    this.#host.requestUpdate();
  }

  async #answer(question: number): Promise<Answer | undefined> {
    if (this.#opened !== this.#roster) {
      const roster = this.#roster;
      const isOfFiles = this.files.length > 0;
      const inForce = this.files.filter(isInForce);
      if (isOfFiles && inForce.length === 0) return { problem: this.#nothingInForce() };
      const { assignment } = this;
      const done = await open(isOfFiles ? { files: inForce, assignment } : this.inputs.roster.text, this.locale);
      if (question !== this.#asked) return undefined;
      if ("problem" in done) return done;
      this.#opened = roster;
      this.understood = done.understood;
      this.assignment = done.assignment;
      this.files = opened(this.files, done);
      if (isOfFiles && !this.files.some(isInForce)) return { problem: this.#nothingInForce() };
    }
    return ask(this.inputs.config.text, this.locale);
  }

  #nothingInForce(): Problem {
    this.understood = undefined;
    const message = STRINGS[this.locale].files.noneInForce;
    return { code: "", side: "roster", path: undefined, message, help: "", line: undefined, column: undefined };
  }
}
