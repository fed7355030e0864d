import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { readInstantPosition, writeInstantPosition } from "../../../web/position.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseIntake, withRow } from "../forms/intake.ts";
import { exclusionsOn, kindsOn, ruleName } from "../law.ts";
import { dispute } from "../matter.ts";
import { paths } from "../paths.ts";
import { recordDispute } from "../service/intake.ts";
import { listOpenDisputes } from "../service/list.ts";
import { intakeWords, officeTexts as t } from "../texts/office.ts";
import { IntakeForm } from "../views/intake.tsx";
import { ListPage } from "../views/list.tsx";

/** What waits, and a dispute on its way in. */
export const intakeRoutes: readonly Route[] = [
  get("/can-bo/hoa-giai", "mediation.read", async ({ tx, query, lang }) => {
    const after = readInstantPosition(query["sau"]);
    const { rows, visits, next } = await listOpenDisputes(tx, after);
    const place = placeOf(tx.actor);
    const props = { lang, now: tx.now, rows, visits, nextHref: next === null ? null : paths.disputesAfter(writeInstantPosition(next)), paged: after !== null };
    const allowed = { record: may(tx.actor, "mediation.record", place), figures: may(tx.actor, "mediation.figures", place) };
    return officePage(<ListPage {...props} may={allowed} kindName={(kind) => ruleName(tx.house.mediationRules, "kind", kind)[lang]} />, { title: t.title[lang] });
  }),

  get("/can-bo/hoa-giai/moi", "mediation.record", async ({ tx, lang }) => await intakePage(tx, lang, { errors: {}, typed: {} })),

  post("/can-bo/hoa-giai/moi", "mediation.record", async ({ tx, body, lang }) => {
    const typed = typedOf(body);
    if (typedText(typed, "act") === "more") return await intakePage(tx, lang, { errors: {}, typed: withRow(typed) });
    const { kinds, exclusions, hamlets } = await offered(tx);
    const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
    const form = parseIntake(body, { kinds: ids(kinds), exclusions: ids(exclusions), hamletIds: hamlets.map(({ id }) => id) });
    if (!form.ok) return await intakePage(tx, lang, form);
    const ref = referenceFor(tx.house.vault, dispute.kind, formKey(typed));
    await recordDispute(tx, ref, form.value);
    return seeOther(paths.dispute(ref));
  }),
];

async function offered(tx: Tx) {
  const today = dayOf(tx.now);
  const { mediationRules } = tx.house;
  return { kinds: kindsOn(mediationRules, today), exclusions: exclusionsOn(mediationRules, today), hamlets: await listHamlets(tx, placeOf(tx.actor).communeId, today) };
}

async function intakePage(tx: Tx, lang: Lang, { errors, typed }: { readonly errors: FieldErrors; readonly typed: Typed }): Promise<Answer> {
  const publicRef = formKey(typed);
  return officePage(<IntakeForm {...{ lang, publicRef, errors, typed }} {...(await offered(tx))} />, {
    title: intakeWords.title[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
