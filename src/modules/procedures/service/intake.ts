import { dayOf } from "../../../base/day.ts";
import { type CardFacts, type CardFault, readCard } from "../../../base/identity.ts";
import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { openIdNumber, type Person } from "../../people/index.ts";
import { eraseIntakes, findIntake, type Intake, insertIntake } from "../queries.ts";

/** Who stands at the counter: what her card or her papers say. */
export type Bearer = Pick<CardFacts, "idNumber" | "fullName" | "bornOn" | "sex" | "address"> & { readonly phone: string | null };

export type Scanned = { readonly ok: true; readonly ref: string } | { readonly ok: false; readonly fault: CardFault };

const hour = 3_600_000;

/** Reads a card and opens an intake for its bearer. The scanned text itself is kept nowhere. */
export async function scanCard(tx: Tx, scanned: string): Promise<Scanned> {
  const reading = readCard(scanned, dayOf(tx.now));
  if (!reading.ok) return reading;
  const { idNumber, fullName, bornOn, sex, address } = reading.card;
  return { ok: true, ref: await startIntake(tx, { idNumber, fullName, bornOn, sex, address, phone: null }) };
}

/** Opens an intake for somebody whose card has no code that can be read, or who has just been served and asks for one thing more. */
export async function startIntake(tx: Tx, bearer: Bearer): Promise<string> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.receive", place);
  await eraseIntakes(tx, place.communeId, new Date(tx.now.getTime() - 12 * hour));
  const ref = newReference();
  await insertIntake(tx, { ...place, ref, officerId: tx.actor.id ?? 0, sealed: tx.house.vault.seal(JSON.stringify(bearer)), createdAt: tx.now });
  return ref;
}

/** An intake for a person of the register: the next procedure of the same resident. */
export async function startIntakeFor(tx: Tx, person: Person): Promise<string> {
  const { fullName, bornOn, sex, address, phone } = person;
  return await startIntake(tx, { idNumber: await openIdNumber(tx, person.id), fullName, bornOn, sex, address, phone });
}

export type OpenIntake = { readonly intake: Intake; readonly bearer: Bearer };

/** The actor's own intake with its bearer. @throws Problem notFound, alreadyDone (it became a dossier meanwhile) */
export async function getIntake(tx: Tx, ref: string): Promise<OpenIntake> {
  const intake = await findIntake(tx, placeOf(tx.actor).communeId, ref);
  if (!intake) throw new Problem("notFound");
  if (intake.matterId !== null) throw new Problem("alreadyDone");
  return { intake, bearer: bearerOf(tx, intake) };
}

export function bearerOf(tx: Tx, intake: Intake): Bearer {
  return JSON.parse(tx.house.vault.open(intake.sealed)) as Bearer;
}
