import { dayOf } from "../../../base/day.ts";
import { type CardFacts, type CardFault, readCard } from "../../../base/identity.ts";
import { must } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { Answers } from "../../forms/index.ts";
import { openIdNumber, type Person } from "../../people/index.ts";
import { sealIntake } from "../queries/intakes.ts";
import { eraseIntakes, findIntake, type Intake, insertIntake } from "../queries.ts";

/** Who stands at the counter: what her card or her papers say. */
export type Bearer = Pick<CardFacts, "idNumber" | "fullName" | "bornOn" | "sex" | "address"> & { readonly phone: string | null };

/** Where what was typed at home says something else than the card. The card holds. */
export type Difference = { readonly fact: "fullName" | "bornOn" | "sex" | "idNumber"; readonly prepared: string; readonly onCard: string };

/** The preparation that an intake was filled from. */
export type Prepared = { readonly id: number; readonly procedureCode: string; readonly caseId: string; readonly differences: readonly Difference[] };

/** What was declared so far, sealed with the bearer until the receipt. */
export type Draft = { readonly answers: Answers; readonly prepared: Prepared | null };

export type Scanned = { readonly ok: true; readonly ref: string } | { readonly ok: false; readonly fault: CardFault };

const hour = 3_600_000;

/** The bearer of a card, or why it cannot be read. The scanned text itself is kept nowhere. */
export function readBearer(tx: Tx, scanned: string): { readonly ok: true; readonly bearer: Bearer } | { readonly ok: false; readonly fault: CardFault } {
  const reading = readCard(scanned, dayOf(tx.now));
  if (!reading.ok) return reading;
  const { idNumber, fullName, bornOn, sex, address } = reading.card;
  return { ok: true, bearer: { idNumber, fullName, bornOn, sex, address, phone: null } };
}

/** Reads a card and opens an intake for its bearer. */
export async function scanCard(tx: Tx, scanned: string): Promise<Scanned> {
  const read = readBearer(tx, scanned);
  return read.ok ? { ok: true, ref: await startIntake(tx, read.bearer) } : read;
}

/** Opens an intake for somebody whose card has no code that can be read, or who has just been served and asks for one thing more. */
export async function startIntake(tx: Tx, bearer: Bearer, draft: Draft = nothingYet): Promise<string> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.receive", place);
  await eraseIntakes(tx, place.communeId, new Date(tx.now.getTime() - 12 * hour));
  const ref = newReference();
  await insertIntake(tx, { ...place, ref, officerId: tx.actor.id ?? 0, sealed: sealedOf(tx, bearer, draft), createdAt: tx.now });
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
  return contentOf(tx, intake).bearer;
}

export function draftOf(tx: Tx, intake: Intake): Draft {
  return contentOf(tx, intake).draft;
}

/** Keeps what is declared now. The intake must be locked by whoever read it. */
export async function keepDraft(tx: Tx, intake: Intake, draft: Draft): Promise<void> {
  await sealIntake(tx, intake, sealedOf(tx, bearerOf(tx, intake), draft));
}

const nothingYet: Draft = { answers: {}, prepared: null };

type Content = { readonly bearer: Bearer; readonly draft: Draft };

function sealedOf(tx: Tx, bearer: Bearer, draft: Draft): Buffer {
  return tx.house.vault.seal(JSON.stringify({ bearer, draft } satisfies Content));
}

function contentOf(tx: Tx, intake: Intake): Content {
  const content = JSON.parse(tx.house.vault.open(intake.sealed)) as Content | Bearer;
  // An intake of the version before this one holds the bearer alone.
  return "bearer" in content ? content : { bearer: content, draft: nothingYet };
}
