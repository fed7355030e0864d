import { must, type Place } from "../../../kernel/actor.ts";
import { ringDuty } from "../../../kernel/alerts.ts";
import { aside, isCrowded, throughDoor } from "../../../kernel/door.ts";
import { keepIdentity } from "../../../kernel/identity.ts";
import { type Matter, move, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { Problem } from "../../../kernel/problem.ts";
import { newReference, referenceFor } from "../../../kernel/reference.ts";
import type { Channel } from "../../../kernel/tables.ts";
import { type ToldReceipt, writeDown } from "../../../kernel/told.ts";
import { openOnce } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { Ending, Step, Told } from "../forms.ts";
import { ruleOn } from "../law.ts";
import { readMarks } from "../marks.ts";
import { outcomes, scam } from "../matter.ts";
import { countMark, insertMark } from "../queries/marks.ts";
import { findReport, insertReport, insertStep, type Report, setAmounts } from "../queries/reports.ts";
import { formTexts } from "../texts/forms.ts";
import { titleTexts } from "../texts/title.ts";
import { hashOfMark } from "./marks.ts";

/** Longer than anybody goes on pressing, or waits for a network; what comes later in the same words has happened again. */
const pressMs = 2 * 3_600_000;

/**
 * What the stop button files, at any hour and without an account. While the door is crowded it waits aside. The same words sent again from the same
 * page are one report.
 *
 * @param key made by the page in the browser, so that a page which the browser keeps gives none out twice; empty where no script ran
 * @returns the receipt
 */
export async function fileReport(tx: Tx, place: Place, told: Told, key = ""): Promise<string> {
  return await throughDoor(tx, place, "scams", async (inside) => {
    const file = async (ref: string) => {
      const crowded = await isCrowded(inside, place, "scams");
      return await ring(inside, await openReport(inside, told, { channel: "web", state: crowded ? aside : "received", receivedBy: null, publicRef: ref }));
    };
    // Other words under the same key are another report: whoever goes back to the page and writes more is heard.
    const publicRef = referenceFor(tx.house.vault, `${scam.kind} ${JSON.stringify([place.communeId, told])}`, key);
    const { matter, again } = await openOnce(inside, { kind: scam.kind, publicRef }, () => file(publicRef));
    const isNew = again && tx.now.getTime() - matter.receivedAt.getTime() > pressMs;
    return (isNew ? await file(newReference()) : matter).publicRef;
  });
}

/** What an officer writes down, who was called, met, or asked at the counter; sent twice under one reference it is one report. @throws Problem notPermitted; LawGap */
export async function takeReport(tx: Tx, told: Told, { channel, publicRef = newReference() }: { readonly channel: Channel; readonly publicRef?: string }): Promise<Matter> {
  const place = placeOf(tx.actor);
  must(tx.actor, "scams.receive", place);
  const { matter } = await openOnce(tx, { kind: scam.kind, publicRef }, () => openReport(tx, told, { channel, publicRef, state: "received", receivedBy: null }));
  return matter;
}

/**
 * Writes down a fraud that somebody told an officer who holds nothing of this regime.
 *
 * @throws Problem notPermitted for who is no officer of a post; alreadyDone for a reference that was used before; LawGap
 */
export async function writeDownScam(tx: Tx, told: Told, { channel, publicRef }: { readonly channel: Channel; readonly publicRef: string }): Promise<ToldReceipt> {
  const opening = { channel, publicRef, state: "received" } as const;
  return await writeDown(
    tx,
    { kind: scam, publicRef, channel },
    {
      findReceiver: async (inside, { communeId }) => (await findReport(inside, communeId, publicRef))?.report.receivedBy ?? null,
      keep: async (inside, receivedBy) => await ring(inside, await openReport(inside, told, { ...opening, receivedBy })),
    },
  );
}

/** What came past the duty officer rings her; what waits aside rings nobody, for a thousand of them in a minute would. */
async function ring(inside: Tx, matter: Matter): Promise<Matter> {
  if (matter.state !== aside) await ringDuty(inside, matter, { right: "scams.process", template: "scams.reported" });
  return matter;
}

type Opening = { readonly channel: Channel; readonly state: "received" | "aside"; readonly receivedBy: number | null; readonly publicRef?: string };

/** Opens a report with what was told sealed, and who told it apart. */
async function openReport(tx: Tx, { stage, kind, bank, told, mark, fullName, phone, reach = null }: Told, { receivedBy, ...opening }: Opening): Promise<Matter> {
  const place = placeOf(tx.actor);
  const { term, basis } = ruleOn(tx, stage);
  const matter = await openMatter(tx, scam, {
    ...opening,
    code: await nextCode(tx, "scam"),
    title: titleTexts[stage].vi,
    hamletId: null,
    assigneeId: null,
    term: { term, basis },
    facts: { stage, kind },
  });
  const of = { ...place, matterId: matter.id };
  await insertReport(tx, { ...of, receivedBy, stage, kind, bank, toldSealed: told === null ? null : tx.house.vault.seal(told) });
  if (mark !== null) await keepMark(tx, matter, mark);
  if (fullName !== null || phone !== null || reach !== null) {
    const more = reach === null ? {} : { [formTexts.reach.vi]: reach };
    await keepIdentity(tx, matter, { role: "reporter", who: { fullName, phone, address: null, idNumber: null, more }, minor: false });
  }
  return matter;
}

/** The whole text stands with its first mark, so that an officer reads what was written; the others stand alone. */
async function keepMark(tx: Tx, { communeId, provinceId, id: matterId }: Matter, typed: string): Promise<void> {
  for (const [at, mark] of readMarks(typed).entries()) {
    const shown = at === 0 ? typed : mark.key;
    const kept = { kind: mark.kind, lookup: hashOfMark(tx, mark), sealed: tx.house.vault.seal(shown), addedAt: tx.now, addedBy: tx.actor.id ?? 0 };
    await insertMark(tx, { communeId, provinceId, matterId, ...kept });
  }
}

/** A report of the actor's post. */
export type Opened = { readonly matter: Matter; readonly report: Report };

/** @throws Problem("notFound"), also for a report that row security hides */
export async function getReport(tx: Tx, publicRef: string): Promise<Opened> {
  const found = await findReport(tx, placeOf(tx.actor).communeId, publicRef);
  if (!found) throw new Problem("notFound");
  return found;
}

/** Adds a number, an account or a link of the swindlers. @throws Problem notPermitted, notFound */
export async function addMark(tx: Tx, publicRef: string, typed: string): Promise<void> {
  const { matter } = await getReport(tx, publicRef);
  must(tx.actor, "scams.receive", matter);
  await keepMark(tx, matter, typed);
}

/** Writes down what was done, and at which minute; also when it has ended: a bank answers days later. @throws Problem notPermitted, notFound, notNow, changedMeanwhile */
export async function noteStep(tx: Tx, publicRef: string, { version, kind, bank, doneAt, note }: Step): Promise<Matter> {
  const { matter } = await getReport(tx, publicRef);
  if (matter.outcome === "discarded") throw new Problem("notNow", { state: matter.state });
  const { communeId, provinceId, id: matterId } = matter;
  const moved = await move(tx, scam, matter.id, matter.state === "settled" ? "stepAfter" : "step", {
    version,
    note: note ?? "",
    facts: { step: kind, doneAt: doneAt.toISOString(), ...(bank === null ? {} : { bank }) },
  });
  await insertStep(tx, { communeId, matterId, seq: moved.version, provinceId, kind, bank, doneAt, recordedAt: tx.now, recordedBy: tx.actor.id ?? 0 });
  return moved;
}

/**
 * Says how it ended and what became of the money. Said anew, with the reason, it stays in its month, and what was said before stays in the
 * timeline.
 *
 * @throws Problem notPermitted, notFound, notNow, changedMeanwhile, invalid (said anew without a reason)
 */
export async function settleReport(tx: Tx, publicRef: string, { version, outcome, attempted, lost, saved, note }: Ending): Promise<void> {
  const { matter, report } = await getReport(tx, publicRef);
  if (matter.outcome === "discarded") throw new Problem("notNow", { state: matter.state });
  if (matter.state === "settled" && note.trim() === "") throw new Problem("invalid", { note: "required" });
  await move(tx, scam, matter.id, outcomes[outcome], { version, note, facts: { attempted, lost, saved } });
  const amounts = { attemptedDong: attempted, lostDong: lost, savedDong: saved };
  await setAmounts(tx, { communeId: matter.communeId, matterId: matter.id }, { ...amounts, settledAt: report.settledAt ?? tx.now });
}

/** How often a number, an account or a link stands in reports of a post that an officer took up; of several in one text the one that stands most often. */
export async function timesReported(tx: Tx, communeId: number, typed: string): Promise<number> {
  let most = 0;
  for (const mark of readMarks(typed)) most = Math.max(most, await countMark(tx, communeId, hashOfMark(tx, mark)));
  return most;
}
