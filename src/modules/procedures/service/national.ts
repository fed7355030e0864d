import { dayOf } from "../../../base/day.ts";
import { openNow } from "../../../kernel/clock/opening.ts";
import { getInForce } from "../../../kernel/law/table.ts";
import { type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Facts } from "../../../kernel/tables.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { dossier } from "../matter.ts";
import { findNational, listPublicSteps, lockNationalNews, type NationalStep, noteReported, setNationalNumber } from "../queries/national.ts";
import type { Bearer } from "./intake.ts";
import { openDossier, type Receive } from "./receive.ts";
import { getDossier } from "./work.ts";

/** What somebody filed on the national portal for this post. */
export type NationalFile = {
  readonly nationalNumber: string;
  readonly submittedAt: Date;
  readonly bearer: Bearer;
  readonly given: Omit<Receive, "phone" | "hamletId" | "exemption" | "conditions">;
};

/**
 * Takes in a dossier that was filed on the national portal: kept as one of the counter, assigned to nobody, its clock started when the
 * law says. The number must not be on a dossier yet.
 *
 * @throws Problem notFound (no such procedure today), notPermitted; LawGap when the law does not say when such a clock starts
 */
export async function receiveNational(tx: Tx, { nationalNumber, submittedAt, bearer, given }: NationalFile): Promise<Matter> {
  return await openDossier(tx, {
    bearer,
    given: { ...given, phone: bearer.phone, hamletId: null, exemption: null, conditions: [] },
    intakeId: null,
    channel: "nationalPortal",
    assigneeId: null,
    receivedAt: countsFrom(tx, submittedAt),
    nationalNumber,
  });
}

/** When a file that was submitted at an instant counts as received. @throws LawGap, MissingYear */
function countsFrom(tx: Tx, submittedAt: Date): Date {
  const rule = getInForce(tx.house.onlineFiling, dayOf(submittedAt), "whileClosed");
  if (rule.countsFrom === "submission") return submittedAt;
  const opening = openNow(tx.house.calendarOf(placeOf(tx.actor)), submittedAt);
  return opening.open ? submittedAt : opening.opensAt;
}

/**
 * Joins a dossier that was received at the counter to the file that its resident has on the national portal. Written down twice, it is
 * joined once.
 *
 * @throws Problem notFound, notPermitted, changedMeanwhile, notNow (it is over), alreadyDone (it bears another number, or the number is another dossier's)
 */
export async function joinNational(tx: Tx, ref: string, given: { readonly version: number; readonly nationalNumber: string }): Promise<void> {
  const { matter, dossier: row } = await getDossier(tx, ref);
  if (row.nationalNumber === given.nationalNumber) return;
  if (row.nationalNumber !== null || (await findNational(tx, given.nationalNumber))) throw new Problem("alreadyDone");
  await move(tx, dossier, matter.id, "joinNational", { version: given.version, facts: { nationalNumber: given.nationalNumber } });
  await setNationalNumber(tx, matter, given.nationalNumber);
}

/**
 * Gives each public step of which the national portal was not told to `tell`, and notes it as told in the same transaction. Two workers
 * at once share the dossiers between them.
 *
 * @returns how many dossiers had news
 */
export async function tellNationalNews(tx: Tx, limit: number, tell: (step: NationalStep) => Promise<void>): Promise<number> {
  const news = await lockNationalNews(tx, limit);
  for (const { matterId, nationalNumber, code, reported, version, closed } of news) {
    const steps = await listPublicSteps(tx, matterId, { after: reported, upTo: version });
    for (const step of steps) await tell({ ...step, facts: step.facts as Facts, matterId, nationalNumber, code });
    await noteReported(tx, matterId, { reported: version, done: closed });
  }
  return news.length;
}
