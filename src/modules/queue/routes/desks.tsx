import { dayOf } from "../../../base/day.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseDesk } from "../forms.ts";
import { paths } from "../paths.ts";
import { countAfter } from "../queries/appointments.ts";
import { listComing, listDesks } from "../queries/desks.ts";
import { writeDesk } from "../service/desks.ts";
import { deskTexts as t } from "../texts/office.ts";
import { DesksPage, type DesksPageProps } from "../views/desks.tsx";

/** How the desks work: the chief's page. */
export const deskRoutes: readonly Route[] = [
  get(paths.desks(), "counter.assign", async ({ tx, query, lang }) => desksPage({ ...(await stateOf(tx)), lang, saved: query["ghi"] === "1", typed: {}, errors: {} })),
  post(paths.desks(), "counter.assign", async ({ tx, body, lang }) => {
    const form = parseDesk(body, dayOf(tx.now));
    if (!form.ok) return desksPage({ ...(await stateOf(tx)), lang, saved: false, ...form }, 422);
    await writeDesk(tx, form.value);
    return seeOther(`${paths.desks()}?ghi=1`);
  }),
];

async function stateOf(tx: Tx): Promise<Pick<DesksPageProps, "now" | "coming" | "standing">> {
  const place = placeOf(tx.actor);
  const today = dayOf(tx.now);
  return { now: await listDesks(tx, place.communeId, today), coming: await listComing(tx, place.communeId, today), standing: await countAfter(tx, place, today) };
}

function desksPage(props: DesksPageProps, status = 200) {
  return officePage(<DesksPage {...props} />, { title: t.title[props.lang], status });
}
