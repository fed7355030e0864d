import type { AlertSource } from "../../web/public-sources.ts";
import { kindName } from "./law.ts";
import { paths } from "./paths.ts";
import { listAlerts } from "./queries/alerts.ts";

/** So many warnings are in a feed; a reader that comes seldom finds also those that are over. */
const mostInFeed = 50;

/** Warnings of frauds as feeds and CAP readers outside take them: for some hamlets, or for the whole commune. */
export const alertSource: AlertSource = {
  name: "scams",
  list: async (tx, place) => {
    const { code } = tx.house.units.getUnit(place.communeId);
    return (await listAlerts(tx, place.communeId, { size: mostInFeed, over: true })).map((alert) => ({
      id: alert.ref,
      sentAt: alert.publishedAt,
      headline: alert.headline,
      text: alert.body,
      severity: "Moderate",
      urgency: "Immediate",
      certainty: "Observed",
      category: "Security",
      event: kindName(tx, alert.kind).vi,
      hamlets: alert.hamletIds,
      expiresAt: alert.expiresAt,
      updatedAt: alert.publishedAt,
      href: paths.publicAlert(code, alert.ref),
    }));
  },
};
