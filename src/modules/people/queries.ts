import type { Generated, Selectable } from "kysely";
import type { Day } from "../../base/day.ts";
import { normalise } from "../../base/vietnamese.ts";
import type { Regime } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";

export type PeopleTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  regime: Regime;
  fullName: string;
  norm: string;
  bornOn: Day;
  sex: "male" | "female";
  address: string;
  hamletId: number | null;
  phone: string | null;
  idNumberSealed: Buffer;
  idNumberHash: Buffer;
  idLast4: string;
  createdAt: Date;
};
export type PersonRow = Selectable<PeopleTable>;

type Slice = { people: PeopleTable };
const on = (tx: Tx) => tx.db.withTables<Slice>();

/** Adds a person, or brings what is known of her up to what her card says now. @returns her number in the commune */
export async function putPerson(tx: Tx, row: Omit<PersonRow, "id" | "norm">): Promise<number> {
  const norm = normalise(row.fullName);
  const { fullName, bornOn, sex, address, hamletId, phone } = row;
  const kept = await on(tx)
    .insertInto("people")
    .values({ ...row, norm })
    .onConflict((conflict) =>
      conflict.columns(["communeId", "regime", "idNumberHash"]).doUpdateSet((eb) => ({
        fullName,
        norm,
        bornOn,
        sex,
        address,
        hamletId: hamletId ?? eb.ref("people.hamletId"),
        phone: phone ?? eb.ref("people.phone"),
      })),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return kept.id;
}

export async function findPersonById(tx: Tx, communeId: number, id: number): Promise<PersonRow | null> {
  return (await on(tx).selectFrom("people").selectAll().where("communeId", "=", communeId).where("id", "=", id).executeTakeFirst()) ?? null;
}

export async function findPersonByHash(tx: Tx, communeId: number, regime: Regime, idNumberHash: Buffer): Promise<PersonRow | null> {
  const found = on(tx).selectFrom("people").selectAll().where("communeId", "=", communeId).where("regime", "=", regime).where("idNumberHash", "=", idNumberHash);
  return (await found.executeTakeFirst()) ?? null;
}
