import { formatDate, formatDigits, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { postCookie } from "../../../web/answer.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { type Answer, type Asked, get, post, type Route, residentPage } from "../../../web/route.ts";
import { chosenPost, postAt } from "../../../web/views/post.ts";
import { scamPaths } from "../../scams/index.ts";
import { plainCode } from "../code.ts";
import { type Call, parseCall, parseCode } from "../forms.ts";
import { kindOn } from "../law.ts";
import type { Vouched } from "../queries.ts";
import { whoseCall, whoseCode } from "../service.ts";
import { publicTexts as t } from "../texts/public.ts";
import { CheckPage, type Verdict, VerdictPage } from "../views/public.tsx";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;
// Whoever asks stays unknown, and asks no more often than somebody who mistypes.
const guarded = { anonymous: "reading", perMinute: 10 } as const;

/** Whether it is really the police; for anybody. */
export const publicRoutes: readonly Route[] = [
  get("/co-phai-cong-an", "anybody", async (asked) => askPage(asked, { errors: {}, typed: { code: plainCode(asked.query["ma"] ?? "").slice(0, 6), calledOn: today(asked) } }), {
    anonymous: "reading",
  }),
  post(
    "/co-phai-cong-an",
    "anybody",
    async (asked) => {
      const form = parseCode(asked.body);
      if (!form.ok) return askPage(asked, { ...form, typed: { ...form.typed, calledOn: today(asked) } });
      const vouched = await whoseCode(asked.tx, form.value.code);
      return answerPage(asked, vouched ? verdictOf(asked, vouched) : { kind: "false" });
    },
    guarded,
  ),
  post(
    "/co-phai-cong-an/cuoc-goi",
    "anybody",
    async (asked) => {
      const form = parseCall(asked.body, asked.tx.now);
      if (!form.ok) return askPage(asked, form);
      const caller = await whoseCall(asked.tx, form.value);
      const about = aboutOf(form.value, asked.lang);
      return answerPage(asked, caller === null ? { kind: "nobody", about } : { kind: "called", about, post: postAt(asked.tx.house, caller, asked.lang).name });
    },
    guarded,
  ),
];

const today = ({ tx }: Pick<Asking, "tx">): string => formatDigits(dayOf(tx.now));

/** What was asked, so that a slip of the finger is seen. */
const aboutOf = ({ phone, about }: Call, lang: Lang): string => t.asked[lang](phone, about.hours.join(t.or[lang]), formatDate(about.day, lang));

function verdictOf({ tx, lang }: Asking, { communeId, officerName, officerRank, kind, at, validUntil }: Vouched): Verdict {
  const who = [officerRank, officerName].filter((word) => word !== "").join(" ");
  return { kind: "true", who, post: postAt(tx.house, communeId, lang).name, what: kindOn(tx, kind).name[lang], at: formatMoment(at, lang), until: formatMoment(validUntil, lang) };
}

function dutyPhone({ tx, cookies, lang }: Asking): string | null {
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang }).profile.phone;
}

function askPage(asked: Asking, filled: { readonly errors: FieldErrors; readonly typed: Typed }): Answer {
  const { lang } = asked;
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200;
  return residentPage(<CheckPage lang={lang} dutyPhone={dutyPhone(asked)} {...filled} />, { title: t.title[lang], status, description: t.description[lang] });
}

function answerPage(asked: Asking, verdict: Verdict): Answer {
  const { lang } = asked;
  return residentPage(<VerdictPage lang={lang} dutyPhone={dutyPhone(asked)} reportHref={scamPaths.shield()} verdict={verdict} />, { title: t.title[lang] });
}
