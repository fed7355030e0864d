import { addDays, dayOf, endOfDay, weekdayOf } from "../../base/day.ts";
import { shortName } from "../../base/identity.ts";
import type { Lang } from "../../base/lang.ts";
import { anybody } from "../../kernel/actor.ts";
import { readReference } from "../../kernel/reference.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { typedOf, typedText } from "../../web/form.ts";
import type { Officer } from "../../web/officer.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../web/route.ts";
import type { RowGroup } from "../../web/views/table.tsx";
import { accountPaths } from "../accounts/index.ts";
import { figurePaths } from "../figures/index.ts";
import { type DossierFace, findFaces, lookOf, procedurePaths, searchDossiers, stateTexts } from "../procedures/index.ts";
import { recordPaths } from "../records/index.ts";
import { stayPaths } from "../stays/index.ts";
import { paths } from "./paths.ts";
import { countInbox, type Filter, filters, findByCode, type InboxRow, listInbox, type Position, type Span } from "./queries.ts";
import { texts } from "./texts.ts";
import { InboxPage, type Line } from "./views.tsx";

const pageSize = 50;

/** The officer's first page. */
export const inboxRoutes: readonly Route[] = [
  get("/can-bo", "officer", async ({ officer }) => seeOther(firstPageOf(officer))),

  get("/can-bo/hop-viec", "counter.read", async ({ tx, query, lang }) => {
    const filter = filters.find((one) => one === query.loc) ?? "all";
    return inboxPage(tx, lang, { filter, after: readPosition(query.sau) });
  }),

  post("/can-bo/hop-viec", "counter.read", async ({ tx, body, lang }) => {
    const typed = typedText(typedOf(body), "tim");
    const place = placeOf(tx.actor);
    // The code of a receipt is an address with the reference at its end.
    const ref = readReference(typed.split("/").at(-1) ?? "");
    if (ref) return seeOther(procedurePaths.dossier(ref));
    const exact = await findByCode(tx, place, typed.toUpperCase());
    if (exact) return seeOther(exact.kind === "overnightStay" ? stayPaths.stay(exact.publicRef) : procedurePaths.dossier(exact.publicRef));
    const found = typed === "" ? [] : await searchDossiers(tx, typed);
    const span = spanOf(tx);
    const counts = await countInbox(tx, place, span);
    const lines = linesOf(found, new Map(found.map((row) => [row.id, row])), { lang, span });
    const error = found.length === 0 ? texts.nothingFound[lang] : null;
    const reads = found.map((row) => ({ ...place, regime: "counter" as const, subject: `matter:${row.id}`, purpose: texts.searchPurpose.vi }));
    return officePage(<InboxPage {...{ lang, counts, typed, error }} now={tx.now} filter="all" groups={[{ title: texts.groupFound[lang], rows: lines }]} nextHref={null} />, {
      title: texts.title[lang],
      reads,
    });
  }),
];

async function inboxPage(tx: Tx, lang: Lang, { filter, after }: { filter: Filter; after: Position | null }): Promise<Answer> {
  const place = placeOf(tx.actor);
  const span = spanOf(tx);
  const [rows, counts] = await Promise.all([listInbox(tx, place, { filter, after, size: pageSize + 1, span }), countInbox(tx, place, span)]);
  const page = rows.slice(0, pageSize);
  const faces = await findFaces(
    tx,
    page.filter((row) => row.kind === "dossier").map((row) => row.id),
  );
  const last = page.at(-1);
  const nextHref = rows.length > pageSize && last ? paths.next(filter, `${last.dueAt?.toISOString() ?? ""}_${last.id}`) : null;
  return officePage(<InboxPage {...{ lang, filter, counts, nextHref }} now={tx.now} groups={groupsOf(page, faces, { lang, span })} typed="" error={null} />, {
    title: texts.title[lang],
  });
}

/** The instants that divide the list: now, the end of today. */
function spanOf(tx: Tx): Span {
  return { now: tx.now, endOfToday: endOfDay(dayOf(tx.now)) };
}

/** Where an officer begins: at the work, the figures, the accounts or the record, whichever is his. */
function firstPageOf(officer: Officer | null): string {
  const { rights, scope } = officer?.actor ?? anybody;
  if (scope.kind === "commune" && rights.has("counter.read")) return paths.inbox();
  if (rights.has("counter.figures")) return figurePaths.province();
  return rights.has("accounts.manage") ? accountPaths.accounts() : recordPaths.record();
}

type Showing = { readonly lang: Lang; readonly span: Span };

function groupsOf(rows: readonly InboxRow[], faces: ReadonlyMap<number, DossierFace>, showing: Showing): readonly RowGroup<Line>[] {
  const { lang, span } = showing;
  const today = dayOf(span.now);
  const endOfWeek = endOfDay(addDays(today, 7 - weekdayOf(today)));
  const groupOf = ({ dueAt }: InboxRow): string => {
    if (!dueAt) return texts.groupWaiting[lang];
    if (dueAt < span.now) return texts.groupLate[lang];
    if (dueAt <= span.endOfToday) return texts.groupToday[lang];
    return dueAt <= endOfWeek ? texts.groupWeek[lang] : texts.groupLater[lang];
  };
  return [...Map.groupBy(rows, groupOf)].map(([title, group]) => ({ title, late: title === texts.groupLate[lang], rows: linesOf(group, faces, showing) }));
}

function linesOf(rows: readonly InboxRow[], faces: ReadonlyMap<number, DossierFace>, { lang, span }: Showing): readonly Line[] {
  return rows.map((row) => {
    const face = faces.get(row.id);
    const late = row.dueAt !== null && row.dueAt < span.now;
    return {
      id: row.id,
      href: procedurePaths.dossier(row.publicRef),
      title: row.title,
      under: [row.code, row.hamletName].filter(Boolean).join(" · "),
      whose: face ? { name: shortName(face.fullName), last4: face.idLast4 } : null,
      look: late ? "late" : lookOf(row.state),
      word: late ? texts.late[lang] : (stateTexts[row.state as keyof typeof stateTexts]?.[lang] ?? row.state),
      dueAt: row.dueAt,
    };
  });
}

/** "2026-11-26T10:00:00.000Z_17", as `paths.next` wrote it; anything else begins at the beginning. */
function readPosition(text: string | undefined): Position | null {
  const parts = text?.match(/^([0-9TZ:.-]*)_(\d{1,15})$/);
  if (!parts) return null;
  const dueAt = parts[1] ? new Date(parts[1]) : null;
  return dueAt && Number.isNaN(dueAt.getTime()) ? null : { dueAt, id: Number(parts[2]) };
}
