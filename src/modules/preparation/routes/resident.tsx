import { formatDay, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import { showReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { postCookie } from "../../../web/answer.ts";
import { type FieldErrors, isTrapped, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, type Asked, get, pdf, post, type Route, residentPage, seeOther } from "../../../web/route.ts";
import type { SummaryRow } from "../../../web/views/parts.tsx";
import { chosenPost, type Post, postAt, receptionHours } from "../../../web/views/post.ts";
import { QrImage } from "../../../web/views/qr.tsx";
import { answerPage, findPage, moreRows, openPage, pageBefore, parseAnswers, typedAnswers, walk } from "../../forms/index.ts";
import { Cases, casesOf, declarationPdf, followRequest, type Procedure, procedurePaths } from "../../procedures/index.ts";
import { queuePaths } from "../../queue/index.ts";
import { parseBegin, parseCode } from "../forms.ts";
import { filingPortalOn } from "../law.ts";
import { paths } from "../paths.ts";
import { type Preparing, preparingOf, procedureToPrepare } from "../service/ask.ts";
import { beginPreparation, dropPreparation, finishPreparation, getHeld, type Held, keepAnswers, openByCode } from "../service/keep.ts";
import { residentTexts as t } from "../texts/resident.ts";
import { BeginPage, CheckPage, type Filled, OpenPage, QuestionPage, ReadyPage, type Shown, UnfinishedPage } from "../views/resident.tsx";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;
const fresh: Filled = { typed: {}, errors: {} };
// A family fills in at its own pace; only a machine asks faster.
const often = { perMinute: 120 };

/** Preparing at home, without an account, a cookie or a script: the state is kept under the reference in the address. */
export const preparationRoutes: readonly Route[] = [
  get(paths.open(), "anybody", async (asked) => openAgainPage(asked, fresh, asked.query["xoa"] === "1")),
  post(
    paths.open(),
    "anybody",
    async (asked) => {
      const form = parseCode(asked.body);
      if (!form.ok) return openAgainPage(asked, form);
      const opened = await openByCode(asked.tx, form.value.code);
      return opened.kind === "none" ? openAgainPage(asked, { errors: { code: t.badCode }, typed: typedOf(asked.body) }) : seeOther(paths.held(form.value.code));
    },
    { perMinute: 20 },
  ),

  get("/chuan-bi/thu-tuc/:code", "anybody", async (asked) => beginPage(asked, fresh)),
  post(
    "/chuan-bi/thu-tuc/:code",
    "anybody",
    async (asked) => {
      const { tx, params, body } = asked;
      const procedure = procedureToPrepare(tx, params.code);
      const form = parseBegin(body, toChoose(procedure));
      if (!form.ok) return beginPage(asked, form);
      // Whoever fills the hidden field learns nothing and leaves nothing behind.
      if (isTrapped(body)) return seeOther(paths.open());
      const { unit } = postAsked(asked);
      const place = { communeId: unit.id, provinceId: unit.provinceId ?? 0 };
      return seeOther(paths.held(await beginPreparation(tx, place, { procedureCode: procedure.code, caseId: form.value.caseId, answers: {} })));
    },
    { perMinute: 20 },
  ),

  get("/chuan-bi/:ref", "anybody", async (asked) => heldPage(asked), often),
  get("/chuan-bi/:ref/xem-lai", "anybody", async (asked) => checkPage(asked), often),

  get(
    "/chuan-bi/:ref/to-khai.pdf",
    "anybody",
    async ({ tx, params }) => {
      const { held, declaration, answers } = await preparingAt(tx, params.ref);
      if (openPage(declaration.questionnaire, answers)) throw new Problem("notFound");
      const { publicUrl } = tx.house;
      const leads = { caption: t.paperCaption.vi, scanAddress: publicUrl + paths.held(held.ref), address: publicUrl + paths.open(), code: showReference(held.ref) };
      return pdf(await declarationPdf(tx, { declaration, answers }, { communeId: held.row.communeId, at: tx.now, leads }), "to-khai.pdf");
    },
    { perMinute: 20 },
  ),

  get("/chuan-bi/:ref/cau-hoi/:page", "anybody", async (asked) => askPage(asked, await preparingAt(asked.tx, asked.params.ref), null), often),
  post(
    "/chuan-bi/:ref/cau-hoi/:page",
    "anybody",
    async (asked) => {
      const { tx, params, body } = asked;
      const preparing = await preparingAt(tx, params.ref);
      const typed = typedOf(body);
      if (typedText(typed, moreRows)) return askPage(asked, preparing, { typed, errors: {} });
      const { held, declaration, answers, procedure, caseId } = preparing;
      const page = findPage(declaration.questionnaire, answers, params.page);
      if (!page) throw new Problem("notFound");
      const form = parseAnswers(page, body, dayOf(tx.now));
      if (!form.ok) return askPage(asked, preparing, form);
      const after = answerPage(declaration.questionnaire, answers, { pageId: page.id, answers: form.value });
      await keepAnswers(tx, held, followRequest({ procedure, caseId }, { declaration, before: answers, after }));
      return seeOther(paths.check(held.ref));
    },
    often,
  ),

  post(
    "/chuan-bi/:ref/lay-ma",
    "anybody",
    async ({ tx, params }) => {
      const { held, declaration, answers } = await preparingAt(tx, params.ref);
      if (openPage(declaration.questionnaire, answers)) return seeOther(paths.check(held.ref));
      await finishPreparation(tx, held);
      return seeOther(paths.held(held.ref));
    },
    { perMinute: 20 },
  ),
  post(
    "/chuan-bi/:ref/xoa",
    "anybody",
    async ({ tx, params }) => {
      await dropPreparation(tx, await getHeld(tx, params.ref));
      return seeOther(`${paths.open()}?xoa=1`);
    },
    { perMinute: 20 },
  ),
];

type AtRef = Pick<Asked<"/chuan-bi/:ref">, "tx" | "params" | "cookies" | "lang">;
type AtHeld = Preparing & { readonly held: Held };

async function preparingAt(tx: Tx, ref: string): Promise<AtHeld> {
  const held = await getHeld(tx, ref);
  return { held, ...preparingOf(tx, held.content) };
}

/** What the reference leads to: the dossier once there is one, the code when all is answered, the questions before. */
async function heldPage(asked: AtRef): Promise<Answer> {
  const { tx, params, lang } = asked;
  const opened = await openByCode(tx, params.ref);
  if (opened.kind === "used") return seeOther(procedurePaths.tracked(opened.matterRef));
  if (opened.kind === "none") return openAgainPage(asked, { errors: { code: t.badCode }, typed: {} }, false, 404);
  const { held } = opened;
  const preparing = { held, ...preparingOf(tx, held.content) };
  const { procedure, caseId, declaration, answers } = preparing;
  const chosen = casesOf(procedure, lang).filter(({ id }) => id === caseId);
  const shown = { ...shownOf(asked), holderRef: held.ref, papers: <Cases lang={lang} cases={chosen} /> };
  const name = procedure.name[lang];
  const open = openPage(declaration.questionnaire, answers);
  if (held.row.finishedAt === null || open) {
    const props = { ...shown, name, facts: factsOf(asked, preparing), begun: Object.keys(answers).length > 0, keptUntil: formatMoment(held.row.expiresAt, lang) };
    return residentPage(<UnfinishedPage {...props} />, { title: t.titlePrefix[lang](name) });
  }
  const props = {
    ...shown,
    code: showReference(held.ref),
    validUntil: formatDay(dayOf(held.row.expiresAt), lang),
    qr: <QrImage text={tx.house.publicUrl + paths.held(held.ref)} caption={t.qr[lang]} lang={lang} />,
    facts: factsOf(asked, preparing),
    bring: procedure.bring.map((one) => one[lang]),
    bookHref: queuePaths.days(procedure.code),
    paperHref: declaration.form?.template ? paths.paper(held.ref) : null,
    ...walk(declaration.questionnaire, answers),
  };
  return residentPage(<ReadyPage {...props} />, { title: t.titlePrefix[lang](t.readyTitle[lang]) });
}

async function checkPage(asked: AtRef): Promise<Answer> {
  const { held, declaration, answers } = await preparingAt(asked.tx, asked.params.ref);
  const next = openPage(declaration.questionnaire, answers);
  if (next) return seeOther(paths.question(held.ref, next.id));
  // A finished one that was changed shows its code again.
  if (held.row.finishedAt !== null) return seeOther(paths.held(held.ref));
  const page = <CheckPage {...shownOf(asked)} holderRef={held.ref} {...walk(declaration.questionnaire, answers)} />;
  return residentPage(page, { title: t.titlePrefix[asked.lang](t.checkTitle[asked.lang]) });
}

type Entered = { readonly typed: Typed; readonly errors: FieldErrors };

/** `entered` null: asked for the first time, or again from the list of answers. */
function askPage(asked: Pick<Asked<"/chuan-bi/:ref/cau-hoi/:page">, "tx" | "params" | "lang">, preparing: AtHeld, entered: Entered | null): Answer {
  const { lang, params } = asked;
  const { held, declaration, answers, facts } = preparing;
  const page = findPage(declaration.questionnaire, answers, params.page);
  if (!page) throw new Problem("notFound");
  const before = pageBefore(declaration.questionnaire, answers, page.id);
  const { typed, errors } = entered ?? { typed: typedAnswers(page, answers, facts), errors: {} };
  const props = { ...shownOf(asked), holderRef: held.ref, page, typed, errors, backHref: before ? paths.question(held.ref, before.id) : paths.held(held.ref) };
  const title = page.title?.[lang] ?? page.questions[0]?.label[lang] ?? "";
  return residentPage(<QuestionPage {...props} />, { title: t.titlePrefix[lang](title), status: Object.keys(errors).length > 0 ? 422 : 200 });
}

function openAgainPage(asked: Pick<Asking, "tx" | "lang">, filled: Filled, dropped = false, status = 422): Answer {
  const { lang } = asked;
  const failed = Object.keys(filled.errors).length > 0;
  return residentPage(<OpenPage {...shownOf(asked)} filled={filled} dropped={dropped} />, { title: t.openTitle[lang], status: failed ? status : 200 });
}

function beginPage(asked: Pick<Asked<"/chuan-bi/thu-tuc/:code">, "tx" | "params" | "cookies" | "lang">, filled: Filled): Answer {
  const { tx, params, lang } = asked;
  const procedure = procedureToPrepare(tx, params.code);
  const cases = casesOf(procedure, lang);
  const props = {
    ...shownOf(asked),
    code: procedure.code,
    name: procedure.name[lang],
    postName: postAsked(asked).name,
    postsHref: "/don-vi",
    cases: cases.filter(({ doneByAuthority }) => !doneByAuthority),
    notNeeded: cases.filter(({ doneByAuthority }) => doneByAuthority),
    filled,
  };
  return residentPage(<BeginPage {...props} />, { title: t.titlePrefix[lang](procedure.name[lang]), status: Object.keys(filled.errors).length > 0 ? 422 : 200 });
}

function factsOf({ tx, lang }: Pick<Asking, "tx" | "lang">, { held, procedure, caseId }: AtHeld): readonly SummaryRow[] {
  const { name, profile, calendar } = postAt(tx.house, held.row.communeId, lang);
  const chosen = procedure.cases.find(({ id }) => id === caseId);
  return [
    { term: t.procedure[lang], detail: procedure.name[lang] },
    ...(procedure.cases.length > 1 && chosen ? [{ term: t.yourCase[lang], detail: chosen.name[lang] }] : []),
    { term: t.where[lang], detail: profile.address ? `${name}, ${profile.address}` : name },
    { term: t.when[lang], detail: receptionHours(calendar, dayOf(tx.now), lang) },
  ];
}

const toChoose = (procedure: Procedure): readonly string[] => procedure.cases.filter(({ doneByAuthority }) => !doneByAuthority).map(({ id }) => id);

const shownOf = ({ tx, lang }: Pick<Asking, "tx" | "lang">): Shown => ({ lang, portal: filingPortalOn(tx) });

function postAsked({ tx, cookies, lang }: Asking): Post {
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang });
}
