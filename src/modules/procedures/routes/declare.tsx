import { dayOf } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, type Asked, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { findPage, isComplete, moreRows, openPage, type Page, pageBefore, parseAnswers, typedAnswers, walk } from "../../forms/index.ts";
import { caseOf, type Procedure } from "../law.ts";
import { paths } from "../paths.ts";
import { declarationPdf } from "../service/declaration-paper.ts";
import { type Asking, askingOf, declarationOf, saveAnswers } from "../service/declare.ts";
import { getIntake, type OpenIntake } from "../service/intake.ts";
import { getProcedure } from "../service/receive.ts";
import { declarationTexts as t } from "../texts/declaration.ts";
import { AskPage, CheckPage } from "../views/office/declaration.tsx";

type At = Pick<Asked<"/can-bo/tiep-nhan/:ref/:code/to-khai">, "tx" | "params" | "query" | "lang">;
type AtPage = Pick<Asked<"/can-bo/tiep-nhan/:ref/:code/to-khai/:page">, "tx" | "params" | "query" | "lang">;

/** Asking the declaration, between the choice of the procedure and the papers. */
export const declareRoutes: readonly Route[] = [
  get("/can-bo/tiep-nhan/:ref/:code/to-khai", "counter.receive", async (asked) => {
    const { open, procedure, caseId, asking } = await openedAt(asked);
    const { questionnaire, form } = asking.declaration;
    const next = openPage(questionnaire, asking.answers);
    const at = { intakeRef: asked.params.ref, code: procedure.code, caseId };
    if (next) return seeOther(paths.declarationPage(at.intakeRef, at.code, caseId, next.id));
    const { pages, answers } = walk(questionnaire, asking.answers);
    const props = { ...at, lang: asked.lang, about: aboutOf(open, procedure, asked.lang), pages, answers, printable: form?.template !== undefined };
    return officePage(<CheckPage {...props} />, { title: t.checkTitle[asked.lang] });
  }),

  get("/can-bo/tiep-nhan/:ref/:code/to-khai.pdf", "counter.receive", async (asked) => {
    const { tx, params } = asked;
    const procedure = getProcedure(tx, params.code);
    const { declaration, answers } = declarationOf(tx, await getIntake(tx, params.ref), { procedure, caseId: caseAsked(asked, procedure) });
    if (!isComplete(declaration.questionnaire, answers)) throw new Problem("notFound");
    const { communeId } = placeOf(tx.actor);
    return pdf(await declarationPdf(tx, { declaration, answers }, { communeId, at: tx.now, leads: null }), "to-khai.pdf");
  }),

  get("/can-bo/tiep-nhan/:ref/:code/to-khai/:page", "counter.receive", async (asked) => {
    const opened = await openedAt(asked);
    const page = pageAsked(asked, opened.asking);
    return askPage(asked, opened, { page, typed: typedAnswers(page, opened.asking.answers, opened.asking.facts), errors: {} });
  }),

  post("/can-bo/tiep-nhan/:ref/:code/to-khai/:page", "counter.receive", async (asked) => {
    const { tx, params, body } = asked;
    const opened = await openedAt(asked);
    const page = pageAsked(asked, opened.asking);
    const typed = typedOf(body);
    if (typedText(typed, moreRows)) return askPage(asked, opened, { page, typed, errors: {} });
    const parsed = parseAnswers(page, body, dayOf(tx.now));
    if (!parsed.ok) return askPage(asked, opened, { page, ...parsed });
    const { procedure, caseId } = opened;
    await saveAnswers(tx, params.ref, { procedure, caseId, pageId: page.id, answers: parsed.value });
    return seeOther(paths.declaration(params.ref, procedure.code, caseId));
  }),
];

type OpenedAt = { readonly open: OpenIntake; readonly procedure: Procedure; readonly caseId: string; readonly asking: Asking };

async function openedAt(asked: At): Promise<OpenedAt> {
  const { tx, params } = asked;
  const open = await getIntake(tx, params.ref);
  const procedure = getProcedure(tx, params.code);
  const caseId = caseAsked(asked, procedure);
  return { open, procedure, caseId, asking: await askingOf(tx, open, { procedure, caseId }) };
}

/** @throws Problem("notFound") when the procedure has no such case */
function caseAsked({ query }: Pick<At, "query">, procedure: Procedure): string {
  return caseOf(procedure, query["truong-hop"] ?? procedure.cases.find((one) => !one.doneByAuthority)?.id ?? "").id;
}

/** @throws Problem("notFound") for a page that is not reached */
function pageAsked({ params }: AtPage, { declaration, answers }: Asking): Page {
  const page = findPage(declaration.questionnaire, answers, params.page);
  if (!page) throw new Problem("notFound");
  return page;
}

type Shown = { readonly page: Page; readonly typed: Typed; readonly errors: FieldErrors };

function askPage({ params, lang }: AtPage, { open, procedure, caseId, asking }: OpenedAt, { page, typed, errors }: Shown): Answer {
  const { ref } = params;
  const before = pageBefore(asking.declaration.questionnaire, asking.answers, page.id);
  const backHref = before ? paths.declarationPage(ref, procedure.code, caseId, before.id) : paths.intakePapers(ref, procedure.code, caseId);
  const props = { lang, intakeRef: ref, code: procedure.code, caseId, about: aboutOf(open, procedure, lang), page, typed, errors, backHref };
  const [first] = page.questions;
  const title = page.title?.[lang] ?? first?.label[lang] ?? t.title[lang];
  return officePage(<AskPage {...props} />, { title, status: Object.keys(errors).length > 0 ? 422 : 200 });
}

const aboutOf = ({ bearer }: OpenIntake, procedure: Procedure, lang: Asked["lang"]): string => `${procedure.name[lang]} · ${bearer.fullName}`;
