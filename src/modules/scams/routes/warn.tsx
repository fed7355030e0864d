import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseReason, parseWarning } from "../forms.ts";
import { paths } from "../paths.ts";
import { listPublicAlerts, publishAlert, warningRef, withdrawAlert } from "../service/alerts.ts";
import { formTexts } from "../texts/forms.ts";
import { officeTexts as t } from "../texts/office.ts";
import { reasonField, WarnPage } from "../views/warn.tsx";
import { shownAlerts } from "./alerts.tsx";
import { choicesOf, offered } from "./public.tsx";

type Filled = { readonly errors: FieldErrors; readonly typed: Typed };

/** Warning the neighbours, and taking a warning back. */
export const warnRoutes: readonly Route[] = [
  get("/can-bo/lua-dao/canh-bao", "scams.warn", async ({ tx, lang }) => await warnPage(tx, lang, { errors: {}, typed: {} })),
  post("/can-bo/lua-dao/canh-bao", "scams.warn", async ({ tx, body, lang }) => {
    const form = parseWarning(body, { kinds: offered(tx).kinds, hamletIds: (await hamletsHere(tx)).map(({ id }) => id) });
    if (!form.ok) return await warnPage(tx, lang, form);
    await publishAlert(tx, form.value, { matterId: null, ref: warningRef(tx, form.value, formKey(typedOf(body))) });
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

const hamletsHere = (tx: Tx) => listHamlets(tx, placeOf(tx.actor).communeId, dayOf(tx.now));

async function warnPage(tx: Tx, lang: Lang, { errors, typed }: Filled): Promise<Answer> {
  const alerts = await shownAlerts(tx, await listPublicAlerts(tx, placeOf(tx.actor)), lang);
  const hamlets = (await hamletsHere(tx)).map(({ id, name }) => ({ value: String(id), text: name }));
  return officePage(<WarnPage {...{ lang, alerts, hamlets, errors, typed }} kinds={choicesOf(tx, lang).kinds} formRef={formKey(typed)} />, {
    title: t.warnTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
