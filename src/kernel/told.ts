import { toldToOfficer } from "./door.ts";
import type { Matter, MatterKind } from "./matter.ts";
import { Problem } from "./problem.ts";
import type { Channel } from "./tables.ts";
import { openOnce } from "./turn.ts";
import type { Tx } from "./tx.ts";

/*
 * What somebody tells an officer to whom its regime is closed: each module that takes it writes it down through the door and shows the
 * receipt once.
 */

/** How it can be told to her. */
export const toldChannels = ["counter", "phone", "field"] as const satisfies readonly Channel[];

/** All that the officer sees of it again. */
export type ToldReceipt = { readonly code: string; readonly publicRef: string; readonly receivedAt: Date; readonly channel: Channel };

/** Within this time the same press is the same matter, and its receipt is shown again. */
const pressMs = 2 * 60_000;

/** Who received what is there, and the writing of what is not. Both run inside the door. */
type Keeping = {
  readonly findReceiver: (inside: Tx, there: Matter) => Promise<number | null>;
  readonly keep: (inside: Tx, receivedBy: number | null) => Promise<Matter>;
};

/**
 * Writes down what an officer was told. A button pressed twice is one matter; afterwards its reference opens nothing for her.
 *
 * @throws Problem notPermitted for who is no officer of a post; alreadyDone for a reference that was used before
 */
export async function writeDown(
  tx: Tx,
  { kind, publicRef, channel }: { readonly kind: Pick<MatterKind, "kind" | "regime">; readonly publicRef: string; readonly channel: Channel },
  { findReceiver, keep }: Keeping,
): Promise<ToldReceipt> {
  const officerId = tx.actor.id;
  return await toldToOfficer(tx, kind.regime, async (inside) => {
    const { matter, again } = await openOnce(inside, { kind: kind.kind, publicRef }, () => keep(inside, officerId));
    const isOwnPress = !again || ((await findReceiver(inside, matter)) === officerId && tx.now.getTime() - matter.receivedAt.getTime() <= pressMs);
    if (!isOwnPress) throw new Problem("alreadyDone");
    return { code: matter.code, publicRef, receivedAt: matter.receivedAt, channel };
  });
}
