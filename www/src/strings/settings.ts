// Words of the configuration as a form.

import type { Guards, Mode, ParentKind, Plan, Provider } from "rolecall";
import type { Obstacle } from "../model/settings.ts";
import type { Readings } from "../model/settings-catalog.ts";

/** A control's label, and what it means where the label does not say. */
export interface Labelled {
  label: string;
  hint: string;
}

export interface SettingsStrings {
  view: string;
  form: string;
  json: string;
  notJson: string;
  tooLong: string;
  toJson: string;
  unknown: (value: string) => string;
  otherKeys: string;
  goToKey: (key: string) => string;
  notGiven: string;
  remove: (what: string) => string;
  add: string;
  none: string;
  people: (count: number) => string;

  organization: string;
  organizationMeans: string;
  name: string;
  plan: string;
  choosePlan: string;
  planName: Record<Plan, string>;
  seats: (tier: string) => string;
  notKnown: string;
  noSeats: string;
  notOffered: string;

  parent: string;
  parentMeans: string;
  hasParent: Labelled;
  kind: string;
  ownKind: (kind: string) => string;
  kindName: Record<ParentKind, string>;
  domains: string;
  noDomains: string;
  newDomain: string;
  addDomain: string;
  verified: string;
  verifiedOf: (domain: string) => string;
  sso: string;
  ssoConnected: string;
  ssoRequired: Labelled;
  directorySync: string;
  directorySyncConnected: string;
  provider: string;
  providerName: Record<Provider, string>;
  siblings: (count: number) => string;
  siblingsMean: string;
  sibling: (name: string) => string;
  newSibling: string;
  addSibling: string;
  siblingMapping: string;

  provisioning: string;
  provisioningMeans: string;
  mode: string;
  modeName: Record<Mode, string>;
  modeMeans: Record<Mode, string>;
  standard: string;
  obstacle: Record<Obstacle, string>;
  mapping: Labelled;
  mappingIgnored: string;
  groupsFor: (word: string) => string;
  roles: string;
  tiers: string;
  addGroup: string;
  noGroup: string;
  takeAsTyped: (name: string) => string;
  moreGroups: (count: number) => string;
  givesAlso: (words: string) => string;
  isHere: string;
  notInDirectory: string;
  added: (group: string) => string;
  removed: (group: string) => string;

  saved: string;
  savedMeans: string;
  isSavedKnown: Labelled;
  sameAsAbove: string;
  savedSsoRequired: string;
  asParent: string;
  yes: string;
  no: string;

  actor: string;
  actorMeans: string;
  actorEmail: string;

  expect: ExpectStrings;

  expert: string;
  expertMeans: string;
  guards: string;
  guard: Record<keyof Guards, Labelled>;
  assumptions: string;
  reading: Record<keyof Readings, string>;
  alternative: Readings;
  asDefault: (value: string) => string;
}

/** Words about what must hold after saving. */
export interface ExpectStrings {
  heading: string;
  means: string;
  none: string;
  person: string;
  group: string;
  everyone: string;
  names: (subject: string) => string;
  namesNobody: string;
  access: string;
  accessIs: Record<"true" | "false", string>;
  role: string;
  seatTier: string;
  notSaid: string;
  saysNothing: string;
  /** An expectation in one line. */
  says: (subject: string, claims: readonly string[]) => string;
  newGroup: string;
  addGroup: string;
  newPerson: string;
  addPerson: string;
  addEveryone: string;
}
