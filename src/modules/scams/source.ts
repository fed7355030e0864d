import { formatDate } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { AlertSource, PublicAlert } from "../../web/public-sources.ts";
import { kindName } from "./law.ts";
import { paths } from "./paths.ts";
import { type Alert, listAlerts } from "./queries/alerts.ts";
import { warningTexts as t } from "./texts/public.ts";

/** So many warnings are in a feed; a reader that comes seldom finds also those that are over. Each that was taken back is two. */
const mostInFeed = 50;

/** Warnings of frauds as feeds and CAP readers outside take them: for some hamlets, or for the whole commune. */
export const alertSource: AlertSource = {
  name: "scams",
  list: async (tx, place) => (await listAlerts(tx, place.communeId, { size: mostInFeed, over: true })).flatMap((alert) => given(tx, alert)),
};

/** One that was taken back keeps its place and says so, and a second one takes it back: programs that have the first would go on warning. */
function given(tx: Tx, alert: Alert): readonly PublicAlert[] {
  const { ref, headline, publishedAt, withdrawnAt } = alert;
  if (withdrawnAt === null) return [told(tx, alert)];
  const said = { headline: t.withdrawnHeadline.vi(headline), text: t.withdrawn.vi(formatDate(dayOf(withdrawnAt), "vi")), updatedAt: withdrawnAt };
  const first = { ...told(tx, alert), ...said };
  return [{ ...first, id: `${ref}.rut`, sentAt: withdrawnAt, supersedes: [{ id: ref, sentAt: publishedAt }], cancels: true }, first];
}

function told(tx: Tx, { communeId, ref, kind, headline, body, hamletIds, publishedAt, expiresAt }: Alert): PublicAlert {
  return {
    id: ref,
    sentAt: publishedAt,
    headline,
    text: body,
    severity: "Moderate",
    urgency: "Immediate",
    certainty: "Observed",
    category: "Security",
    event: kindName(tx, kind).vi,
    hamlets: hamletIds,
    expiresAt,
    updatedAt: publishedAt,
    href: paths.publicAlert(tx.house.units.getUnit(communeId).code, ref),
  };
}
