import { formatDate } from "../../../base/day/format.ts";
import { type Day, dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { workbookType } from "../../../platform/workbook.ts";
import { type FieldErrors, type Typed, typedOf } from "../../../web/form.ts";
import { type InstantPosition, readInstantPosition, writeInstantPosition } from "../../../web/position.ts";
import { type Answer, get, officePage, post, type Route } from "../../../web/route.ts";
import { instant } from "../cells.ts";
import { bookFrame, bookPaper, type WholeBook } from "../documents.ts";
import { type ExportOrder, type Period, parseExport, parsePeriod, refuseTooMany, typedPeriod } from "../forms.ts";
import { paths } from "../paths.ts";
import { readBook } from "../service/book.ts";
import { openDays } from "../service/fees.ts";
import { bookSheet } from "../sheet.ts";
import { bookTexts as t } from "../texts/book.ts";
import { BookPage } from "../views/book.tsx";
import { MenuPage } from "../views/menu.tsx";

const pageSize = 50;
/** So many dossiers leave at once: each is a line in the log of reads, and receipts at the counter wait while a print is set. */
const most = { xlsx: 5_000, pdf: 1_000 } as const;

/** The menu of the books, and the register of dossiers. */
export const bookRoutes: readonly Route[] = [
  get("/can-bo/so", "counter.read", async ({ tx, lang }) => menuPage(tx, lang, { errors: {}, typed: {} })),

  get("/can-bo/so/ho-so", "counter.read", async ({ tx, query, lang }) => {
    const form = parsePeriod(query, dayOf(tx.now));
    if (!form.ok) return bookPage({ lang, ...form, shown: null });
    return await periodPage(tx, lang, { period: form.value, after: readInstantPosition(query["sau"]), errors: {}, typed: typedPeriod(form.value) });
  }),

  post("/can-bo/so/ho-so/ban-in", "counter.read", async ({ tx, body, lang }) => {
    const today = dayOf(tx.now);
    const form = parseExport(body, today);
    if (!form.ok) return await wrongOrder(tx, lang, { ...form, today });
    const limit = most[form.value.format];
    const book = await readBook(tx, form.value.period, { after: null, size: limit });
    const { all } = book.sums.counts;
    if (all <= limit) return await exported(tx, form.value, book);
    return await wrongOrder(tx, lang, { ...refuseTooMany(body, { all, limit }), today });
  }),
];

export async function menuPage(tx: Tx, lang: Lang, { errors, typed }: { readonly errors: FieldErrors; readonly typed: Typed }): Promise<Answer> {
  const days = (await openDays(tx, dayOf(tx.now))).map((day: Day) => ({ href: paths.feesOf(day), text: formatDate(day, lang) }));
  return officePage(<MenuPage lang={lang} openDays={days} errors={errors} typed={typed} />, { title: t.menuTitle[lang], status: Object.keys(errors).length > 0 ? 422 : 200 });
}

type Asked = { readonly period: Period; readonly after: InstantPosition | null; readonly errors: FieldErrors; readonly typed: Typed };

async function periodPage(tx: Tx, lang: Lang, { period, after, errors, typed }: Asked): Promise<Answer> {
  const page = await readBook(tx, period, { after, size: pageSize });
  const nextHref = page.next && paths.bookNext(period, writeInstantPosition(page.next));
  const periodShown = t.periodShown[lang](formatDate(period.from, lang), formatDate(period.to, lang));
  return bookPage({ lang, errors, typed, shown: { ...page, period, periodShown, nextHref, paged: after !== null } });
}

function bookPage(props: Parameters<typeof BookPage>[0]): Answer {
  return officePage(<BookPage {...props} />, { title: t.title[props.lang], status: Object.keys(props.errors).length > 0 ? 422 : 200 });
}

type Wrong = { readonly errors: FieldErrors; readonly typed: Typed; readonly today: Day };

/** The page again with what was typed; with its lines, when the period itself was right. */
async function wrongOrder(tx: Tx, lang: Lang, { errors, typed, today }: Wrong): Promise<Answer> {
  const period = parsePeriod(typed, today);
  if (!period.ok) return bookPage({ lang, typed, errors: { ...errors, ...period.errors }, shown: null });
  return await periodPage(tx, lang, { period: period.value, after: null, errors, typed: { ...typedOf(typed), ...typedPeriod(period.value) } });
}

async function exported(tx: Tx, order: ExportOrder, { rows, sums }: Pick<WholeBook, "rows" | "sums">): Promise<Answer> {
  const { period, format, purpose } = order;
  const mark = t.exportMark.vi(tx.actor.name, instant(tx.now, "vi"), purpose);
  const whole: WholeBook = { frame: bookFrame(tx, "dossiers"), period, rows, sums, mark, keptBy: tx.actor.name };
  const place = placeOf(tx.actor);
  const reads = rows.map((row): Read => ({ ...place, regime: "counter", subject: `matter:${row.matterId}`, purpose: t.exportPurpose.vi(purpose) }));
  const name = `so-theo-doi-ho-so-${period.from}-${period.to}.${format}`;
  if (format === "xlsx") return { kind: "file", bytes: await bookSheet(whole), type: workbookType, name, inline: false, reads };
  const { template, data } = bookPaper(whole);
  return { kind: "file", bytes: await tx.house.typesetter.typeset(template, data), type: "application/pdf", name, inline: false, reads };
}
