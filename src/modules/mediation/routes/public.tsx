import { dayOf } from "../../../base/day.ts";
import { formatTerm } from "../../../kernel/clock/term.ts";
import { postCookie } from "../../../web/answer.ts";
import { get, type Route, residentPage } from "../../../web/route.ts";
import { chosenPost } from "../../../web/views/post.ts";
import { exclusionsOn, kindsOn, termOn } from "../law.ts";
import { publicTexts as t } from "../texts/public.ts";
import { AboutPage } from "../views/public.tsx";

/** What anybody may read of mediation: nothing of any dispute. */
export const publicRoutes: readonly Route[] = [
  get("/hoa-giai", "anybody", async ({ tx, cookies, lang }) => {
    const { house, now } = tx;
    const today = dayOf(now);
    const rules = house.mediationRules;
    const props = {
      dutyPhone: chosenPost(house, { code: cookies[postCookie], today, lang }).profile.phone,
      term: formatTerm(termOn(rules, today, "start").term, lang),
      kinds: kindsOn(rules, today),
      exclusions: exclusionsOn(rules, today),
    };
    return residentPage(<AboutPage lang={lang} {...props} />, { title: t.title[lang], description: t.description[lang] });
  }),
];
