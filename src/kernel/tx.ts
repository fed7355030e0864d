import { type Kysely, sql } from "kysely";
import type { Database } from "../platform/database.ts";
import { queriesOn } from "../platform/database.ts";
import type { Actor, Place } from "./actor.ts";
import type { House } from "./house.ts";
import { Problem } from "./problem.ts";
import type { KernelTables } from "./tables.ts";

/** One transaction: who asks, when, and what the house knows. Nothing queries without it. */
export type Tx = {
  readonly db: Kysely<KernelTables>;
  readonly actor: Actor;
  /** The instant of the request; the same for everything that happens in it. */
  readonly now: Date;
  readonly house: House;
};

export type TxOptions = { readonly house: House; readonly actor: Actor; readonly now: Date; readonly readOnly?: boolean };

/**
 * Runs `work` in one transaction in the actor's name; commits when it returns, rolls back when it throws.
 * The scope travels with BEGIN in one round trip, and only for the transaction's length.
 *
 * @throws Problem("unavailable") when the database cannot be reached
 */
export async function inTx<T>(database: Database, options: TxOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await database.pool.connect().catch((error: Error) => {
    throw asProblem(error);
  });
  let broken: Error | undefined;
  client.on("error", noteBroken);
  function noteBroken(error: Error): void {
    broken = error;
  }
  try {
    const begun = client.query(beginning(options));
    begun.catch(() => {}); // its failure is reported by the await below
    const tx: Tx = { db: queriesOn<KernelTables>(client), actor: options.actor, now: options.now, house: options.house };
    const result = await work(tx);
    await begun;
    const { command } = await client.query("commit");
    if (command !== "COMMIT") throw new Error("the transaction had failed before its commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((rollbackError: Error) => {
      broken ??= rollbackError;
    });
    throw asProblem(error);
  } finally {
    client.removeListener("error", noteBroken);
    client.release(broken);
  }
}

/** Text of BEGIN with the scope. Only numbers and our own words enter it. */
function beginning({ actor, now, readOnly }: TxOptions): string {
  const { scope } = actor;
  const settings: Record<string, string> = {
    role: `scope_${scope.kind}`,
    "app.actor": actor.id === null ? "" : String(actor.id),
    "app.now": now.toISOString(),
    "app.regimes": [...actor.regimes].join(","),
    "app.commune": scope.kind === "commune" ? String(scope.communeId) : "",
    "app.province": scope.kind === "commune" || scope.kind === "province" ? String(scope.provinceId) : "",
    "app.matter": "",
  };
  const lines = Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`);
  return [readOnly ? "begin read only" : "begin", ...lines].join("; ");
}

/** Opens the matter of a reference to a resident's transaction; null when there is none of this kind. */
export async function openByRef(tx: Tx, ref: string, kind: string): Promise<{ communeId: number; matterId: number } | null> {
  const { rows } = await sql<{ communeId: number; matterId: number }>`select * from find_public_matter(${ref}, ${kind})`.execute(tx.db);
  const [found] = rows;
  if (!found) return null;
  await showMatter(tx, found);
  return found;
}

/** Opens one matter to a resident's transaction, as holding its reference does. Only `openByRef` and its like call it. */
export async function showMatter(tx: Tx, matter: { readonly communeId: number; readonly matterId: number }): Promise<void> {
  await sql.raw(`set local app.commune = '${Number(matter.communeId)}'`).execute(tx.db);
  await sql.raw(`set local app.matter = '${Number(matter.matterId)}'`).execute(tx.db);
}

/** Opens what a post shows to everybody to a resident's transaction; row security still hides what belongs to persons. */
export async function showCommune(tx: Tx, communeId: number): Promise<void> {
  await sql.raw(`set local app.commune = '${Number(communeId)}'`).execute(tx.db);
}

/** The commune that the actor works in. @throws Problem("notPermitted") for actors without one */
export function placeOf(actor: Actor): Place {
  if (actor.scope.kind !== "commune") throw new Problem("notPermitted");
  return { communeId: actor.scope.communeId, provinceId: actor.scope.provinceId };
}

const lostConnection = new Set(["08000", "08003", "08006", "08001", "57P01", "57P02", "57P03", "53300"]);
const lostSocket = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

function asProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  const { code } = error as { code?: string };
  const lost = (code && (lostConnection.has(code) || lostSocket.has(code))) || /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message);
  return lost ? Object.assign(new Problem("unavailable"), { cause: error }) : error;
}
