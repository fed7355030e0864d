import type { Lang } from "../../../base/lang.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { House } from "../../../kernel/house.ts";
import type { Facts } from "../../../kernel/tables.ts";
import type { Letter } from "../../../platform/channels/mail.ts";
import type { PushMessage } from "../../../platform/channels/push.ts";
import { postName } from "../../../web/views/post.ts";
import { paths } from "../paths.ts";
import type { Claimed } from "../queries/deliveries.ts";
import { letterTexts as t } from "../texts/letter.ts";
import { type LetterParts, writeLetter } from "../views/letter.tsx";

/** What the composition of the house tells the outbox: the words of each notice, and where they lead. */
export type Wording = {
  readonly notice: (template: string, code: string, lang: Lang) => string;
  readonly alert: (template: string, facts: Facts, lang: Lang) => string;
  /** The page on which a resident looks for her dossier: what she is sent leads there, and no further. */
  readonly lookUpPath: string;
  /** The page of an officer's alerts. */
  readonly alertsPath: string;
};

type Telling = Pick<Claimed, "ref" | "lang" | "noticeTemplate" | "code">;

/** The words of a letter about a notice, as it is sent and as the mailbox of a demonstration shows it. */
export function noticeLetter(house: House, wording: Pick<Wording, "notice" | "lookUpPath">, { ref, lang, noticeTemplate, code }: Telling): LetterParts {
  return {
    lang,
    subject: t.subject[lang](code ?? ""),
    line: wording.notice(noticeTemplate ?? "", code ?? "", lang),
    main: { lead: t.lookUp[lang], href: house.publicUrl + wording.lookUpPath, text: t.lookUpLink[lang] },
    end: { lead: t.stop[lang], href: house.publicUrl + paths.stop(ref), text: t.stopLink[lang] },
    why: t.why[lang],
  };
}

/** The words of the letter that asks for a confirmation: not even the code, since a slip of the pen may send it to a stranger. */
export function confirmationLetter(house: House, { communeId }: Pick<Place, "communeId">, { ref, lang }: Pick<Telling, "ref" | "lang">): LetterParts {
  return {
    lang,
    subject: t.confirmSubject[lang],
    line: t.confirmLine[lang](postName(house.units.getUnit(communeId), lang)),
    main: { lead: "", href: house.publicUrl + paths.confirm(ref), text: t.confirmLink[lang] },
    end: { lead: t.notMe[lang], href: house.publicUrl + paths.stop(ref), text: t.notMeLink[lang] },
    why: null,
  };
}

/** The letter for what was claimed. */
export function letterFor(house: House, wording: Wording, claimed: Claimed, to: string): Letter {
  const parts = claimed.noticeTemplate === null ? confirmationLetter(house, claimed, claimed) : noticeLetter(house, wording, claimed);
  return {
    to,
    lang: claimed.lang,
    ...writeLetter(parts),
    messageId: `${markOf(house, claimed, "hex").slice(0, 40)}@${hostOf(house)}`,
    stopUrl: house.publicUrl + paths.stop(claimed.ref),
  };
}

/** The message for what was claimed. The service of the browser cannot read it; the phone shows it to whoever holds it. */
export function messageFor(house: House, wording: Wording, claimed: Claimed, keepSeconds: number): PushMessage {
  const topic = markOf(house, claimed, "base64url").slice(0, 32);
  return { payload: JSON.stringify({ ...said(house, wording, claimed), lang: claimed.lang, tag: topic }), topic, keepSeconds };
}

type Said = { readonly title: string; readonly body: string; readonly url: string };

function said({ units }: House, wording: Wording, { communeId, lang, noticeTemplate, code, alertTemplate, alertFacts, headline, href }: Claimed): Said {
  if (headline !== null && href !== null) return { title: t.warningTitle[lang](postName(units.getUnit(communeId), lang)), body: headline, url: href };
  if (noticeTemplate !== null) return { title: t.pushTitle[lang](code ?? ""), body: wording.notice(noticeTemplate, code ?? "", lang), url: wording.lookUpPath };
  return { title: t.alertTitle[lang], body: wording.alert(alertTemplate ?? "", alertFacts ?? {}, lang), url: wording.alertsPath };
}

/** The same for the same telling, and saying nothing about it. */
function markOf({ vault }: House, { communeId, key }: Pick<Claimed, "communeId" | "key">, as: "hex" | "base64url"): string {
  return vault.hash(`telling:${communeId}:${key}`).toString(as);
}

function hostOf({ publicUrl, channels }: House): string {
  return channels.mail?.from.split("@").at(-1) ?? new URL(publicUrl).hostname;
}
