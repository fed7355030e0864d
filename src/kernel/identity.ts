import { sql } from "kysely";
import type { Place } from "./actor.ts";
import { Problem } from "./problem.ts";
import type { Regime } from "./rights.ts";
import type { Tx } from "./tx.ts";

/** Who a person is, as she or somebody else told it; null is what nobody told. */
export type Who = {
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly idNumber: string | null;
  /** Anything else that belongs to this role: a guardian, an interpreter, the year of birth. Words of the module. */
  readonly more: Readonly<Record<string, string>>;
};

export type NewIdentity = {
  /** A word of the module: "reporter", "witness". */
  readonly role: string;
  readonly who: Who;
  readonly minor: boolean;
  /** Whether a guardian, and whether an interpreter, stands beside her; who that is belongs into `who`. */
  readonly guarded?: boolean;
  readonly interpreted?: boolean;
  /** The row that this one takes the place of. */
  readonly corrects?: number;
};

/** A person of a matter without what she is called. */
export type IdentityMark = {
  readonly id: number;
  readonly role: string;
  readonly minor: boolean;
  /** Null where it was not asked. */
  readonly guarded: boolean | null;
  readonly interpreted: boolean | null;
  readonly addedAt: Date;
  readonly corrects: number | null;
  /** Counted within the matter from 1; whoever takes the place of a row keeps its number. */
  readonly number: number;
  /** The rows that this one took the place of. */
  readonly formerly: readonly number[];
};

type OfMatter = Place & { readonly id: number; readonly regime: Regime };

/** Keeps who stands behind a matter, sealed and apart from what was told. */
export async function keepIdentity(tx: Tx, matter: OfMatter, given: NewIdentity): Promise<number> {
  const { communeId, provinceId, id: matterId, regime } = matter;
  const known = given.who.idNumber ?? given.who.phone;
  const row = await tx.db
    .insertInto("identities")
    .values({
      communeId,
      provinceId,
      matterId,
      regime,
      role: given.role,
      minor: given.minor,
      guarded: given.guarded ?? null,
      interpreted: given.interpreted ?? null,
      sealed: tx.house.vault.seal(JSON.stringify(given.who)),
      lookupHash: known === null ? null : lookupHash(tx, regime, known),
      corrects: given.corrects ?? null,
      addedAt: tx.now,
      addedBy: tx.actor.id,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The persons of a matter as they stand now, without a name; corrected rows are left out, and who was corrected stands where she was first written down. */
export async function listIdentities(tx: Tx, matter: Pick<OfMatter, "communeId" | "id">): Promise<readonly IdentityMark[]> {
  const rows = await tx.db
    .selectFrom("identities")
    .select(["id", "role", "minor", "guarded", "interpreted", "addedAt", "corrects"])
    .where("communeId", "=", matter.communeId)
    .where("matterId", "=", matter.id)
    .orderBy("id")
    .limit(200)
    .execute();
  const corrected = new Set(rows.map((row) => row.corrects));
  const firsts = rows.filter(({ corrects }) => corrects === null).map(({ id }) => id);
  const before = new Map(rows.map(({ id, corrects }) => [id, corrects]));
  return rows
    .filter((row) => !corrected.has(row.id))
    .map((row) => {
      const formerly: number[] = [];
      for (let id = row.corrects; id !== null && !formerly.includes(id); id = before.get(id) ?? null) formerly.push(id);
      return { ...row, number: firsts.indexOf(formerly.at(-1) ?? row.id) + 1, formerly };
    })
    .toSorted((one, other) => one.number - other.number);
}

/**
 * Opens one person: PostgreSQL asks for the right of its regime and for the purpose, and writes the look down before it answers. Needs a transaction
 * that may write, so a page that shows a person is the answer to a POST.
 *
 * @param asked.purpose what the officer says he needs it for, at least five letters
 * @throws Problem notFound, notPermitted, invalid (no purpose)
 */
export async function openIdentity(tx: Tx, place: Place, asked: { readonly id: number; readonly purpose: string }): Promise<Who> {
  const { rows } = await sql<{ sealed: Buffer | null }>`select open_identity(${place.communeId}, ${asked.id}, ${asked.purpose}) as sealed`
    .execute(tx.db)
    .catch((error: { code?: string }) => {
      if (error.code === "GD003") throw new Problem("notPermitted");
      if (error.code === "GD004") throw new Problem("invalid", { purpose: "required" });
      throw error;
    });
  const sealed = rows[0]?.sealed;
  if (!sealed) throw new Problem("notFound");
  return JSON.parse(tx.house.vault.open(sealed)) as Who;
}

/** Matters of the actor's commune in a regime in which a person stands by this number, or by this phone where she gave no number; newest first, at most 50. */
export async function findMattersOf(tx: Tx, place: Place, asked: { readonly regime: Regime; readonly number: string }): Promise<readonly number[]> {
  const rows = await tx.db
    .selectFrom("identities")
    .select("matterId")
    .distinct()
    .where("communeId", "=", place.communeId)
    .where("regime", "=", asked.regime)
    .where("lookupHash", "=", lookupHash(tx, asked.regime, asked.number))
    .where(stillStands("identities"))
    .orderBy("matterId", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => row.matterId);
}

/**
 * Other matters of the regime in which one of the persons of this one stands too, by number, or by phone where no number was given; newest first, at most 50.
 * Which person it is stays sealed.
 */
export async function findMattersSharing(tx: Tx, matter: Pick<OfMatter, "communeId" | "id" | "regime">): Promise<readonly number[]> {
  const { communeId, id, regime } = matter;
  const rows = await tx.db
    .selectFrom("identities as mine")
    .innerJoin("identities as other", (join) =>
      join.onRef("other.communeId", "=", "mine.communeId").onRef("other.regime", "=", "mine.regime").onRef("other.lookupHash", "=", "mine.lookupHash"),
    )
    .select("other.matterId")
    .distinct()
    .where("mine.communeId", "=", communeId)
    .where("mine.matterId", "=", id)
    .where("mine.regime", "=", regime)
    .where("mine.lookupHash", "is not", null)
    .where("other.matterId", "<>", id)
    .where(stillStands("mine"))
    .where(stillStands("other"))
    .orderBy("other.matterId", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => row.matterId);
}

/** The persons of a matter who stand there by this number, or by this phone where they gave no number. */
export async function findByNumber(tx: Tx, matter: Pick<OfMatter, "communeId" | "id" | "regime">, number: string): Promise<readonly Pick<IdentityMark, "id" | "role">[]> {
  const { communeId, id, regime } = matter;
  const all = tx.db.selectFrom("identities").select(["id", "role"]).where("communeId", "=", communeId).where("matterId", "=", id).where("regime", "=", regime);
  return await all
    .where("lookupHash", "=", lookupHash(tx, regime, number))
    .where(stillStands("identities"))
    .orderBy("id")
    .execute();
}

/** A number that was written down wrong, and corrected, belongs to nobody. */
const stillStands = (row: "identities" | "mine" | "other") => {
  const of = sql.table(row);
  return sql<boolean>`not exists (select from identities later where later.commune_id = ${of}.commune_id and later.matter_id = ${of}.matter_id and later.corrects = ${of}.id)`;
};

/** The regime enters the hash, so that rows of two regimes never meet, not even in a stolen table. */
function lookupHash(tx: Tx, regime: Regime, number: string): Buffer {
  return tx.house.vault.hash(`identity:${regime}:${number.replace(/\s/g, "")}`);
}
