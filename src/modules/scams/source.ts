import { dayOf } from "../../base/day.ts";
import { dueAt } from "../../kernel/clock/due.ts";
import { getInForce } from "../../kernel/law/table.ts";
import type { AlertSource } from "../../web/public-sources.ts";
import type {} from "./house.ts";
import { kindName } from "./law.ts";
import { paths } from "./paths.ts";
import { listPublicAlerts } from "./service/alerts.ts";

/** Warnings of frauds as feeds and CAP readers outside take them: for the whole commune, as long as the kind's data says. */
export const alertSource: AlertSource = {
  name: "scams",
  list: async (tx, place) => {
    const calendar = tx.house.calendarOf(place);
    return (await listPublicAlerts(tx, place)).map((alert) => {
      const { warnsFor } = getInForce(tx.house.scamKinds, dayOf(alert.publishedAt), alert.kind);
      const ends = dueAt({ term: warnsFor, from: alert.publishedAt, pauses: [], calendar }).dueAt ?? alert.publishedAt;
      return {
        id: alert.ref,
        sentAt: alert.publishedAt,
        headline: alert.headline,
        text: alert.body,
        severity: "Moderate",
        urgency: "Immediate",
        certainty: "Observed",
        category: "Security",
        event: kindName(tx, alert.kind).vi,
        hamlets: [],
        expiresAt: ends,
        updatedAt: alert.publishedAt,
        href: paths.publicAlert(alert.ref),
      };
    });
  },
};
