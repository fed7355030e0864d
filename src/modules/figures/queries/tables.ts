import type { Generated } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Counted } from "../counting.ts";
import type { Cell, Tally } from "../tally.ts";

export type CountedMattersTable = Counted & Place;
export type MatterStatsTable = Cell & Tally & Place;
export type StatsMarksTable = { communeId: number; provinceId: number; countedAt: Generated<Date | null>; rebuiltAt: Generated<Date | null> };
type Slice = { countedMatters: CountedMattersTable; matterStats: MatterStatsTable; statsMarks: StatsMarksTable };

export const on = (tx: Tx) => tx.db.withTables<Slice>();

/** The column of a field: `repeatReturns` is kept as `repeat_returns`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
