// The files that the command line names: read, with what is said of each, and given to the engine.
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { nearest } from "./cli-arguments.js";
import { called } from "./cli-places.js";
import { reason, Refused } from "./cli-problem.js";

const STDIN = "-";
const FIELDS = ["email", "name", "id", "role", "seatTier", "status", "kind", "active", "assigned", "groups", "group"];

/** The configuration and the roster that a command line is about. */
export async function read({ named: [config], values }) {
  const { members = [], directory = [], roster } = values;
  const isApart = members.length + directory.length > 0;
  if (roster === undefined && !isApart) {
    throw new Refused("there are no people: --members is missing", "give --members FILE and --directory FILE, or --roster FILE");
  }
  const beside = besideFiles(values);
  const isSaid = beside !== undefined || values["max-bytes"] !== undefined || Object.keys(OF_A_FILE).some((name) => values[name]);
  if (roster !== undefined && (isApart || isSaid)) {
    const what = isApart ? "--members and --directory" : "what is said of files";
    throw new Refused(
      `--roster holds both sides, and ${what} cannot stand beside it`,
      "say it in the roster's own JSON, or give --members and --directory",
    );
  }
  apart([config, ...members, ...directory, ...(values["accept-file"] ?? []), roster], values.output);
  const said = ofFiles(values, [...members, ...directory]);
  const files = async (paths) => Promise.all(paths.map(async (path) => ({ ...(await open(path)), options: said(path) })));
  return {
    config: await open(config),
    roster: roster === undefined ? undefined : await open(roster),
    members: await files(members),
    directory: await files(directory),
    beside: beside ?? {},
    actor: values.actor,
  };
}

/** One of several files to be looked at. */
export async function readOne(path, paths, values) {
  apart(paths, values.output);
  return { ...(await open(path)), options: ofFiles(values, paths)(path) };
}

/** What a session is made of. */
export function rosterOf({ roster, members, directory, beside }) {
  if (roster !== undefined) return roster.data;
  const side = (files) => (files.length === 0 ? undefined : files.map(sourceOf));
  return { ...beside, members: side(members), directory: side(directory) };
}

/** A file as the engine takes it. */
export const sourceOf = ({ data, path, options }) => ({ data, name: path === STDIN ? undefined : basename(path), ...options });

/** The configuration: its bytes as they are, unless somebody else is named as the actor. */
export function configOf({ config, actor }) {
  if (actor === undefined) return config.data;
  try {
    const value = JSON.parse(new TextDecoder().decode(config.data));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value, actor };
  } catch {
    // the engine says what is wrong with it
  }
  return config.data;
}

/** The ids of accepted warnings, from the command line and from files. */
export async function accepted({ accept = [], "accept-file": files = [] }) {
  const ids = [...accept];
  for (const path of files) {
    const { data } = await open(path);
    const lines = new TextDecoder().decode(data).split(/\r?\n/);
    ids.push(...lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")));
  }
  return ids;
}

async function open(path) {
  try {
    return { path, data: path === STDIN ? await standardInput() : await readFile(path) };
  } catch (error) {
    const help = "check the path; it counts from the folder that the command runs in";
    throw new Refused(`${called(path)} cannot be read: ${reason(error)}`, help, error, { file: path });
  }
}

async function standardInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Refuses to read standard input twice, and to write over what is read. */
function apart(paths, output) {
  if (paths.filter((path) => path === STDIN).length > 1) {
    throw new Refused("- is given twice, and standard input can be read only once", "give the other as a file");
  }
  if (output !== undefined && paths.some((path) => path !== undefined && path !== STDIN && resolve(path) === resolve(output))) {
    throw new Refused(`--output would write over ${output}, which is read`, "give --output another file");
  }
}

function besideFiles({ assignment = [], complete, incomplete }) {
  if (complete && incomplete) throw new Refused("--complete and --incomplete contradict each other", "give one of them");
  const groups = assignment.filter((how) => how.startsWith("group:")).map((how) => how.slice("group:".length));
  if (assignment.length > 1 && groups.length < assignment.length) {
    throw new Refused("--assignment is given twice", "give it once, or as group:NAME for each group whose members are assigned");
  }
  const said = {};
  if (assignment.length > 0) said.assignment = groups.length > 0 ? { groups } : assignment[0];
  if (complete || incomplete) said.complete = complete === true;
  return Object.keys(said).length > 0 ? said : undefined;
}

/** Options that begin with the file that they are about, and what the engine calls them. */
export const OF_A_FILE = { group: "group", columns: "columns", encoding: "encoding", "read-as": "format" };

/** Gives what the options say of a file. */
function ofFiles(values, paths) {
  const said = new Map(paths.map((path) => [path, {}]));
  const maxBytes = values["max-bytes"];
  if (maxBytes !== undefined) for (const options of said.values()) options.maxBytes = Number(maxBytes);
  for (const [name, key] of Object.entries(OF_A_FILE)) {
    for (const value of values[name] ?? []) {
      const path = paths.filter((path) => value.startsWith(`${path}=`)).sort((one, other) => other.length - one.length)[0];
      if (path === undefined) throw unknownFile(name, value, paths);
      const rest = value.slice(path.length + 1);
      const options = said.get(path);
      if (name === "columns") options.columns = { ...options.columns, ...headings(rest, value) };
      else if (options[key] === undefined) options[key] = rest;
      else throw new Refused(`--${name} is given twice for ${path}`, "give it once for each file");
    }
  }
  return (path) => said.get(path);
}

function unknownFile(name, value, paths) {
  const [path] = value.split("=", 1);
  const near = nearest(path, paths);
  const help = `write --${name} FILE=…, with the file just as --members or --directory names it`;
  if (!value.includes("=")) return new Refused(`--${name} ${value} does not say of which file`, help);
  return new Refused(
    `--${name} is about ${path}, which is none of the files`,
    near ? `did you mean ${near}? Otherwise ${help}` : help,
  );
}

/** `email:Login,name:Full name`: a comma ends a heading only where another field follows. */
function headings(text, whole) {
  const columns = {};
  for (const part of text.split(new RegExp(`,(?=\\s*(?:${FIELDS.join("|")}):)`))) {
    const colon = part.indexOf(":");
    const field = part.slice(0, colon).trim();
    const heading = part.slice(colon + 1).trim();
    if (colon < 0 || heading === "")
      throw new Refused(`--columns ${whole} is not understood at ${part}`, "write it as FILE=email:HEADING,name:HEADING");
    if (!FIELDS.includes(field)) {
      const near = nearest(field, FIELDS);
      throw new Refused(
        `--columns knows no field ${field}`,
        `${near ? `did you mean ${near}? ` : ""}The fields are ${FIELDS.join(", ")}`,
      );
    }
    columns[field] = heading;
  }
  return columns;
}
