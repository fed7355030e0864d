import { formatMoment, formatMonth } from "../../../base/day/format.ts";
import { addMonths, type Day, dayOf, findDay, monthOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { unlessChanged } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Parsed, type Typed, typedOf } from "../../../web/form.ts";
import { readInstantPosition, writeInstantPosition } from "../../../web/position.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, type Asked, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { parseApology, parseApologyReason, parseHold, parseRefusal, parseResume, parseStop, parseSupplement, parseWithdrawal } from "../forms/course.ts";
import { parseStep } from "../forms/work.ts";
import { refusalReasons, stopReasons } from "../law/endings.ts";
import { paths } from "../paths.ts";
import { listRepeated, listWhys, type RepeatPosition, repeatReturns } from "../queries/supplements.ts";
import { keepReason, listApologyDrafts, signApology } from "../service/apology.ts";
import { proposeRefusal, stopWork, withdraw } from "../service/endings.ts";
import { holdOffers, holdWork, releaseWork } from "../service/hold.ts";
import { supplementPdf, withdrawalPdf, withdrawnPdf } from "../service/letters.ts";
import { askingOf, askSupplement, broughtChoices, repeatedOf, resumeWork, tellDefects } from "../service/supplement.ts";
import { getProcedureOf } from "../service/version.ts";
import { getDossier, type Opened } from "../service/work.ts";
import { courseErrors, formName, courseTexts as t } from "../texts/course.ts";
import { ApologiesPage } from "../views/office/apologies.tsx";
import { RefusalPage } from "../views/office/refusal.tsx";
import { RepeatsPage } from "../views/office/repeats.tsx";
import { SupplementPage } from "../views/office/supplement.tsx";
import { dossierPage, readOf, verb } from "./dossier.tsx";

type Filled = { readonly errors: FieldErrors; readonly typed: Typed; readonly conflict?: boolean };
const fresh: Filled = { errors: {}, typed: {} };

/** Where a dossier does not run straight: what is missing, what is waited for, apologies, refusals, ends without a result. */
export const courseRoutes: readonly Route[] = [
  get("/can-bo/ho-so/:ref/bo-sung", "counter.process", async ({ tx, params, lang }) => supplementPage(tx, await getDossier(tx, refOf(params.ref)), lang, fresh)),

  post("/can-bo/ho-so/:ref/bo-sung", "counter.process", async ({ tx, params, body, lang }) => {
    const opened = await getDossier(tx, refOf(params.ref));
    const asking = await askingOf(tx, opened);
    const form = parseSupplement(body, asking.groups);
    if (!form.ok) return supplementPage(tx, opened, lang, form);
    if (!form.value.why && form.value.version === opened.matter.version && repeatedOf(asking, form.value).length > 0) {
      return supplementPage(tx, opened, lang, { errors: { why: courseErrors.why }, typed: typedOf(body) });
    }
    const done = await unlessChanged(askSupplement(tx, opened.matter.publicRef, form.value));
    return done ? seeOther(paths.dossier(opened.matter.publicRef)) : supplementPage(tx, opened, lang, { errors: {}, typed: typedOf(body), conflict: true });
  }),

  get("/can-bo/ho-so/:ref/bo-sung.pdf", "counter.read", async ({ tx, params, query }) => {
    const number = /^\d{1,3}$/.test(query["lan"] ?? "") ? Number(query["lan"]) : undefined;
    const { opened, pdf: bytes } = await supplementPdf(tx, refOf(params.ref), number);
    return pdf(bytes, `bo-sung-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  get("/can-bo/ho-so/:ref/phieu-rut.pdf", "counter.process", async ({ tx, params }) => {
    const { opened, pdf: bytes } = await withdrawalPdf(tx, refOf(params.ref));
    return pdf(bytes, `phieu-rut-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  get("/can-bo/ho-so/:ref/da-rut.pdf", "counter.read", async ({ tx, params }) => {
    const { opened, pdf: bytes } = await withdrawnPdf(tx, refOf(params.ref));
    return pdf(bytes, `da-rut-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  post("/can-bo/ho-so/:ref/tiep-tuc", "counter.process", (asked) =>
    choosing(asked, (tx, opened) => broughtChoices(getProcedureOf(tx, opened.dossier), opened).map(({ code }) => code), { parse: parseResume, act: resumeWork }),
  ),
  post("/can-bo/ho-so/:ref/tam-dung", "counter.process", (asked) =>
    choosing(asked, (tx, opened) => holdOffers(tx, opened).map(({ key }) => key), { parse: parseHold, act: holdWork }),
  ),
  verb("tiep-tuc-lam", "counter.process", parseStep, (tx, ref, value) => releaseWork(tx, ref, value)),
  verb("xin-loi", "counter.process", parseApologyReason, (tx, ref, value) => keepReason(tx, ref, value)),
  verb("xin-loi/chu-ky", "counter.sign", parseApology, (tx, ref, value) => signApology(tx, ref, value)),
  verb("rut", "counter.process", parseWithdrawal, (tx, ref, value) => withdraw(tx, ref, value)),
  post("/can-bo/ho-so/:ref/dung", "counter.sign", (asked) =>
    choosing(asked, (tx, { dossier }) => stopReasons(tx.house.endingReasons, dayOf(tx.now), { procedure: dossier.procedureCode }).map(({ code }) => code), {
      parse: parseStop,
      act: stopWork,
    }),
  ),

  get("/can-bo/ho-so/:ref/tu-choi", "counter.process", async ({ tx, params, lang }) => refusalPage(tx, await getDossier(tx, refOf(params.ref)), lang, fresh)),

  post("/can-bo/ho-so/:ref/tu-choi", "counter.process", async ({ tx, params, body, lang }) => {
    const opened = await getDossier(tx, refOf(params.ref));
    const form = parseRefusal(
      body,
      reasonsOf(tx, opened).map(({ code }) => code),
    );
    if (!form.ok) return refusalPage(tx, opened, lang, form);
    const done = await unlessChanged(proposeRefusal(tx, opened.matter.publicRef, form.value));
    return done ? seeOther(paths.dossier(opened.matter.publicRef)) : refusalPage(tx, opened, lang, { errors: {}, typed: typedOf(body), conflict: true });
  }),

  get("/can-bo/thu-xin-loi", "counter.read", ({ tx, query, lang }) => apologiesPage(tx, query["sau"], lang)),

  get("/can-bo/bo-sung-lai", "counter.read", ({ tx, query, lang }) => repeatsPage(tx, { asked: query["thang"], after: query["sau"] }, lang)),
];

type At = Asked<"/can-bo/ho-so/:ref">;

/** A verb whose form offers what this dossier may choose from. */
async function choosing<T>(
  asked: At,
  offer: (tx: Tx, opened: Opened) => readonly string[],
  { parse, act }: { readonly parse: (body: unknown, offered: readonly string[]) => Parsed<T>; readonly act: (tx: Tx, ref: string, value: T) => Promise<unknown> },
): Promise<Answer> {
  const { tx, params, body } = asked;
  const ref = refOf(params.ref);
  const form = parse(body, offer(tx, await getDossier(tx, ref)));
  if (!form.ok) return dossierPage(asked, form);
  if (!(await unlessChanged(act(tx, ref, form.value)))) return dossierPage(asked, { errors: {}, typed: typedOf(body), conflict: true });
  return seeOther(paths.dossier(ref));
}

const statusOf = ({ errors, conflict }: Filled): number => (conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200);

/** The page of a request; after a conflict it shows the dossier as it is now, with what was ticked. */
async function supplementPage(tx: Tx, seen: Opened, lang: Lang, filled: Filled): Promise<Answer> {
  const opened = filled.conflict ? await getDossier(tx, seen.matter.publicRef) : seen;
  const { matter, dossier } = opened;
  const { procedure, groups, requests } = await askingOf(tx, opened);
  const earlier = requests.map((request) => ({
    number: request.number,
    names: tellDefects(tx.house.defects, { procedure, caseId: dossier.caseId }, request).map(({ name }) => name[lang]),
  }));
  const { errors, typed, conflict = false } = filled;
  return officePage(<SupplementPage {...{ lang, groups, earlier, errors, typed, conflict }} ref={matter.publicRef} code={matter.code} version={matter.version} />, {
    title: `${t.supplement[lang]} · ${matter.code}`,
    status: statusOf(filled),
    reads: [readOf(opened)],
  });
}

const reasonsOf = (tx: Tx, { dossier }: Opened) => refusalReasons(tx.house.endingReasons, dayOf(tx.now), { procedure: dossier.procedureCode });

async function refusalPage(tx: Tx, seen: Opened, lang: Lang, filled: Filled): Promise<Answer> {
  const opened = filled.conflict ? await getDossier(tx, seen.matter.publicRef) : seen;
  const { matter } = opened;
  const reasons = reasonsOf(tx, opened).map(({ code, name, basis }) => ({ value: code, text: name[lang], hint: basis }));
  const form = formName(getProcedureOf(tx, opened.dossier).formSet?.refusal ?? "", lang);
  const { errors, typed, conflict = false } = filled;
  return officePage(<RefusalPage {...{ lang, form, reasons, errors, typed, conflict }} ref={matter.publicRef} code={matter.code} version={matter.version} />, {
    title: `${t.refuse[lang]} · ${matter.code}`,
    status: statusOf(filled),
    reads: [readOf(opened)],
  });
}

const pageSize = 50;
const monthsShown = 12;

/** What may be apologised for at the actor's post, first due first. */
async function apologiesPage(tx: Tx, after: string | undefined, lang: Lang): Promise<Answer> {
  const rows = await listApologyDrafts(tx, { after: readInstantPosition(after), size: pageSize + 1 });
  const drafts = rows.slice(0, pageSize);
  const last = drafts.at(-1);
  const nextHref = rows.length > pageSize && last ? paths.apologies(writeInstantPosition({ at: last.dueAt, id: last.matterId })) : null;
  return officePage(<ApologiesPage {...{ lang, drafts, nextHref }} />, { title: t.apologies[lang] });
}

/** The repeated requests of the actor's post in one month, this one unless another is asked for. */
async function repeatsPage(tx: Tx, query: { readonly asked: string | undefined; readonly after: string | undefined }, lang: Lang): Promise<Answer> {
  const { communeId } = placeOf(tx.actor);
  const thisMonth = monthOf(dayOf(tx.now)).from;
  const months = Array.from({ length: monthsShown }, (_, i) => addMonths(thisMonth, -i));
  const month = months.find((one) => one === findDay(`${query.asked}-01`)) ?? thisMonth;
  const [figures, rows, whys] = await Promise.all([
    repeatReturns(tx, { communeIds: [communeId], from: months.at(-1) ?? thisMonth, to: thisMonth }),
    listRepeated(tx, { communeId, month, after: readPosition(query.after), size: pageSize + 1 }),
    listWhys(tx, communeId, month),
  ]);
  const of = (one: Day) => figures.find((figure) => figure.month === one) ?? { requests: 0, repeated: 0 };
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const props = {
    lang,
    month: month.slice(0, 7),
    months: months.filter((one) => one === thisMonth || of(one).requests > 0).map((one) => ({ month: one.slice(0, 7), text: formatMonth(one, lang), count: of(one).repeated })),
    requests: of(month).requests,
    repeated: of(month).repeated,
    lines: shown.map((row) => ({
      key: `${row.matterId}-${row.seq}`,
      href: paths.dossier(row.publicRef),
      title: row.title,
      code: row.code,
      time: t.requestN[lang](row.number, formatMoment(row.askedAt, lang)),
      why: whys.get(`${row.matterId} ${row.seq}`) ?? "",
    })),
    nextHref: rows.length > pageSize && last ? paths.repeats(month.slice(0, 7), `${last.seq}_${last.matterId}`) : null,
  };
  return officePage(<RepeatsPage {...props} />, { title: t.repeats[lang] });
}

/** "4_17", as `paths.repeats` wrote it; anything else begins at the beginning. */
function readPosition(text: string | undefined): RepeatPosition | null {
  const parts = text?.match(/^(\d{1,9})_(\d{1,15})$/);
  return parts ? { seq: Number(parts[1]), matterId: Number(parts[2]) } : null;
}
