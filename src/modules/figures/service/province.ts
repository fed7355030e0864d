import { addMonths, type Day, dayOf } from "../../../base/day.ts";
import { listInForce } from "../../../kernel/law/table.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { listParcels } from "../../procedures/index.ts";
import { type Judged, judge, type Share, satisfiedOf, shareOf } from "../indicators.ts";
import { type Standing, standingsOf, type Terrain } from "../peers.ts";
import { countedUntil, findTerrains, listCommuneTallies, listMonthTallies, listOpenCounts } from "../queries/stats.ts";
import { nothing, sum, type Tally } from "../tally.ts";
import { lawDayOf, type MonthWork } from "./post.ts";

export type CommuneRow = {
  readonly communeId: number;
  readonly name: string;
  readonly open: number;
  readonly lateNow: number;
  readonly tally: Tally;
  readonly ratings: Share | null;
};

export type ProvinceFigures = { readonly rows: readonly CommuneRow[]; readonly countedAt: Date | null; readonly from: Day; readonly to: Day };

/** What each commune in the actor's reach did in months up to one, and what is open there now. A commune in which nothing happened is left out. */
export async function readProvince(tx: Tx, { to, months }: { readonly to: Day; readonly months: number }): Promise<ProvinceFigures> {
  const from = addMonths(to, 1 - months);
  const [tallies, open, countedAt] = await Promise.all([listCommuneTallies(tx, { from, to }), listOpenCounts(tx), countedUntil(tx)]);
  const byCommune = new Map(tallies.map((tally) => [tally.communeId, tally]));
  const openBy = new Map(open.map((row) => [row.communeId, row]));
  const communeIds = [...new Set([...byCommune.keys(), ...openBy.keys()])];
  const parcelsBy = Map.groupBy(await listParcels(tx, { communeIds, from, to }), (parcel) => parcel.communeId);
  const rows = communeIds.map((communeId): CommuneRow => {
    const { open = 0, lateNow = 0 } = openBy.get(communeId) ?? {};
    const tally = byCommune.get(communeId) ?? nothing;
    return { communeId, name: tx.house.units.getUnit(communeId).name, open, lateNow, tally, ratings: satisfiedOf(parcelsBy.get(communeId) ?? []) };
  });
  return { rows: rows.sort((one, other) => one.name.localeCompare(other.name, "vi")), countedAt, from, to };
}

export type JudgedCommune = CommuneRow & {
  readonly judged: readonly Judged[];
  readonly terrain: Terrain;
  /** How it stands to its peers, by indicator. */
  readonly standings: ReadonlyMap<string, Standing>;
};

export type ProvinceIndicators = {
  readonly month: Day;
  /** Of what `whole` is the sum: the actor's own post; null for every commune in reach. */
  readonly onlyPost: string | null;
  readonly countedAt: Date | null;
  readonly communes: readonly JudgedCommune[];
  readonly whole: readonly Judged[];
  readonly year: readonly MonthWork[];
};

/** The indicators of a month: of the province, and of each commune; beside its peers over the twelve months up to then, since one month says little. */
export async function readIndicators(tx: Tx, month: Day): Promise<ProvinceIndicators> {
  const law = listInForce(tx.house.serviceIndicators, lawDayOf(month, tx.now));
  const { rows, countedAt } = await readProvince(tx, { to: month, months: 1 });
  const months = { from: addMonths(month, -11), to: month };
  const [byMonth, byCommune] = [await listMonthTallies(tx, months), await listCommuneTallies(tx, months)];
  const communeIds = [...new Set([...rows, ...byCommune].map((row) => row.communeId))];
  const parcels = await listParcels(tx, { communeIds, ...months });
  const terrains = await findTerrains(tx, communeIds, dayOf(tx.now));
  const works = byCommune.map((tally) => ({
    id: tally.communeId,
    terrain: terrains.get(tally.communeId) ?? ("unknown" as const),
    work: { tally, ratings: satisfiedOf(parcels.filter((parcel) => parcel.communeId === tally.communeId)) },
  }));
  const standings = law.map(({ id, formula }) => [id, standingsOf(works.map(({ work, ...peer }) => ({ ...peer, share: shareOf(formula, work) })))] as const);
  const communes = rows.map((row) => ({
    ...row,
    terrain: terrains.get(row.communeId) ?? ("unknown" as const),
    judged: judge(law, row),
    standings: new Map(standings.map(([id, by]) => [id, by.get(row.communeId) ?? ("tooFew" as const)])),
  }));
  const year = Array.from({ length: 12 }, (_, i): MonthWork => {
    const at = addMonths(months.from, i);
    return { month: at, tally: byMonth.find((row) => row.month === at) ?? nothing, ratings: satisfiedOf(parcels.filter((parcel) => parcel.toMonth === at)) };
  });
  const whole = judge(law, { tally: sum(rows.map((row) => row.tally)), ratings: year.at(-1)?.ratings ?? null });
  const { scope } = tx.actor;
  const onlyPost = scope.kind === "commune" ? tx.house.units.getUnit(scope.communeId).name : null;
  return { month, onlyPost, countedAt, communes, whole, year };
}
