import { formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import { normalise } from "../../../base/vietnamese.ts";
import { describeSteps } from "../../../kernel/clock/describe.ts";
import { dueAt } from "../../../kernel/clock/due.ts";
import { listInForce } from "../../../kernel/law/table.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { type Answer, type Asked, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { type Answer as FormAnswer, isComplete } from "../../forms/index.ts";
import { findByIdNumber } from "../../people/index.ts";
import { formPaper, parseByHand, parseFind, parseReceive, parseScan, readPrepared, refuseScan } from "../forms/counter.ts";
import { caseOf, listProcedures, type Procedure, termFor } from "../law.ts";
import { paths } from "../paths.ts";
import { countByProcedure, findIntake, getMatter } from "../queries.ts";
import { declarationOf } from "../service/declare.ts";
import { getIntake, type OpenIntake, scanCard, startIntake } from "../service/intake.ts";
import { getProcedure, receiveDossier } from "../service/receive.ts";
import { counterErrors } from "../texts/counter-errors.ts";
import { officeTexts as t } from "../texts/office.ts";
import type { DeclarationState } from "../views/office/declaration.tsx";
import { ByHandPage, ChoosePage, ScanPage } from "../views/office/intake.tsx";
import { type Forecast, PapersPage } from "../views/office/papers.tsx";

const nothing: { readonly errors: FieldErrors; readonly typed: Typed } = { errors: {}, typed: {} };

/** From the card to the receipt. */
export const counterRoutes: readonly Route[] = [
  get("/can-bo/tiep-nhan", "counter.receive", async ({ lang }) => officePage(<ScanPage lang={lang} errors={{}} />, { title: t.counterTitle[lang] })),

  post("/can-bo/tiep-nhan", "counter.receive", async ({ tx, body, lang }) => {
    const form = parseScan(body);
    if (!form.ok) return officePage(<ScanPage lang={lang} errors={form.errors} />, { title: t.counterTitle[lang], status: 422 });
    const prepared = readPrepared(form.value.card);
    if (prepared) return seeOther(paths.prepared(prepared));
    const scanned = await scanCard(tx, form.value.card);
    if (!scanned.ok) return officePage(<ScanPage lang={lang} errors={refuseScan(scanned.fault).errors} />, { title: t.counterTitle[lang], status: 422 });
    return seeOther(paths.intake(scanned.ref));
  }),

  get("/can-bo/tiep-nhan/go-tay", "counter.receive", async ({ lang }) => officePage(<ByHandPage lang={lang} {...nothing} />, { title: t.byHandTitle[lang] })),

  post("/can-bo/tiep-nhan/go-tay", "counter.receive", async ({ tx, body, lang }) => {
    const form = parseByHand(body, dayOf(tx.now));
    if (!form.ok) return officePage(<ByHandPage lang={lang} {...form} />, { title: t.byHandTitle[lang], status: 422 });
    return seeOther(paths.intake(await startIntake(tx, form.value)));
  }),

  get("/can-bo/tiep-nhan/:ref", "counter.receive", async ({ tx, params, lang }) => {
    const done = await doneAlready(tx, params.ref);
    return done ?? choosePage({ tx, lang, open: await getIntake(tx, params.ref), found: null, ...nothing });
  }),

  post("/can-bo/tiep-nhan/:ref", "counter.receive", async ({ tx, params, body, lang }) => {
    const open = await getIntake(tx, params.ref);
    const form = parseFind(body);
    if (!form.ok) return choosePage({ tx, lang, open, found: null, ...form });
    // The card first, then what was prepared at home: the same field takes it.
    const prepared = readPrepared(form.value.thuTuc);
    if (prepared) return seeOther(`${paths.prepared(prepared)}?tiep-nhan=${params.ref}`);
    const found = findProcedures(tx, form.value.thuTuc);
    const [only, ...more] = found;
    if (only && more.length === 0) return seeOther(paths.intakePapers(params.ref, only.code));
    const errors = only ? {} : { thuTuc: counterErrors.noSuchProcedure };
    return choosePage({ tx, lang, open, found, errors, typed: { thuTuc: form.value.thuTuc } });
  }),

  get("/can-bo/tiep-nhan/:ref/:code", "counter.receive", async (asked) => {
    const done = await doneAlready(asked.tx, asked.params.ref);
    return done ?? papersPage(asked, await getIntake(asked.tx, asked.params.ref), nothing);
  }),

  post("/can-bo/tiep-nhan/:ref/:code", "counter.receive", async (asked) => {
    const { tx, params, body } = asked;
    const done = await doneAlready(tx, params.ref);
    if (done) return done;
    const procedure = getProcedure(tx, params.code);
    const { chosen, exemptions, hamlets } = await choicesOf(asked, procedure);
    const open = await getIntake(tx, params.ref);
    const { asks, complete } = declarationStateOf(tx, open, procedure, chosen.id);
    const form = parseReceive(body, procedure, {
      caseId: chosen.id,
      exemptions: exemptions.map((one) => one.id),
      hamletIds: hamlets.map((one) => one.id),
      declared: complete,
      asks,
    });
    if (!form.ok) return papersPage(asked, open, form);
    const matter = await receiveDossier(tx, params.ref, form.value);
    return seeOther(`${paths.dossier(matter.publicRef)}?moi=1`);
  }),
];

/** An intake that became a dossier leads to it: the second of two clicks, or the back button. */
async function doneAlready(tx: Tx, ref: string): Promise<Answer | null> {
  const { communeId } = placeOf(tx.actor);
  const intake = await findIntake(tx, communeId, ref);
  if (!intake || intake.matterId === null) return null;
  const matter = await getMatter(tx, communeId, intake.matterId);
  return seeOther(`${paths.dossier(matter.publicRef)}?moi=1`);
}

type Choosing = Pick<Asked, "tx" | "lang"> & { readonly open: OpenIntake; readonly found: readonly Procedure[] | null; readonly errors: FieldErrors; readonly typed: Typed };

async function choosePage({ tx, lang, open, found, errors, typed }: Choosing): Promise<Answer> {
  const { intake, bearer } = open;
  const quarter = 90 * 86_400_000;
  const counts = await countByProcedure(tx, placeOf(tx.actor), new Date(tx.now.getTime() - quarter));
  const offered = listProcedures(tx.house.procedures, dayOf(tx.now)).filter((one) => one.formSet !== null);
  const often = (one: Procedure): number => counts.get(one.code) ?? 0;
  const usual = offered
    .filter((one) => often(one) > 0)
    .sort((a, b) => often(b) - often(a))
    .slice(0, 5);
  const others = offered.filter((one) => !usual.includes(one));
  const known = (await findByIdNumber(tx, "counter", bearer.idNumber)) !== null;
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return officePage(<ChoosePage {...{ lang, errors, typed, bearer, known, found, usual, others }} intakeRef={intake.ref} />, { title: t.chooseProcedure[lang], status });
}

/** Procedures whose code contains the digits, or whose name contains every word, marks aside. */
function findProcedures(tx: Tx, typed: string): readonly Procedure[] {
  const offered = listProcedures(tx.house.procedures, dayOf(tx.now)).filter((one) => one.formSet !== null);
  const digits = typed.replace(/[\s.]/g, "");
  if (/^\d+$/.test(digits)) {
    const plain = (one: Procedure): string => one.code.replaceAll(".", "");
    // Officers know codes by their end: "10041" is 1.010041 although 1.004194 contains it too.
    const ending = offered.filter((one) => plain(one).endsWith(digits));
    return ending.length > 0 ? ending : offered.filter((one) => plain(one).includes(digits));
  }
  const words = normalise(typed).split(" ").filter(Boolean);
  return offered.filter((one) => words.every((word) => normalise(one.name.vi).includes(word)));
}

type AtPapers = Asked<"/can-bo/tiep-nhan/:ref/:code">;

async function choicesOf({ tx, query }: AtPapers, procedure: Procedure) {
  const today = dayOf(tx.now);
  const open = procedure.cases.filter((one) => !one.doneByAuthority);
  const asked = query["truong-hop"];
  const chosen = caseOf(procedure, asked ?? open[0]?.id ?? procedure.cases[0]?.id ?? "");
  return { chosen, exemptions: listInForce(tx.house.feeExemptions, today), hamlets: await listHamlets(tx, placeOf(tx.actor).communeId, today) };
}

/** How far the declaration of an intake is, for the page of the papers. */
function declarationStateOf(tx: Tx, open: OpenIntake, procedure: Procedure, caseId: string): DeclarationState {
  const { declaration, answers, draft } = declarationOf(tx, open, { procedure, caseId });
  const asks = declaration.questionnaire.pages.length > 0;
  return {
    asks,
    begun: Object.keys(draft.answers).length > 0,
    complete: asks && isComplete(declaration.questionnaire, answers),
    printable: declaration.form?.template !== undefined,
    form: formPaper(procedure, caseId),
    prepared: draft.prepared,
    request: textOf(answers["request"]),
    phone: textOf(answers["phone"]),
  };
}

const textOf = (answer: FormAnswer | undefined): string | null => (typeof answer === "string" && answer !== "" ? answer : null);

async function papersPage(asked: AtPapers, open: OpenIntake, { errors, typed }: { errors: FieldErrors; typed: Typed }): Promise<Answer> {
  const { tx, params, lang } = asked;
  const { intake, bearer } = open;
  const procedure = getProcedure(tx, params.code);
  const { chosen, exemptions, hamlets } = await choicesOf(asked, procedure);
  const declaration = declarationStateOf(tx, open, procedure, chosen.id);
  const forecast = forecastOf(tx, procedure, lang);
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return officePage(
    <PapersPage
      {...{ lang, errors, typed, bearer, procedure, chosen, exemptions, hamlets, forecast, declaration }}
      mail={tx.house.channels.mail !== null}
      intakeRef={intake.ref}
    />,
    { title: procedure.name[lang], status },
  );
}

/** When a dossier received at this moment would be due, under the ordinary circumstances. */
function forecastOf(tx: Tx, procedure: Procedure, lang: Asked["lang"]): Forecast | null {
  const term = termFor(procedure, []);
  if (!term) return null;
  const due = dueAt({ term: term.term, from: tx.now, pauses: [], calendar: tx.house.calendarOf(placeOf(tx.actor)) });
  return due.dueAt && { moment: formatMoment(due.dueAt, lang), steps: describeSteps(due.steps, lang), basis: procedure.source };
}
