import { normalise } from "../../../base/vietnamese.ts";
import { must } from "../../../kernel/actor.ts";
import { move } from "../../../kernel/matter.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { incident } from "../matter.ts";
import { countAside, listAside, type WaitingRow } from "../queries/reports.ts";

/** One report that waits, with what was told. */
export type Waiting = Omit<WaitingRow, "accountSealed"> & { readonly account: string };

/** So many stand on the page; so many are looked through for a word, because what they say lies sealed. */
const shown = 200;
const lookedThrough = 3_000;

/** What came while the door was crowded, newest first; with words, those in which all of them stand, marks aside. */
export async function listWaiting(tx: Tx, words: string): Promise<{ readonly rows: readonly Waiting[]; readonly all: number }> {
  const place = placeOf(tx.actor);
  must(tx.actor, "incidents.receive", place);
  const sought = normalise(words)
    .split(" ")
    .filter((word) => word !== "");
  const rows = await listAside(tx, place.communeId, sought.length > 0 ? lookedThrough : shown);
  const opened = rows.map(({ accountSealed, ...row }) => ({ ...row, account: tx.house.vault.open(accountSealed) }));
  const fitting = opened.filter(({ account }) => sought.every((word) => normalise(account).includes(word)));
  return { rows: fitting.slice(0, shown), all: await countAside(tx, place.communeId) };
}

/** Takes waiting reports in, or throws them away for a reason. What somebody else dealt with meanwhile is left alone. @returns how many */
export async function siftWaiting(tx: Tx, given: { readonly ids: readonly number[]; readonly act: "takeIn" | "discard"; readonly reason: string }): Promise<number> {
  const { ids, act, reason } = given;
  const waiting = await listAside(tx, placeOf(tx.actor).communeId, lookedThrough);
  const chosen = waiting.filter(({ id }) => ids.includes(id));
  for (const { id, version } of chosen) await move(tx, incident, id, act, { version, note: reason });
  return chosen.length;
}
