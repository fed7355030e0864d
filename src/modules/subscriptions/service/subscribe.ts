import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Matter } from "../../../kernel/matter.ts";
import { wakeOutbox } from "../../../kernel/outbox.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { PushAddress } from "../../../platform/channels/push.ts";
import { isPushService, rulesOf } from "../law.ts";
import {
  askAgain,
  countConfirmation,
  endSubscription,
  insertSubscription,
  listLive,
  listOwnDevices,
  mostOwnDevices,
  type NewSubscription,
  openSubscription,
  type Subscription,
  setConfirmed,
} from "../queries/subscriptions.ts";

/** The matter that somebody wants to be told of; opened before, or the officer's own. */
export type Subject = Pick<Matter, "communeId" | "provinceId" | "id" | "regime">;

/** What became of a wish to be told. */
export type Wished = "asked" | "started" | "already" | "tooMany" | "tooManyPlaces" | "unknownService";

/** By e-mail: a letter asks for the confirmation, and nothing else goes there before it. A wish sent twice is one subscription. */
export async function askByEmail(tx: Tx, subject: Subject, { email, lang }: { readonly email: string; readonly lang: Lang }): Promise<Wished> {
  const hash = tx.house.vault.hash(`email:${email.toLowerCase()}`);
  const live = await listLive(tx, ofMatter(subject));
  const known = live.find((one) => one.addressHash?.equals(hash));
  if (known?.confirmedAt) return "already";
  if (!known && live.length >= rulesOf(tx).perMatter) return "tooManyPlaces";
  if (!(await mayAsk(tx, subject, hash))) return "tooMany";
  if (known) await askAgain(tx, known);
  else await insertSubscription(tx, { ...rowOf(tx, subject, { channel: "email", lang, address: email, hash }), confirmedAt: null });
  await wakeOutbox(tx, subject.communeId);
  return "asked";
}

/**
 * The same at the counter, for a dossier just received: the officer puts the address in and sees it no more. Letters are not counted here:
 * whoever hands in the dossiers of a whole family stands before the officer, and is to hear of each.
 */
export async function askByEmailAtCounter(tx: Tx, subject: Subject, { email, lang }: { readonly email: string; readonly lang: Lang }): Promise<void> {
  const hash = tx.house.vault.hash(`email:${email.toLowerCase()}`);
  await insertSubscription(tx, { ...rowOf(tx, subject, { channel: "email", lang, address: email, hash }), confirmedAt: null });
  await wakeOutbox(tx, subject.communeId);
}

/** On this device: who asks here holds it, so nothing has to be confirmed. */
export async function askByPush(tx: Tx, subject: Subject, { address, lang }: { readonly address: PushAddress; readonly lang: Lang }): Promise<Wished> {
  if (!isPushService(address.endpoint, rulesOf(tx))) return "unknownService";
  const hash = hashOfDevice(tx, address);
  const live = await listLive(tx, ofMatter(subject));
  if (live.some((one) => one.addressHash?.equals(hash))) return "already";
  if (live.length >= rulesOf(tx).perMatter) return "tooManyPlaces";
  await insertSubscription(tx, { ...rowOf(tx, subject, { channel: "push", lang, address: JSON.stringify(address), hash }), confirmedAt: tx.now });
  return "started";
}

/** Ends one of an opened matter, and erases its address. */
export async function stopOf(tx: Tx, { communeId, id }: Pick<Subject, "communeId" | "id">, subscriptionId: number): Promise<void> {
  const live = await listLive(tx, { communeId, matterId: id });
  const one = live.find((known) => known.id === subscriptionId);
  if (one) await endSubscription(tx, one, "stopped");
}

/** Where a subscription stands, to whoever holds its reference. */
export type Standing = "unknown" | "unconfirmed" | "confirmed" | "ended";

export async function standingOf(tx: Tx, ref: string): Promise<Standing> {
  const found = await openSubscription(tx, ref);
  return found === null ? "unknown" : standing(found);
}

const standing = ({ endedAt, confirmedAt }: Subscription): Standing => (endedAt !== null ? "ended" : confirmedAt !== null ? "confirmed" : "unconfirmed");

export async function confirmByRef(tx: Tx, ref: string): Promise<Standing> {
  const found = await openSubscription(tx, ref);
  if (found === null) return "unknown";
  if (standing(found) !== "unconfirmed") return standing(found);
  await setConfirmed(tx, found);
  return "confirmed";
}

export async function stopByRef(tx: Tx, ref: string): Promise<Standing> {
  const found = await openSubscription(tx, ref);
  if (found === null) return "unknown";
  await endSubscription(tx, found, "stopped");
  return "ended";
}

/** Wakes the officer who asks on this device too, unless it is of a service that is not known, or there are enough already. */
export async function addOwnDevice(
  tx: Tx,
  { address, lang }: { readonly address: PushAddress; readonly lang: Lang },
): Promise<Extract<Wished, "started" | "already" | "tooManyPlaces" | "unknownService">> {
  const { id } = tx.actor;
  if (id === null) throw new Problem("notPermitted");
  if (!isPushService(address.endpoint, rulesOf(tx))) return "unknownService";
  const hash = hashOfDevice(tx, address);
  const own = await listOwnDevices(tx);
  if (own.some((one) => one.addressHash?.equals(hash))) return "already";
  if (own.length >= mostOwnDevices) return "tooManyPlaces";
  const base = { ...placeOf(tx.actor), regime: "internal", matterId: null, accountId: id } as const;
  await insertSubscription(tx, { ...base, ...sealed(tx, { channel: "push", lang, address: JSON.stringify(address), hash }), confirmedAt: tx.now });
  return "started";
}

export async function stopOwnDevice(tx: Tx, subscriptionId: number): Promise<void> {
  const one = (await listOwnDevices(tx)).find((known) => known.id === subscriptionId);
  if (one) await endSubscription(tx, one, "stopped");
}

/** An address as those see it who know it already: "ng…@gmail.com". */
export function maskedEmail(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${[...name].slice(0, name.length > 3 ? 2 : 1).join("")}…@${host}`;
}

const ofMatter = ({ communeId, id }: Pick<Subject, "communeId" | "id">) => ({ communeId, matterId: id });

export function hashOfDevice(tx: Tx, { endpoint }: PushAddress): Buffer {
  return tx.house.vault.hash(`push:${endpoint}`);
}

/** A stranger's address may be typed by anybody, so letters are counted: by address over the whole house, and by matter. */
async function mayAsk(tx: Tx, { communeId, id }: Subject, hash: Buffer): Promise<boolean> {
  const { confirmationsPerAddress, confirmationsPerMatter } = rulesOf(tx);
  const day = dayOf(tx.now);
  const ofSubject = tx.house.vault.hash(`asked:${communeId}:${id}`);
  return (await countConfirmation(tx, { hash: ofSubject, day, most: confirmationsPerMatter })) && (await countConfirmation(tx, { hash, day, most: confirmationsPerAddress }));
}

type Address = { readonly channel: Subscription["channel"]; readonly lang: Lang; readonly address: string; readonly hash: Buffer };

/** A new subscription to an address, as far as it does not matter what it is for. */
export function sealed(tx: Tx, { channel, lang, address, hash }: Address) {
  return { ref: newReference(), channel, lang, addressSealed: tx.house.vault.seal(address), addressHash: hash, startedAt: tx.now };
}

function rowOf(tx: Tx, { communeId, provinceId, id, regime }: Subject, address: Address): Omit<NewSubscription, "confirmedAt"> {
  return { communeId, provinceId, regime, matterId: id, ...sealed(tx, address) };
}
