// The commands and their options: what they take, and what is said of them.

/** What each command takes beside its options. */
export const COMMANDS = {
  check: { takes: "CONFIG", least: 1, most: 1, help: "say what saving the configuration would do to everybody" },
  repair: { takes: "CONFIG", least: 1, most: 1, help: "propose changes that leave no error, each proven by checking again" },
  rule: { takes: "[CODE]", least: 0, most: 1, help: "explain a rule, or list them all" },
  inspect: { takes: "FILE…", least: 1, most: Infinity, help: "say what files are taken for" },
};

/** The engine's limits that can be set, but for bytes, which have an option of their own. */
export const LIMITS = ["people", "groups", "groupsPerPerson", "memberships", "repairChecks"];

const ASKED = ["check", "repair"];
const ALL = ["check", "repair", "rule", "inspect"];

/**
 * Every option: what its value is called (none: it takes no value), which values it may have, whether it may be given
 * several times, and the commands that it belongs to (none: every place).
 */
export const OPTIONS = {
  members: { value: "FILE", many: true, of: ASKED, help: "the organisation's own list; several are joined" },
  directory: { value: "FILE", many: true, of: ASKED, help: "the identity provider's side; several are joined" },
  roster: { value: "FILE", of: ASKED, help: "both sides in one file, in rolecall's own JSON" },
  group: { value: "FILE=NAME", many: true, of: ASKED, help: "the group whose members the file lists" },
  columns: {
    value: "FILE=FIELD:HEADING,…",
    many: true,
    of: ASKED,
    help: "which column of the table holds what: email, name, id; of members role, seatTier, status, kind; of a directory active, assigned, groups, group",
  },
  encoding: {
    value: "FILE=LABEL",
    many: true,
    of: ["check", "repair", "inspect"],
    help: "the file's encoding, for example shift_jis",
  },
  "read-as": { value: "FILE=FORMAT", many: true, of: ASKED, help: "the file's format, where it is taken for another" },
  "max-bytes": {
    value: "NUMBER",
    fits: /^[1-9]\d{0,8}$/,
    of: ["check", "repair", "inspect"],
    help: "refuse larger files; 268435456 unless said",
  },
  limit: {
    value: "NAME=NUMBER",
    many: true,
    fits: new RegExp(`^(${LIMITS.join("|")})=\\d{1,9}$`),
    of: ASKED,
    help: `read more, or search longer, than is usual: ${LIMITS.join(", ")}`,
  },
  assignment: {
    value: "HOW",
    many: true,
    fits: /^(listed|flagged|unknown|group:.+)$/s,
    of: ASKED,
    help: "who is assigned to the application: listed (whoever is in the files), flagged, unknown, or group:NAME (the members of that group; may be repeated)",
  },
  complete: { of: ASKED, help: "the directory is whole, whatever its files say" },
  incomplete: { of: ASKED, help: "the directory is not whole" },
  actor: { value: "EMAIL", of: ASKED, help: "who is about to press Save; stands above the configuration's own" },
  accept: { value: "ID", many: true, of: ASKED, help: "a warning that somebody has accepted, by its id" },
  "accept-file": {
    value: "FILE",
    many: true,
    of: ASKED,
    help: "accepted warnings, an id a line; lines that begin with # are passed over",
  },
  acknowledge: {
    value: "FINGERPRINT",
    fits: /^[0-9a-f]{64}$/i,
    of: ["check"],
    help: "let warnings pass if the answer has exactly this fingerprint",
  },
  "allow-warnings": { of: ["check"], help: "let warnings pass, whatever they are" },
  means: {
    value: "WHERE",
    many: true,
    words: ["settings", "identity-provider", "dns", "billing", "vendor"],
    of: ["repair"],
    help: "propose only changes made there: settings, identity-provider, dns, billing or vendor",
  },
  format: {
    value: "FORMAT",
    words: ["text", "json", "sarif", "markdown"],
    of: ALL,
    help: "text or json, and of check sarif or markdown too; else as the name of the output ends, else text",
  },
  output: { value: "FILE", short: "o", of: ALL, help: "write the answer into the file" },
  people: { of: ["check"], help: "list everybody whose access, role or seat changes" },
  "no-names": { of: ["check"], help: "call people person-1, person-2 …, for places that others can see" },
  fixes: { of: ["check"], help: "look for fixes also for more than 10,000 people" },
  "no-fixes": { of: ["check"], help: "look for no fixes" },
  locale: { value: "LANGUAGE", words: ["en", "ja"], of: ALL, help: "the language of the answer: en or ja" },
  quiet: { short: "q", of: ["check"], help: "print nothing; the exit code is the answer" },
  help: { short: "h", help: "print this" },
  version: { short: "V", help: "print the version" },
};
