import type { Tx } from "../../kernel/tx.ts";
import { get, officePage, type Route } from "../../web/route.ts";
import { findSubject, listChanges, listLooks } from "./queries.ts";
import { texts } from "./texts.ts";
import { type Entry, RecordPage } from "./views.tsx";

/** For those who check on us. */
export const recordRoutes: readonly Route[] = [
  get("/can-bo/nhat-ky", "record.read", async ({ tx, query, lang }) => {
    const typed = (query.ma ?? "").trim();
    const subject = typed === "" ? null : await findSubject(tx, typed);
    const error = typed !== "" && subject === null ? texts.unknown[lang] : null;
    const [looks, changes] = error ? [[], []] : await Promise.all([listLooks(tx, subject), listChanges(tx, subject)]);
    const props = { lang, typed, error, looks: looks.map((row) => entryOf(tx, row, row.purpose)), changes: changes.map((row) => entryOf(tx, row, row.action)) };
    return officePage(<RecordPage {...props} />, { title: texts.title[lang] });
  }),
];

function entryOf(tx: Tx, row: { at: Date; actorName: string | null; subject: string; communeId: number }, why: string): Entry {
  return { at: row.at, who: row.actorName, what: row.subject, why, where: tx.house.units.findUnit(row.communeId)?.name ?? "" };
}
