import { dayOf } from "../../../base/day.ts";
import { findInForce } from "../../../kernel/law/table.ts";
import { type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type IssuedPaper, issuePaper, listPapers } from "../../papers/index.ts";
import { getPerson, openIdNumber, type Person } from "../../people/index.ts";
import { dossier } from "../matter.ts";
import { type Proposal, proposal as proposalShape } from "../proposal.ts";
import { findByRef, setProposal, type Whole } from "../queries.ts";
import { resultLayout } from "./results.ts";

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

/** Signs what is proposed: the paper is set, numbered, signed and kept, and the clock stops, in one transaction. */
export async function signResult(tx: Tx, ref: string, { version }: Step): Promise<{ matter: Matter; paper: IssuedPaper }> {
  const opened = await getDossier(tx, ref);
  const { matter, proposal } = opened;
  if (!proposal) throw new Problem("notNow", { action: "sign", state: matter.state });
  const action = proposal.form === "CT06" ? "signRefusal" : "sign";
  // The move comes first: it locks the dossier and refuses the second of two clicks before a number is used.
  const moved = await move(tx, dossier, matter.id, action, { version, facts: { form: proposal.form } });
  const paper = await issuePaper(tx, {
    matter,
    form: proposal.form,
    signerName: tx.actor.name,
    validUntil: proposal.form === "CT07" ? proposal.validUntil : null,
    supersedes: await standingPaper(tx, matter),
    layout: resultLayout(tx, opened, { idNumber: await openIdNumber(tx, opened.person.id), signerName: tx.actor.name, draft: false }),
  });
  return { matter: moved, paper };
}

/** The answer to a dossier that still stands, if there is one: the next takes its place. Letters on the way stay what they are. */
async function standingPaper(tx: Tx, { communeId, id }: Matter): Promise<IssuedPaper | null> {
  const papers = await listPapers(tx, { communeId, matterId: id });
  const answers = ({ form, issuedAt }: IssuedPaper): boolean => findInForce(tx.house.paperForms, dayOf(issuedAt), form)?.answers ?? true;
  return papers.find((paper) => paper.revokedAt === null && paper.supersededAt === null && answers(paper)) ?? null;
}

/** Takes a signed result up again before it is handed over: the paper stays until the next one takes its place. */
export async function correctResult(tx: Tx, ref: string, { version, note = "" }: Step): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "correct", { version, note });
}

/** Gives the result into the resident's hand, or the hand of whom she sent. The matter ends. */
export async function handOver(tx: Tx, ref: string, given: { readonly version: number; readonly to: "self" | "authorised" }): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  const action = matter.state === "refused" ? "handOverRefusal" : "handOver";
  return await move(tx, dossier, matter.id, action, { version: given.version, facts: { to: given.to } });
}

export async function assignTo(tx: Tx, ref: string, given: { readonly version: number; readonly assigneeId: number }): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "assign", { version: given.version, assigneeId: given.assigneeId, facts: { to: given.assigneeId } });
}
