import { addMonths, type Day, dayOf, isWithin, monthOf } from "../../../base/day.ts";
import { listInForce } from "../../../kernel/law/table.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listParcels, type Parcel } from "../../procedures/index.ts";
import type {} from "../house.ts";
import { type Judged, judge, satisfiedOf, type Work } from "../indicators.ts";
import { countedUntil, listCells, listOpenCounts } from "../queries/stats.ts";
import { nothing, sum, type Tally } from "../tally.ts";

export type MonthWork = Work & { readonly month: Day };

export type PostFigures = {
  readonly month: Day;
  readonly countedAt: Date | null;
  readonly open: number;
  readonly lateNow: number;
  readonly tally: Tally;
  readonly judged: readonly Judged[];
  /** Twelve months, the asked one last; a month in which nothing happened is there too. */
  readonly year: readonly MonthWork[];
  readonly procedures: readonly { readonly procedureCode: string; readonly tally: Tally }[];
  readonly parcels: readonly Parcel[];
};

/** Everything that the page of a post shows of a month. */
export async function readPost(tx: Tx, month: Day): Promise<PostFigures> {
  const { communeId } = placeOf(tx.actor);
  const from = addMonths(month, -11);
  const [cells, open, parcels, countedAt] = await Promise.all([
    listCells(tx, communeId, { from, to: month }),
    listOpenCounts(tx),
    listParcels(tx, { communeIds: [communeId], from, to: month }),
    countedUntil(tx),
  ]);
  const year = Array.from({ length: 12 }, (_, i): MonthWork => {
    const at = addMonths(from, i);
    const tally = sum(cells.filter((cell) => cell.month === at && cell.procedureCode === ""));
    return { month: at, tally, ratings: satisfiedOf(parcels.filter((parcel) => parcel.toMonth === at)) };
  });
  const work = year.at(-1) ?? { tally: nothing, ratings: null };
  const procedures = cells.filter((cell) => cell.month === month && cell.procedureCode !== "").map((cell) => ({ procedureCode: cell.procedureCode, tally: cell }));
  const now = open[0] ?? { open: 0, lateNow: 0 };
  return {
    ...{ month, countedAt, year, procedures, parcels },
    ...{ open: now.open, lateNow: now.lateNow },
    tally: work.tally,
    judged: judge(listInForce(tx.house.serviceIndicators, lawDayOf(month, tx.now)), work),
  };
}

/** The law of a month is that of its last day, or of today when it is not over. */
export function lawDayOf(month: Day, now: Date): Day {
  const today = dayOf(now);
  const { to } = monthOf(month);
  return isWithin(today, monthOf(month)) ? today : to;
}
