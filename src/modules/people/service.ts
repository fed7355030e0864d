import type { Day } from "../../base/day.ts";
import { last4Of } from "../../base/identity.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Regime } from "../../kernel/rights.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { findPersonByHash, findPersonById, type PersonRow, putPerson } from "./queries.ts";

/** A person as a module hands her over: from a card, or typed from papers. */
export type NewPerson = {
  readonly idNumber: string;
  readonly fullName: string;
  readonly bornOn: Day;
  readonly sex: "male" | "female";
  readonly address: string;
  readonly hamletId: number | null;
  readonly phone: string | null;
};

/** A person as a register of one regime knows her; the whole number is only in `idNumber`, opened for papers that must print it. */
export type Person = Omit<PersonRow, "idNumberSealed" | "idNumberHash" | "norm">;

/**
 * Keeps a person in the register of a regime in the actor's commune. The same identity number is the same person; nobody is ever
 * recognised by name.
 *
 * @returns her number in the commune
 */
export async function keepPerson(tx: Tx, regime: Regime, given: NewPerson): Promise<number> {
  const { idNumber, ...shown } = given;
  const { vault } = tx.house;
  return await putPerson(tx, {
    ...placeOf(tx.actor),
    ...shown,
    regime,
    idNumberSealed: vault.seal(idNumber),
    idNumberHash: vault.hash(`id:${idNumber}`),
    idLast4: last4Of(idNumber),
    createdAt: tx.now,
  });
}

/** @throws Problem("notFound"), also when row security hides her */
export async function getPerson(tx: Tx, id: number): Promise<Person> {
  const row = await findPersonById(tx, placeOf(tx.actor).communeId, id);
  if (!row) throw new Problem("notFound");
  return withoutSecrets(row);
}

/** What the register already knows of the bearer of an identity number. */
export async function findByIdNumber(tx: Tx, regime: Regime, idNumber: string): Promise<Person | null> {
  const row = await findPersonByHash(tx, placeOf(tx.actor).communeId, regime, tx.house.vault.hash(`id:${idNumber}`));
  return row && withoutSecrets(row);
}

/** The whole identity number, for a paper that the law wants it on. @throws Problem("notFound") */
export async function openIdNumber(tx: Tx, id: number): Promise<string> {
  const row = await findPersonById(tx, placeOf(tx.actor).communeId, id);
  if (!row) throw new Problem("notFound");
  return tx.house.vault.open(row.idNumberSealed);
}

function withoutSecrets({ idNumberSealed: _sealed, idNumberHash: _hash, norm: _norm, ...shown }: PersonRow): Person {
  return shown;
}
