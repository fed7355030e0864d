import { dayOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { findByNumber, keepIdentity, listIdentities } from "../../../kernel/identity.ts";
import { authorityOn, nameAuthority } from "../../../kernel/law/authorities.ts";
import { type Matter, move } from "../../../kernel/matter.ts";
import { addMessage } from "../../../kernel/messages.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type CheckedFile, keepAttachment } from "../../attachments/index.ts";
import type { ReportKind } from "../forms/report.ts";
import type { Decision, NewPerson, NewThing } from "../forms/work.ts";
import { natureOn, type Track, termOn, urgentTrack } from "../law.ts";
import { incident } from "../matter.ts";
import { findReferral, insertCustody, insertLink, insertMeasure, insertReferral, insertStatement, listMeasures, setAcknowledged } from "../queries/lines.ts";
import { findByCode, setGrade } from "../queries/reports.ts";
import { besides, photoPaper, trackOf, whoIs } from "./intake.ts";
import { fits, getSealed, type SealedReport } from "./read.ts";

/** What the officer saw when he decided. */
type Seen = { readonly version: number };
type Because = Seen & { readonly reason: string };
type Action = keyof typeof incident.actions;

/** Every verb throws Problem notFound, notPermitted, changedMeanwhile, notNow. */
async function act(tx: Tx, sealed: SealedReport, action: Action, seen: Parameters<typeof move>[4]): Promise<Matter> {
  const { matter } = sealed;
  if (!fits(action, sealed)) throw new Problem("notNow", { action, state: matter.state });
  return await move(tx, incident, matter.id, action, seen);
}

const at = ({ communeId, provinceId, id: matterId }: Matter) => ({ communeId, provinceId, matterId });
const line = (matter: Matter) => ({ ...at(matter), seq: matter.version });

export async function beginChecking(tx: Tx, ref: string, { version }: Seen): Promise<void> {
  await act(tx, await getSealed(tx, ref), "begin", { version });
}

/** Reads a report as another kind or nature. A term that runs is not changed by it; where none ran and a crime may lie behind it now, the term begins with the receipt. */
export async function regrade(tx: Tx, ref: string, { version, reason, kind, nature }: Because & { readonly kind: ReportKind; readonly nature: string }): Promise<void> {
  const sealed = await getSealed(tx, ref);
  const before = sealed.incident;
  const found = natureOn(tx.house.incidentRules, dayOf(tx.now), nature);
  const facts = { kind: [before.kind, kind], nature: [before.nature, nature] };
  const moved = await act(tx, sealed, "grade", { version, note: reason, facts, title: found.name.vi });
  await setGrade(tx, at(moved), { kind, nature, openKind: found.group === "open" });
  const track = before.track ?? trackOf(tx, { kind, nature, urgent: false });
  if (before.track === null && track !== null) await startTerm(tx, sealed, { version: moved.version, reason: "", action: "fallUnder", track });
}

/** It turned out grave: the term of hours holds, counted from the receipt. */
export async function speedUp(tx: Tx, ref: string, { version, reason }: Because): Promise<void> {
  const sealed = await getSealed(tx, ref);
  const { matter } = sealed;
  const { units, incidentRules } = tx.house;
  const track = urgentTrack(incidentRules, dayOf(tx.now), `${units.getUnit(matter.provinceId).code}/${units.getUnit(matter.communeId).code}`);
  await startTerm(tx, sealed, { version, reason, action: "speed", track });
}

/** The chief was assigned to look into it himself: the term of the investigator holds, counted from the receipt. */
export async function keepAtPost(tx: Tx, ref: string, { version, reason }: Because): Promise<void> {
  await startTerm(tx, await getSealed(tx, ref), { version, reason, action: "keepHere", track: "classify" });
}

/** Goes on with a report that seemed done, or seemed to be none: what lies behind it may show only afterwards. A term that ran counts on as if it had never stopped. */
export async function takeUp(tx: Tx, ref: string, { version, reason }: Because): Promise<void> {
  await act(tx, await getSealed(tx, ref), "takeUp", { version, note: reason });
}

/** What stood in the way of a decision is gone: a term of its own runs from now on. */
export async function resume(tx: Tx, ref: string, { version, reason }: Because): Promise<void> {
  await startTerm(tx, await getSealed(tx, ref), { version, reason, action: "resume", track: "resumed", from: tx.now });
}

type NewTerm = Because & { readonly action: "fallUnder" | "speed" | "keepHere" | "resume"; readonly track: Track; readonly from?: Date };

async function startTerm(tx: Tx, sealed: SealedReport, { version, reason, action, track, from = sealed.matter.receivedAt }: NewTerm): Promise<void> {
  const { term, basis } = termOn(tx.house.incidentRules, dayOf(tx.now), track);
  const moved = await act(tx, sealed, action, { version, note: reason, facts: { track }, restart: { term, basis, from } });
  await setGrade(tx, at(moved), { track });
}

/** Time added to the investigator's term, as often as the law allows. @throws Problem notNow */
export async function extendTerm(tx: Tx, ref: string, { version, reason }: Because): Promise<void> {
  await act(tx, await getSealed(tx, ref), "extend", { version, note: reason, extension: termOn(tx.house.incidentRules, dayOf(tx.now), "extension") });
}

/** Decides on a report that was kept at the post, by a paper with its number and day. */
export async function decide(tx: Tx, ref: string, { version, outcome, number, decidedOn, reason, told }: Decision): Promise<void> {
  const moved = await act(tx, await getSealed(tx, ref), outcome, { version, note: reason, facts: { number, decidedOn } });
  await tell(tx, moved, told);
}

/** The authority that a report of this post goes to today, named with its province. @throws LawGap */
export function destinationOf(tx: Tx, { communeId, provinceId }: Pick<Matter, "communeId" | "provinceId">, now = tx.now) {
  const { units, authorities } = tx.house;
  const province = units.getUnit(provinceId);
  const found = authorityOn(authorities, dayOf(now), { duty: "crimeReport", provinceCode: province.code, communeCode: units.getUnit(communeId).code });
  return { ...found, name: nameAuthority(found, province) };
}

/** Hands a report over. What it goes to is told by the law of the day, not typed. */
export async function refer(tx: Tx, ref: string, { version, papers, told }: Seen & Told & { readonly papers: string }): Promise<void> {
  const sealed = await getSealed(tx, ref);
  const { name, validFrom } = destinationOf(tx, sealed.matter);
  const moved = await act(tx, sealed, "refer", { version, facts: { authority: name.vi } });
  await insertReferral(tx, { ...line(moved), authority: name.vi, authorityFrom: validFrom, papers, referredAt: tx.now, referredBy: tx.actor.id ?? 0 });
  await tell(tx, moved, told);
}

/** The authority said that it has the report. */
export async function acknowledge(tx: Tx, ref: string, { version, answer }: Seen & { readonly answer: string }): Promise<void> {
  const moved = await act(tx, await getSealed(tx, ref), "acknowledge", { version });
  const referral = await findReferral(tx, at(moved));
  if (!referral) throw new Problem("notNow", { action: "acknowledge", state: moved.state });
  await setAcknowledged(tx, referral, answer);
}

/** Ends an incident that the post itself could settle; what may be a crime is first read as none, with the reason. */
export async function settle(tx: Tx, ref: string, { version, reason, told }: Because & Told): Promise<void> {
  await tell(tx, await act(tx, await getSealed(tx, ref), "settle", { version, note: reason }), told);
}

/** What whoever reported is told of the end, in the same step; null: nothing. */
type Told = { readonly told?: string | null };

async function tell(tx: Tx, moved: Matter, told: Told["told"]): Promise<void> {
  if (told) await addMessage(tx, moved, { fromPost: true, text: told });
}

/** Junk that came by the web: it stays in the book with its reason, and is counted nowhere. */
export async function dismiss(tx: Tx, ref: string, { version, reason }: Because): Promise<void> {
  await act(tx, await getSealed(tx, ref), "dismiss", { version, note: reason });
}

/** Why a person or a measure is not entered: it is there, or what it takes the place of is not. */
export type NotEntered = "alreadyThere" | "whichGone";

/** Enters a person, or puts one right. One identity number is one person in one role. @returns her number in this report's matter, or why not */
export async function addPerson(tx: Tx, ref: string, given: NewPerson): Promise<number | NotEntered> {
  const { version, role, minor, idNumber, corrects, ...teller } = given;
  const sealed = await getSealed(tx, ref);
  if (corrects !== null && !(await listIdentities(tx, sealed.matter)).some(({ id }) => id === corrects)) return "whichGone";
  const there = idNumber === null ? [] : await findByNumber(tx, sealed.matter, idNumber);
  if (there.some((one) => one.role === role && one.id !== corrects)) return "alreadyThere";
  const moved = await act(tx, sealed, "addPerson", { version, facts: { role, minor, ...(corrects === null ? {} : { corrects }) } });
  const who = { ...whoIs({ ...teller, minor }, given.about), idNumber };
  return await keepIdentity(tx, moved, { role, ...besides({ ...teller, minor }), who, ...(corrects === null ? {} : { corrects }) });
}

/** Adds what somebody said or an officer found; it stands as it was written. @throws Problem notFound for a person of another report */
export async function addStatement(
  tx: Tx,
  ref: string,
  given: Seen & { readonly kind: "statement" | "note"; readonly person: number | null; readonly words: string },
): Promise<void> {
  const { version, kind, person, words } = given;
  const sealed = await getSealed(tx, ref);
  if (person !== null && !(await listIdentities(tx, sealed.matter)).some(({ id }) => id === person)) throw new Problem("notFound");
  const moved = await act(tx, sealed, "state", { version, facts: { kind } });
  await insertStatement(tx, { ...line(moved), kind, identityId: person, sealed: tx.house.vault.seal(words), at: tx.now, writtenBy: tx.actor.id ?? 0 });
}

export type Measure = Seen & {
  readonly measure: string;
  readonly people: number;
  readonly doneOn: ReturnType<typeof dayOf>;
  readonly legalBasis: string;
  readonly corrects: number | null;
};

/** Writes down what the post did: the fact, how many people, and the legal basis. */
export async function addMeasure(tx: Tx, ref: string, { version, measure, people, doneOn, legalBasis, corrects }: Measure): Promise<"entered" | NotEntered> {
  const sealed = await getSealed(tx, ref);
  if (corrects !== null && !(await standingMeasures(tx, sealed)).some(({ seq }) => seq === corrects)) return "whichGone";
  const moved = await act(tx, sealed, "measure", { version, facts: { measure, people, doneOn, ...(corrects === null ? {} : { corrects }) } });
  await insertMeasure(tx, { ...line(moved), measure, people, doneOn, legalBasis, corrects, writtenAt: tx.now, writtenBy: tx.actor.id ?? 0 });
  return "entered";
}

/** What the post did, without what was put right since. */
export async function standingMeasures(tx: Tx, { incident: report }: SealedReport) {
  const all = await listMeasures(tx, report);
  const corrected = new Set(all.map(({ corrects }) => corrects));
  return all.filter(({ seq }) => !corrected.has(seq));
}

type NewLink = Seen & { readonly code: string; readonly why: string; readonly same: boolean };

/** Notes that another report belongs to this one, or tells of the same case. What is noted last of two holds. @returns what became of it: nothing for a code that is none, or for the report itself */
export async function linkReport(tx: Tx, ref: string, { version, code, why, same }: NewLink): Promise<"linked" | "unknown" | "itself"> {
  const sealed = await getSealed(tx, ref);
  const { matter } = sealed;
  const other = await findByCode(tx, matter.communeId, code.toUpperCase());
  if (!other) return "unknown";
  if (other.id === matter.id) return "itself";
  const { communeId, provinceId } = await act(tx, sealed, "link", { version, facts: { code: other.code, same } });
  const [olderId, newerId] = [Math.min(matter.id, other.id), Math.max(matter.id, other.id)];
  await insertLink(tx, { communeId, provinceId, olderId, newerId, reason: why, sameCase: same, linkedAt: tx.now, linkedBy: tx.actor.id ?? 0 });
  return "linked";
}

/** Writes a further line of where a thing is, and who holds it. */
export async function keepThing(tx: Tx, ref: string, { version, thing, event, holder, where }: NewThing): Promise<void> {
  const moved = await act(tx, await getSealed(tx, ref), "keepThing", { version, facts: { event } });
  const held = { thing, event, holderSealed: tx.house.vault.seal(holder), captionSealed: null, place: where };
  await insertCustody(tx, { ...line(moved), ...held, at: tx.now, writtenBy: tx.actor.id ?? 0 });
}

/** Keeps a file, and begins the chain of who holds it. @throws Problem tooMany */
export async function keepEvidence(
  tx: Tx,
  ref: string,
  { version, file, caption, where }: Seen & { readonly file: CheckedFile; readonly caption: string | null; readonly where: string },
): Promise<void> {
  const moved = await act(tx, await getSealed(tx, ref), "keepThing", { version, facts: { event: "stored" } });
  const { attachment } = await keepAttachment(tx, moved, { paperCode: photoPaper, file });
  const { vault } = tx.house;
  const held = {
    thing: attachment.code,
    event: "stored",
    holderSealed: vault.seal(tx.actor.name),
    captionSealed: caption === null ? null : vault.seal(caption),
    place: where,
  } as const;
  await insertCustody(tx, { ...line(moved), ...held, at: tx.now, writtenBy: tx.actor.id ?? 0 });
}

/** Answers whoever holds the receipt. */
export async function answerReporter(tx: Tx, ref: string, { version, text }: Seen & { readonly text: string }): Promise<void> {
  const moved = await act(tx, await getSealed(tx, ref), "answer", { version });
  await addMessage(tx, moved, { fromPost: true, text });
}

/** Gives a report to an officer of the post. */
export async function assignReport(tx: Tx, order: { readonly id: number; readonly version: number; readonly note: string; readonly assigneeId: number }): Promise<Matter> {
  must(tx.actor, "incidents.assign", placeOf(tx.actor));
  const { id, version, note, assigneeId } = order;
  return await move(tx, incident, id, "assign", { version, note, assigneeId });
}

/** Says something about a report to whoever works on it. */
export async function instructOn(tx: Tx, { id, version, note }: { readonly id: number; readonly version: number; readonly note: string }): Promise<Matter> {
  return await move(tx, incident, id, "instruct", { version, note });
}
