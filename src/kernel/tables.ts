import type { ColumnType, Generated } from "kysely";
import type { Day } from "../base/day.ts";
import type { Regime, Right, Role } from "./rights.ts";

/** Written once, never changed. */
type Fixed<T> = ColumnType<T, T, never>;
type FixedOrNull<T> = ColumnType<T | null, T | null | undefined, never>;
type Key<T> = ColumnType<T, never, never>;
/** A JSON column: read as a value, written as its text. */
export type Json<T = unknown> = ColumnType<T, string, string>;

export type UnitsTable = {
  id: Key<number>;
  kind: Fixed<"province" | "district" | "commune" | "hamlet">;
  code: Fixed<string>;
  name: Fixed<string>;
  shortName: Fixed<string>;
  norm: Fixed<string>;
  parentId: FixedOrNull<number>;
  provinceId: FixedOrNull<number>;
  validFrom: Fixed<Day>;
  validTo: ColumnType<Day | null, Day | null | undefined, Day | null>;
  source: Fixed<string>;
};
export type UnitLineageTable = {
  oldId: Fixed<number>;
  newId: Fixed<number>;
  onDate: Fixed<Day>;
  share: Fixed<"full" | "partial">;
  source: Fixed<string>;
};
export type UnitProfilesTable = {
  unitId: Fixed<number>;
  asOf: Fixed<Day>;
  areaHectares: FixedOrNull<number>;
  population: FixedOrNull<number>;
  hamletCount: FixedOrNull<number>;
  terrain: FixedOrNull<"plain" | "hill" | "mountain" | "island">;
  phone: FixedOrNull<string>;
  address: FixedOrNull<string>;
  source: Fixed<string>;
};

export type AccountsTable = {
  id: Key<number>;
  login: Fixed<string>;
  name: Fixed<string>;
  rank: Fixed<string>;
  passwordHash: string | null;
  totpSecret: Buffer | null;
  totpLastStep: number | null;
  unitId: Fixed<number>;
  createdAt: Key<Date>;
  lastSeenAt: Date | null;
  closedAt: Date | null;
};
export type RoleRightsTable = { role: Role; right: Right; regime: Regime };
export type AccountGrantsTable = {
  id: Key<number>;
  accountId: Fixed<number>;
  role: Fixed<Role>;
  unitId: FixedOrNull<number>;
  scope: Fixed<"commune" | "province" | "nation">;
  regimes: FixedOrNull<readonly Regime[]>;
  validFrom: Fixed<Day>;
  validTo: Day | null;
};
export type SessionsTable = {
  tokenHash: Fixed<Buffer>;
  accountId: Fixed<number>;
  startedAt: Fixed<Date>;
  seenAt: Date;
  endsAt: Fixed<Date>;
  demo: Fixed<boolean>;
};
export type SignInFailuresTable = { login: Fixed<string>; at: Fixed<Date> };

export type MattersTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: Fixed<number>;
  kind: Fixed<string>;
  regime: Fixed<Regime>;
  code: Fixed<string>;
  /** Kept by the database, for whoever knows only the end of a code. */
  codeReversed: Key<string>;
  publicRef: Fixed<string>;
  state: string;
  hamletId: number | null;
  channel: Fixed<Channel>;
  title: string;
  receivedAt: Fixed<Date>;
  dueAt: Date | null;
  pausedAt: Generated<Date | null>;
  settledAt: Generated<Date | null>;
  assigneeId: number | null;
  closedAt: Generated<Date | null>;
  outcome: Generated<string | null>;
  version: Generated<number>;
  timelineHash: Buffer;
  /** Since when a message of whoever holds the receipt is neither answered nor read. */
  writtenAt: Generated<Date | null>;
};
/** How somebody reached the post. */
export type Channel = "counter" | "phone" | "web" | "field" | "post" | "nationalPortal";

export type TimelineTable = {
  communeId: Fixed<number>;
  matterId: Fixed<number>;
  seq: Fixed<number>;
  provinceId: Fixed<number>;
  regime: Fixed<Regime>;
  at: Fixed<Date>;
  actorId: FixedOrNull<number>;
  action: Fixed<string>;
  fromState: FixedOrNull<string>;
  toState: Fixed<string>;
  needs: Fixed<Right>;
  public: Fixed<boolean>;
  note: FixedOrNull<string>;
  facts: Json<Facts>;
  changeHash: Fixed<Buffer>;
  prevHash: Fixed<Buffer>;
  hash: Fixed<Buffer>;
};
/** What a timeline row tells besides its action: JSON values by name. */
export type Facts = { readonly [name: string]: unknown };

export type AuditTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: FixedOrNull<number>;
  regime: Fixed<Regime>;
  subject: Fixed<string>;
  seq: Fixed<number>;
  at: Fixed<Date>;
  actorId: FixedOrNull<number>;
  action: Fixed<string>;
  change: Json<Change>;
  prevHash: Fixed<Buffer>;
  hash: Fixed<Buffer>;
};
/** Values before and after, by column. Personal data is named, not repeated. */
export type Change = { readonly before: Facts | null; readonly after: Facts };

export type ReadsTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: FixedOrNull<number>;
  regime: Fixed<Regime>;
  at: Fixed<Date>;
  actorId: Fixed<number>;
  subject: Fixed<string>;
  purpose: Fixed<string>;
};
export type ClocksTable = {
  communeId: Fixed<number>;
  provinceId: Fixed<number>;
  matterId: Fixed<number>;
  seq: Fixed<number>;
  regime: Fixed<Regime>;
  computedAt: Fixed<Date>;
  cause: Fixed<"start" | "pause" | "resume" | "extend">;
  term: Json;
  startedAt: Fixed<Date>;
  dueAt: FixedOrNull<Date>;
  steps: Json;
  basis: Fixed<string>;
};
export type PausesTable = {
  communeId: Fixed<number>;
  provinceId: Fixed<number>;
  matterId: Fixed<number>;
  seq: Fixed<number>;
  regime: Fixed<Regime>;
  fromAt: Fixed<Date>;
  toAt: Date | null;
  reason: Fixed<string>;
  legalBasis: Fixed<string>;
};
export type BreachesTable = {
  communeId: Fixed<number>;
  matterId: Fixed<number>;
  provinceId: Fixed<number>;
  regime: Fixed<Regime>;
  dueAt: Fixed<Date>;
  noticedAt: Fixed<Date>;
};
export type NumbersTable = { communeId: Fixed<number>; key: Fixed<string>; last: number };
export type NoticesTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: Fixed<number>;
  matterId: Fixed<number>;
  regime: Fixed<Regime>;
  key: Fixed<string>;
  template: Fixed<string>;
  facts: Json<Facts>;
  queuedAt: Fixed<Date>;
  channel: string | null;
  /** When it was put before everybody who asked to be told; the resident's page shows it at once. */
  sentAt: Date | null;
  attempts: Generated<number>;
};
export type AlertsTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: Fixed<number>;
  regime: Fixed<Regime>;
  accountId: Fixed<number>;
  key: Fixed<string>;
  template: Fixed<string>;
  facts: Json<Facts>;
  queuedAt: Fixed<Date>;
  spreadAt: Generated<Date | null>;
  readAt: Generated<Date | null>;
};
export type AnnouncementsTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: Fixed<number>;
  regime: Fixed<Regime>;
  key: Fixed<string>;
  hamletIds: Fixed<number[]>;
  headline: Fixed<string>;
  href: Fixed<string>;
  queuedAt: Fixed<Date>;
  spreadAt: Generated<Date | null>;
  withdrawnAt: Generated<Date | null>;
};
/** A matter that changed since it was last counted. */
export type MatterTouchesTable = { communeId: Fixed<number>; id: Key<number>; provinceId: Fixed<number>; regime: Fixed<Regime>; matterId: Fixed<number> };

export type IdentitiesTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: Fixed<number>;
  matterId: Fixed<number>;
  regime: Fixed<Regime>;
  role: Fixed<string>;
  minor: Fixed<boolean>;
  /** Null: written before this was kept, or where it is not asked. */
  guarded: FixedOrNull<boolean>;
  interpreted: FixedOrNull<boolean>;
  /** Written, never selected: `openIdentity` alone gives it out. */
  sealed: ColumnType<never, Buffer, never>;
  lookupHash: FixedOrNull<Buffer>;
  corrects: FixedOrNull<number>;
  addedAt: Fixed<Date>;
  addedBy: FixedOrNull<number>;
};
export type MessagesTable = {
  communeId: Fixed<number>;
  id: Key<number>;
  provinceId: Fixed<number>;
  matterId: Fixed<number>;
  regime: Fixed<Regime>;
  fromPost: Fixed<boolean>;
  actorId: Fixed<number>;
  sealed: Fixed<Buffer>;
  at: Fixed<Date>;
};

/** The tables that every transaction knows. A module adds its own in its `queries.ts`. */
export type KernelTables = {
  units: UnitsTable;
  unitLineage: UnitLineageTable;
  unitProfiles: UnitProfilesTable;
  accounts: AccountsTable;
  roleRights: RoleRightsTable;
  accountGrants: AccountGrantsTable;
  sessions: SessionsTable;
  signInFailures: SignInFailuresTable;
  matters: MattersTable;
  timeline: TimelineTable;
  audit: AuditTable;
  reads: ReadsTable;
  clocks: ClocksTable;
  pauses: PausesTable;
  breaches: BreachesTable;
  numbers: NumbersTable;
  notices: NoticesTable;
  alerts: AlertsTable;
  announcements: AnnouncementsTable;
  identities: IdentitiesTable;
  messages: MessagesTable;
  matterTouches: MatterTouchesTable;
};
