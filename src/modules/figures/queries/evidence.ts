import { type RawBuilder, sql } from "kysely";
import type { DayRange } from "../../../base/day.ts";
import type { Regime } from "../../../kernel/rights.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Standing } from "../counting.ts";
import type { Evidence } from "../evidence.ts";

/** A dossier behind a figure. Nothing of it leads to a person. */
export type EvidenceRow = {
  readonly matterId: number;
  readonly kind: string;
  readonly regime: Regime;
  readonly code: string;
  readonly procedureCode: string;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly answeredAt: Date | null;
  readonly standing: Standing | null;
  readonly isLateNow: boolean;
  readonly wasWithdrawn: boolean;
  readonly digitised: boolean | null;
  readonly pauses: number;
  readonly unaskedPauses: number;
  readonly returns: number;
  readonly repeatReturns: number;
  readonly reopened: number;
};

const received = ({ from, to }: DayRange) => sql<boolean>`c.received_month between ${from} and ${to}`;
const answered = ({ from, to }: DayRange, fits: RawBuilder<boolean>) => sql<boolean>`c.answered_month between ${from} and ${to} and ${fits}`;
const stands = (...those: readonly Standing[]) => sql<boolean>`c.standing = any(${those}::text[])`;

const timed = ["onTime", "onTimeAfterPause", "pausedUnasked", "extended", "late"] as const satisfies readonly Standing[];

const conditions: { readonly [E in Evidence]: (months: DayRange) => RawBuilder<boolean> } = {
  received,
  online: (months) => sql<boolean>`${received(months)} and c.online`,
  open: () => sql<boolean>`c.is_open`,
  lateNow: () => sql<boolean>`c.is_open and c.is_late_now`,
  answered: (months) => answered(months, stands(...timed, "untimed")),
  timed: (months) => answered(months, stands(...timed)),
  onTime: (months) => answered(months, stands("onTime", "onTimeAfterPause")),
  onTimeAfterPause: (months) => answered(months, stands("onTimeAfterPause")),
  pausedUnasked: (months) => answered(months, stands("pausedUnasked")),
  extended: (months) => answered(months, stands("extended")),
  late: (months) => answered(months, stands("late")),
  lateWithdrawn: (months) => answered(months, sql`c.standing = 'late' and c.was_withdrawn`),
  withdrawn: (months) => answered(months, stands("withdrawn")),
  stopped: (months) => answered(months, stands("stopped")),
  untimed: (months) => answered(months, stands("untimed")),
  digitisable: (months) => answered(months, sql`c.digitised is not null`),
  digitised: (months) => answered(months, sql`c.digitised`),
  notDigitised: (months) => answered(months, sql`not c.digitised`),
  paused: (months) => answered(months, sql`c.pauses > 0`),
  returned: (months) => answered(months, sql`c.returns > 0`),
  returnedAgain: (months) => answered(months, sql`c.repeat_returns > 0`),
  reopened: (months) => answered(months, sql`c.reopened > 0`),
};

export type EvidenceAsked = {
  readonly communeId: number;
  readonly kind: Evidence;
  /** First days of the first and of the last month; what is open now goes by none. */
  readonly months: DayRange;
  /** Null: of every procedure. */
  readonly procedureCode: string | null;
};

const fits = ({ communeId, kind, months, procedureCode }: EvidenceAsked) =>
  sql<boolean>`c.commune_id = ${communeId} and ${conditions[kind](months)} and ${procedureCode === null ? sql`true` : sql`c.procedure_code = ${procedureCode}`}`;

/** The dossiers that a figure of one commune was counted from, as they came. */
export async function listEvidence(tx: Tx, asked: EvidenceAsked, { after, size }: { readonly after: number; readonly size: number }): Promise<readonly EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select c.matter_id, c.kind, c.regime, c.code, c.procedure_code, c.received_at, c.due_at, c.answered_at, c.standing, c.is_late_now, c.was_withdrawn, c.digitised,
      c.pauses, c.unasked_pauses, c.returns, c.repeat_returns, c.reopened
    from counted_matters c where ${fits(asked)} and c.matter_id > ${after} order by c.matter_id limit ${size}`.execute(tx.db);
  return rows;
}

export async function countEvidence(tx: Tx, asked: EvidenceAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from counted_matters c where ${fits(asked)}`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

/** References of dossiers of the actor's own commune, by matter: with one an officer opens a dossier. */
export async function findRefs(tx: Tx, communeId: number, matterIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; publicRef: string }>`
    select m.id, m.public_ref from matters m where m.commune_id = ${communeId} and m.id = any(${matterIds}::bigint[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.publicRef]));
}
