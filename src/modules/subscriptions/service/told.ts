import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { paths } from "../paths.ts";
import { listToldOf, type Told } from "../queries/deliveries.ts";
import { listLive, type Subscription } from "../queries/subscriptions.ts";
import { faultTexts, toldTexts as t, tellingTexts } from "../texts/resident.ts";
import type { ShownPlace, TellingProps } from "../views/telling.tsx";
import { maskedEmail, type Subject } from "./subscribe.ts";

const most = 10;

/** All that the page of a matter shows about telling, to the resident who opened it. */
export async function tellingOf(
  tx: Tx,
  { communeId, id }: Pick<Subject, "communeId" | "id">,
  lang: Lang,
): Promise<Pick<TellingProps, "lang" | "places" | "told" | "mail" | "publicKey">> {
  const subject = { communeId, matterId: id };
  const live = await listLive(tx, subject);
  const told = await listToldOf(tx, subject, most);
  const textOf = new Map(live.map((one) => [one.id, addressOf(tx, one, lang)]));
  return {
    lang,
    places: live.map(
      (one): ShownPlace => ({
        id: one.id,
        text: textOf.get(one.id) ?? "",
        state: one.confirmedAt ? tellingTexts.isOn[lang] : tellingTexts.waiting[lang],
        letterHref: one.confirmedAt === null && tx.house.channels.mail?.leaves === false ? paths.demoLetter(one.ref) : null,
      }),
    ),
    told: told.map((one) => toldWords(tx, one, lang, textOf.get(one.subscriptionId))),
    mail: tx.house.channels.mail !== null,
    publicKey: tx.house.channels.push.publicKey,
  };
}

function addressOf(tx: Tx, { channel, addressSealed }: Subscription, lang: Lang): string {
  if (channel === "push" || addressSealed === null) return tellingTexts.thisPhone[lang];
  return `${tellingTexts.email[lang]} ${maskedEmail(tx.house.vault.open(addressSealed))}`;
}

/** How one telling went, in a sentence; with the masked address only for those who know it already. */
export function toldWords(tx: Tx, told: Told, lang: Lang, address?: string): string {
  const how = address ?? (told.channel === "email" ? t.byEmail : t.byPush)[lang];
  if (told.sentAt !== null) return t.sentAt[lang](how, formatMoment(told.sentAt, lang));
  return t.notSent[lang](how, whyNot(tx, told)[lang]);
}

function whyNot({ house }: Tx, { channel, gaveUpAt, lastError }: Told) {
  if (gaveUpAt !== null) return faultTexts[lastError ?? "expired"];
  if (channel === "email" && house.channels.mail === null) return t.notConnected;
  return lastError === null ? t.waiting : t.retrying;
}
