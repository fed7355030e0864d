import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import type { Regime, Right } from "./rights.ts";
import type { Change, Facts } from "./tables.ts";
import { touch } from "./touches.ts";
import type { Tx } from "./tx.ts";

/** What stands before the first link of every chain. */
export const beginningOfChain: Buffer = Buffer.alloc(32);

/** Seals a value to what came before: SHA-256 over the previous hash and the value as canonical JSON. */
export function sealLink(prev: Uint8Array, value: unknown): Buffer {
  return createHash("sha256")
    .update(prev)
    .update(stringify(value) ?? "")
    .digest();
}

export type TimelineEntry = {
  readonly communeId: number;
  readonly provinceId: number;
  readonly matterId: number;
  readonly seq: number;
  readonly regime: Regime;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly needs: Right;
  readonly public: boolean;
  readonly note: string | null;
  readonly facts: Facts;
  readonly change: Change;
};

/** The part of a timeline row that its hash covers. The commune is left out: a reorganisation moves rows without breaking their chain. */
export function timelineLink(row: {
  matterId: number;
  seq: number;
  at: Date;
  actorId: number | null;
  action: string;
  fromState: string | null;
  toState: string;
  needs: string;
  public: boolean;
  note: string | null;
  facts: unknown;
  changeHash: Uint8Array;
}): unknown {
  const { matterId, seq, at, actorId, action, fromState, toState, needs, note, facts } = row;
  return [matterId, seq, at.toISOString(), actorId, action, fromState, toState, needs, row.public, note, facts, Buffer.from(row.changeHash).toString("hex")];
}

/** The part of an audit row that its hash covers. */
export function auditLink(row: { subject: string; seq: number; at: Date; actorId: number | null; action: string; change: unknown }): unknown {
  return [row.subject, row.seq, row.at.toISOString(), row.actorId, row.action, row.change];
}

/**
 * Writes the timeline row and the audit row of one move, and notes that its matter is to be counted anew.
 *
 * @param prev hash of the timeline so far, as it stands on the matter
 * @returns the new end of the chain, to be kept on the matter
 */
export async function recordMove(tx: Tx, entry: TimelineEntry, prev: Buffer): Promise<Buffer> {
  const { change, ...shown } = entry;
  const subject = `matter:${entry.matterId}`;
  const auditPrev = await lastChangeHash(tx, entry);
  const audited = { subject, seq: entry.seq, at: tx.now, actorId: tx.actor.id, action: entry.action, change };
  const changeHash = sealLink(auditPrev, auditLink(audited));
  const row = { ...shown, at: tx.now, actorId: tx.actor.id, changeHash, prevHash: prev };
  const hash = sealLink(prev, timelineLink(row));
  await Promise.all([
    tx.db
      .insertInto("audit")
      .values({ ...audited, communeId: entry.communeId, provinceId: entry.provinceId, regime: entry.regime, change: JSON.stringify(change), prevHash: auditPrev, hash: changeHash })
      .execute(),
    tx.db
      .insertInto("timeline")
      .values({ ...row, facts: JSON.stringify(entry.facts), hash })
      .execute(),
    touch(tx, [entry], String(entry.matterId)),
  ]);
  return hash;
}

/** The audit chain of a matter runs beside its timeline, so its end is found there, by those who may not read the audit. */
async function lastChangeHash(tx: Tx, entry: TimelineEntry): Promise<Buffer> {
  if (entry.seq === 1) return beginningOfChain;
  const last = await tx.db
    .selectFrom("timeline")
    .select("changeHash")
    .where("communeId", "=", entry.communeId)
    .where("matterId", "=", entry.matterId)
    .where("seq", "=", entry.seq - 1)
    .executeTakeFirstOrThrow();
  return last.changeHash;
}

/** Adds to the chain of an account: who made, changed or closed it. For the gate. The record of a commune's officer is his province's to read as well. */
export async function recordAccount(tx: Tx, row: { accountId: number; unitId: number; actorId: number | null; action: string; change: Change }): Promise<void> {
  const subject = `account:${row.accountId}`;
  const last = await tx.db
    .selectFrom("audit")
    .select(["seq", "hash"])
    .where("communeId", "=", row.unitId)
    .where("subject", "=", subject)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const unit = await tx.db.selectFrom("units").select("provinceId").where("id", "=", row.unitId).executeTakeFirst();
  const audited = { subject, seq: (last?.seq ?? 0) + 1, at: tx.now, actorId: row.actorId, action: row.action, change: row.change };
  const prev = last?.hash ?? beginningOfChain;
  await tx.db
    .insertInto("audit")
    .values({
      ...audited,
      communeId: row.unitId,
      provinceId: unit?.provinceId ?? row.unitId,
      regime: "internal",
      change: JSON.stringify(row.change),
      prevHash: prev,
      hash: sealLink(prev, auditLink(audited)),
    })
    .execute();
}

/** One look at personal data: whose, and what for. */
export type Read = { readonly communeId: number; readonly provinceId: number; readonly regime: Regime; readonly subject: string; readonly purpose: string };

/** Writes down who looked at what. In a transaction of its own, because the page's is read-only. */
export async function recordReads(tx: Tx, reads: readonly Read[]): Promise<void> {
  const { id } = tx.actor;
  if (id === null || reads.length === 0) return;
  await tx.db
    .insertInto("reads")
    .values(reads.map((read) => ({ ...read, at: tx.now, actorId: id })))
    .execute();
}
