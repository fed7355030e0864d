import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { paths } from "../paths.ts";
import { forGood, listToldOf, type Told, type ToldOfficer } from "../queries/deliveries.ts";
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
  const way = address ?? wayOf(told, lang);
  const how = told.noticeId === null ? t.confirmationBy[lang](way) : way;
  if (told.sentAt !== null) return t.sentAt[lang](how, formatMoment(told.sentAt, lang));
  return t.notSent[lang](how, whyNot(tx, told)[lang]);
}

const wayOf = ({ channel }: Told, lang: Lang): string => (channel === "email" ? t.byEmail : t.byPush)[lang];

/** One telling as a step of what happened, for officers: nothing in it says where to. */
export type ToldStep = { readonly instant: Date; readonly title: string; readonly note: string };

/** @param about the action that the notice was about, in words; null for a letter that asks for a confirmation */
export function toldStep(tx: Tx, told: Told, { about, lang }: { readonly about: string | null; readonly lang: Lang }): ToldStep {
  const words = told.sentAt !== null ? t.stepSent : told.gaveUpAt !== null ? t.stepGivenUp : t.stepWaiting;
  const why = told.sentAt === null ? whyNot(tx, told)[lang] : null;
  return {
    instant: told.sentAt ?? told.gaveUpAt ?? told.queuedAt,
    title: words[lang](wayOf(told, lang)),
    note: [about ?? t.confirmation[lang], why].filter((part) => part !== null).join(": "),
  };
}

/** Over which ways the resident wanted to be told and cannot be, as their receivers said last; told newest first. */
export function unreached(told: readonly ToldOfficer[], lang: Lang): readonly string[] {
  const last = new Map([...told].reverse().map((one) => [one.subscriptionId, one]));
  const refused = [...last.values()].filter(({ gaveUpAt, lastError }) => gaveUpAt !== null && lastError !== null && forGood.includes(lastError));
  return [...new Set(refused.map((one) => wayOf(one, lang)))];
}

function whyNot({ house }: Tx, { channel, gaveUpAt, lastError }: Told) {
  if (gaveUpAt !== null) return faultTexts[lastError ?? "expired"];
  if (channel === "email" && house.channels.mail === null) return t.notConnected;
  return lastError === null ? t.waiting : t.retrying;
}
