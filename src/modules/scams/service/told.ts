import { toldToOfficer } from "../../../kernel/door.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Channel } from "../../../kernel/tables.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { isOwnPress, type ToldReceipt } from "../../../web/told.tsx";
import type { Told } from "../forms.ts";
import { scam } from "../matter.ts";
import { findReport } from "../queries/reports.ts";
import { openReport } from "./report.ts";

/**
 * Writes down a fraud that somebody told an officer who holds nothing of this regime. A button pressed twice is one report; afterwards its
 * reference opens nothing for her.
 *
 * @throws Problem notPermitted for who is no officer of a post; alreadyDone for a reference that was used before; LawGap
 */
export async function writeDownScam(tx: Tx, told: Told, { channel, publicRef }: { readonly channel: Channel; readonly publicRef: string }): Promise<ToldReceipt> {
  const { id } = tx.actor;
  return await toldToOfficer(tx, scam.regime, async (inside) => {
    await takeTurn(inside, `scam ${publicRef}`);
    const there = await findReport(inside, placeOf(inside.actor).communeId, publicRef);
    if (there && !isOwnPress(inside, { receivedBy: there.report.receivedBy, receivedAt: there.matter.receivedAt, officerId: id })) throw new Problem("alreadyDone");
    const { code, receivedAt } = there?.matter ?? (await openReport(inside, told, { channel, publicRef, state: "received", receivedBy: id }));
    return { code, publicRef, receivedAt, channel };
  });
}
