import { toldToOfficer } from "../../../kernel/door.ts";
import { findMatter } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { isOwnPress, type ToldReceipt } from "../../../web/told.tsx";
import type { TakenReport } from "../forms/report.ts";
import { incident } from "../matter.ts";
import { findIncident } from "../queries/reports.ts";
import { keepReport } from "./intake.ts";

/**
 * Writes down what somebody told an officer who holds nothing of this regime. A button pressed twice is one report; afterwards its
 * reference opens nothing for her.
 *
 * @returns what the receipt shows, and nothing else
 * @throws Problem notPermitted for who is no officer of a post; alreadyDone for a reference that was used before; LawGap
 */
export async function writeDownReport(tx: Tx, publicRef: string, { channel, ...report }: TakenReport): Promise<ToldReceipt> {
  const { id } = tx.actor;
  return await toldToOfficer(tx, incident.regime, async (inside) => {
    const { communeId } = placeOf(inside.actor);
    await takeTurn(inside, `incident ${publicRef}`);
    const there = await findMatter(inside, communeId, { ref: publicRef });
    const receivedBy = there && (await findIncident(inside, { communeId, matterId: there.id }))?.receivedBy;
    if (there && !isOwnPress(inside, { receivedBy, receivedAt: there.receivedAt, officerId: id })) throw new Problem("alreadyDone");
    const { code, receivedAt } = there ?? (await keepReport(inside, report, { publicRef, channel, state: "received", receivedBy: id }));
    return { code, publicRef, receivedAt, channel };
  });
}
