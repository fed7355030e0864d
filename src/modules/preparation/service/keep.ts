import type { Place } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference, readReference } from "../../../kernel/reference.ts";
import { placeOf, showCommune, type Tx } from "../../../kernel/tx.ts";
import { makeVault } from "../../../platform/vault.ts";
import type { Answers } from "../../forms/index.ts";
import { keptUntil } from "../law.ts";
import {
  deletePreparation,
  eraseOver,
  findPreparation,
  insertPreparation,
  listCommunesKeeping,
  openPreparation,
  type Preparation,
  readPreparation,
  updatePreparation,
} from "../queries.ts";

/** What a resident prepared. */
export type Content = { readonly procedureCode: string; readonly caseId: string; readonly answers: Answers };

/** A preparation in the hand of whoever holds its code. */
export type Held = { readonly ref: string; readonly row: Preparation; readonly content: Content };

/** Where a code leads: to what was prepared, to the dossier that it became, or to nothing (unknown, run out, erased). */
export type Opened = { readonly kind: "held"; readonly held: Held } | { readonly kind: "used"; readonly matterRef: string } | { readonly kind: "none" };

/** Begins a preparation for a post. @returns its code, which is kept nowhere; only a demonstration has codes of its own */
export async function beginPreparation(tx: Tx, place: Place, content: Content, ref = newReference()): Promise<string> {
  await showCommune(tx, place.communeId);
  await insertPreparation(tx, { ...place, lookup: lookupOf(tx, ref), sealed: sealedOf(tx, ref, content), begunAt: tx.now, expiresAt: keptUntil(tx, "unfinished") });
  return ref;
}

/** What a typed or scanned code leads to, for a resident. */
export async function openByCode(tx: Tx, typed: string): Promise<Opened> {
  const ref = readReference(typed);
  const found = ref === null ? null : await findPreparation(tx, lookupOf(tx, ref));
  if (ref === null || !found) return { kind: "none" };
  if (found.matterRef !== null) return { kind: "used", matterRef: found.matterRef };
  return heldOf(tx, ref, await openPreparation(tx, found));
}

/** The same at the counter; a preparation of another post is told apart, so that the officer can say where it belongs. */
export async function openAtCounter(tx: Tx, typed: string): Promise<Opened | { readonly kind: "elsewhere"; readonly communeId: number }> {
  const ref = readReference(typed);
  const found = ref === null ? null : await findPreparation(tx, lookupOf(tx, ref));
  if (ref === null || !found) return { kind: "none" };
  if (found.communeId !== placeOf(tx.actor).communeId) return { kind: "elsewhere", communeId: found.communeId };
  if (found.matterRef !== null) return { kind: "used", matterRef: found.matterRef };
  return heldOf(tx, ref, await readPreparation(tx, found));
}

/** @throws Problem("notFound") for what leads to nothing, alreadyDone for what became a dossier */
export async function getHeld(tx: Tx, typed: string): Promise<Held> {
  const opened = await openByCode(tx, typed);
  if (opened.kind === "held") return opened.held;
  throw new Problem(opened.kind === "used" ? "alreadyDone" : "notFound");
}

/** Keeps the answers as they are now. One that was finished stays finished, as long as before. */
export async function keepAnswers(tx: Tx, { ref, row, content }: Held, answers: Answers): Promise<void> {
  const longer = row.finishedAt === null ? { expiresAt: keptUntil(tx, "unfinished") } : {};
  await updatePreparation(tx, row, { sealed: sealedOf(tx, ref, { ...content, answers }), ...longer });
}

/** From now on the code waits for its holder at the counter. Finished twice, it is kept as long as the first time said. */
export async function finishPreparation(tx: Tx, { row }: Held): Promise<void> {
  if (row.finishedAt === null) await updatePreparation(tx, row, { finishedAt: tx.now, expiresAt: keptUntil(tx, "finished") });
}

/** Takes a preparation away because its holder wishes so. */
export async function dropPreparation(tx: Tx, { row }: Held): Promise<void> {
  await deletePreparation(tx, row);
}

/** Communes that still keep preparations which are over. Asked at the gate. */
export async function communesKeepingPreparations(tx: Tx): Promise<readonly number[]> {
  return await listCommunesKeeping(tx);
}

/** Erases in the actor's commune what became a dossier or ran out. Safe to run twice. */
export async function erasePreparations(tx: Tx): Promise<{ readonly used: number; readonly expired: number }> {
  return await eraseOver(tx, placeOf(tx.actor));
}

function heldOf(tx: Tx, ref: string, row: Preparation | null): Opened {
  if (!row?.sealed || row.expiresAt < tx.now) return { kind: "none" };
  return { kind: "held", held: { ref, row, content: JSON.parse(vaultOf(tx, ref).open(row.sealed)) as Content } };
}

/** The code is half of the key: whoever has the table and the keys of the house, but not the code, reads nothing. */
const vaultOf = (tx: Tx, ref: string) => makeVault(tx.house.vault.hash(`preparation-key:${ref}`));
const lookupOf = (tx: Tx, ref: string): Buffer => tx.house.vault.hash(`preparation:${ref}`);
const sealedOf = (tx: Tx, ref: string, content: Content): Buffer => vaultOf(tx, ref).seal(JSON.stringify(content));
