import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseLeaving, parseMediator } from "../forms/teams.ts";
import { paths } from "../paths.ts";
import { listTeams } from "../queries/teams.ts";
import { addMediator, leaveTeam } from "../service/teams.ts";
import { teamTexts as t } from "../texts/dispute.ts";
import { TeamsPage } from "../views/teams.tsx";

/** The hamlets' own teams. */
export const teamRoutes: readonly Route[] = [
  get("/can-bo/hoa-giai/to-hoa-giai", "mediation.read", async ({ tx, lang }) => await teamsPage(tx, lang, { errors: {}, typed: {} })),

  post("/can-bo/hoa-giai/to-hoa-giai", "mediation.assign", async ({ tx, body, lang }) => {
    const today = dayOf(tx.now);
    const hamlets = await listHamlets(tx, placeOf(tx.actor).communeId, today);
    const form = parseMediator(body, { today, hamletIds: hamlets.map(({ id }) => id) });
    if (!form.ok) return await teamsPage(tx, lang, form);
    await addMediator(tx, form.value);
    return seeOther(paths.teams());
  }),

  post("/can-bo/hoa-giai/to-hoa-giai/thoi", "mediation.assign", async ({ tx, body }) => {
    const form = parseLeaving(body);
    if (!form.ok) throw new Problem("notFound");
    await leaveTeam(tx, form.value.id);
    return seeOther(paths.teams());
  }),
];

async function teamsPage(tx: Tx, lang: Lang, { errors, typed }: { readonly errors: FieldErrors; readonly typed: Typed }): Promise<Answer> {
  const place = placeOf(tx.actor);
  const today = dayOf(tx.now);
  const props = { lang, errors, typed, team: await listTeams(tx, place.communeId, today), hamlets: await listHamlets(tx, place.communeId, today) };
  return officePage(<TeamsPage {...props} mayChange={may(tx.actor, "mediation.assign", place)} />, {
    title: t.title[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
