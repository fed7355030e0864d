import { type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { getPerson, type Person } from "../../people/index.ts";
import { dossier } from "../matter.ts";
import { type Proposal, proposal as proposalShape } from "../proposal.ts";
import { findByRef, setProposal, type Whole } from "../queries.ts";
import { standingPaper } from "./standing.ts";

/** A dossier with its person, as an officer of its post sees it. */
export type Opened = Whole & { readonly person: Person; readonly proposal: Proposal | null };

/** @throws Problem("notFound"), also when row security hides it */
export async function getDossier(tx: Tx, ref: string): Promise<Opened> {
  const whole = await findByRef(tx, placeOf(tx.actor).communeId, ref);
  if (!whole) throw new Problem("notFound");
  const kept = whole.dossier.proposal;
  return { ...whole, person: await getPerson(tx, whole.dossier.personId), proposal: kept === null ? null : proposalShape.parse(kept) };
}

type Step = { readonly version: number; readonly note?: string };

export async function startWork(tx: Tx, ref: string, { version }: Step): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "start", { version });
}

/** Puts a result before the chief. What is proposed is kept as it is, and nothing is issued yet. */
export async function proposeResult(tx: Tx, ref: string, given: { readonly version: number; readonly proposal: Proposal }): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  const moved = await move(tx, dossier, matter.id, "propose", { version: given.version, facts: { form: given.proposal.form } });
  await setProposal(tx, matter, given.proposal);
  return moved;
}

export async function sendBack(tx: Tx, ref: string, { version, note = "" }: Step): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "sendBack", { version, note });
}

/** Takes a signed result up again before it is handed over: the paper stays until the next one takes its place. */
export async function correctResult(tx: Tx, ref: string, { version, note = "" }: Step): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "correct", { version, note });
}

/** Gives the result into the resident's hand, or the hand of whom she sent. The matter ends. */
export async function handOver(tx: Tx, ref: string, given: { readonly version: number; readonly to: "self" | "authorised" }): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  // A paper that was taken back is not given into a hand: it is made anew first.
  if ((await standingPaper(tx, matter)) === null) throw new Problem("notNow", { action: "handOver", state: matter.state });
  const action = matter.state === "refused" ? "handOverRefusal" : "handOver";
  return await move(tx, dossier, matter.id, action, { version: given.version, facts: { to: given.to } });
}

export async function assignTo(tx: Tx, ref: string, given: { readonly version: number; readonly assigneeId: number }): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "assign", { version: given.version, assigneeId: given.assigneeId, facts: { to: given.assigneeId } });
}
