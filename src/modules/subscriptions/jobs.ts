import { dayOf } from "../../base/day.ts";
import type { Tx } from "../../kernel/tx.ts";
import { rulesOf } from "./law.ts";
import { endKept, forgetConfirmations, listCommunesKeeping } from "./queries/subscriptions.ts";

const day = 86_400_000;

function limitsOf(tx: Tx): { readonly closed: Date; readonly asked: Date } {
  const { keepDays, confirmWithinDays } = rulesOf(tx);
  const ago = (days: number): Date => new Date(tx.now.getTime() - days * day);
  return { closed: ago(keepDays), asked: ago(confirmWithinDays) };
}

/** Communes that keep an address for too long; forgets what was counted on past days by the way. Asked at the gate. */
export async function communesKeepingAddresses(tx: Tx): Promise<readonly number[]> {
  await forgetConfirmations(tx, dayOf(tx.now));
  return await listCommunesKeeping(tx, limitsOf(tx));
}

/** Erases the addresses of matters closed long enough, of those never confirmed, and of officers who left. Safe to run twice. @returns how many */
export async function eraseAddresses(tx: Tx): Promise<number> {
  return await endKept(tx, limitsOf(tx));
}
