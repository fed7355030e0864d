import type { Lang } from "../../base/lang.ts";
import type { Tx } from "../../kernel/tx.ts";
import { get, officePage, type Route } from "../../web/route.ts";
import type {} from "./house.ts";
import { findSubject, listChanges, listLooks, type RecordRow } from "./queries.ts";
import { accountActionTexts, texts } from "./texts.ts";
import { type Entry, RecordPage } from "./views.tsx";

/** For those who check on us. */
export const recordRoutes: readonly Route[] = [
  get("/can-bo/nhat-ky", "record.read", async ({ tx, query, lang }) => {
    const typed = (query.ma ?? "").trim();
    const subject = typed === "" ? null : await findSubject(tx, typed);
    const error = typed !== "" && subject === null ? texts.unknown[lang] : null;
    const [looks, changes] = error ? [[], []] : await Promise.all([listLooks(tx, subject), listChanges(tx, subject)]);
    const props = {
      lang,
      typed,
      error,
      looks: looks.map((row) => entryOf(tx, row, row.word)),
      changes: changes.map((row) => entryOf(tx, row, changeWord(tx, row, lang))),
    };
    return officePage(<RecordPage {...props} />, { title: texts.title[lang] });
  }),
];

function entryOf(tx: Tx, row: RecordRow, why: string): Entry {
  return { at: row.at, who: row.actorName, what: row.code ?? row.subject, why, where: tx.house.units.findUnit(row.communeId)?.name ?? "" };
}

/** What was done, in the words of its kind; an action without words of its own keeps its name. */
function changeWord(tx: Tx, { kind, word }: RecordRow, lang: Lang): string {
  if (kind === null) return accountActionTexts[word as keyof typeof accountActionTexts]?.[lang] ?? word;
  return tx.house.recordedKinds.find((one) => one.kind === kind)?.actionWord(word, lang) ?? word;
}
