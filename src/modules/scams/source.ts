import type { AlertSource } from "../../web/public-sources.ts";
import { kindName } from "./law.ts";
import { paths } from "./paths.ts";
import { listPublicAlerts } from "./service/alerts.ts";

/** Warnings of frauds as feeds and CAP readers outside take them: for the whole commune. */
export const alertSource: AlertSource = {
  name: "scams",
  list: async (tx, place) => {
    const { code } = tx.house.units.getUnit(place.communeId);
    return (await listPublicAlerts(tx, place)).map((alert) => ({
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
      expiresAt: alert.expiresAt,
      updatedAt: alert.publishedAt,
      href: paths.publicAlert(code, alert.ref),
    }));
  },
};
