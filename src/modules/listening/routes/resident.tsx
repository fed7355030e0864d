import { dayOf } from "../../../base/day.ts";
import { formatTerm } from "../../../kernel/clock/term.ts";
import type { Matter } from "../../../kernel/matter.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import { openByRef } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { postCookie } from "../../../web/answer.ts";
import { isTrapped, parseMessage, typedOf } from "../../../web/form.ts";
import { sessionCookie } from "../../../web/officer.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, type Asked, get, post, type Route, residentPage, seeOther } from "../../../web/route.ts";
import { chosenPost, type Post } from "../../../web/views/post.ts";
import { parseContest, parseNewOpinion, parseReceipt } from "../forms/opinions.ts";
import { ruleOn } from "../law.ts";
import { opinion as life } from "../matter.ts";
import { paths } from "../paths.ts";
import { contest, getHeldOpinion, type OpenedOpinion, writeFromHolder } from "../service/opinions.ts";
import { handIn } from "../service/take.ts";
import { residentTexts as t } from "../texts/resident.ts";
import type { Filled } from "../views/list.tsx";
import { HeldPage, SayPage } from "../views/resident.tsx";
import { typedAgain } from "./list.tsx";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;
const fresh: Filled = { errors: {}, typed: {} };
const unseen = { anonymous: "writing", perMinute: 20 } as const;
const read = { anonymous: "writing", perMinute: 60 } as const;

/** Saying something without an account, and what becomes of it under the receipt. Who asks stays unknown. */
export const residentRoutes: readonly Route[] = [
  get("/y-kien", "anybody", async (asked) => await sayPage(asked, fresh), read),

  post(
    "/y-kien",
    "anybody",
    async (asked) => {
      const { tx, body } = asked;
      const { unit } = postAsked(asked);
      const hamlets = await listHamlets(tx, unit.id, dayOf(tx.now));
      const form = parseNewOpinion(
        body,
        hamlets.map(({ id }) => id),
      );
      if (!form.ok) return await sayPage(asked, form);
      // Whoever fills the hidden field learns nothing and leaves nothing behind.
      if (isTrapped(body)) return seeOther(paths.say());
      return seeOther(paths.said(await handIn(tx, { communeId: unit.id, provinceId: unit.provinceId ?? 0 }, form.value)));
    },
    unseen,
  ),

  post(
    "/y-kien/tra-cuu",
    "anybody",
    async (asked) => {
      const form = parseReceipt(asked.body);
      if (!form.ok) return await sayPage(asked, form);
      if (await openByRef(asked.tx, form.value.code, life.kind)) return seeOther(paths.said(form.value.code));
      return await sayPage(asked, { errors: { code: t.badCode }, typed: typedOf(asked.body) });
    },
    unseen,
  ),

  get("/y-kien/:ref", "anybody", async (asked) => await heldPage(asked, refOf(asked.params.ref), fresh), read),

  post(
    "/y-kien/:ref/tin-nhan",
    "anybody",
    async (asked) => {
      const { tx, params, body } = asked;
      const ref = refOf(params.ref);
      const form = parseMessage(body);
      if (!form.ok || isInOffice(asked)) return await heldPage(asked, ref, form.ok ? typedAgain(body) : form);
      await writeFromHolder(tx, ref, form.value.message);
      return seeOther(paths.said(ref));
    },
    unseen,
  ),

  post(
    "/y-kien/:ref/chua-dong-y",
    "anybody",
    async (asked) => {
      const { tx, params, body } = asked;
      const ref = refOf(params.ref);
      const form = parseContest(body);
      if (!form.ok || isInOffice(asked)) return await heldPage(asked, ref, form.ok ? typedAgain(body) : form);
      if (await unlessChanged(contest(tx, ref, form.value.objection))) return seeOther(paths.said(ref));
      return await latePage(asked, ref, form.value.objection);
    },
    unseen,
  ),
];

async function sayPage(asked: Asking, filled: Filled): Promise<Answer> {
  const { tx, lang } = asked;
  const { unit, name } = postAsked(asked);
  const hamlets = (await listHamlets(tx, unit.id, dayOf(tx.now))).map((one) => ({ value: String(one.id), text: one.name }));
  const term = formatTerm(ruleOn(tx, "opinion").term, lang);
  return residentPage(<SayPage {...{ lang, hamlets, term }} {...filled} postName={name} postsHref="/don-vi" />, {
    title: t.sayTitle[lang],
    status: Object.keys(filled.errors).length > 0 ? 422 : 200,
    description: t.sayLead[lang],
  });
}

/** Contested by somebody else a moment before: her words wait in the field of a message, or in the form if that is there again. */
async function latePage(asked: Asking, ref: string, objection: string): Promise<Answer> {
  const opened = await getHeldOpinion(asked.tx, ref);
  const again = mayContest(opened.matter);
  return heldAnswer(asked, opened, { errors: {}, typed: again ? { objection } : { message: objection }, late: !again });
}

const mayContest = ({ state }: Pick<Matter, "state">): boolean => life.actions.contest.from.some((one) => one === state);

/** Whether an officer is signed in on this device. The cookie alone tells: whose session it is stays unasked, as who asks at all. */
const isInOffice = ({ cookies }: Pick<Asking, "cookies">): boolean => Boolean(cookies[sessionCookie]);

const heldPage = async (asked: Asking, ref: string, filled: Filled): Promise<Answer> => heldAnswer(asked, await getHeldOpinion(asked.tx, ref), filled);

function heldAnswer(asked: Asking, opened: OpenedOpinion, { errors, typed, late }: Filled & { readonly late?: boolean }): Answer {
  const { lang } = asked;
  const inOffice = isInOffice(asked);
  if (opened.matter.state === "discarded") throw new Problem("notFound");
  const refused = Object.keys(errors).length > 0 ? 422 : inOffice && Object.keys(typed).length > 0 ? 403 : 200;
  const status = late === undefined ? refused : 409;
  return residentPage(<HeldPage {...{ lang, opened, errors, typed }} mayContest={mayContest(opened.matter)} late={late === true} inOffice={inOffice} />, {
    title: t.heldTitle[lang],
    status,
  });
}

export function postAsked({ tx, cookies, lang }: Asking): Post {
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang });
}
