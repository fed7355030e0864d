import { sql } from "kysely";
import { findMatter, type Matter } from "./matter.ts";
import { placeOf, type Tx } from "./tx.ts";

/** Lets transactions that name the same thing pass one after the other, each until its end: what is sent twice finds what was sent first. */
export async function takeTurn(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.db);
}

/** Opens a matter under the reference that its form was given out with; what is sent again is what is there already. */
export async function openOnce(
  tx: Tx,
  { kind, publicRef }: { readonly kind: string; readonly publicRef: string },
  open: () => Promise<Matter>,
): Promise<{ readonly matter: Matter; readonly again: boolean }> {
  await takeTurn(tx, `${kind} ${publicRef}`);
  const there = await findMatter(tx, placeOf(tx.actor).communeId, { kind, ref: publicRef });
  return there ? { matter: there, again: true } : { matter: await open(), again: false };
}
