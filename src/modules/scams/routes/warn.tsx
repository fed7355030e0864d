import { formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedOf } from "../../../web/form.ts";
import { formKey, refOf } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseReason, parseWarning } from "../forms.ts";
import { paths } from "../paths.ts";
import { getPublicAlert, listPublicAlerts, listTakenBack, publishAlert, warningRef, withdrawAlert } from "../service/alerts.ts";
import { officeTexts as t } from "../texts/office.ts";
import { type TakenBack, WarnPage, WithdrawPage } from "../views/warn.tsx";
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
  get("/can-bo/lua-dao/canh-bao/:ref/rut", "scams.warn", async ({ tx, params, lang }) => await withdrawPage(tx, lang, refOf(params.ref), { errors: {}, typed: {} })),
  post("/can-bo/lua-dao/canh-bao/:ref/rut", "scams.warn", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseReason(body);
    if (!form.ok) return await withdrawPage(tx, lang, ref, form);
    await withdrawAlert(tx, { ref, reason: form.value.reason });
    return seeOther(paths.alerts());
  }),
];

const hamletsHere = (tx: Tx) => listHamlets(tx, placeOf(tx.actor).communeId, dayOf(tx.now));

async function warnPage(tx: Tx, lang: Lang, { errors, typed }: Filled): Promise<Answer> {
  const alerts = await shownAlerts(tx, await listPublicAlerts(tx, placeOf(tx.actor)), lang);
  const takenBack = await takenBackHere(tx, lang);
  const hamlets = (await hamletsHere(tx)).map(({ id, name }) => ({ value: String(id), text: name }));
  return officePage(<WarnPage {...{ lang, alerts, takenBack, hamlets, errors, typed }} kinds={choicesOf(tx, lang).kinds} formRef={formKey(typed)} />, {
    title: t.warnTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}

/** @throws Problem("notFound"), also for one that was taken back already */
async function withdrawPage(tx: Tx, lang: Lang, ref: string, { errors, typed }: Filled): Promise<Answer> {
  const [alert] = await shownAlerts(tx, [await getPublicAlert(tx, placeOf(tx.actor), ref)], lang);
  if (!alert || alert.withdrawnOn !== null) throw new Problem("notFound");
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return officePage(<WithdrawPage {...{ lang, alert, errors, typed }} />, { title: t.withdraw[lang], status });
}

async function takenBackHere(tx: Tx, lang: Lang): Promise<readonly TakenBack[]> {
  const ended = await listTakenBack(tx);
  const shown = await shownAlerts(tx, ended, lang);
  return ended.flatMap(({ withdrawnAt, withdrawnFor, byName }, n) => {
    const alert = shown[n];
    return alert && withdrawnAt ? [{ alert, at: formatMoment(withdrawnAt, lang), by: byName ?? "–", reason: withdrawnFor ?? "" }] : [];
  });
}
