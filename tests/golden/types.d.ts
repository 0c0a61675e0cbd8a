// Written from the Rust types by `cargo xtask build`.

/**
 * Which mapped groups entitle to access.
 *
 * - `role-group`: Only groups mapped to a role.
 * - `any-mapped-group`: A group mapped to a seat tier as well, with role `user`.
 */
export type AccessGroup = "role-group" | "any-mapped-group";

/**
 * Whether somebody should look at a fix before it is applied.
 *
 * - `safe`: Nobody is given an administering role by it, and nobody loses access or is removed.
 * - `review`: Somebody is: the effects say who.
 */
export type Applicability = "safe" | "review";

/**
 * How a directory tells who is assigned to the application: by a word, or the members of groups.
 */
export type Assignment = AssignmentWord | { 
/**
 * Their names or ids.
 */
groups: Array<string>, };

/**
 * How a directory tells who is assigned to the application.
 *
 * - `listed`: Everyone listed, unless `assigned` is false.
 * - `flagged`: Only where `assigned` is true.
 * - `unknown`: It does not.
 */
export type AssignmentWord = "listed" | "flagged" | "unknown";

/**
 * A reading that the answer rests on.
 */
export type AssumptionUse = { 
/**
 * The reading.
 */
id: Reading, 
/**
 * The value taken.
 */
value: string, 
/**
 * The other values that `config.assumptions` may name.
 */
alternatives: Array<string>, 
/**
 * For how many people the answer rests on it.
 */
people: number, 
/**
 * The reading in words.
 */
text: string, };

/**
 * What there is: plans, modes, readings, outcomes, rules.
 */
export type Catalog = { 
/**
 * The plans.
 */
plans: Array<PlanEntry>, 
/**
 * The provisioning modes.
 */
modes: Array<ModeEntry>, 
/**
 * The readings.
 */
readings: Array<ReadingEntry>, 
/**
 * The outcomes.
 */
outcomes: Array<Outcome>, 
/**
 * Every role of any plan.
 */
roles: Array<Role>, 
/**
 * Every seat tier of any plan.
 */
seatTiers: Array<SeatTier>, 
/**
 * The codes of the rules.
 */
rules: Array<RuleCode>, };

/**
 * What a check may be asked beside configuration and roster.
 */
export type CheckOptions = { 
/**
 * Whether findings come with fixes. Each is proven by checking again, which takes as
 * long as another check. Left out: for up to 10,000 people, and with very many groups or
 * findings only for the worst of them.
 */
fixes?: boolean | null, 
/**
 * The language of the messages; one that is not spoken reads as English.
 */
locale?: Locale | null, 
/**
 * The ids of warnings that somebody has accepted: as long as their people and facts
 * stay the same they do not ask for a confirmation again. Errors cannot be accepted.
 */
accepted?: Array<string> | null, 
/**
 * For repairs: the means that are allowed.
 */
means?: Array<Where> | null, 
/**
 * How much is read, and how long is looked for fixes and repairs.
 */
limits?: Limits | null, };

/**
 * What a column of a table may be.
 *
 * - `email`: The address. Needed.
 * - `name`: The name.
 * - `id`: The identity provider's immutable id.
 * - `role`: The role; of members.
 * - `seatTier`: The seat tier; of members.
 * - `status`: Active or pending; of members.
 * - `kind`: Human or service; of members.
 * - `active`: Whether the user is active; of the directory.
 * - `assigned`: Whether the user is assigned to the application; of the directory.
 * - `groups`: The user's groups, separated by semicolons, commas or bars; of the directory.
 * - `group`: One group of the user, who has a row for each; of the directory.
 */
export type Column = "email" | "name" | "id" | "role" | "seatTier" | "status" | "kind" | "active" | "assigned" | "groups" | "group";

/**
 * The heading of each column that is of use.
 */
export type ColumnMap = { [column in Column]?: string };

/**
 * Two configurations side by side.
 */
export type Comparison = { 
/**
 * How many of the people who are asked for fare differently.
 */
total: number, 
/**
 * Those of them on this page.
 */
people: Array<Difference>, 
/**
 * Everyone, by where they end under the one, as `before`, and under the other, as `after`.
 */
ends: Flow, };

/**
 * A proposed configuration: the whole of what the check is asked about (domain 2).
 */
export type Config = { 
/**
 * The organisation.
 */
organization: Organization, 
/**
 * The parent organisation; null or absent: there is none.
 */
parent?: Parent | null, 
/**
 * What is in force today; absent: the member list as it stands.
 */
saved?: Saved | null, 
/**
 * The address of who is about to press Save.
 */
actor?: string | null, 
/**
 * What Save would write.
 */
provisioning?: Provisioning | null, 
/**
 * Limits of what is acceptable.
 */
guards?: Guards | null, 
/**
 * What must hold afterwards.
 */
expect?: Array<Expectation> | null, 
/**
 * Readings other than the default ones.
 */
assumptions?: Readings | null, };

/**
 * The role that the newly added get when no group mapping names one.
 *
 * - `user`: `user` on every plan.
 * - `claude-code-user`: `claude-code-user`, in Console.
 */
export type DefaultRole = "user" | "claude-code-user";

/**
 * Something that an answer depends on and that nobody can know beforehand.
 *
 * - `arrival-order`: Who logs in, or is synced, first.
 */
export type Dependency = "arrival-order";

/**
 * Somebody who fares differently under one configuration than under another.
 */
export type Difference = { 
/**
 * What becomes of them under the one.
 */
one: Person, 
/**
 * What becomes of them under the other.
 */
other: Person, };

/**
 * The identity provider's side.
 */
export type Directory = { 
/**
 * Its people. Without this list there is no directory; an empty one has nobody in it.
 */
users?: Array<User> | null, 
/**
 * Names groups that no user lists, and gives groups their ids.
 */
groups?: Array<Group> | null, 
/**
 * How it tells who is assigned to the application; default `listed`.
 */
assignment?: Assignment | null, 
/**
 * Whether the list is whole; default true.
 */
complete?: boolean | null, 
/**
 * Whether its list of groups is whole; default true. Where it is not, group mapping cannot be
 * worked out.
 */
groupsComplete?: boolean | null, };

/**
 * The directory at a glance: what a form needs that maps groups, without the people.
 */
export type DirectorySummary = { 
/**
 * How many users it lists.
 */
users: number, 
/**
 * How it tells who is assigned to the application.
 */
assignment: Assignment, 
/**
 * Whether the list is whole.
 */
complete: boolean, 
/**
 * Its groups.
 */
groups: Array<GroupSummary>, };

/**
 * Directory sync (SCIM) of the parent organisation.
 */
export type DirectorySync = { 
/**
 * The identity provider.
 */
provider?: Provider | null, 
/**
 * Whether it is connected.
 */
connected?: boolean | null, };

/**
 * A domain of the parent organisation.
 */
export type Domain = { 
/**
 * Compared without case.
 */
name: string, 
/**
 * Whether its ownership has been proven by the DNS record.
 */
verified?: boolean | null, };

/**
 * What a fix does to people, compared with the configuration without it.
 */
export type Effects = { 
/**
 * Whoever has access with it and not without it.
 */
gainAccess: PeopleSample, 
/**
 * Whoever has access without it and not with it.
 */
loseAccess: PeopleSample, 
/**
 * Whoever is on the organisation's list without it and not with it.
 */
leaveList: PeopleSample, 
/**
 * Whoever can use an administering role with it and not without it.
 */
gainAdministration: PeopleSample, 
/**
 * Those of them who cannot today either.
 */
newAdministrators: PeopleSample, 
/**
 * Whoever has access either way, and another role or seat.
 */
change: PeopleSample, };

/**
 * The codes of what stops the engine from answering.
 */
export type ErrorCode = "input/not-json" | "input/wrong-shape" | "input/no-plan" | "input/unknown-plan" | "input/not-text" | "input/empty" | "input/too-large" | "input/too-many-people" | "input/too-many-groups" | "input/too-many-groups-of-one" | "input/too-many-memberships" | "input/unknown-format" | "input/wrong-side" | "input/no-group-name" | "input/bad-table" | "input/columns-needed" | "input/no-such-column" | "engine/not-in-build";

/**
 * An error as it crosses into JavaScript, where it becomes a `RolecallError`.
 */
export type ErrorReport = { 
/**
 * Stable code.
 */
code: ErrorCode, 
/**
 * Pointer to the place, from `{ config, roster }`.
 */
path: string, 
/**
 * Line in the text, from 1, where it was text.
 */
line: number | null, 
/**
 * Column in bytes, from 1, where it was text; in a table the number of the column.
 */
column: number | null, 
/**
 * The headings of a table whose columns are not known.
 */
headings: Array<string> | null, 
/**
 * What the columns of such a table might be, to be shown and confirmed.
 */
columns: ColumnMap | null, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What to do about it.
 */
help: string, };

/**
 * Something that must hold after the save, about one person, a group's assigned people or
 * everyone with access.
 */
export type Expectation = { 
/**
 * The person's address.
 */
email?: string | null, 
/**
 * The group's name or id.
 */
group?: string | null, 
/**
 * Everyone with access.
 */
everyone?: boolean | null, 
/**
 * Whether they have access.
 */
access?: boolean | null, 
/**
 * The role they have.
 */
role?: Role | null, 
/**
 * The seat tier they hold.
 */
seatTier?: SeatTier | null, };

/**
 * One thing that the save makes wrong or surprising. Its `code` tells what its `params` hold.
 */
export type Finding = { [Code in RuleCode]: FindingOf<Code> }[RuleCode];

/**
 * One thing that the save makes wrong or surprising (domain 9).
 */
export type FindingBase = { 
/**
 * Stable within and across reports of the same situation.
 */
id: string, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * The fact, with names and numbers.
 */
message: string, 
/**
 * What to do about it.
 */
help: string, 
/**
 * The message in pieces, for those who want to link.
 */
parts: Array<Part>, 
/**
 * JSON Pointers into `{ config, roster }` to what causes it.
 */
paths: Array<string>, 
/**
 * Whom it concerns.
 */
people: PeopleSample, 
/**
 * Where the rule comes from.
 */
sources: Array<SourceRef>, 
/**
 * Codes of findings that follow from this one and are not given apart.
 */
swallowed: Array<RuleCode>, 
/**
 * On findings about lost access to the settings: the ways back that would still exist.
 */
waysBack?: Array<WayBack>, 
/**
 * What mends it, each proven by checking again; best first.
 */
fixes: Array<Fix>, };

/**
 * A finding of one rule.
 */
export type FindingOf<Code extends RuleCode> = FindingBase & {
/**
 * Stable code of the rule.
 */
code: Code,
/**
 * What the message is filled with.
 */
params: FindingParams[Code], };

/**
 * What the messages of each rule are filled with, by the rule's code.
 */
export type FindingParams = {
"escalation/broad-admin-group": {
/**
 * The mapped group.
 */
group: string,
/**
 * The administering role that it gives.
 */
role: Role,
/**
 * How many entitled people are in it.
 */
holds: number,
/**
 * How many people are entitled altogether.
 */
entitled: number, },
"escalation/new-admins": {
/**
 * The administering role of the plan.
 */
role: Role, },
"expect/matches-nobody": {
/**
 * Whom the expectation is about: an address, a group, or everyone with access.
 */
subject?: string, },
"expect/not-met": {
/**
 * How many people the expectation is about.
 */
of: number,
/**
 * Whom it is about: an address, a group, or everyone with access.
 */
subject: string,
/**
 * What was expected of them, in English.
 */
expected: Array<string>,
/**
 * What one of those who differ has instead, in English.
 */
actual: string, },
"input/cut-list": {
/**
 * How many members there are, where the list of groups is cut.
 */
members?: number,
/**
 * How many members are missing from what there is of the directory, where its list of people is cut.
 */
missing?: number, },
"input/unknown-key": {
/**
 * The key, unless it is one of many more.
 */
key?: string,
/**
 * The keys that are known there.
 */
known?: Array<string>,
/**
 * The known key that was likely meant.
 */
suggestion?: string,
/**
 * Where it stands, or stands first.
 */
path?: string,
/**
 * In how many places of the roster it stands, or how many more such keys there are.
 */
count?: number, },
"input/unknown-value": {
/**
 * The value as it was written.
 */
value: string,
/**
 * Where it stands.
 */
path: string,
/**
 * What the place takes, in English.
 */
expected: string,
/**
 * The known value that was likely meant.
 */
suggestion?: string, },
"lockout/actor-demoted": {
/**
 * Who is about to save.
 */
actor: string,
/**
 * Their role today.
 */
before: Role,
/**
 * Their role after the save.
 */
after: Role,
/**
 * Their groups that are mapped to a role.
 */
groups: Array<string>,
/**
 * The administering role of the plan.
 */
role: Role, },
"lockout/actor-loses-access": {
/**
 * Who is about to save.
 */
actor: string,
/**
 * The administering role of the plan.
 */
role: Role, },
"lockout/actor-not-given": Record<string, never>,
"lockout/admin-demoted": {
/**
 * The administering role of the plan.
 */
role: Role, },
"lockout/admin-role-unmapped": {
/**
 * The administering role of the plan.
 */
role: Role,
/**
 * The groups mapped to it, with nobody assigned in them.
 */
groups: Array<string>, },
"lockout/few-admins-left": {
/**
 * How many may edit these settings today.
 */
before: number,
/**
 * How many the guard asks for.
 */
least: number,
/**
 * The administering role of the plan.
 */
role: Role, },
"lockout/no-admin-left": {
/**
 * The administering role of the plan.
 */
role: Role, },
"lockout/sso-shuts-out": Record<string, never>,
"mapping/duplicate-group": {
/**
 * The group.
 */
group: string,
/**
 * The role or seat tier that it is mapped to.
 */
target: Role | SeatTier,
/**
 * How often.
 */
times: number, },
"mapping/empty-group": {
/**
 * The group.
 */
group: string,
/**
 * The roles and seat tiers that it is mapped to.
 */
targets: Array<Role | SeatTier>, },
"mapping/group-on-several-roles": {
/**
 * The group.
 */
group: string,
/**
 * The highest of the roles, which counts.
 */
highest: Role,
/**
 * The roles that it is mapped to.
 */
targets: Array<Role | SeatTier>, },
"mapping/group-on-several-tiers": {
/**
 * The group.
 */
group: string,
/**
 * The highest of the tiers, which counts.
 */
highest: SeatTier,
/**
 * The seat tiers that it is mapped to.
 */
targets: Array<Role | SeatTier>, },
"mapping/incomparable-roles": Record<string, never>,
"mapping/nested-group": {
/**
 * The mapped group.
 */
group: string,
/**
 * The roles and seat tiers that it is mapped to.
 */
targets: Array<Role | SeatTier>,
/**
 * The groups that are members of it.
 */
nested: Array<string>, },
"mapping/role-without-group": {
/**
 * The role or seat tier.
 */
target: Role | SeatTier, },
"mapping/shadowed-group": {
/**
 * The group.
 */
group: string,
/**
 * The role or seat tier that it gives nobody.
 */
target: Role | SeatTier, },
"mapping/tier-group-only": Record<string, never>,
"mapping/too-many-groups": {
/**
 * How many groups are offered.
 */
most: number, },
"mapping/unassigned-in-group": Record<string, never>,
"mapping/unknown-group": {
/**
 * The group as it is written.
 */
group: string,
/**
 * The roles and seat tiers that it is mapped to.
 */
targets: Array<Role | SeatTier>,
/**
 * The group of the directory that was likely meant.
 */
suggestion?: string, },
"plan/actor-may-not-save": {
/**
 * Who is about to save.
 */
actor: string,
/**
 * The role that may.
 */
role: Role,
/**
 * The role that they hold, if they are a member.
 */
held?: Role, },
"plan/directory-not-connected": Record<string, never>,
"plan/mapping-in-manual": Record<string, never>,
"plan/no-parent": {
/**
 * The provisioning mode.
 */
mode: Mode, },
"plan/no-verified-domain": {
/**
 * The provisioning mode.
 */
mode: Mode,
/**
 * The domains that are not verified.
 */
domains: Array<string>, },
"plan/parent-kind-mismatch": {
/**
 * The plan.
 */
plan: Plan,
/**
 * What the parent organisation was made for.
 */
kind: ParentKind, },
"plan/role-not-offered": {
/**
 * The role as it is written.
 */
role: string,
/**
 * The plan.
 */
plan: Plan,
/**
 * The roles that the plan has.
 */
offered: Array<string>,
/**
 * The role that was likely meant.
 */
suggestion?: string, },
"plan/scim-on-team": Record<string, never>,
"plan/scim-under-team-parent": Record<string, never>,
"plan/sso-not-connected": {
/**
 * The provisioning mode.
 */
mode: Mode, },
"plan/tier-not-offered": {
/**
 * The seat tier as it is written.
 */
tier: string,
/**
 * The plan.
 */
plan: Plan,
/**
 * The seat tiers that the plan has.
 */
offered: Array<string>,
/**
 * The seat tier that was likely meant.
 */
suggestion?: string, },
"removal/already-without": {
/**
 * How many seats they hold.
 */
seats: number, },
"removal/email-changed": {
/**
 * The member's address.
 */
old: string,
/**
 * The address that the directory has.
 */
new: string,
/**
 * By what they seem to be the same, in English.
 */
by: string, },
"removal/keys-stay-live": Record<string, never>,
"removal/mass-loss": {
/**
 * How many members have access today.
 */
members: number,
/**
 * How many of them lose it.
 */
lost: number,
/**
 * How many of them lose the administering role.
 */
demoted: number, },
"removal/members-removed": {
/**
 * How many members have access today.
 */
members: number,
/**
 * How many are removed for not being assigned.
 */
unassigned: number,
/**
 * How many are removed for being in no group that entitles.
 */
ungrouped: number, },
"removal/service-account": Record<string, never>,
"removal/stays-listed": {
/**
 * How many seats they hold.
 */
seats: number, },
"roster/ambiguous-group-name": {
/**
 * The name.
 */
group: string,
/**
 * How many groups have it.
 */
times: number,
/**
 * The roles and seat tiers that it is mapped to.
 */
targets: Array<Role | SeatTier>, },
"roster/assignment-unknown": {
/**
 * The provisioning mode.
 */
mode: Mode,
/**
 * How many members there are.
 */
members: number, },
"roster/bad-email": {
/**
 * How many rows have no address, where they have none.
 */
count?: number,
/**
 * The list that these rows stand in.
 */
list?: string, },
"roster/confusable-name": {
/**
 * The mapped group.
 */
group: string,
/**
 * The roles and seat tiers that it is mapped to.
 */
targets: Array<Role | SeatTier>,
/**
 * The groups that look like it: up to 20 of the directory, and up to 20 of the mapping.
 */
others: Array<string>, },
"roster/duplicate-person": {
/**
 * The list that they stand in.
 */
list: string, },
"roster/email-case-differs": Record<string, never>,
"roster/no-directory": {
/**
 * The provisioning mode, unless it is manual.
 */
mode?: Mode,
/**
 * How many members there are, unless the mode is manual.
 */
members?: number, },
"roster/outside-domains": Record<string, never>,
"roster/sides-do-not-match": {
/**
 * How many members are in the directory.
 */
found: number,
/**
 * How many members there are.
 */
members: number, },
"roster/unknown-value": {
/**
 * The value as it is written, unless it is one of many more.
 */
value?: string,
/**
 * The field that it stands in.
 */
field?: string,
/**
 * The values that are known there.
 */
known?: Array<string>,
/**
 * In how many rows it stands, or how many more such values there are.
 */
count: number,
/**
 * The plan, where the word belongs to another.
 */
plan?: Plan,
/**
 * The value that was likely meant.
 */
suggestion?: string, },
"seats/default-to-highest": {
/**
 * The highest seat tier of the plan.
 */
tier: SeatTier, },
"seats/held-by-invitations": Record<string, never>,
"seats/oversold": {
/**
 * The seat tier.
 */
tier: SeatTier,
/**
 * How many members hold it today.
 */
held: number,
/**
 * How many seats of it were purchased.
 */
purchased: number,
/**
 * How many are missing.
 */
missing: number, },
"seats/shortage": {
/**
 * How many seats of which tier are missing, in English.
 */
tiers: Array<string>,
/**
 * How many people wait to be added.
 */
waiting: number,
/**
 * How many members do not get the seat that they were to have.
 */
members: number, },
"seats/tier-moves": {
/**
 * How many move to a higher tier.
 */
up: number,
/**
 * How many move to a lower one.
 */
down: number, },
"tenant/adds-everywhere": {
/**
 * The other organisations.
 */
siblings: Array<string>, },
"timing/entra-delay": Record<string, never>,
"timing/next-login": Record<string, never>,
};

/**
 * One change that mends something, proven by checking again.
 */
export type Fix = { 
/**
 * The instruction, with names and numbers.
 */
title: string, 
/**
 * Where it is done.
 */
where: Where, 
/**
 * Whether somebody should look at it first.
 */
applicability: Applicability, 
/**
 * The change as JSON Patch on `{ config, roster }`, the roster as `session.roster()` gives it.
 */
patch: Array<PatchOp>, 
/**
 * The ids of findings that are gone with it.
 */
clears: Array<string>, 
/**
 * The ids of findings that are there with it and not without it.
 */
introduces: Array<string>, 
/**
 * What it does to people.
 */
effects: Effects, };

/**
 * Everyone, by where they stand before and after.
 */
export type Flow = { 
/**
 * By role, of whoever has access.
 */
roles: Array<FlowLink>, 
/**
 * By seat tier, of whoever is listed.
 */
seatTiers: Array<FlowLink>, };

/**
 * How many people stand in one place before, and in one after.
 */
export type FlowLink = { 
/**
 * Where they stand in the settled state under what is saved today.
 */
before: Place, 
/**
 * Where they stand in the settled state after the save.
 */
after: Place, 
/**
 * How many they are; never 0.
 */
people: number, };

/**
 * A format that rosters are read in.
 *
 * - `rolecall-json`: The project's own JSON.
 * - `scim`: SCIM 2.0: users and groups of the application itself.
 * - `admin-api-json`: Users and invites of the vendor's Admin API.
 * - `claude-members-csv`: The members CSV of the vendor's admin page.
 * - `entra-users-csv`: Users of Microsoft Entra.
 * - `entra-group-members-csv`: The members of one group of Microsoft Entra.
 * - `google-users-csv`: Users of Google Workspace.
 * - `google-group-members-csv`: The members of groups of Google Workspace.
 * - `okta-json`: Users and groups of Okta's API.
 * - `csv`: Any other table, whose columns the caller names.
 */
export type Format = "rolecall-json" | "scim" | "admin-api-json" | "claude-members-csv" | "entra-users-csv" | "entra-group-members-csv" | "google-users-csv" | "google-group-members-csv" | "okta-json" | "csv";

/**
 * The answer with everyone in it.
 */
export type FullReport = { 
/**
 * Everyone: members in roster order, then the directory's others in its order.
 */
people: Array<Person>, 
/**
 * The version of this shape.
 */
schemaVersion: 1, 
/**
 * What the findings come to.
 */
verdict: Verdict, 
/**
 * One sentence for a dialog.
 */
headline: string, 
/**
 * How many people have each outcome.
 */
counts: Record<Outcome, number>, 
/**
 * Roles held before and after.
 */
roles: Array<RoleCount>, 
/**
 * Seats held before and after.
 */
seats: Array<SeatCount>, 
/**
 * Everything that the save makes wrong or surprising, worst first.
 */
findings: Array<Finding>, 
/**
 * What somebody has accepted of it: it asks for no confirmation, and has no part in the verdict.
 */
accepted: Array<Finding>, 
/**
 * How far the set-up is: the documents' steps in their order.
 */
readiness: Array<Step>, 
/**
 * The readings that the answer rests on.
 */
assumptions: Array<AssumptionUse>, 
/**
 * The ways back from a lockout that would still exist after the save.
 */
waysBack: Array<WayBack>, 
/**
 * What was read.
 */
sources: Array<SourceReport>, };

/**
 * One group of the directory.
 */
export type Group = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its immutable id; wherever a group is named, its id does as well.
 */
id?: string | null, 
/**
 * The groups that are members of it, by name or id: nested groups are not provisioned.
 */
groups?: Array<string> | null, };

/**
 * Which groups of the identity provider give which role and seat tier. Groups are named by
 * name or id. Role and tier words stay as written: the plan decides what they mean.
 */
export type GroupMapping = { 
/**
 * Role to groups.
 */
roles?: Partial<Record<Role, Array<string>>> | null, 
/**
 * Seat tier to groups.
 */
seatTiers?: Partial<Record<SeatTier, Array<string>>> | null, };

/**
 * A group of the directory at a glance.
 */
export type GroupSummary = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its immutable id, where known.
 */
id: string | null, 
/**
 * How many people are in it.
 */
people: number, };

/**
 * From where on a loss is too large, or administrators too few.
 */
export type Guards = { 
/**
 * Fewer administrators than this after the save are warned about.
 */
minAdmins?: number | null, 
/**
 * Members losing access or demoted, from which on the save is blocked.
 */
maxLoss?: number | null, 
/**
 * The same in percent of the members with access; more than this blocks.
 */
maxLossPercent?: number | null, 
/**
 * Losses below this are never blocked for their percentage.
 */
maxLossFloor?: number | null, 
/**
 * New administrators through one group, from which on the save is blocked …
 */
broadAdminGroup?: number | null, 
/**
 * … when they are at least this percentage of the entitled.
 */
broadAdminPercent?: number | null, };

/**
 * What a file is, told without reading it whole.
 */
export type Inspection = { 
/**
 * Its format; null where its columns must be named first.
 */
format: Format | null, 
/**
 * The side that the format belongs to; null where it may be either.
 */
side: Side | null, 
/**
 * Its encoding, where that is not UTF-8.
 */
encoding: string | null, 
/**
 * The headings of a table.
 */
headings: Array<string> | null, 
/**
 * What the columns of a table of no known format might be: to be shown and confirmed.
 */
columns: ColumnMap | null, };

/**
 * What becomes of the list entry of a member who can no longer log in under JIT.
 *
 * - `stays-listed`: It stays until a login attempt or until it is removed by hand.
 * - `removed`: It goes.
 */
export type JitUnassigned = "stays-listed" | "removed";

/**
 * What a parameter holds.
 *
 * - `person`: A person's address.
 * - `group`: A group's name or id.
 * - `setting`: A setting or a place in the roster, as a JSON Pointer.
 * - `role`: A role.
 * - `seat-tier`: A seat tier.
 * - `target`: A role or a seat tier.
 * - `targets`: Roles or seat tiers.
 * - `mode`: A provisioning mode.
 * - `plan`: A plan.
 * - `parent-kind`: What a parent organisation was made for.
 * - `number`: A whole number from 0 up.
 * - `text`: Any text.
 * - `texts`: Several texts.
 */
export type Kind = "person" | "group" | "setting" | "role" | "seat-tier" | "target" | "targets" | "mode" | "plan" | "parent-kind" | "number" | "text" | "texts";

/**
 * Bounds of what one roster may hold and of what one answer may take: more is refused by an
 * error of its own, for memory in a browser has an end. They are far beyond the largest
 * organisations; whoever has more memory, or less, sets others.
 */
export type Limits = { 
/**
 * Bytes of one text or file, of the roster or the configuration.
 */
bytes?: number | null, 
/**
 * People on both sides.
 */
people?: number | null, 
/**
 * Names and ids of groups.
 */
groups?: number | null, 
/**
 * Groups that one person is in.
 */
groupsPerPerson?: number | null, 
/**
 * Memberships of people in groups; a name that several groups bear is one in each.
 */
memberships?: number | null, 
/**
 * Candidates that are checked for the fixes of one answer, or for its repairs. Where
 * they do not suffice, later findings have no fixes, and `search.exhausted` is false.
 */
repairChecks?: number | null, };

/**
 * A language that messages come in.
 *
 * - `en`: English.
 * - `ja`: Japanese.
 */
export type Locale = "en" | "ja";

/**
 * One member of the organisation.
 */
export type Member = { 
/**
 * Their address; compared trimmed and in lower case.
 */
email: string, 
/**
 * Their name.
 */
name?: string | null, 
/**
 * The identity provider's immutable id, where known.
 */
id?: string | null, 
/**
 * Their role; default `user`.
 */
role?: Role | null, 
/**
 * The seat tier they hold; null or absent: none.
 */
seatTier?: SeatTier | null, 
/**
 * Whether they have accepted their invitation; default `active`.
 */
status?: Status | null, 
/**
 * What they are; default `human`.
 */
kind?: MemberKind | null, };

/**
 * What a member is.
 *
 * - `human`: A human being.
 * - `service`: A service account.
 */
export type MemberKind = "human" | "service";

/**
 * How surely no fix of a repair could be left out.
 *
 * - `proven`: Every proper subset has been tried, and leaves an error.
 * - `each-needed`: Without any single one of them an error is left; there were too many subsets to try all.
 */
export type Minimality = "proven" | "each-needed";

/**
 * How people come into the organisation and leave it (domain 1).
 *
 * - `manual`: By hand. The default.
 * - `jit`: Just in time: whoever is assigned is added at their first login.
 * - `scim`: Directory sync: the identity provider adds and removes people.
 */
export type Mode = "manual" | "jit" | "scim";

/**
 * One provisioning mode of the catalogue.
 */
export type ModeEntry = { 
/**
 * The mode.
 */
id: Mode, 
/**
 * What must be in place before it can be saved.
 */
needs: Array<Need>, };

/**
 * Something that a provisioning mode cannot do without (domain 1).
 *
 * - `parent-organization`: A parent organisation.
 * - `sso-connected`: Single sign-on, connected.
 * - `verified-domain`: At least one verified domain.
 * - `directory-sync-connected`: Directory sync, connected.
 * - `plan-offers-it`: A plan, and a kind of parent, that the mode is offered on.
 */
export type Need = "parent-organization" | "sso-connected" | "verified-domain" | "directory-sync-connected" | "plan-offers-it";

/**
 * Why a person is not assigned to the application.
 *
 * - `not-in-directory`: They are not in the directory.
 * - `deactivated`: They are deactivated in the directory.
 * - `unassigned`: The directory lists them as not assigned.
 * - `not-in-assigned-group`: They are in none of the groups that are assigned.
 */
export type NotAssigned = "not-in-directory" | "deactivated" | "unassigned" | "not-in-assigned-group";

/**
 * Why SSO is not enforced for a person.
 *
 * - `not-required`: It is not connected, or not required.
 * - `outside-verified-domains`: Their domain is none of the verified ones.
 */
export type NotEnforced = "not-required" | "outside-verified-domains";

/**
 * Why it is not known who is assigned.
 *
 * - `no-directory`: There is no directory.
 * - `not-said`: The directory does not say.
 * - `list-cut`: The directory's list is cut, and the person is not in what there is of it.
 * - `groups-cut`: The directory's list of groups is cut, and groups decide.
 */
export type NotKnown = "no-directory" | "not-said" | "list-cut" | "groups-cut";

/**
 * The organisation whose settings are to be saved.
 */
export type Organization = { 
/**
 * What the organisation has subscribed to.
 */
plan: Plan, 
/**
 * Its name, for people.
 */
name?: string | null, 
/**
 * Seats purchased, a tier each. A tier left out: not known, room without end.
 */
seats?: Partial<Record<SeatTier, number>> | null, };

/**
 * What becomes of a person (domain 3).
 *
 * - `kept`: A member, who stays as they are.
 * - `changed`: A member, who stays with another role or seat tier.
 * - `added`: Not a member, who becomes one.
 * - `removed`: A member, who leaves the list.
 * - `blocked`: A member, who stays listed but cannot log in.
 * - `waiting`: Not a member, for whom no seat is free.
 * - `not-a-member`: Not a member, who stays that.
 * - `unknown`: It cannot be known from the roster.
 */
export type Outcome = "kept" | "changed" | "added" | "removed" | "blocked" | "waiting" | "not-a-member" | "unknown";

/**
 * How people outside the verified domains log in.
 *
 * - `email-login`: By e-mail: SSO is not enforced for them.
 * - `enforced`: SSO is enforced for them too.
 */
export type OutsideDomain = "email-login" | "enforced";

/**
 * A parameter of a rule's findings.
 */
export type Param = { 
/**
 * Its name in `params`.
 */
name: string, 
/**
 * What it holds.
 */
kind: Kind, 
/**
 * Whether every finding of the rule has it.
 */
always: boolean, 
/**
 * What it says, in English.
 */
says: string, };

/**
 * The parent organisation, which holds what several organisations share.
 */
export type Parent = { 
/**
 * What it was made for; left out: the plan's own kind.
 */
kind?: ParentKind | null, 
/**
 * Its domains.
 */
domains?: Array<Domain> | null, 
/**
 * Single sign-on.
 */
sso?: Sso | null, 
/**
 * Directory sync.
 */
directorySync?: DirectorySync | null, 
/**
 * The other organisations under it.
 */
siblings?: Array<Sibling> | null, };

/**
 * What kind of organisation the parent organisation was made for.
 *
 * - `team`: A Team plan.
 * - `enterprise`: An Enterprise plan.
 * - `console`: A Console organisation of its own.
 */
export type ParentKind = "team" | "enterprise" | "console";

/**
 * A piece of a message: text, or a reference that a user interface may link.
 */
export type Part = { 
/**
 * The text.
 */
text: string, } | { 
/**
 * What it refers to.
 */
ref: RefKind, 
/**
 * The person's address, the group as written, or the setting's JSON Pointer.
 */
value: string, };

/**
 * One operation on `{ config, roster }`; the roster is the one that `session.roster()` gives.
 */
export type PatchOp = { "op": "test", 
/**
 * JSON Pointer.
 */
path: string, 
/**
 * The value.
 */
value: unknown, } | { "op": "add", 
/**
 * JSON Pointer.
 */
path: string, 
/**
 * The value.
 */
value: unknown, } | { "op": "replace", 
/**
 * JSON Pointer.
 */
path: string, 
/**
 * The value.
 */
value: unknown, } | { "op": "remove", 
/**
 * JSON Pointer.
 */
path: string, };

/**
 * What changes for people beside what becomes of them.
 *
 * - `loses-access`: Members who have access before and not after.
 * - `gains-access`: They have access after and not before.
 * - `lower-role`: They have access before and after, and a lower role.
 * - `higher-role`: They have access before and after, and a higher role.
 */
export type PeopleChange = "loses-access" | "gains-access" | "lower-role" | "higher-role";

/**
 * In which order people are listed.
 *
 * - `roster`: Members in roster order, then the directory's others in its order.
 * - `harm`: Whoever is hit hardest first: loses access, is demoted, has to wait for a seat, becomes an administrator, changes, is added; then the others. In roster order among themselves.
 * - `email`: By address.
 * - `name`: By name; whoever has none comes last.
 */
export type PeopleOrder = "roster" | "harm" | "email" | "name";

/**
 * Some of the people of an answer.
 */
export type PeoplePage = { 
/**
 * How many people the query is about, on this page or not.
 */
total: number, 
/**
 * Those on this page.
 */
people: Array<Person>, };

/**
 * Which people of an answer are asked for, and in which order. What is left out does not
 * matter; of several values any will do.
 */
export type PeopleQuery = { 
/**
 * What becomes of them.
 */
outcome?: Array<Outcome> | null, 
/**
 * What changes for them.
 */
change?: Array<PeopleChange> | null, 
/**
 * Where they stand before.
 */
before?: Array<Place> | null, 
/**
 * Where they stand after.
 */
after?: Array<Place> | null, 
/**
 * The role that they have before.
 */
roleBefore?: Array<Role> | null, 
/**
 * The role that they have before or after.
 */
role?: Array<Role> | null, 
/**
 * The seat tier that they hold before or after.
 */
seatTier?: Array<SeatTier> | null, 
/**
 * What their address or name contains; case, accents and width do not matter.
 */
search?: string | null, 
/**
 * In which order they are listed.
 */
sort?: PeopleOrder | null, 
/**
 * The other way round.
 */
descending?: boolean | null, 
/**
 * How many of them to pass over.
 */
offset?: number | null, 
/**
 * How many of them to list at most.
 */
limit?: number | null, };

/**
 * Some people: how many, and the first of them, administrators first.
 */
export type PeopleSample = { 
/**
 * How many they are.
 */
count: number, 
/**
 * The addresses of at most 20 of them.
 */
sample: Array<string>, };

/**
 * What becomes of one person, and why.
 */
export type Person = { 
/**
 * Their address, trimmed and in lower case.
 */
email: string, 
/**
 * Their name, where some side has one.
 */
name?: string, 
/**
 * Where they stand in the settled state under what is saved today; null: not listed.
 */
before: Standing | null, 
/**
 * Where they stand in the settled state after the save; null: not listed, or not known.
 */
after: Standing | null, 
/**
 * What becomes of them.
 */
outcome: Outcome, 
/**
 * When.
 */
when: When, 
/**
 * Why.
 */
because: Array<Reason>, 
/**
 * What the answer depends on and nobody can know beforehand.
 */
dependsOn: Array<Dependency>, };

/**
 * Where somebody stands: in a role, if they have access; on a seat; or in neither.
 *
 * - `primary-owner`: A role of whoever has access.
 * - `owner`: A role of whoever has access.
 * - `admin`: A role of whoever has access.
 * - `developer`: A role of whoever has access.
 * - `billing`: A role of whoever has access.
 * - `claude-code-user`: A role of whoever has access.
 * - `user`: A role of whoever has access.
 * - `premium`: A seat, of whoever is listed.
 * - `standard`: A seat, of whoever is listed.
 * - `chat-and-claude-code`: A seat, of whoever is listed.
 * - `chat`: A seat, of whoever is listed.
 * - `no-access`: Listed, and cannot use the organisation.
 * - `no-seat`: Listed, without a seat.
 * - `waiting`: Would be listed if a seat were free.
 * - `not-listed`: Not on the organisation's list.
 * - `unknown`: It cannot be known from the roster.
 */
export type Place = "primary-owner" | "owner" | "admin" | "developer" | "billing" | "claude-code-user" | "user" | "premium" | "standard" | "chat-and-claude-code" | "chat" | "no-access" | "no-seat" | "waiting" | "not-listed" | "unknown";

/**
 * What the organisation has subscribed to (domain 1).
 *
 * - `team`: The Team plan of Claude.
 * - `enterprise-seat-based`: The Enterprise plan of Claude with seats bought per person.
 * - `enterprise-usage-based`: The Enterprise plan of Claude that bills usage.
 * - `console`: A Claude Console (API) organisation.
 */
export type Plan = "team" | "enterprise-seat-based" | "enterprise-usage-based" | "console";

/**
 * One plan of the catalogue.
 */
export type PlanEntry = { 
/**
 * The plan.
 */
id: Plan, 
/**
 * The product it belongs to.
 */
product: Product, 
/**
 * The roles a group may be mapped to, highest first.
 */
roles: Array<Role>, 
/**
 * The seat tiers, highest first.
 */
seatTiers: Array<SeatTier>, 
/**
 * The role that may edit identity settings.
 */
administeringRole: Role, 
/**
 * Whether a member may be the primary owner.
 */
hasPrimaryOwner: boolean, 
/**
 * The provisioning modes offered under a parent organisation of the plan's own kind.
 */
modes: Array<Mode>, };

/**
 * One step of the way: what to do, who does it, and what to look at before the next.
 */
export type PlanStep = { 
/**
 * Which step.
 */
id: PlanStepId, 
/**
 * Who can do it.
 */
by: StepBy, 
/**
 * What there is to do: an instruction or several.
 */
instructions: Array<string>, 
/**
 * What to look at before the next step.
 */
check: string, 
/**
 * The places of its fixes in the repair.
 */
fixes: Array<number>, 
/**
 * Whoever cannot get in from this step until the last, with the settings in force today.
 */
lockedOut: PeopleSample, 
/**
 * Where it comes from.
 */
sources: Array<SourceRef>, };

/**
 * A step on the way to settings that are saved.
 *
 * - `parent`: The vendor makes a parent organisation.
 * - `by-hand`: Somebody is given a role or seat by hand, invited, or accepts.
 * - `seats`: Seats are bought.
 * - `people`: People are assigned and put into groups, or taken out.
 * - `domain`: A domain is verified.
 * - `sso`: SSO is connected.
 * - `directory-sync`: Directory sync is connected.
 * - `settings`: The settings are changed, and not saved yet.
 * - `save`: The settings are saved.
 * - `log-in-again`: Under JIT: people log out and in again.
 * - `sync-now`: Under SCIM: the sync runs.
 */
export type PlanStepId = "parent" | "by-hand" | "seats" | "people" | "domain" | "sso" | "directory-sync" | "settings" | "save" | "log-in-again" | "sync-now";

/**
 * Whether the primary owner is exempt from removal and from the mapping.
 *
 * - `yes`: Exempt.
 * - `no`: Treated as any member.
 */
export type PrimaryOwnerExempt = "yes" | "no";

/**
 * Which of the vendor's two products a plan belongs to.
 *
 * - `claude`: Claude.
 * - `claude-console`: Claude Console.
 */
export type Product = "claude" | "claude-console";

/**
 * The identity provider that directory sync is connected to.
 *
 * - `okta`: Okta.
 * - `entra`: Microsoft Entra ID.
 * - `google`: Google Workspace.
 * - `onelogin`: OneLogin.
 * - `jumpcloud`: JumpCloud.
 * - `ping`: Ping Identity.
 * - `other`: Any other.
 */
export type Provider = "okta" | "entra" | "google" | "onelogin" | "jumpcloud" | "ping" | "other";

/**
 * What Save would write.
 */
export type Provisioning = { 
/**
 * Null or absent: off. An empty one is on and entitles nobody.
 */
groupMapping?: GroupMapping | null, 
/**
 * The provisioning mode.
 */
mode?: Mode | null, };

/**
 * The name of a reading.
 */
export type Reading = "defaultRole" | "accessGroup" | "unmappedMember" | "jitUnassigned" | "tierUnmapped" | "tierMappingUnused" | "outsideDomain" | "primaryOwnerExempt" | "siblingScope";

/**
 * One reading of the catalogue.
 */
export type ReadingEntry = { 
/**
 * The reading.
 */
id: Reading, 
/**
 * The value taken where none is named.
 */
default: string, 
/**
 * The values it may take.
 */
values: Array<string>, };

/**
 * The reading that the engine takes of each point that the sources leave open (domain 7).
 */
export type Readings = { 
/**
 * The role that the newly added get when no mapping names one.
 */
defaultRole?: DefaultRole | null, 
/**
 * Which mapped groups entitle.
 */
accessGroup?: AccessGroup | null, 
/**
 * Members who are assigned but in no group that entitles.
 */
unmappedMember?: UnmappedMember | null, 
/**
 * Members who can no longer log in under JIT.
 */
jitUnassigned?: JitUnassigned | null, 
/**
 * Entitled members whom no seat tier group names.
 */
tierUnmapped?: TierUnmapped | null, 
/**
 * Seats of members when no seat tier has any group.
 */
tierMappingUnused?: TierMappingUnused | null, 
/**
 * People outside the verified domains.
 */
outsideDomain?: OutsideDomain | null, 
/**
 * Whether the primary owner is exempt.
 */
primaryOwnerExempt?: PrimaryOwnerExempt | null, 
/**
 * Which sibling organisations receive people as well.
 */
siblingScope?: SiblingScope | null, };

/**
 * One step of the rules that led to a person's answer, in words.
 */
export type Reason = { 
/**
 * The same in words.
 */
text: string, } & ({ "kind": "manual-mode" } | { "kind": "assignment-unknown", 
/**
 * Why.
 */
why: NotKnown, } | { "kind": "assigned" } | { "kind": "not-assigned", 
/**
 * Why.
 */
why: NotAssigned, } | { "kind": "role-group", 
/**
 * The group.
 */
group: string, 
/**
 * The highest role that their groups give.
 */
role: Role, } | { "kind": "tier-group-only", 
/**
 * The group.
 */
group: string, } | { "kind": "no-mapped-group" } | { "kind": "no-tier-group-removes" } | { "kind": "primary-owner-exempt" } | { "kind": "sso-enforced", 
/**
 * Their domain.
 */
domain: string, } | { "kind": "sso-not-enforced", 
/**
 * Their domain; empty for an address without one.
 */
domain: string, 
/**
 * Why.
 */
why: NotEnforced, } | { "kind": "role-from-groups", 
/**
 * The role.
 */
role: Role, 
/**
 * The role held today, where it is another.
 */
was: Role | null, } | { "kind": "role-by-default", 
/**
 * The role.
 */
role: Role, 
/**
 * The role held today, where it is another.
 */
was: Role | null, } | { "kind": "role-kept", 
/**
 * The role.
 */
role: Role, } | { "kind": "seat-from-group", 
/**
 * The group.
 */
group: string, 
/**
 * The tier.
 */
seatTier: SeatTier, } | { "kind": "seat-by-default", 
/**
 * The tier they end with; null for none.
 */
seatTier: SeatTier | null, } | { "kind": "seat-kept", 
/**
 * The tier; null for none.
 */
seatTier: SeatTier | null, } | { "kind": "no-seat-free", 
/**
 * The tier they were to have; null where any would have done.
 */
seatTier: SeatTier | null, });

/**
 * What a reference in a message refers to.
 *
 * - `person`: A person, by address.
 * - `group`: A group, as the configuration or the directory writes it.
 * - `setting`: A setting, by JSON Pointer.
 */
export type RefKind = "person" | "group" | "setting";

/**
 * A text that the answer can be written as.
 *
 * - `people-csv`: Everyone, a row each, for a spreadsheet.
 * - `people-json`: Everyone, as JSON.
 * - `markdown`: The answer for a change ticket.
 */
export type Rendering = "people-csv" | "people-json" | "markdown";

/**
 * Fixes that together leave no error, proven by checking again.
 */
export type Repair = { 
/**
 * The fixes, to be applied in this order. What each clears and introduces, and what it does to
 * people, is compared with what those before it have made.
 */
fixes: Array<Fix>, 
/**
 * Whether somebody should look at it first.
 */
applicability: Applicability, 
/**
 * The ids of findings that are gone with it.
 */
clears: Array<string>, 
/**
 * The ids of findings that are there with it and not without it; no error is among them.
 */
introduces: Array<string>, 
/**
 * What it does to people, compared with the configuration as it was proposed.
 */
effects: Effects, 
/**
 * What the findings come to with it.
 */
verdict: Verdict, 
/**
 * How surely none of its fixes could be left out.
 */
minimality: Minimality, 
/**
 * What to do in which order.
 */
plan: Array<PlanStep>, };

/**
 * The answer without the people.
 */
export type Report = { 
/**
 * The version of this shape.
 */
schemaVersion: 1, 
/**
 * What the findings come to.
 */
verdict: Verdict, 
/**
 * One sentence for a dialog.
 */
headline: string, 
/**
 * How many people have each outcome.
 */
counts: Record<Outcome, number>, 
/**
 * Roles held before and after.
 */
roles: Array<RoleCount>, 
/**
 * Seats held before and after.
 */
seats: Array<SeatCount>, 
/**
 * Everything that the save makes wrong or surprising, worst first.
 */
findings: Array<Finding>, 
/**
 * What somebody has accepted of it: it asks for no confirmation, and has no part in the verdict.
 */
accepted: Array<Finding>, 
/**
 * How far the set-up is: the documents' steps in their order.
 */
readiness: Array<Step>, 
/**
 * The readings that the answer rests on.
 */
assumptions: Array<AssumptionUse>, 
/**
 * The ways back from a lockout that would still exist after the save.
 */
waysBack: Array<WayBack>, 
/**
 * What was read.
 */
sources: Array<SourceReport>, };

/**
 * A role that a member may hold on some plan (domain 1).
 *
 * - `primary-owner`: Claude plans only; outranks `owner`; can never be the target of a group mapping.
 * - `owner`: Claude plans: may edit identity settings.
 * - `admin`: Claude plans: manages members. Console: may edit identity settings.
 * - `developer`: Console.
 * - `billing`: Console; not comparable with `developer` or `claude-code-user`.
 * - `claude-code-user`: Console.
 * - `user`: Every plan: the lowest role.
 */
export type Role = "primary-owner" | "owner" | "admin" | "developer" | "billing" | "claude-code-user" | "user";

/**
 * One role before and after, among people with access.
 */
export type RoleCount = { 
/**
 * The role.
 */
role: Role, 
/**
 * How many hold it before.
 */
before: number, 
/**
 * How many hold it after.
 */
after: number, };

/**
 * A roster: the organisation's own list and the identity provider's side (domain 2).
 */
export type RosterDocument = { 
/**
 * The organisation's own user list.
 */
members?: Array<Member> | null, 
/**
 * The identity provider's side; null or absent: not known.
 */
directory?: Directory | null, };

/**
 * The code of a rule.
 */
export type RuleCode = "escalation/broad-admin-group" | "escalation/new-admins" | "expect/matches-nobody" | "expect/not-met" | "input/cut-list" | "input/unknown-key" | "input/unknown-value" | "lockout/actor-demoted" | "lockout/actor-loses-access" | "lockout/actor-not-given" | "lockout/admin-demoted" | "lockout/admin-role-unmapped" | "lockout/few-admins-left" | "lockout/no-admin-left" | "lockout/sso-shuts-out" | "mapping/duplicate-group" | "mapping/empty-group" | "mapping/group-on-several-roles" | "mapping/group-on-several-tiers" | "mapping/incomparable-roles" | "mapping/nested-group" | "mapping/role-without-group" | "mapping/shadowed-group" | "mapping/tier-group-only" | "mapping/too-many-groups" | "mapping/unassigned-in-group" | "mapping/unknown-group" | "plan/actor-may-not-save" | "plan/directory-not-connected" | "plan/mapping-in-manual" | "plan/no-parent" | "plan/no-verified-domain" | "plan/parent-kind-mismatch" | "plan/role-not-offered" | "plan/scim-on-team" | "plan/scim-under-team-parent" | "plan/sso-not-connected" | "plan/tier-not-offered" | "removal/already-without" | "removal/email-changed" | "removal/keys-stay-live" | "removal/mass-loss" | "removal/members-removed" | "removal/service-account" | "removal/stays-listed" | "roster/ambiguous-group-name" | "roster/assignment-unknown" | "roster/bad-email" | "roster/confusable-name" | "roster/duplicate-person" | "roster/email-case-differs" | "roster/no-directory" | "roster/outside-domains" | "roster/sides-do-not-match" | "roster/unknown-value" | "seats/default-to-highest" | "seats/held-by-invitations" | "seats/oversold" | "seats/shortage" | "seats/tier-moves" | "tenant/adds-everywhere" | "timing/entra-delay" | "timing/next-login";

/**
 * The whole documentation of one rule, in one language.
 */
export type RuleDocument = { 
/**
 * The rule's code.
 */
code: RuleCode, 
/**
 * How bad its findings usually are.
 */
severity: Severity, 
/**
 * What it says when it speaks.
 */
says: string, 
/**
 * Why that matters.
 */
why: string, 
/**
 * How to mend it.
 */
fix: string, 
/**
 * What its messages are filled with: the keys of a finding's `params`.
 */
params: Array<Param>, 
/**
 * An input that it speaks about.
 */
fails: { config: Config, roster: Roster }, 
/**
 * The same mended.
 */
passes: { config: Config, roster: Roster }, 
/**
 * Where it comes from.
 */
sources: Array<SourceRef>, };

/**
 * What is in force today.
 */
export type Saved = { 
/**
 * The group mapping in force; null or absent: off.
 */
groupMapping?: GroupMapping | null, 
/**
 * Whether SSO is required today; left out: as `parent.sso.required`.
 */
ssoRequired?: boolean | null, 
/**
 * The provisioning mode in force.
 */
mode?: Mode | null, };

/**
 * How far was looked.
 */
export type SearchBound = { 
/**
 * How many candidates have been checked.
 */
checks: number, 
/**
 * Whether every set of the fixes that are known has been tried, or ruled out because a part of
 * it leaves no error. Where not, there may be repairs that were not found.
 */
exhausted: boolean, };

/**
 * One seat tier before and after.
 */
export type SeatCount = { 
/**
 * The tier.
 */
tier: SeatTier, 
/**
 * Seats purchased; null: not known.
 */
purchased: number | null, 
/**
 * How many people hold it before.
 */
before: number, 
/**
 * How many people hold it after.
 */
after: number, 
/**
 * For how many people a seat is missing; where any tier would do, counted on the lowest.
 */
short: number, };

/**
 * A kind of seat that a member may hold (domain 1).
 *
 * - `premium`: Team and seat-based Enterprise: the higher tier.
 * - `standard`: Team and seat-based Enterprise: the lower tier.
 * - `chat-and-claude-code`: Usage-based Enterprise: the higher tier.
 * - `chat`: Usage-based Enterprise: the lower tier.
 */
export type SeatTier = "premium" | "standard" | "chat-and-claude-code" | "chat";

/**
 * How bad a finding is.
 *
 * - `error`: Blocks the save.
 * - `warning`: Asks for a confirmation.
 * - `info`: Explains.
 */
export type Severity = "error" | "warning" | "info";

/**
 * Another organisation under the same parent.
 */
export type Sibling = { 
/**
 * Its name, for people.
 */
name?: string | null, 
/**
 * What it has subscribed to.
 */
plan?: Plan | null, 
/**
 * Its provisioning mode; left out: not known.
 */
mode?: Mode | null, 
/**
 * Whether it maps groups.
 */
groupMapping?: boolean | null, };

/**
 * Which organisations under the same parent SCIM without mapping also adds people to.
 *
 * - `scim-only`: Those in mode `scim` without a mapping, and those whose mode is not given.
 * - `all`: All of them.
 */
export type SiblingScope = "scim-only" | "all";

/**
 * One of the two sides of a roster.
 *
 * - `members`: The organisation's own user list.
 * - `directory`: The identity provider's side.
 */
export type Side = "members" | "directory";

/**
 * What is said of a file beside its content.
 */
export type SourceOptions = { 
/**
 * What it is called, for people; a group's list may be named so after the group.
 */
name?: string | null, 
/**
 * Its format; left out: as its content tells.
 */
format?: Format | null, 
/**
 * Its encoding, by a label of the web's encoding standard; left out: as its bytes tell.
 */
encoding?: string | null, 
/**
 * What its columns are, for a table of no known format.
 */
columns?: ColumnMap | null, 
/**
 * The group whose members it lists.
 */
group?: string | null, 
/**
 * More bytes than this are refused; left out: as the limits say.
 */
maxBytes?: number | null, };

/**
 * Something wrong with what was read.
 */
export type SourceProblem = { 
/**
 * JSON Pointer to it, or to the file it is in.
 */
path: string, 
/**
 * Line in the text, from 1; null where there is no text.
 */
line: number | null, 
/**
 * In a table the number of the column, in JSON the column in the line, in bytes. From 1.
 */
column: number | null, 
/**
 * What is wrong, and what became of it.
 */
message: string, };

/**
 * Where a statement comes from.
 */
export type SourceRef = { 
/**
 * The fact's number in the project's domain documentation, for example `B19`.
 */
id: string, 
/**
 * What the source says.
 */
title: string, };

/**
 * What was read of one side of the roster, or of one file of it.
 */
export type SourceReport = { 
/**
 * The side.
 */
side: Side, 
/**
 * What the file is called; null where it has no name.
 */
name: string | null, 
/**
 * Its format.
 */
format: Format, 
/**
 * Rows read.
 */
rows: number, 
/**
 * Different people in them.
 */
people: number, 
/**
 * Groups that it lists or names.
 */
groups: number, 
/**
 * Rows left out altogether.
 */
leftOut: number, 
/**
 * The first hundred things that are wrong with it, with their places.
 */
problems: Array<SourceProblem>, 
/**
 * What was decided about it, in words: which column holds the addresses, for example.
 */
notes: Array<string>, };

/**
 * Single sign-on of the parent organisation.
 */
export type Sso = { 
/**
 * Whether the identity provider is connected.
 */
connected?: boolean | null, 
/**
 * Whether people of the verified domains must log in through it.
 */
required?: boolean | null, };

/**
 * Where a person stands in one state (domain 3 to 5).
 */
export type Standing = { 
/**
 * Their role.
 */
role: Role, 
/**
 * Their seat tier; null for none.
 */
seatTier: SeatTier | null, 
/**
 * Whether they can use the organisation.
 */
access: boolean, };

/**
 * Whether a member has accepted their invitation.
 *
 * - `active`: They have.
 * - `pending`: They have not yet.
 */
export type Status = "active" | "pending";

/**
 * One step of the set-up (domain 10).
 */
export type Step = { 
/**
 * Which step.
 */
id: StepId, 
/**
 * How it stands for this input.
 */
state: StepState, 
/**
 * Who does it.
 */
by: StepBy, 
/**
 * What there is to do.
 */
title: string, 
/**
 * How it stands, in words.
 */
text: string, 
/**
 * Where it comes from.
 */
sources: Array<SourceRef>, };

/**
 * Who does a step.
 *
 * - `account-owner`: Today's owner of the account.
 * - `vendor`: The vendor's sales team, on request.
 * - `it`: Whoever runs the company's DNS and identity provider.
 * - `administrator`: Whoever saves these settings.
 * - `people`: Everyone whose access or role changes.
 */
export type StepBy = "account-owner" | "vendor" | "it" | "administrator" | "people";

/**
 * A step of the set-up, in the documents' order.
 *
 * - `it-admin`: An active member who is a person administers.
 * - `parent`: There is a parent organisation.
 * - `domain`: A domain is verified.
 * - `sso`: SSO is connected.
 * - `directory-sync`: Directory sync is connected.
 * - `mode`: A provisioning mode that is offered is chosen.
 * - `assign-people`: Nobody who should stay is unassigned.
 * - `groups`: Every mapped group exists and has people.
 * - `mapping`: Who saves keeps the administering role.
 * - `save`: The settings are saved.
 * - `log-in-again`: Under JIT: people log out and in again.
 * - `sync-now`: Under SCIM: the sync has run.
 */
export type StepId = "it-admin" | "parent" | "domain" | "sso" | "directory-sync" | "mode" | "assign-people" | "groups" | "mapping" | "save" | "log-in-again" | "sync-now";

/**
 * How a step stands.
 *
 * - `done`: It is done.
 * - `next`: It is the first that is not done.
 * - `wait`: It waits for another, or for the errors to be mended.
 * - `not-needed`: These settings do not need it.
 */
export type StepState = "done" | "next" | "wait" | "not-needed";

/**
 * The seats of members when no seat tier has any group.
 *
 * - `keep-current`: The tier they hold.
 * - `highest-available`: The highest tier with a seat free.
 */
export type TierMappingUnused = "keep-current" | "highest-available";

/**
 * The seat of an entitled member whom no seat tier group names.
 *
 * - `highest-available`: The highest tier with a seat free.
 * - `keep-current`: The tier they hold.
 * - `removed`: Under SCIM they are removed.
 */
export type TierUnmapped = "highest-available" | "keep-current" | "removed";

/**
 * What becomes of a member who is assigned but in no group that entitles.
 *
 * - `loses-access`: They are not entitled.
 * - `falls-to-user`: They are entitled, with role `user`.
 */
export type UnmappedMember = "loses-access" | "falls-to-user";

/**
 * An error that nothing within the means allowed was found to mend.
 */
export type Unrepaired = { 
/**
 * The finding.
 */
finding: string, 
/**
 * The code of its rule.
 */
code: RuleCode, 
/**
 * Why.
 */
message: string, };

/**
 * One user of the directory.
 */
export type User = { 
/**
 * Their address; compared trimmed and in lower case.
 */
email: string, 
/**
 * Their name.
 */
name?: string | null, 
/**
 * The identity provider's immutable id.
 */
id?: string | null, 
/**
 * False: deprovisioned, and so not assigned; default true.
 */
active?: boolean | null, 
/**
 * Whether they are assigned to the application, as `assignment` reads it.
 */
assigned?: boolean | null, 
/**
 * The groups they are in, by name or id.
 */
groups?: Array<string> | null, };

/**
 * What the findings come to.
 *
 * - `block`: Do not save.
 * - `confirm`: Save only after somebody has looked at the warnings.
 * - `pass`: Nothing speaks against it.
 */
export type Verdict = "block" | "confirm" | "pass";

/**
 * A way back to the administering role, after a save that took it.
 */
export type WayBack = { 
/**
 * Which way.
 */
kind: WayBackKind, 
/**
 * The same in words.
 */
text: string, 
/**
 * Who can walk it.
 */
people: PeopleSample, };

/**
 * A way back to the administering role, after a save that took it.
 *
 * - `another-administrator`: Another administrator gives the role back by hand.
 * - `log-in-again`: Mended in the identity provider, then logging in again.
 * - `sync-now`: Mended in the identity provider, then another administrator presses Sync now.
 * - `wait-for-sync`: Mended in the identity provider, then waiting for the next sync.
 * - `support`: None is left but the vendor's support.
 */
export type WayBackKind = "another-administrator" | "log-in-again" | "sync-now" | "wait-for-sync" | "support";

/**
 * When a change takes effect (domain 6).
 *
 * - `on-save`: The moment the settings are saved.
 * - `next-sync`: At the next directory sync.
 * - `next-login`: At the person's next login.
 * - `when-seats-are-bought`: When seats have been bought.
 * - `never`: There is no change, or none that can be known.
 */
export type When = "on-save" | "next-sync" | "next-login" | "when-seats-are-bought" | "never";

/**
 * Where a fix is really done. The order is that of preference.
 *
 * - `settings`: In the settings that are about to be saved.
 * - `identity-provider`: In the identity provider.
 * - `dns`: In the DNS of a domain.
 * - `billing`: Where seats are bought.
 * - `vendor`: In the organisation itself by another administrator, or by the vendor on request.
 */
export type Where = "settings" | "identity-provider" | "dns" | "billing" | "vendor";
