import type { Lang } from "../../../base/lang.ts";
import type { Place } from "../../../kernel/actor.ts";
import type { Regime } from "../../../kernel/rights.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import { nameUnits } from "../../../kernel/units.ts";
import type { PushAddress } from "../../../platform/channels/push.ts";
import { isPushService, rulesOf } from "../law.ts";
import { paths } from "../paths.ts";
import { findRefOfDevice, insertSubscription, openSubscription } from "../queries/subscriptions.ts";
import { hashOfDevice, sealed } from "./subscribe.ts";

/** What somebody wants to be told of: whatever a post announces to a hamlet of its own in one regime. */
export type Followed = Place & { readonly regime: Regime; readonly hamletId: number };

/**
 * Tells this device of what is announced to a hamlet, without account and without name: who asks here holds it. Asked twice it is one
 * subscription.
 *
 * @returns the path of the page on which it is ended; null when the browser's service is not known
 */
export async function followHamlet(tx: Tx, followed: Followed, { address, lang }: { readonly address: PushAddress; readonly lang: Lang }): Promise<string | null> {
  if (!isPushService(address.endpoint, rulesOf(tx))) return null;
  await showCommune(tx, followed.communeId);
  const row = { ...followed, matterId: null, ...sealed(tx, { channel: "push", lang, address: JSON.stringify(address), hash: hashOfDevice(tx, address) }), confirmedAt: tx.now };
  await insertSubscription(tx, row);
  return paths.stop((await findRefOfDevice(tx, row)) ?? row.ref);
}

/** Name of the hamlet that the subscription of a reference is for; null when it is for a matter, or there is none. */
export async function findFollowed(tx: Tx, ref: string): Promise<string | null> {
  const found = await openSubscription(tx, ref);
  if (found === null || found.hamletId === null) return null;
  return (await nameUnits(tx, [found.hamletId])).get(found.hamletId) ?? null;
}
