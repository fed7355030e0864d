import { refOf } from "../../../web/reference.ts";
import { download, get, pdf, type Route, residentPage } from "../../../web/route.ts";
import { meetingCalendar } from "../documents/calendar.ts";
import { hamletSheet, loudspeakerLines, promiseBy } from "../documents/hamlet.ts";
import { paths } from "../paths.ts";
import { getPublicMeeting, listPublicMeetings, showHamlet, showHamlets } from "../service/public.ts";
import { residentTexts as t } from "../texts/resident.ts";
import { HamletPage, HamletsPage, LoudspeakerPage } from "../views/hamlet.tsx";
import { postAsked } from "./resident.tsx";

/** What everybody may read: what each hamlet said and what was done, and when the next meetings are. */
export const hamletRoutes: readonly Route[] = [
  get("/lang-nghe", "anybody", async (asked) => {
    const { tx, lang } = asked;
    const { unit } = postAsked(asked);
    const hamlets = (await showHamlets(tx, unit.id)).map(({ unit: { code, name }, words }) => ({ code, name, words }));
    const meetings = await listPublicMeetings(tx, { communeId: unit.id, provinceId: unit.provinceId ?? 0 });
    return residentPage(<HamletsPage {...{ lang, hamlets, meetings }} unit={unit.name} />, { title: t.listTitle[lang], description: t.listLead[lang](unit.name) });
  }),

  get("/lang-nghe/:code", "anybody", async ({ tx, params, lang }) => {
    const { hamlet, words, promises, meetings } = await showHamlet(tx, params.code);
    const { code, name } = hamlet;
    const shown = promises.map((one) => ({ ...one, by: promiseBy(tx, hamlet, one, lang) }));
    return residentPage(<HamletPage {...{ lang, code, name, words, meetings }} promises={shown} />, {
      title: `${t.listTitle[lang]}: ${name}`,
      description: t.listLead[lang](name),
    });
  }),

  get(
    "/lang-nghe/:code/to-in.pdf",
    "anybody",
    async ({ tx, params }) => {
      const shown = await showHamlet(tx, params.code);
      const { template, data } = hamletSheet(tx, shown);
      return pdf(await tx.house.typesetter.typeset(template, data), `ba-con-noi-${shown.hamlet.code}.pdf`);
    },
    { perMinute: 20 },
  ),

  get("/lang-nghe/:code/loa", "anybody", async ({ tx, params, lang }) => {
    const shown = await showHamlet(tx, params.code);
    const { code, name } = shown.hamlet;
    return residentPage(<LoudspeakerPage {...{ lang, code, name }} lines={loudspeakerLines(tx, shown, lang)} />, { title: `${t.loudspeaker[lang]}: ${name}` });
  }),

  get("/lang-nghe/hop/:ref/lich.ics", "anybody", async (asked) => {
    const { tx, params } = asked;
    const { id, code: post } = postAsked(asked).unit;
    const meeting = await getPublicMeeting(tx, id, refOf(params.ref));
    const { publicUrl } = tx.house;
    const bytes = meetingCalendar(meeting, { post, host: new URL(publicUrl).hostname, url: publicUrl + paths.publicList() });
    return download(bytes, { type: "text/calendar; charset=utf-8", name: "cuoc-hop.ics" });
  }),
];
