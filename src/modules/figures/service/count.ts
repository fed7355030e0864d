import { must, type Place } from "../../../kernel/actor.ts";
import { takeTouches } from "../../../kernel/touches.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type Counted, count, meaningsOf } from "../counting.ts";
import type {} from "../house.ts";
import { listCountable, listMatterIds } from "../queries/countable.ts";
import { findCells, findCounted, forgetCounts, holdMark, putCells, putCounted, setMark, takeCells } from "../queries/counts.ts";
import { type Cell, isNothing, minus, nothing, plus, sharesOf, type Tally } from "../tally.ts";

/** So many matters are counted at once. */
const batch = 1_000;

/**
 * Counts anew the matters of the actor's commune that changed since they were counted, at most a thousand. What a matter counted for before
 * is kept beside it, so that exactly the difference goes into the sums: a matter counted twice counts once. The touches are taken away in
 * the same transaction; a move that commits while this runs leaves its own touch behind and is counted next.
 *
 * @returns how many matters changed; a thousand means that more may wait
 */
export async function countTouched(tx: Tx): Promise<number> {
  const place = placeOf(tx.actor);
  must(tx.actor, "clock.run", place);
  await holdMark(tx, place);
  const ids = await takeTouches(tx, place, batch);
  if (ids.length === 0) return 0;
  const [before, after] = [await findCounted(tx, place, ids), await countAfresh(tx, place, ids)];
  const changes = sumUp([...after.map((matter) => ({ matter, sign: plus })), ...before.map((matter) => ({ matter, sign: minus }))]);
  await putCounted(tx, place, after);
  await addToCells(tx, place, changes);
  await setMark(tx, place, { countedAt: tx.now });
  return ids.length;
}

/** Forgets what was counted in the actor's commune and counts all of it from the timelines, in this one transaction. @returns how many matters there are */
export async function rebuildFigures(tx: Tx): Promise<number> {
  const place = placeOf(tx.actor);
  must(tx.actor, "clock.run", place);
  await holdMark(tx, place);
  await forgetCounts(tx, place);
  const sums: Changes = new Map();
  let matters = 0;
  for await (const counted of countAll(tx, place)) {
    await putCounted(tx, place, counted);
    for (const matter of counted) addTo(sums, { matter, sign: plus });
    matters += counted.length;
  }
  await putCells(tx, place, [...sums.values()]);
  await setMark(tx, place, { countedAt: tx.now, rebuiltAt: tx.now });
  return matters;
}

/** Every matter of a commune as it counts now, some at a time; nothing is written. */
export async function* countAll(tx: Tx, place: Place): AsyncGenerator<readonly Counted[]> {
  for (let after = 0; ; ) {
    const ids = await listMatterIds(tx, place, { after, size: batch });
    const last = ids.at(-1);
    if (last === undefined) return;
    yield await countAfresh(tx, place, ids);
    after = last;
  }
}

async function countAfresh(tx: Tx, place: Place, ids: readonly number[]): Promise<readonly Counted[]> {
  const kinds = tx.house.countedKinds.map((one) => ({ kind: one.life.kind, detailsOf: one.detailsOf, meanings: meaningsOf(one) }));
  const actions = [...new Set(kinds.flatMap(({ meanings }) => Object.values(meanings).flatMap((names) => [...names])))];
  const matters = Map.groupBy(await listCountable(tx, place, { kinds: kinds.map(({ kind }) => kind), actions, ids }), ({ kind }) => kind);
  const calendar = tx.house.calendarOf(place);
  const counted: Counted[] = [];
  for (const { kind, detailsOf, meanings } of kinds) {
    const those = matters.get(kind) ?? [];
    if (those.length === 0) continue;
    const details = await detailsOf(
      tx,
      place.communeId,
      those.map(({ matterId }) => matterId),
    );
    counted.push(...those.map((matter) => count({ ...matter, ...(details.get(matter.matterId) ?? { procedureCode: "", digital: null }) }, meanings, calendar)));
  }
  return counted;
}

type Change = { readonly matter: Counted; readonly sign: typeof plus };
type Changes = Map<string, { readonly cell: Cell; readonly tally: Tally }>;

/** What matters add to the sums, cell by cell, and take from them. */
export function sumUp(changes: readonly Change[]): Changes {
  const sums: Changes = new Map();
  for (const change of changes) addTo(sums, change);
  return sums;
}

function addTo(sums: Changes, { matter, sign }: Change): void {
  for (const [key, { cell, tally }] of sharesOf(matter)) sums.set(key, { cell, tally: sign(sums.get(key)?.tally ?? nothing, tally) });
}

async function addToCells(tx: Tx, place: Place, changes: Changes): Promise<void> {
  const changed = [...changes].filter(([, { tally }]) => !isNothing(tally));
  const now = await findCells(
    tx,
    place,
    changed.map(([, { cell }]) => cell),
  );
  const cells = changed.map(([key, { cell, tally }]) => ({ cell, tally: plus(now.get(key) ?? nothing, tally) }));
  await putCells(
    tx,
    place,
    cells.filter(({ tally }) => !isNothing(tally)),
  );
  await takeCells(
    tx,
    place,
    cells.filter(({ tally }) => isNothing(tally)).map(({ cell }) => cell),
  );
}
