import type { Generated, Selectable } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { ReportKind } from "../forms/report.ts";
import type { Track } from "../law.ts";

type IncidentsTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  kind: ReportKind;
  nature: string;
  openKind: boolean;
  track: Track | null;
  happenedOn: Day | null;
  nameRefused: boolean;
  accountSealed: Buffer;
  placeSealed: Buffer | null;
  receivedAt: Date;
  writtenBy: number;
  /** Whom it was told to, where the door wrote it down for an officer of another regime. */
  receivedBy: number | null;
};
type Line = { communeId: number; matterId: number; seq: number; provinceId: number };
type StatementsTable = Line & { kind: "statement" | "note"; identityId: number | null; sealed: Buffer; at: Date; writtenBy: number };
type MeasuresTable = Line & { measure: string; people: number; doneOn: Day; legalBasis: string; corrects: number | null; writtenAt: Date; writtenBy: number };
type ReferralsTable = Line & {
  authority: string;
  authorityFrom: Day;
  papers: string;
  referredAt: Date;
  referredBy: number;
  acknowledgedAt: Generated<Date | null>;
  acknowledgedBy: Generated<number | null>;
  answer: Generated<string | null>;
};
type LinksTable = { communeId: number; olderId: number; newerId: number; provinceId: number; reason: string; sameCase: boolean; linkedAt: Date; linkedBy: number };
type CustodyTable = Line & { thing: string; event: CustodyEvent; holderSealed: Buffer; captionSealed: Buffer | null; place: string; at: Date; writtenBy: number };
type RostersTable = {
  communeId: number;
  dutyOn: Day;
  officerId: number;
  /** Times of the day, "07:30". */
  starts: string;
  ends: string;
  provinceId: number;
  writtenAt: Date;
  writtenBy: number;
  removedAt: Date | null;
};
type ReleasesTable = { communeId: number; year: number; nature: string; provinceId: number; cases: number | null; releasedAt: Date; releasedBy: number };

type Slice = {
  incidents: IncidentsTable;
  incidentStatements: StatementsTable;
  incidentMeasures: MeasuresTable;
  incidentReferrals: ReferralsTable;
  incidentLinks: LinksTable;
  incidentCustody: CustodyTable;
  dutyRosters: RostersTable;
  incidentReleases: ReleasesTable;
};
export const on = (tx: Tx) => tx.db.withTables<Slice>();

export const custodyEvents = ["taken", "stored", "passedOn", "returned"] as const;
export type CustodyEvent = (typeof custodyEvents)[number];
export type Incident = Selectable<IncidentsTable>;
export type StatementRow = Selectable<StatementsTable>;
export type MeasureRow = Selectable<MeasuresTable>;
export type ReferralRow = Selectable<ReferralsTable>;
export type LinkRow = Selectable<LinksTable>;
export type CustodyRow = Selectable<CustodyTable>;
export type ReleaseRow = Selectable<ReleasesTable>;
/** A report of a commune. */
export type At = { readonly communeId: number; readonly matterId: number };
