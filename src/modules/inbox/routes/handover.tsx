import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { listColleagues } from "../../../kernel/officers.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { divisionOf, parseHandover, parseReturn, partField, receiverField } from "../forms.ts";
import { paths } from "../paths.ts";
import type { Sight } from "../queries/fitting.ts";
import { countByAssignee } from "../queries/found.ts";
import { findHandover, type Held, listHeld, listReturnable, listToReturn } from "../queries/handovers.ts";

import { type Division, endReturn, handOverWork, partOf } from "../service/handover.ts";
import { handoverTexts as t } from "../texts/handover.ts";
import { HandoverPage, HandoversPage, type Part } from "../views/handover.tsx";
import { ReturnPage } from "../views/return.tsx";
import { sightOf } from "./lines.ts";

/** Giving away all the work of an officer who is absent, and giving it back. */
export const handoverRoutes: readonly Route[] = [
  get("/can-bo/ban-giao", "counter.assign", async ({ tx, query, lang }) => {
    const sight = sightOf(tx);
    const [colleagues, held, returns] = await Promise.all([listColleagues(tx), countByAssignee(tx, sight), listToReturn(tx, sight, null)]);
    const officers = colleagues.map(({ id, name }) => ({ id, name, count: held.get(id) ?? 0 }));
    return officePage(<HandoversPage {...{ lang, officers, returns }} done={countOf(query["xong"])} returned={countOf(query["tra"])} />, { title: t.title[lang] });
  }),

  get("/can-bo/ban-giao/:officer", "counter.assign", ({ tx, params, query, lang }) =>
    handoverPage(tx, sightOf(tx), lang, { fromId: idOf(params.officer), division: divisionOf(query["chia"]), typed: {}, errors: {} }),
  ),

  post("/can-bo/ban-giao/:officer", "counter.assign", async ({ tx, params, query, body, lang }) => {
    const sight = sightOf(tx);
    const [fromId, division] = [idOf(params.officer), divisionOf(query["chia"])];
    const officerIds = (await listColleagues(tx)).map(({ id }) => id);
    const form = parseHandover(body, { fromId, division, officerIds, today: dayOf(tx.now) });
    if (!form.ok) return handoverPage(tx, sight, lang, { fromId, division, ...form });
    try {
      return seeOther(`${paths.handovers()}?xong=${await handOverWork(tx, sight, form.value)}`);
    } catch (error) {
      // Both are found before anything is written: the page says what there is now, and keeps what was typed.
      if (error instanceof Problem && (error.code === "changedMeanwhile" || error.code === "alreadyDone")) {
        return handoverPage(tx, sight, lang, { fromId, division, typed: typedOf(body), errors: {}, changed: true });
      }
      throw error;
    }
  }),

  get("/can-bo/ban-giao/tra-lai/:id", "counter.assign", ({ tx, params, lang }) => returnPage(tx, sightOf(tx), lang, { id: idOf(params.id), errors: {} })),

  post("/can-bo/ban-giao/tra-lai/:id", "counter.assign", async ({ tx, params, body, lang }) => {
    const sight = sightOf(tx);
    const id = idOf(params.id);
    const form = parseReturn(body);
    if (!form.ok) return returnPage(tx, sight, lang, { id, errors: form.errors });
    const handover = await findHandover(tx, sight, id);
    if (!handover) throw new Problem("alreadyDone");
    const count = await endReturn(tx, sight, { id, choice: form.value.lam, note: t.backNote.vi(handover.fromName) });
    return seeOther(`${paths.handovers()}?tra=${count}`);
  }),
];

const countOf = (asked: string | undefined): number | null => (/^\d{1,6}$/.test(asked ?? "") ? Number(asked) : null);

/** @throws Problem("notFound") for what is no number */
function idOf(asked: string): number {
  if (!/^[1-9]\d{0,14}$/.test(asked)) throw new Problem("notFound");
  return Number(asked);
}

type Shown = { readonly fromId: number; readonly division: Division; readonly typed: Typed; readonly errors: FieldErrors; readonly changed?: boolean };

async function handoverPage(tx: Tx, sight: Sight, lang: Lang, { fromId, division, typed, errors, changed = false }: Shown): Promise<Answer> {
  const [colleagues, held] = await Promise.all([listColleagues(tx), listHeld(tx, sight, fromId)]);
  const from = colleagues.find(({ id }) => id === fromId);
  if (!from) throw new Problem("notFound");
  const chosen = new Map(partsTyped(typed));
  const parts = partsOf(held, division, lang).map((part) => ({ ...part, receiver: chosen.get(part.key) ?? "" }));
  const page = { from, division, parts, states: statesOf(sight, held, lang), others: colleagues.filter(({ id }) => id !== fromId) };
  return officePage(<HandoverPage {...{ lang, changed, typed, errors: placed(errors, typed, parts), ...page }} />, {
    title: t.from[lang](from.name),
    status: changed ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  });
}

/** Which receiver was chosen for each part, whatever place it had in the form. */
function partsTyped(typed: Typed): readonly (readonly [string, string])[] {
  return Object.keys(typed).flatMap((name) => {
    const i = name.match(/^phan(\d{1,3})$/)?.[1];
    return i === undefined ? [] : [[typedText(typed, name), typedText(typed, receiverField(Number(i)))] as const];
  });
}

/** Errors of receivers at the place that their part has now: work may have come in meanwhile. */
function placed(errors: FieldErrors, typed: Typed, parts: readonly Part[]): FieldErrors {
  const entries = Object.entries(errors).map(([name, error]) => {
    const i = name.match(/^nhan(\d{1,3})$/)?.[1];
    const now = i === undefined ? -1 : parts.findIndex(({ key }) => key === typedText(typed, partField(Number(i))));
    return [now === -1 ? name : receiverField(now), error] as const;
  });
  return Object.fromEntries(entries);
}

function partsOf(held: readonly Held[], division: Division, lang: Lang): readonly Omit<Part, "receiver">[] {
  return [...Map.groupBy(held, (row) => partOf(division, row))].map(([key, rows]) => ({
    key,
    name: division === "all" ? t.allParts[lang] : division === "title" ? key : (rows[0]?.hamletName ?? t.noHamlet[lang]),
    count: rows.reduce((sum, { count }) => sum + count, 0),
  }));
}

function statesOf({ kinds }: Sight, held: readonly Held[], lang: Lang) {
  const word = ({ kind, state }: Held): string => kinds.find((one) => one.kind === kind)?.stateWord(state, lang) ?? state;
  return [...Map.groupBy(held, word)].map(([state, rows]) => ({
    state,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  }));
}

async function returnPage(tx: Tx, sight: Sight, lang: Lang, { id, errors }: { readonly id: number; readonly errors: FieldErrors }): Promise<Answer> {
  const [handover, rows] = await Promise.all([findHandover(tx, sight, id), listReturnable(tx, sight, id)]);
  if (!handover) throw new Problem("alreadyDone");
  const hrefOf = (row: (typeof rows)[number]): string => sight.kinds.find(({ kind }) => kind === row.kind)?.href(row.publicRef) ?? "";
  return officePage(<ReturnPage lang={lang} handover={handover} rows={rows.map((row) => ({ ...row, href: hrefOf(row) }))} errors={errors} />, {
    title: t.returnTitle[lang](handover.fromName),
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
