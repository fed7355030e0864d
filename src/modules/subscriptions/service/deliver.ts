import { takeAlerts } from "../../../kernel/alerts.ts";
import { takeAnnouncements } from "../../../kernel/announcements.ts";
import { takeNotices, wakeOutbox } from "../../../kernel/outbox.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { PushAddress } from "../../../platform/channels/push.ts";
import type { Sending } from "../../../platform/channels/sending.ts";
import { type NoticeRules, rulesOf } from "../law.ts";
import {
  type Claimed,
  claimDue,
  giveBack,
  giveUpOld,
  setGivenUp,
  setLater,
  setSent,
  spreadAlerts,
  spreadAnnouncements,
  spreadConfirmations,
  spreadNotices,
} from "../queries/deliveries.ts";
import { type ChannelName, endSubscription } from "../queries/subscriptions.ts";
import { letterFor, messageFor, type Wording } from "./words.ts";

/** Opens a short transaction in the name of a commune's clock. Sending happens between two of them, never inside one. */
export type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** So many are claimed at a time, of which so many are sent at once, and so often before another commune has its turn. */
const atATime = 20;
const atOnce = 5;
const rounds = 10;
const spreadAtATime = 200;
/** Whoever dies with a sending in hand keeps it from others for so long: longer than any sending may take. */
const leaseMs = 5 * 60_000;
/** After so many sendings of one run that reached no server at all, the channel rests for this time, in every commune. */
const patience = 2;
const restMs = 60_000;
const day = 86_400_000;

/** Until when a channel rests, because its server could not be reached: else each commune in turn would wait for it. */
export type Rest = { readonly [Channel in ChannelName]: { until: number } };
export const newRest = (): Rest => ({ email: { until: 0 }, push: { until: 0 } });

/** `onTrouble`: a channel reaches no server at all, or our own name, password or key is refused. It says nothing about whom it was for. */
export type Delivering = { readonly wording: Wording; readonly rest: Rest; readonly onTrouble?: (channel: ChannelName) => void };

/**
 * Sends what waits in a commune: first it is written down who is to be told, then each telling is claimed, sent and noted by itself. Killed at
 * any moment, it loses nothing; what was sent and not yet noted is sent once more, under the same mark.
 *
 * @returns how many were sent
 */
export async function deliverDue(run: Run, delivering: Delivering): Promise<number> {
  while (await run(spread)) {}
  const sent = await Promise.all([drain(run, delivering, "email"), drain(run, delivering, "push")]);
  return sent[0] + sent[1];
}

/** True while there may be more. */
async function spread(tx: Tx): Promise<boolean> {
  const taken = [await spreadTaken(tx, takeNotices, spreadNotices), await spreadTaken(tx, takeAlerts, spreadAlerts), await spreadTaken(tx, takeAnnouncements, spreadAnnouncements)];
  await spreadConfirmations(tx);
  await giveUpOld(tx, new Date(tx.now.getTime() - rulesOf(tx).waitDays * day));
  return taken.includes(spreadAtATime);
}

type Take = (tx: Tx, communeId: number, most: number) => Promise<readonly { readonly id: number }[]>;

/** Takes what waits, and writes down to whom it goes. @returns how many were taken */
async function spreadTaken(tx: Tx, take: Take, spreadThem: (tx: Tx, ids: readonly number[]) => Promise<void>): Promise<number> {
  const ids = (await take(tx, placeOf(tx.actor).communeId, spreadAtATime)).map(({ id }) => id);
  if (ids.length > 0) await spreadThem(tx, ids);
  return ids.length;
}

async function drain(run: Run, { wording, rest, onTrouble }: Delivering, channel: ChannelName): Promise<number> {
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    const { claimed, send } = await run(async (tx) => ({
      claimed:
        isConnected(tx, channel) && rest[channel].until <= tx.now.getTime() ? await claimDue(tx, channel, { most: atATime, until: new Date(tx.now.getTime() + leaseMs) }) : [],
      send: senderOf(tx, wording, channel),
    }));
    if (claimed.length === 0) return sent;
    const tally = await sendAll(run, claimed, send);
    sent += tally.sent;
    if (!tally.isBroken) continue;
    onTrouble?.(channel);
    rest[channel].until = (await run(async (tx) => tx.now.getTime())) + restMs;
    return sent;
  }
  await run((tx) => wakeOutbox(tx, placeOf(tx.actor).communeId));
  return sent;
}

const isConnected = ({ house }: Tx, channel: ChannelName): boolean => channel === "push" || house.channels.mail !== null;

type Send = (claimed: Claimed) => Promise<Sending | "ended">;

function senderOf({ house, ...tx }: Tx, wording: Wording, channel: ChannelName): Send {
  const { vault, channels } = house;
  const keepSeconds = (rulesOf({ house, ...tx }).waitDays * day) / 1000;
  return async (claimed) => {
    // Somebody else may have confirmed, ended or taken it back since it was written down.
    const asksToConfirm = claimed.noticeTemplate === null && claimed.alertTemplate === null && claimed.headline === null;
    const isStale = claimed.withdrawn || (asksToConfirm && claimed.confirmed);
    if (claimed.address === null || isStale) return "ended";
    const address = vault.open(claimed.address);
    if (channel === "push") return await channels.push.send(JSON.parse(address) as PushAddress, messageFor(house, wording, claimed, keepSeconds));
    return (await channels.mail?.send(letterFor(house, wording, claimed, address))) ?? "ended";
  };
}

/** Sends some at once. One that fails holds up no other; when no server can be reached at all, the rest is given back untried. */
async function sendAll(run: Run, claimed: readonly Claimed[], send: Send): Promise<{ sent: number; isBroken: boolean }> {
  const left = [...claimed];
  let sent = 0;
  let unreached = 0;
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) {
      const claimedOne = one;
      const outcome = await send(claimedOne);
      await run((tx) => note(tx, claimedOne, outcome));
      if (outcome !== "ended" && outcome.kind === "sent") sent++;
      if (outcome !== "ended" && outcome.kind === "later" && outcome.fault !== "busy" && ++unreached >= patience) await handBack(run, left);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { sent, isBroken: unreached >= patience };
}

async function handBack(run: Run, left: Claimed[]): Promise<void> {
  const ids = left.splice(0).map(({ id }) => id);
  if (ids.length > 0) await run((tx) => giveBack(tx, ids, new Date(tx.now.getTime() + restMs)));
}

/** Writes down how one sending went. Safe to run twice: what was sent or given up stays so. */
async function note(tx: Tx, claimed: Claimed, outcome: Sending | "ended"): Promise<void> {
  if (outcome === "ended") return await setGivenUp(tx, claimed, "ended");
  if (outcome.kind === "sent") return await setSent(tx, claimed);
  if (outcome.kind === "later") return await tryLater(tx, claimed, outcome);
  await setGivenUp(tx, claimed, outcome.fault);
  if (outcome.fault === "gone") await endSubscription(tx, { communeId: claimed.communeId, id: claimed.subscriptionId }, "gone");
}

async function tryLater(tx: Tx, claimed: Claimed, { fault, afterSeconds }: Extract<Sending, { kind: "later" }>): Promise<void> {
  const minutes = waitOf(rulesOf(tx), claimed.attempts);
  if (minutes === null) return await setGivenUp(tx, claimed, fault);
  const waitMs = Math.max(minutes * 60_000, (afterSeconds ?? 0) * 1000);
  await setLater(tx, claimed, { fault, at: new Date(tx.now.getTime() + waitMs) });
}

/** Minutes until the next attempt after so many; null when it was the last. */
function waitOf({ retryMinutes }: NoticeRules, attempts: number): number | null {
  return retryMinutes[attempts - 1] ?? null;
}
