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

/** What the loudspeaker of the hamlet reads, sentence by sentence; the warning comes twice. */
export function speechOf(tx: Pick<Tx, "house">, { communeId, headline, body }: Alert): readonly string[] {
  const warning = [`${headline}.`.replace(/([.!?])\.$/, "$1"), ...body.split("\n").filter((line) => line !== "")];
  const closing = closingLines(tx, communeId, "vi");
  return [t.greeting.vi(postAt(tx.house, communeId, "vi").name), ...warning, ...closing, t.again.vi, ...warning, ...closing, t.thanks.vi];
}

/** A leaflet to be put up: one A4 page in large letters. */
export function leafletPaper(tx: Pick<Tx, "house">, alert: Alert): Paper {
  return {
    template: "src/modules/scams/documents/leaflet.typ",
    data: {
      agency: postAt(tx.house, alert.communeId, "vi").name,
      title: t.leafletTitle.vi,
      headline: alert.headline,
      paragraphs: alert.body.split("\n").filter((line) => line !== ""),
      closing: closingLines(tx, alert.communeId, "vi"),
      day: dayOf(alert.publishedAt),
      demo: tx.house.demo,
    },
  };
}
