import { dayOf } from "../../../base/day.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { postCookie } from "../../../web/answer.ts";
import { get, type Route, residentPage } from "../../../web/route.ts";
import { chosenPost } from "../../../web/views/post.ts";
import { paths } from "../paths.ts";
import { pageTexts as t } from "../texts.ts";
import { type FeedGroup, OpenPage } from "../views.tsx";

export const pageRoutes: readonly Route[] = [
  get(paths.page(), "anybody", async ({ tx, cookies, lang }) => {
    const today = dayOf(tx.now);
    const { unit } = chosenPost(tx.house, { code: cookies[postCookie], today, lang });
    const hamlets = await listHamlets(tx, unit.id, today);
    const groups = [groupOf(unit.code, null, `${t.wholePost[lang]}: ${unit.name}`), ...hamlets.map(({ code, name }) => groupOf(unit.code, code, name))];
    const page = <OpenPage lang={lang} groups={groups} discovery={paths.discovery("json")} description={paths.description()} />;
    return residentPage(page, { title: t.title[lang], description: t.lead[lang] });
  }),
];

function groupOf(code: string, hamlet: string | null, name: string): FeedGroup {
  return { name, meetings: paths.meetings(code, hamlet), alerts: paths.alerts(code, hamlet), cap: paths.capIndex(code, hamlet) };
}
