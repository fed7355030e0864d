import type { ColumnType, Generated, Insertable, Selectable } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Minutes } from "../documents/minutes.ts";

export const headings = ["strength", "shortcoming", "cause", "proposal"] as const;
export type Heading = (typeof headings)[number];
export type Voice = "room" | "counter" | "anonymous" | "named";
export const meetingKinds = ["forum", "hamlet", "cell"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

type OpinionsTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  meetingId: number | null;
  hamletId: number | null;
  heading: Heading;
  voice: Voice;
  said: string;
  /** What was said as it is looked for; kept by the database. */
  norm: ColumnType<string, never, never>;
  takenAt: Date;
  contests: Generated<number>;
};
type TurnsTable = { communeId: number; matterId: number; seq: number; provinceId: number; kind: "answer" | "onSpot" | "contest"; words: string; at: Date; byId: number };
/** What stood in an opinion before it was corrected. */
type CorrectionsTable = { communeId: number; matterId: number; seq: number; provinceId: number; heading: Heading; said: string; at: Date; byId: number };
type WordsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  matterId: number;
  hamletId: number | null;
  said: string;
  done: string;
  publishedAt: Date;
  publishedBy: number;
  withdrawnAt: Date | null;
  /** Since when the opinion is open again; null: its author said nothing against the answer, or it was answered once more. */
  contestedAt: Date | null;
};
type MeetingsTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  publicRef: string;
  kind: MeetingKind;
  topic: string;
  hamletId: number | null;
  place: string;
  startsAt: Date;
  endsAt: Date;
  hosts: string;
  agenda: string;
  plannedAt: Date;
  calledOffAt: Date | null;
  /** As everybody who was asked to come reads it; null also for one that was called off before this was kept. */
  calledOffBecause: string | null;
  minutedAt: Date | null;
  conclusion: string | null;
  /** As they were closed; written as JSON. */
  minutes: ColumnType<Minutes | null, null, string>;
};
type HouseholdsTable = {
  communeId: number;
  meetingId: number;
  number: number;
  provinceId: number;
  /** What the form was given out with that it was sent by. */
  formKey: string | null;
  sealed: Buffer;
  people: number;
  notedAt: Date;
  notedBy: number;
};
type CommitmentsTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  meetingId: number | null;
  opinionId: number | null;
  hamletId: number | null;
  promise: string;
  dueOn: Day;
  report: string | null;
  reportedAt: Date | null;
  /** Since when everybody reads it; null: nobody outside does. */
  shownAt: Date | null;
  outcome: "carriedOut" | "notCarriedOut" | null;
};
type LettersTable = {
  communeId: number;
  matterId: number;
  provinceId: number;
  receivedOn: Day;
  kind: "complaint" | "denunciation" | "petition" | "feedback" | "mixed" | null;
  people: number;
  sealed: Buffer;
  handledBefore: string | null;
  competent: boolean | null;
  guidance: string | null;
  forwardedTo: string | null;
  result: string | null;
  remark: string | null;
  parentId: number | null;
};
type Slice = {
  opinions: OpinionsTable;
  opinionTurns: TurnsTable;
  opinionCorrections: CorrectionsTable;
  publicWords: WordsTable;
  meetings: MeetingsTable;
  meetingHouseholds: HouseholdsTable;
  commitments: CommitmentsTable;
  citizenLetters: LettersTable;
};

/** The transaction with the tables of this module. */
export const on = (tx: Tx) => tx.db.withTables<Slice>();

export type Opinion = Selectable<OpinionsTable>;
export type Turn = Selectable<TurnsTable>;
export type Correction = Selectable<CorrectionsTable>;
export type Words = Selectable<WordsTable>;
export type Meeting = Selectable<MeetingsTable>;
export type NewMeeting = Insertable<MeetingsTable>;
export type Household = Selectable<HouseholdsTable>;
export type Commitment = Selectable<CommitmentsTable>;
export type Letter = Selectable<LettersTable>;
export type At = { readonly communeId: number; readonly matterId: number };
