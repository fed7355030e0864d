import { alertOfficers } from "../../../kernel/alerts.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";

/** No term runs before a dispute is given out that could come near and be told of: whoever gives disputes out would not see it wait. */
export async function tellToGiveOut(tx: Tx, { communeId, id, version, code }: Matter): Promise<void> {
  await alertOfficers(tx, { communeId, right: "mediation.assign", template: "mediation.recorded", key: `toGiveOut:${id}:${version}`, facts: { code } });
}
