import { formatOffset } from "../../../base/day/offset.ts";
import type { PublicAlert } from "../../../web/public-sources.ts";
import { xmlOf } from "../../../web/xml.ts";

/** Who sends, and what the house knows around an alert. */
export type CapSender = {
  /** Unique in the world; neither spaces nor commas. */
  readonly sender: string;
  readonly name: string;
  readonly contact: string | null;
  readonly web: string;
  /** A trial: nobody is to act on it. */
  readonly trial: string | null;
};
/** Where it holds: for people, and for programs by an official code; null where there is none. */
export type CapArea = { readonly description: string; readonly geocode: { readonly kind: "commune" | "hamlet"; readonly code: string } | null };

/** Name of an alert in the world of CAP. */
export type CapName = { readonly identifier: string; readonly sentAt: Date };

type Given = {
  readonly alert: PublicAlert;
  readonly identifier: string;
  readonly from: CapSender;
  readonly areas: readonly CapArea[];
  readonly references: readonly CapName[];
};

/** One alert as CAP 1.2 (OASIS, 1 July 2010): the elements in the order of its schema, times with a numeric offset. */
export function capAlert({ alert, identifier, from, areas, references }: Given): string {
  return xmlOf({
    alert: {
      "@xmlns": "urn:oasis:names:tc:emergency:cap:1.2",
      identifier,
      sender: from.sender,
      sent: formatOffset(alert.sentAt),
      status: from.trial === null ? "Actual" : "Test",
      msgType: references.length === 0 ? "Alert" : alert.cancels ? "Cancel" : "Update",
      scope: "Public",
      note: from.trial,
      references: references.map((one) => `${from.sender},${one.identifier},${formatOffset(one.sentAt)}`).join(" ") || null,
      info: {
        language: "vi-VN",
        category: alert.category ?? "Security",
        event: alert.event ?? alert.headline,
        urgency: alert.urgency ?? "Unknown",
        severity: alert.severity,
        certainty: alert.certainty ?? "Unknown",
        effective: formatOffset(alert.sentAt),
        expires: formatOffset(alert.expiresAt),
        senderName: from.name,
        headline: alert.headline,
        description: alert.text,
        instruction: alert.instruction,
        web: from.web,
        contact: from.contact,
        area: areas.map(({ description, geocode }) => ({ areaDesc: description, geocode: geocode && { valueName: `VN-${geocode.kind}`, value: geocode.code } })),
      },
    },
  });
}
