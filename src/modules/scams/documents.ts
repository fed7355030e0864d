import { dayOf } from "../../base/day.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { postAt } from "../../web/views/post.ts";
import type { Alert } from "./queries/alerts.ts";
import { warningTexts as t } from "./texts/public.ts";

/** What stands under every warning: what is never asked, and whom to call. */
export function closingLines(tx: Pick<Tx, "house">, communeId: number, lang: "vi" | "en"): readonly string[] {
  const { name, profile } = postAt(tx.house, communeId, lang);
  return [t.never[lang], profile.phone === null ? t.callNoPhone[lang](name) : t.call[lang](name, profile.phone)];
}

/** What the loudspeaker of the hamlet reads, sentence by sentence; the warning comes twice. `hamlets`: names of those that it is for; none: everybody. */
export function speechOf(tx: Pick<Tx, "house">, { communeId, headline, body }: Alert, hamlets: readonly string[]): readonly string[] {
  const warning = [`${headline}.`.replace(/([.!?])\.$/, "$1"), ...body.split("\n").filter((line) => line !== "")];
  const closing = closingLines(tx, communeId, "vi");
  const greeting = [t.greeting.vi(postAt(tx.house, communeId, "vi").name), ...forHamlets(hamlets)];
  return [...greeting, ...warning, ...closing, t.again.vi, ...warning, ...closing, t.thanks.vi];
}

const forHamlets = (hamlets: readonly string[]): readonly string[] => (hamlets.length === 0 ? [] : [t.forHamlets.vi(hamlets.join(", "))]);

/** A leaflet to be put up: one A4 page in large letters. */
export function leafletPaper(tx: Pick<Tx, "house">, alert: Alert, hamlets: readonly string[]): Paper {
  return {
    template: "src/modules/scams/documents/leaflet.typ",
    data: {
      agency: postAt(tx.house, alert.communeId, "vi").name,
      title: t.leafletTitle.vi,
      headline: alert.headline,
      paragraphs: [...forHamlets(hamlets), ...alert.body.split("\n").filter((line) => line !== "")],
      closing: closingLines(tx, alert.communeId, "vi"),
      day: dayOf(alert.publishedAt),
      demo: tx.house.demo,
    },
  };
}
