import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { workbookType } from "../../../platform/workbook.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { type InstantPosition, readInstantPosition, writeInstantPosition } from "../../../web/position.ts";
import { type Answer, get, officePage, post, type Route } from "../../../web/route.ts";
import { type ExportOrder, instant, type Period, parseExport, parsePeriod, refuseTooMany, typedPeriod } from "../../registers/index.ts";
import { bookPaper, bookSheet, type WholeBook } from "../documents.ts";
import { paths } from "../paths.ts";
import { type NamedParty, nameParties, type RegisterPage as Page, readRegister } from "../service/register.ts";
import { bookTexts, registerTexts as t } from "../texts/register.ts";
import { RegisterPage, sumsLine } from "../views/register.tsx";

const pageSize = 50;
/** So many disputes leave at once: each party of each is opened and written down, and the post waits while a print is set. */
const most = { xlsx: 500, pdf: 200 } as const;

/** The register of grassroots mediation: on the screen without names, and out of the house for a purpose. */
export const registerRoutes: readonly Route[] = [
  get("/can-bo/hoa-giai/so", "mediation.read", async ({ tx, query, lang }) => {
    const form = parsePeriod(query, dayOf(tx.now));
    if (!form.ok) return registerPage(tx, lang, { shown: null, ...form });
    return await periodPage(tx, lang, { period: form.value, after: readInstantPosition(query["sau"]), errors: {}, typed: typedPeriod(form.value) });
  }),

  post("/can-bo/hoa-giai/so/ban-in", "mediation.read", async ({ tx, body, lang }) => {
    const today = dayOf(tx.now);
    const form = parseExport(body, today);
    if (!form.ok) {
      const period = parsePeriod(body, today);
      if (!period.ok) return registerPage(tx, lang, { shown: null, ...form });
      return await periodPage(tx, lang, { period: period.value, after: null, errors: form.errors, typed: { ...form.typed, ...typedPeriod(period.value) } });
    }
    const limit = most[form.value.format];
    const page = await readRegister(tx, form.value.period, { after: null, size: limit });
    if (page.sums.all <= limit) return await takenOut(tx, form.value, page);
    const refused = refuseTooMany(body, { all: page.sums.all, limit });
    return await periodPage(tx, lang, { period: form.value.period, after: null, ...refused, typed: { ...refused.typed, ...typedPeriod(form.value.period) } });
  }),
];

type Asked = { readonly period: Period; readonly after: InstantPosition | null; readonly errors: FieldErrors; readonly typed: Typed };

async function periodPage(tx: Tx, lang: Lang, { period, after, errors, typed }: Asked): Promise<Answer> {
  const page = await readRegister(tx, period, { after, size: pageSize });
  const { next } = page;
  const nextHref = next && paths.registerOf(period, writeInstantPosition(next));
  return registerPage(tx, lang, { shown: { ...page, period, nextHref, paged: after !== null }, errors, typed });
}

type Showing = Pick<Parameters<typeof RegisterPage>[0], "shown" | "errors" | "typed">;

function registerPage(tx: Tx, lang: Lang, showing: Showing): Answer {
  return officePage(<RegisterPage {...showing} lang={lang} now={tx.now} rules={tx.house.mediationRules} />, {
    title: t.title[lang],
    status: Object.keys(showing.errors).length > 0 ? 422 : 200,
  });
}

async function takenOut(tx: Tx, { period, format, purpose }: ExportOrder, { lines, sums }: Page): Promise<Answer> {
  const why = t.exportPurpose.vi(purpose);
  const parties = new Map<number, readonly NamedParty[]>();
  for (const { matterId } of lines) parties.set(matterId, await nameParties(tx, matterId, why));
  const book: WholeBook = { period, lines, parties, sums: sumsLine(sums, "vi"), mark: bookTexts.mark.vi(tx.actor.name, instant(tx.now, "vi"), purpose) };
  const place = placeOf(tx.actor);
  const reads = lines.map(({ matterId }): Read => ({ ...place, regime: "mediation", subject: `matter:${matterId}`, purpose: why }));
  const name = `so-hoa-giai-${period.from}-${period.to}.${format}`;
  if (format === "xlsx") return { kind: "file", bytes: await bookSheet(tx, book), type: workbookType, name, inline: false, reads };
  const { template, data } = bookPaper(tx, book);
  return { kind: "file", bytes: await tx.house.typesetter.typeset(template, data), type: "application/pdf", name, inline: false, reads };
}
