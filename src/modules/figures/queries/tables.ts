import type { Generated } from "kysely";
import type { Regime } from "../../../kernel/rights.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Counted } from "../counting.ts";
import type { Cell, Tally } from "../tally.ts";

export type CountedMattersTable = Counted & { readonly communeId: number; readonly provinceId: number; readonly regime: Regime };
export type MatterStatsTable = Cell & Tally & { readonly communeId: number; readonly provinceId: number; readonly regime: Regime };
export type StatsMarksTable = { communeId: number; provinceId: number; countedAt: Generated<Date | null>; rebuiltAt: Generated<Date | null> };
type Slice = { countedMatters: CountedMattersTable; matterStats: MatterStatsTable; statsMarks: StatsMarksTable };

export const on = (tx: Tx) => tx.db.withTables<Slice>();
