import { formatDate } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { Problem } from "../../../kernel/problem.ts";
import { readReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { listHamlets, nameUnits } from "../../../kernel/units.ts";
import { type FieldErrors, refuse, type Typed } from "../../../web/form.ts";
import { type Answer, type Asked, get, pdf, post, type Route, residentPage, seeOther } from "../../../web/route.ts";
import { postAt } from "../../../web/views/post.ts";
import { followHamlet, parseDevice } from "../../subscriptions/index.ts";
import { closingLines, leafletPaper, speechOf } from "../documents.ts";
import { parseFollow } from "../forms.ts";
import { kindName } from "../law.ts";
import { scam } from "../matter.ts";
import type { Alert } from "../queries/alerts.ts";
import { getPublicAlert, listPublicAlerts } from "../service/alerts.ts";
import { publicTexts as t, warningTexts } from "../texts/public.ts";
import { AlertPage, AlertsPage, type ShownAlert, SpeechPage } from "../views/alerts.tsx";
import { type Asking, postAsked } from "./public.tsx";

type Filled = { readonly errors: FieldErrors; readonly typed: Typed };
// Who wants to be warned stays unknown; a person asks once for each device.
const unknown = { anonymous: "writing" } as const;
const asking = { anonymous: "writing", perMinute: 10 } as const;

/** For everybody who is to be warned. */
export const alertRoutes: readonly Route[] = [
  get("/toi-dang-bi-lua/canh-bao", "anybody", async (asked) => alertsPage(asked, { errors: {}, typed: {} }), unknown),
  post("/toi-dang-bi-lua/canh-bao", "anybody", async (asked) => await follow(asked), asking),
  get("/toi-dang-bi-lua/canh-bao/:post/:ref", "anybody", async (asked) => {
    const { tx, lang } = asked;
    const alert = await alertAt(asked);
    const [shown] = await shownAlerts(tx, [alert], lang);
    if (!shown) throw new Problem("notFound");
    // Shared links show the title: one that was taken back says so there too.
    const headline = alert.withdrawnAt === null ? shown.headline : warningTexts.withdrawnHeadline[lang](shown.headline);
    const props = { lang, dutyPhone: postAt(tx.house, alert.communeId, lang).profile.phone, alert: { ...shown, headline }, lines: closingLines(tx, alert.communeId, lang) };
    return residentPage(<AlertPage {...props} />, { title: headline, description: headline });
  }),
  get(
    "/toi-dang-bi-lua/canh-bao/:post/:ref/to-roi.pdf",
    "anybody",
    async (asked) => {
      const alert = await heldAlert(asked);
      const { template, data } = leafletPaper(asked.tx, alert, (await hamletsOf(asked.tx, [alert]))(alert));
      return pdf(await asked.tx.house.typesetter.typeset(template, data), "canh-bao-lua-dao.pdf");
    },
    { perMinute: 20 },
  ),
  get("/toi-dang-bi-lua/canh-bao/:post/:ref/loa", "anybody", async (asked) => {
    const alert = await heldAlert(asked);
    const sentences = speechOf(asked.tx, alert, (await hamletsOf(asked.tx, [alert]))(alert));
    return residentPage(<SpeechPage lang={asked.lang} sentences={sentences} />, { title: t.speech[asked.lang] });
  }),
];

type ForHamlets = Pick<Alert, "hamletIds">;

/** Names of the hamlets that some warnings are for, of each of them; none: the whole commune. */
async function hamletsOf<A extends ForHamlets>(tx: Tx, alerts: readonly A[]): Promise<(alert: A) => readonly string[]> {
  const names = await nameUnits(tx, [...new Set(alerts.flatMap(({ hamletIds }) => hamletIds))]);
  return ({ hamletIds }) => hamletIds.flatMap((id) => names.get(id) ?? []).sort((one, other) => one.localeCompare(other, "vi"));
}

/** Warnings as pages show them. */
export async function shownAlerts(tx: Tx, alerts: readonly Alert[], lang: Lang): Promise<readonly ShownAlert[]> {
  const hamletsIn = await hamletsOf(tx, alerts);
  return alerts.map((alert) => {
    const { communeId, ref, headline, body, kind, publishedAt, expiresAt, withdrawnAt } = alert;
    const hamlets = hamletsIn(alert);
    const reach = hamlets.length === 0 ? t.wholeCommune[lang] : t.forHamlets[lang](hamlets.join(", "));
    const day = (instant: Date): string => formatDate(dayOf(instant), lang);
    const ends = { overSince: expiresAt <= tx.now ? day(expiresAt) : null, withdrawnOn: withdrawnAt && day(withdrawnAt) };
    return {
      post: tx.house.units.getUnit(communeId).code,
      ref,
      headline,
      body,
      kind: kindName(tx, kind)[lang],
      reach,
      at: day(publishedAt),
      ...ends,
    };
  });
}

type AtAlert = Pick<Asked<"/toi-dang-bi-lua/canh-bao/:post/:ref">, "tx" | "params">;

/** @throws Problem("notFound") for what is no post or no reference, or a warning of another post */
async function alertAt({ tx, params }: AtAlert): Promise<Alert> {
  const unit = tx.house.units.findByCode("commune", params.post, dayOf(tx.now));
  const ref = readReference(params.ref);
  if (unit === null || ref === null) throw new Problem("notFound");
  return await getPublicAlert(tx, { communeId: unit.id }, ref);
}

/** To be hung out or read out: only what holds. @throws Problem("notFound") */
async function heldAlert(asked: AtAlert): Promise<Alert> {
  const alert = await alertAt(asked);
  if (alert.withdrawnAt !== null || alert.expiresAt <= asked.tx.now) throw new Problem("notFound");
  return alert;
}

async function alertsPage(asked: Asking, filled: Filled): Promise<Answer> {
  const { tx, lang } = asked;
  const { unit, profile } = postAsked(asked);
  const alerts = await shownAlerts(tx, await listPublicAlerts(tx, { communeId: unit.id }), lang);
  const hamlets = (await listHamlets(tx, unit.id, dayOf(tx.now))).map(({ id, name }) => ({ value: String(id), text: name }));
  const props = { ...filled, lang, dutyPhone: profile.phone, alerts, hamlets, publicKey: tx.house.channels.push.publicKey };
  return residentPage(<AlertsPage {...props} />, {
    title: t.alerts[lang],
    description: t.alertsDescription[lang],
    status: Object.keys(filled.errors).length > 0 ? 422 : 200,
    script: "push",
  });
}

/** What the script of the page sends: the hamlet that was chosen, and how the device is reached. */
async function follow(asked: Asking & Pick<Asked, "body">): Promise<Answer> {
  const { tx, body, lang } = asked;
  const device = parseDevice(body);
  if (!device) throw new Problem("invalid");
  const { unit } = postAsked(asked);
  const hamlets = await listHamlets(tx, unit.id, dayOf(tx.now));
  const form = parseFollow(
    body,
    hamlets.map(({ id }) => id),
  );
  if (!form.ok) return await alertsPage(asked, form);
  const followed = { communeId: unit.id, provinceId: unit.provinceId ?? 0, regime: scam.regime, hamletId: form.value.hamletId };
  const led = await followHamlet(tx, followed, { address: device, lang });
  return led === null ? await alertsPage(asked, refuse(body, { push: t.followUnknown })) : seeOther(led);
}
