import { type Generated, type Selectable, sql } from "kysely";
import type { Tx } from "../../kernel/tx.ts";
import type { Kind } from "./law.ts";

type ContactsTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  officerId: number;
  kind: Kind;
  lookup: Buffer | null;
  codeSealed: Buffer | null;
  phoneHash: Buffer | null;
  at: Date;
  validUntil: Date;
  eraseAt: Date;
};
type Slice = { contacts: ContactsTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

export type Contact = Selectable<ContactsTable>;

/** @returns false when the code is somebody's already */
export async function insertContact(tx: Tx, row: Omit<Contact, "id">): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    insert into contacts (commune_id, province_id, officer_id, kind, lookup, code_sealed, phone_hash, at, valid_until, erase_at)
    values (${row.communeId}, ${row.provinceId}, ${row.officerId}, ${row.kind}, ${row.lookup}, ${row.codeSealed}, ${row.phoneHash}, ${row.at}, ${row.validUntil}, ${row.eraseAt})
    on conflict do nothing returning id`.execute(tx.db);
  return rows.length > 0;
}

/** The actor's own contacts, newest first. */
export async function listOwn(
  tx: Tx,
  { communeId, after, size }: { readonly communeId: number; readonly after: number | null; readonly size: number },
): Promise<readonly Contact[]> {
  return await on(tx)
    .selectFrom("contacts")
    .selectAll()
    .where("communeId", "=", communeId)
    .where("officerId", "=", tx.actor.id ?? 0)
    .$if(after !== null, (q) => q.where("id", "<", after ?? 0))
    .orderBy("id", "desc")
    .limit(size)
    .execute();
}

/** Whose contact a right and valid code stands for. */
export type Vouched = {
  readonly communeId: number;
  readonly officerName: string;
  readonly officerRank: string;
  readonly kind: Kind;
  readonly at: Date;
  readonly validUntil: Date;
};

export async function findVouched(tx: Tx, lookup: Buffer): Promise<Vouched | null> {
  const { rows } = await sql<Vouched>`select * from vouched_contact(${lookup})`.execute(tx.db);
  return rows[0] ?? null;
}

/** The commune whose post called a phone within a span, or null. */
export async function findCaller(tx: Tx, phoneHash: Buffer, { from, to }: { readonly from: Date; readonly to: Date }): Promise<number | null> {
  const { rows } = await sql<{ communeId: number }>`select * from called_phone(${phoneHash}, ${from}, ${to})`.execute(tx.db);
  return rows[0]?.communeId ?? null;
}

export async function eraseKept(tx: Tx): Promise<number> {
  const { rows } = await sql<{ erased: number }>`select erase_past_contacts()::int as erased`.execute(tx.db);
  return rows[0]?.erased ?? 0;
}
