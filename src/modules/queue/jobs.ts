import { dayOf } from "../../base/day.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { erasePersons, listCommunesKeeping } from "./queries/appointments.ts";

/** Communes whose past appointments still tell who came. Asked at the gate. */
export async function communesKeepingPersons(tx: Tx): Promise<readonly number[]> {
  return await listCommunesKeeping(tx, dayOf(tx.now));
}

/** Erases name and phone of every appointment whose day is over, in the actor's commune. Safe to run twice. @returns how many */
export async function erasePastPersons(tx: Tx): Promise<number> {
  return await erasePersons(tx, placeOf(tx.actor), dayOf(tx.now));
}
