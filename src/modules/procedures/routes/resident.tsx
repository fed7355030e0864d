import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { Problem } from "../../../kernel/problem.ts";
import { readReference } from "../../../kernel/reference.ts";
import { openByRef, type Tx } from "../../../kernel/tx.ts";
import { postCookie } from "../../../web/answer.ts";
import { type Answer, type Asked, get, post, type Route, residentPage, seeOther } from "../../../web/route.ts";
import { chosenPost, type Post } from "../../../web/views/post.ts";
import { type LookUp, parseLookUp, parseRatingSlip, parseScore, refuseLookUp } from "../forms/resident.ts";
import { listProcedures, procedureOn } from "../law.ts";
import { paths } from "../paths.ts";
import { findRef, findTracked, type Score } from "../queries.ts";
import { keepRating } from "../service/rating.ts";
import { procedureTexts, ratingTexts, trackTexts } from "../texts/resident.ts";
import { type Filled, fresh, LookUpPage } from "../views/resident/look-up.tsx";
import { ProcedurePage } from "../views/resident/procedure.tsx";
import { ProceduresPage } from "../views/resident/procedures.tsx";
import { RatedPage, RatingPage, RatingSlipPage } from "../views/resident/rating.tsx";
import { answersTo, procedureProps, rowOf } from "./resident/procedure.ts";
import { nothingSaid, tellMe, tellMeNoMore, trackedPage } from "./resident/telling.tsx";
import { isRateable, type Tracked } from "./resident/tracked.ts";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;

/** What residents may ask of the counter, without an account. */
export const residentRoutes: readonly Route[] = [
  get(paths.procedures(), "anybody", async ({ tx, query, lang }) => {
    const typed = (query["q"] ?? "").trim().slice(0, 100);
    const found = listProcedures(tx.house.procedures, dayOf(tx.now)).filter((procedure) => answersTo(procedure, typed));
    return residentPage(<ProceduresPage lang={lang} typed={typed} rows={found.map((procedure) => rowOf(procedure, lang))} />, {
      title: procedureTexts.listTitle[lang],
      description: procedureTexts.listTitle[lang],
    });
  }),
  get("/thu-tuc/:code", "anybody", async ({ tx, params, cookies, lang }) => {
    const procedure = procedureOn(tx.house.procedures, dayOf(tx.now), params.code);
    if (!procedure) throw new Problem("notFound");
    const props = procedureProps(tx, procedure, { post: postAsked({ tx, cookies, lang }), lang });
    return residentPage(<ProcedurePage {...props} />, { title: procedure.name[lang], description: procedure.purpose[lang] });
  }),

  get(paths.track(), "anybody", async (asked) => lookUpPage(asked, fresh)),
  post(
    paths.track(),
    "anybody",
    async (asked) => {
      const form = parseLookUp(asked.body);
      if (!form.ok) return lookUpPage(asked, form, 422);
      const ref = await refOf(asked.tx, form.value);
      return ref === null ? lookUpPage(asked, refuseLookUp(asked.body), 422) : seeOther(paths.tracked(ref));
    },
    { perMinute: 20 },
  ),
  get("/tra-cuu/:ref", "anybody", async (asked) => {
    const tracked = await findOpened(asked.tx, asked.params.ref);
    if (!tracked) return lookUpPage(asked, { ...fresh, notFound: true }, 404);
    return await trackedPage(asked, tracked, nothingSaid);
  }),
  post(
    "/tra-cuu/:ref/bao-tin",
    "anybody",
    async (asked) => (await tellMe(asked, await findOpened(asked.tx, asked.params.ref))) ?? lookUpPage(asked, { ...fresh, notFound: true }, 404),
    {
      perMinute: 10,
    },
  ),
  post(
    "/tra-cuu/:ref/bao-tin/dung",
    "anybody",
    async (asked) => (await tellMeNoMore(asked, await findOpened(asked.tx, asked.params.ref))) ?? lookUpPage(asked, { ...fresh, notFound: true }, 404),
    {
      perMinute: 20,
    },
  ),

  get(paths.ratingSlip(), "anybody", async ({ lang }) => slipPage(lang, fresh)),
  post(
    paths.ratingSlip(),
    "anybody",
    async ({ tx, body, lang }) => {
      const form = parseRatingSlip(body);
      if (!form.ok) return slipPage(lang, form, 422);
      const ref = await refOf(tx, form.value);
      const tracked = ref === null ? null : await findOpened(tx, ref);
      return tracked ? await rate(tx, tracked, form.value.score) : slipPage(lang, refuseLookUp(body), 422);
    },
    { perMinute: 20 },
  ),
  get("/danh-gia/:ref", "anybody", async (asked) => {
    const { tx, params, query, lang } = asked;
    const tracked = await findOpened(tx, params.ref);
    if (!tracked) return lookUpPage(asked, { ...fresh, notFound: true }, 404);
    const told = outcomes.find((outcome) => outcome === query[outcomeKey]);
    const outcome = isRateable(tracked.matter.state) ? told : "notYet";
    const ref = tracked.matter.publicRef;
    const page = outcome === undefined ? <RatingPage lang={lang} ref={ref} errors={{}} /> : <RatedPage lang={lang} ref={ref} outcome={outcome} />;
    return residentPage(page, { title: ratingTexts.title[lang] });
  }),
  post(
    "/danh-gia/:ref",
    "anybody",
    async (asked) => {
      const { tx, params, body, lang } = asked;
      const tracked = await findOpened(tx, params.ref);
      if (!tracked) return lookUpPage(asked, { ...fresh, notFound: true }, 404);
      const form = parseScore(body);
      if (form.ok) return await rate(tx, tracked, form.value.score);
      return residentPage(<RatingPage lang={lang} ref={tracked.matter.publicRef} errors={form.errors} />, { title: ratingTexts.title[lang], status: 422 });
    },
    { perMinute: 20 },
  ),
];

const outcomes = ["recorded", "already"] as const;
const outcomeKey = "ket-qua";

/** The post that the resident chose, for its phone and its hours. */
function postAsked({ tx, cookies, lang }: Asking): Post {
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang });
}

function lookUpPage(asked: Asking, filled: Filled & { readonly notFound?: boolean }, status = 200): Answer {
  const { lang } = asked;
  const page = <LookUpPage lang={lang} phone={postAsked(asked).profile.phone} {...filled} />;
  return residentPage(page, { title: filled.notFound ? trackTexts.notFoundTitle[lang] : trackTexts.lookUpTitle[lang], status });
}

function slipPage(lang: Lang, filled: Filled, status = 200): Answer {
  return residentPage(<RatingSlipPage lang={lang} {...filled} />, { title: ratingTexts.slipTitle[lang], status });
}

/** The reference of a dossier whose code was typed in any of these ways. */
async function refOf(tx: Tx, { codes, last4 }: LookUp): Promise<string | null> {
  for (const code of codes) {
    const ref = await findRef(tx, code, last4);
    if (ref !== null) return ref;
  }
  return null;
}

/** What the holder of a reference may see; null for a reference of nothing, or of something that is not a dossier. */
async function findOpened(tx: Tx, typed: string): Promise<Tracked | null> {
  const ref = readReference(typed);
  const opened = ref === null ? null : await openByRef(tx, ref, "dossier");
  return opened && (await findTracked(tx, opened));
}

/** Puts one rating into the box, when there is a result to have an opinion on. */
async function rate(tx: Tx, tracked: Tracked, score: Score): Promise<Answer> {
  const to = paths.rating(tracked.matter.publicRef);
  if (!isRateable(tracked.matter.state)) return seeOther(to);
  const isNew = await keepRating(tx, tracked, score);
  return seeOther(`${to}?${outcomeKey}=${isNew ? outcomes[0] : outcomes[1]}`);
}
