import type { Lang } from "../../../base/lang.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseReason, parseWarning } from "../forms.ts";
import { paths } from "../paths.ts";
import { listPublicAlerts, publishAlert, withdrawAlert } from "../service/alerts.ts";
import { formTexts } from "../texts/forms.ts";
import { officeTexts as t } from "../texts/office.ts";
import { reasonField, WarnPage } from "../views/warn.tsx";
import { choicesOf, offered, shownAlert } from "./public.tsx";

type Filled = { readonly errors: FieldErrors; readonly typed: Typed };

/** Warning the neighbours, and taking a warning back. */
export const warnRoutes: readonly Route[] = [
  get("/can-bo/lua-dao/canh-bao", "scams.warn", async ({ tx, lang }) => await warnPage(tx, lang, { errors: {}, typed: {} })),
  post("/can-bo/lua-dao/canh-bao", "scams.warn", async ({ tx, body, lang }) => {
    const form = parseWarning(body, offered(tx).kinds);
    if (!form.ok) return await warnPage(tx, lang, form);
    await publishAlert(tx, form.value, { matterId: null });
    return seeOther(paths.alerts());
  }),
  post("/can-bo/lua-dao/canh-bao/:ref/rut", "scams.warn", async ({ tx, params, body, lang }) => {
    const field = reasonField(params.ref);
    const form = parseReason({ reason: typedText(typedOf(body), field) });
    if (!form.ok) return await warnPage(tx, lang, { errors: { [field]: form.errors["reason"] ?? formTexts.whyWithdraw }, typed: {} });
    await withdrawAlert(tx, { ref: params.ref, reason: form.value.reason });
    return seeOther(paths.alerts());
  }),
];

async function warnPage(tx: Tx, lang: Lang, { errors, typed }: Filled): Promise<Answer> {
  const alerts = (await listPublicAlerts(tx, placeOf(tx.actor))).map((alert) => shownAlert(tx, alert, lang));
  return officePage(<WarnPage {...{ lang, alerts, errors, typed }} kinds={choicesOf(tx, lang).kinds} />, {
    title: t.warnTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
