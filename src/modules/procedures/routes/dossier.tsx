import { distance, formatDate, formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { describeSteps } from "../../../kernel/clock/describe.ts";
import type { Step } from "../../../kernel/clock/step.ts";
import { formatTerm, type Term } from "../../../kernel/clock/term.ts";
import { can } from "../../../kernel/matter.ts";
import { listColleagues } from "../../../kernel/officers.ts";
import { unlessChanged } from "../../../kernel/problem.ts";
import type { Read } from "../../../kernel/record.ts";
import { showReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Parsed, type Typed, typedOf } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, type Asked, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { walk } from "../../forms/index.ts";
import { type IssuedPaper, listPapers, paperPaths } from "../../papers/index.ts";
import { listToldOfficer, unreached } from "../../subscriptions/index.ts";
import { parseAssignment, parseHandOver, parseReason, parseStep } from "../forms/work.ts";
import { contentFor, printedForm } from "../law/sheets.ts";
import type { Procedure } from "../law.ts";
import { type DossierAction, dossier } from "../matter.ts";
import { paths } from "../paths.ts";
import { proposalForms } from "../proposal.ts";
import { findClock, listTimeline } from "../queries.ts";
import { declaredPdf } from "../service/declaration-paper.ts";
import { declaredOf } from "../service/declare.ts";
import { startIntakeFor } from "../service/intake.ts";
import { draftPdf, papersOf, ratingSlipPdf, receiptPdf } from "../service/receipt.ts";
import { signResult } from "../service/signing.ts";
import { getProcedureOf } from "../service/version.ts";
import { assignTo, correctResult, getDossier, handOver, type Opened, sendBack, startWork } from "../service/work.ts";
import { stateTexts, officeTexts as t } from "../texts/office.ts";
import type { Declared } from "../views/office/declaration.tsx";
import { DossierPage, type DossierProps, type ShownDue } from "../views/office/dossier.tsx";
import { dong } from "../views/office/papers.tsx";
import { courseProps } from "./course-props.ts";
import { filesShown } from "./files.tsx";
import { happened } from "./happened.ts";

type At = Asked<"/can-bo/ho-so/:ref">;

const nothing: { readonly errors: FieldErrors; readonly typed: Typed } = { errors: {}, typed: {} };

/** One dossier: its page, its papers, and each of its verbs. */
export const dossierRoutes: readonly Route[] = [
  get("/can-bo/ho-so/:ref", "counter.read", (asked) => dossierPage(asked, nothing)),

  get("/can-bo/ho-so/:ref/giay-hen.pdf", "counter.read", async ({ tx, params }) => {
    const { opened, pdf: bytes } = await receiptPdf(tx, refOf(params.ref));
    return pdf(bytes, `giay-hen-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  get("/can-bo/ho-so/:ref/to-khai.pdf", "counter.read", async ({ tx, params }) => {
    const { opened, pdf: bytes } = await declaredPdf(tx, refOf(params.ref));
    return pdf(bytes, `to-khai-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  get("/can-bo/ho-so/:ref/phieu-danh-gia.pdf", "counter.read", async ({ tx, params }) => {
    const { opened, pdf: bytes } = await ratingSlipPdf(tx, refOf(params.ref));
    return pdf(bytes, `phieu-danh-gia-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  get("/can-bo/ho-so/:ref/ban-thao.pdf", "counter.read", async ({ tx, params }) => {
    const { opened, pdf: bytes } = await draftPdf(tx, refOf(params.ref));
    return pdf(bytes, `ban-thao-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  verb("bat-dau", "counter.process", parseStep, (tx, ref, value) => startWork(tx, ref, value)),
  verb("tra-lai", "counter.sign", parseReason, (tx, ref, value) => sendBack(tx, ref, value)),
  verb("chu-ky", "counter.sign", parseStep, (tx, ref, value) => signResult(tx, ref, value)),
  verb("lam-lai", "counter.sign", parseReason, (tx, ref, value) => correctResult(tx, ref, value)),
  verb("tra-ket-qua", "counter.handOver", parseHandOver, (tx, ref, value) => handOver(tx, ref, value)),

  post("/can-bo/ho-so/:ref/nguoi-giu", "counter.assign", async (asked) => {
    const { tx, params, body } = asked;
    const colleagues = await listColleagues(tx);
    const form = parseAssignment(
      body,
      colleagues.map((one) => one.id),
    );
    if (!form.ok) return dossierPage(asked, form);
    await assignTo(tx, refOf(params.ref), form.value);
    return seeOther(paths.dossier(refOf(params.ref)));
  }),

  post("/can-bo/ho-so/:ref/thu-tuc-khac", "counter.receive", async ({ tx, params }) => {
    const { person } = await getDossier(tx, refOf(params.ref));
    return seeOther(paths.intake(await startIntakeFor(tx, person)));
  }),
];

/** A verb of a dossier: parse, do, go back to its page; or its page again with what was typed. */
export function verb<T>(
  noun: string,
  needs: "counter.process" | "counter.sign" | "counter.handOver",
  parse: (body: unknown) => Parsed<T>,
  act: (tx: Tx, ref: string, value: T) => Promise<unknown>,
): Route {
  return post(`/can-bo/ho-so/:ref/${noun}`, needs, async (asked) => {
    const { tx, params, body } = asked;
    const form = parse(body);
    if (!form.ok) return dossierPage(asked, form);
    if (!(await unlessChanged(act(tx, refOf(params.ref), form.value)))) return dossierPage(asked, { errors: {}, typed: typedOf(body), conflict: true });
    return seeOther(paths.dossier(refOf(params.ref)));
  });
}

/** The look that opening this page is. */
export function readOf({ matter }: Opened): Read {
  return { communeId: matter.communeId, provinceId: matter.provinceId, regime: "counter", subject: `matter:${matter.id}`, purpose: t.readPurpose.vi };
}

/** What a form of the page brought back. */
type Shown = { readonly errors: FieldErrors; readonly typed: Typed; readonly conflict?: boolean };

/** The page of a dossier, perhaps with what was wrong in one of its forms. */
export async function dossierPage({ tx, params, query, lang }: At, { errors, typed, conflict = false }: Shown): Promise<Answer> {
  const ref = refOf(params.ref);
  const opened = await getDossier(tx, ref);
  const props = { ...(await propsOf(tx, opened, lang)), errors, typed, conflict, fresh: query.moi === "1" && opened.matter.version === 1 };
  return officePage(<DossierPage {...props} />, {
    title: `${opened.matter.code} · ${props.title}`,
    status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
    reads: [readOf(opened)],
  });
}

async function propsOf(tx: Tx, opened: Opened, lang: Lang): Promise<Omit<DossierProps, "errors" | "typed" | "fresh" | "conflict">> {
  const { matter, dossier: row, proposal } = opened;
  const procedure = getProcedureOf(tx, row);
  const [clock, steps, papers, told, colleagues, course, files] = await Promise.all([
    findClock(tx, matter),
    listTimeline(tx, matter),
    listPapers(tx, { communeId: matter.communeId, matterId: matter.id }),
    listToldOfficer(tx, { communeId: matter.communeId, matterId: matter.id }),
    listColleagues(tx),
    courseProps(tx, opened, lang),
    filesShown(tx, opened, lang),
  ]);
  return {
    ...course,
    ...files,
    lang,
    ref: matter.publicRef,
    code: matter.code,
    version: matter.version,
    title: procedure.name[lang],
    state: matter.state,
    closed: matter.closedAt !== null,
    stateWord: stateTexts[matter.state as keyof typeof stateTexts][lang],
    due: dueOf(tx, opened, clock?.term as Term | undefined, lang),
    clockWord: matter.settledAt ? t.clockStopped[lang] : matter.pausedAt ? t.paused[lang] : t.noTerm[lang],
    why: clock && { lines: describeSteps(clock.steps as readonly Step[], lang), basis: clock.basis },
    person: personRows(opened, lang),
    national: { filedThere: matter.channel === "nationalPortal", number: row.nationalNumber },
    request: row.request,
    declared: shownDeclaration(tx, opened, procedure),
    handedIn: [...papersOf(opened, procedure).map((paper) => `${paper.name} (${paper.count} ${paper.kind})`), ...course.broughtLater],
    fee: dong(BigInt(row.feeDong), lang),
    assignee: colleagues.find((one) => one.id === matter.assigneeId)?.name ?? null,
    steps: happened(tx, { steps, told }, lang),
    isTold: told.length > 0,
    unreached: matter.closedAt === null ? unreached(told, lang) : [],
    papers: papers.map((paper) => shownPaper(tx, paper, lang)),
    signing: tx.house.signing,
    hasPaper: papers.some((paper) => !paper.revokedAt && !paper.supersededAt),
    possible: Object.fromEntries((Object.keys(dossier.actions) as DossierAction[]).map((action) => [action, can(dossier, action, matter, tx.actor)])) as DossierProps["possible"],
    resultForms: procedure.results
      .flatMap((result) => (result.form ? [contentFor(tx.house.formSheets, procedure, result.form)] : []))
      .filter((form, i, all) => proposalForms.some((one) => one === form) && all.indexOf(form) === i)
      .map((form) => ({ form, printed: printedForm(tx.house.formSheets, procedure, form) })),
    proposed: proposal !== null,
    colleagues,
    mayReceive: may(tx.actor, "counter.receive", matter),
  };
}

function shownDeclaration(tx: Tx, { matter, dossier: row }: Opened, procedure: Procedure): Declared | null {
  if (row.declared === null) return null;
  if (row.declared === "onPaper") return { kind: "onPaper" };
  const declared = declaredOf(tx, row, procedure);
  if (!declared) return { kind: "formGone" };
  const { form, questionnaire, answers } = declared;
  return { kind: "answered", form: form?.code ?? null, pages: walk(questionnaire, answers).pages, answers, pdfHref: form?.template ? paths.declared(matter.publicRef) : null };
}

function shownPaper(tx: Tx, paper: IssuedPaper, lang: Lang): DossierProps["papers"][number] {
  const ended = paper.revokedAt ? t.revoked[lang] : paper.supersededAt ? t.superseded[lang] : null;
  return {
    name: `${paper.form} ${paper.number}/${paper.symbol} (${showReference(paper.code)})`,
    href: paperPaths.file(paper.code),
    verifyHref: paperPaths.verified(paper.code),
    revokeHref: ended === null && may(tx.actor, "counter.revoke", paper) ? paperPaths.revocation(paper.code) : null,
    standing: ended ?? t.inForce[lang],
  };
}

function dueOf(tx: Tx, { matter }: Opened, term: Term | undefined, lang: Lang): ShownDue | null {
  if (!matter.dueAt || matter.settledAt) return null;
  return {
    distance: distance(tx.now, matter.dueAt, lang),
    exact: formatMoment(matter.dueAt, lang),
    instant: matter.dueAt.toISOString(),
    late: tx.now > matter.dueAt,
    note: term ? formatTerm(term, lang) : "",
  };
}

function personRows({ person }: Opened, lang: Lang): DossierProps["person"] {
  return [
    { term: t.fullName[lang], detail: person.fullName },
    { term: t.bornOn[lang], detail: formatDate(person.bornOn, lang) },
    { term: t.sex[lang], detail: person.sex === "female" ? t.female[lang] : t.male[lang] },
    { term: t.address[lang], detail: person.address },
    { term: t.idNumber[lang], detail: t.endsWith[lang](person.idLast4) },
    ...(person.phone ? [{ term: t.phone[lang], detail: person.phone }] : []),
  ];
}
