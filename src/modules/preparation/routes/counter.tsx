import { formatDay } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import { readReference } from "../../../kernel/reference.ts";
import { placeOf } from "../../../kernel/tx.ts";
import { type FieldErrors, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, type Asked, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { postName } from "../../../web/views/post.ts";
import { isComplete, walk } from "../../forms/index.ts";
import { fillPrepared, parseScan, procedurePaths, readBearer, refuseScan, startPrepared } from "../../procedures/index.ts";
import { preparingOf } from "../service/ask.ts";
import { type Held, openAtCounter } from "../service/keep.ts";
import { officeTexts as t } from "../texts/office.ts";
import { CounterPage, NoUsePage } from "../views/office.tsx";

type At = Asked<"/can-bo/tiep-nhan/chuan-bi/:ref">;

/** The code that a resident brings, at the counter: what was prepared, then the card. */
export const atCounterRoutes: readonly Route[] = [
  get("/can-bo/tiep-nhan/chuan-bi/:ref", "counter.receive", async (asked) => {
    const found = await foundAt(asked);
    return "held" in found ? counterPage(asked, found.held, { errors: {}, intakeRef: readReference(asked.query["tiep-nhan"] ?? "") }) : found.answer;
  }),

  post("/can-bo/tiep-nhan/chuan-bi/:ref", "counter.receive", async (asked) => {
    const { tx, body } = asked;
    const found = await foundAt(asked);
    if (!("held" in found)) return found.answer;
    const { procedure, caseId, answers } = preparingOf(tx, found.held.content);
    const preparing = { id: found.held.row.id, procedure, caseId, answers, day: dayOf(tx.now) };
    const intakeRef = readReference(typedText(typedOf(body), "intake"));
    if (intakeRef !== null) {
      await fillPrepared(tx, intakeRef, preparing);
      return seeOther(procedurePaths.intakePapers(intakeRef, procedure.code, caseId));
    }
    const form = parseScan(body);
    if (!form.ok) return counterPage(asked, found.held, { errors: form.errors, intakeRef: null });
    const bearer = readBearer(tx, form.value.card);
    if (!bearer.ok) return counterPage(asked, found.held, { errors: refuseScan(bearer.fault).errors, intakeRef: null });
    return seeOther(procedurePaths.intakePapers(await startPrepared(tx, bearer.bearer, preparing), procedure.code, caseId));
  }),
];

/** What the code leads to, or the page that says why it cannot be used. */
async function foundAt({ tx, params, lang }: At): Promise<{ readonly held: Held } | { readonly answer: Answer }> {
  const opened = await openAtCounter(tx, params.ref);
  if (opened.kind === "held") return { held: opened.held };
  const page = (title: string, text: string, status: number, dossierHref: string | null = null) => ({
    answer: officePage(<NoUsePage lang={lang} title={title} text={text} dossierHref={dossierHref} />, { title: t.title[lang], status }),
  });
  if (opened.kind === "used") return page(t.used[lang], t.usedText[lang], 409, procedurePaths.dossier(opened.matterRef));
  if (opened.kind === "elsewhere") return page(t.elsewhere[lang](postName(tx.house.units.getUnit(opened.communeId), lang)), t.elsewhereText[lang], 404);
  return page(t.none[lang], t.noneText[lang], 404);
}

function counterPage({ tx, lang }: At, held: Held, { errors, intakeRef }: { readonly errors: FieldErrors; readonly intakeRef: string | null }): Answer {
  const { procedure, caseId, declaration, answers } = preparingOf(tx, held.content);
  const { communeId, provinceId } = placeOf(tx.actor);
  const chosen = procedure.cases.length > 1 ? procedure.cases.find(({ id }) => id === caseId) : undefined;
  const props = {
    lang,
    errors,
    intakeRef,
    preparedRef: held.ref,
    facts: [
      { term: t.procedure[lang], detail: [procedure.name[lang], chosen?.name[lang]].filter(Boolean).join(": ") },
      { term: t.kept[lang], detail: formatDay(dayOf(held.row.expiresAt), lang) },
    ],
    complete: isComplete(declaration.questionnaire, answers),
    ...walk(declaration.questionnaire, answers),
  };
  return officePage(<CounterPage {...props} />, {
    title: t.title[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
    reads: [{ communeId, provinceId, regime: "counter", subject: `preparation:${held.row.id}`, purpose: t.purpose.vi }],
  });
}
