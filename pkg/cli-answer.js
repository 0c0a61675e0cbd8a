// What is asked of the engine, and what it cannot answer said in terms of the command line.
import { accepted, configOf, OF_A_FILE, read, rosterOf } from "./cli-files.js";
import { called, Places, written } from "./cli-places.js";
import { RolecallError, Session } from "./node.js";

/** The files of a command line, and a session that has read them. */
export async function opened(asked) {
  const { values } = asked;
  const inputs = await read(asked);
  const limits = Object.fromEntries((values.limit ?? []).map(limit));
  const options = { locale: values.locale, accepted: await accepted(values), limits };
  const places = new Places(inputs);
  const session = inTheirTerms(inputs, places, () => new Session(rosterOf(inputs), { locale: values.locale, limits }));
  return { inputs, places, options, session, config: configOf(inputs), ask: (ask) => inTheirTerms(inputs, places, ask) };
}

function limit(said) {
  const [name, number] = said.split("=");
  return [name, Number(number)];
}

/** Runs what asks the engine; an error then names the file, and the option that would mend it. */
export function inTheirTerms(inputs, places, ask) {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RolecallError) throw located(error, places.ofError(error));
    throw error;
  }
}

/** An error with its place in a file. */
export function located(error, place) {
  if (place?.file === undefined) return error;
  const { code, path, line, headings, columns, help } = error;
  const message = inLetters(named(error, place), error.column, place.column);
  const told = new RolecallError({ code, path, line, column: place.column, headings, columns, message, help }, { cause: error });
  return Object.assign(told, { place: written(place), at: place, remedy: remedy(error, place.file) });
}

/** The message, about the file or the option in the place of the pointer. */
function named({ message, path }, { file, pointer }) {
  if (pointer === undefined) return message.replaceAll(path, called(file));
  const [, key] = /^\/roster\/\w+\/\d+\/(\w+)/.exec(path) ?? [];
  const option = Object.entries(OF_A_FILE).find(([, name]) => name === key)?.[0];
  return option === undefined ? message : message.replaceAll(path, `--${option} ${file}`);
}

/** The message with its column counted in letters, as editors do. */
function inLetters(message, inBytes, column) {
  if (inBytes === undefined || column === undefined) return message;
  return message.replace(`column ${inBytes}`, `column ${column}`).replace(`${inBytes}列`, `${column}列`);
}

/** By the error of a limit: its name. */
const EXCEEDED = {
  "input/too-many-people": "people",
  "input/too-many-groups": "groups",
  "input/too-many-groups-of-one": "groupsPerPerson",
  "input/too-many-memberships": "memberships",
};

/** The option that says what the engine asks for. */
function remedy({ code, columns, headings }, file) {
  if (code === "input/no-group-name") return `say it with --group ${quoted(`${file}=NAME`)}`;
  if (code === "input/too-large") return "allow it with --max-bytes NUMBER";
  if (code in EXCEEDED) return `allow it with --limit ${EXCEEDED[code]}=NUMBER`;
  if (code === "input/columns-needed" || code === "input/no-such-column")
    return `say it with --columns ${columnsOption(file, columns, headings)}`;
  return undefined;
}

/** The option that names the columns of a table, as they look. */
export function columnsOption(file, columns, headings) {
  const named = Object.entries(columns ?? {});
  const [heading = "HEADING"] = headings ?? [];
  return quoted(`${file}=${(named.length > 0 ? named : [["email", heading]]).map((pair) => pair.join(":")).join(",")}`);
}

/** A word as a shell takes it. */
const quoted = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
