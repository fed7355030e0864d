import type { Generated, Selectable } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Outcome } from "../matter.ts";

type MediatorsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  hamletId: number;
  fullName: string;
  phone: string | null;
  leads: boolean;
  fromDay: Day;
  toDay: Day | null;
  addedBy: number;
};
type DisputesTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  kind: string;
  hamletId: number;
  spot: string;
  spotNorm: string;
  askedBy: "party" | "witnessed" | "referred";
  toldSealed: Buffer;
  receivedAt: Date;
  assignedAt: Date | null;
  startBy: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  outcome: Outcome | null;
  reason: string | null;
  agreementSealed: Buffer | null;
};
type DisputeMediatorsTable = { communeId: number; matterId: number; seq: number; mediatorId: number; provinceId: number };
type SessionsTable = {
  communeId: number;
  matterId: number;
  number: number;
  provinceId: number;
  heldAt: Date;
  isPublic: boolean;
  policeHelped: boolean;
  toldSealed: Buffer;
  writtenAt: Date;
  writtenBy: number;
};
type VisitsTable = {
  communeId: number;
  matterId: number;
  number: number;
  provinceId: number;
  plannedOn: Day;
  visitedOn: Day | null;
  finding: "kept" | "partly" | "broken" | null;
  noteSealed: Buffer | null;
  writtenAt: Date | null;
  writtenBy: number | null;
  droppedAt: Date | null;
  /** False: it was made without having been promised. */
  promised: Generated<boolean>;
  step: "visit" | "resume" | "court" | null;
};
type EndingsTable = {
  communeId: number;
  matterId: number;
  seq: number;
  provinceId: number;
  endedAt: Date;
  outcome: Outcome;
  reason: string | null;
  agreementSealed: Buffer | null;
  why: "notKept" | "mistake" | "wish";
  resumedAt: Date;
  resumedBy: number;
};
type StartsTable = {
  communeId: number;
  matterId: number;
  seq: number;
  provinceId: number;
  agreedOn: Day;
  startOn: Day;
  how: "spoken" | "written";
  basis: string;
  writtenAt: Date;
  writtenBy: number;
};
type Slice = {
  mediators: MediatorsTable;
  disputes: DisputesTable;
  disputeMediators: DisputeMediatorsTable;
  disputeSessions: SessionsTable;
  disputeVisits: VisitsTable;
  disputeStarts: StartsTable;
  disputeEndings: EndingsTable;
};

/** The tables of this module beside the kernel's. */
export const on = (tx: Tx) => tx.db.withTables<Slice>();

export type Mediator = Selectable<MediatorsTable>;
export type Dispute = Selectable<DisputesTable>;
export type Session = Selectable<SessionsTable>;
export type Visit = Selectable<VisitsTable>;
/** What the parties agreed on about the beginning. */
export type AgreedStart = Selectable<StartsTable>;
/** An outcome that stood until the dispute was taken up again. */
export type PastEnding = Selectable<EndingsTable>;
export type At = { readonly communeId: number; readonly matterId: number };
