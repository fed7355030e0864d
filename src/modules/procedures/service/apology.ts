import { dayOf } from "../../../base/day.ts";
import { must } from "../../../kernel/actor.ts";
import { dueAt } from "../../../kernel/clock/due.ts";
import { added as addedTo } from "../../../kernel/clock/extend.ts";
import { farthestReach } from "../../../kernel/clock/lead.ts";
import { workingTimeBetween } from "../../../kernel/clock/opening.ts";
import type { Step } from "../../../kernel/clock/step.ts";
import type { Term } from "../../../kernel/clock/term.ts";
import { countExtensions } from "../../../kernel/deadline.ts";
import { type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { type IssuedPaper, issueLetter } from "../../papers/index.ts";
import { type ApologyRule, addedTime, apologyRule } from "../law/apologies.ts";
import { dossier } from "../matter.ts";
import {
  type ApologyDraft,
  type DueSoon,
  findDraft,
  insertDrafts,
  listCommunesWithoutApology,
  listUndrafted,
  listWaitingApologies,
  setReason,
  setSigned,
  type WaitingApology,
} from "../queries/apologies.ts";
import { findClock } from "../queries.ts";
import { apologyLayout } from "./letters.ts";
import { getDossier, type Opened } from "./work.ts";

/** What can be said to a resident before her dossier is late, or after: the old promise, and the new one for each amount of added time. */
export type Apology = {
  readonly rule: ApologyRule;
  readonly term: Term;
  readonly proposed: number;
  /** The new due instant for each number of units, the first for one. */
  readonly choices: readonly { readonly added: Term; readonly dueAt: Date }[];
  readonly isLate: boolean;
  readonly draft: ApologyDraft | null;
};

/** Null when nothing runs, or when the date was put off as often as the law allows. */
export async function apologyFor(tx: Tx, matter: Matter): Promise<Apology | null> {
  if (matter.dueAt === null || matter.settledAt !== null) return null;
  const rule = apologyRule(tx.house.apologies, dayOf(tx.now));
  const [clock, used, draft] = await Promise.all([findClock(tx, matter), countExtensions(tx, matter), findDraft(tx, { ...matter, dueAt: matter.dueAt })]);
  if (!clock || used >= rule.most) return null;
  const term = clock.term as Term;
  const { proposed, most } = addedTime(rule, term);
  const choices = Array.from({ length: most }, (_, i) => ({ added: { ...term, count: i + 1 }, dueAt: newDue(tx, matter, { ...term, count: i + 1 }) }));
  return { rule, term, proposed: draft?.added ?? proposed.count, choices, isLate: matter.dueAt < tx.now, draft };
}

function newDue(tx: Tx, matter: Matter, term: Term): Date {
  const promised = { dueAt: matter.dueAt ?? tx.now, steps: [] };
  const due = addedTo(promised, { term, grantedAt: tx.now, reason: "" }, { pauses: [], calendar: tx.house.calendarOf(matter) });
  return due.dueAt ?? promised.dueAt;
}

export type ApologyWords = { readonly reason: string; readonly added: number };

/**
 * Writes the reason into the draft, making one where the clock has not yet. `seen`: when the reason was last written, as the officer's page said.
 *
 * @throws Problem changedMeanwhile, notNow (nothing to apologise for), invalid (more time than may be added)
 */
export async function keepReason(tx: Tx, ref: string, given: ApologyWords & { readonly seen: Date | null }): Promise<void> {
  const { matter } = await getDossier(tx, ref);
  must(tx.actor, "counter.process", matter);
  const { promised } = await promisedDue(tx, matter, given);
  await insertDrafts(tx, [{ ...promised, added: given.added }]);
  if (!(await setReason(tx, promised, given))) throw new Problem("changedMeanwhile", { code: matter.code });
}

/**
 * Signs the apology: the new date stands, the letter is numbered and signed, the resident is told, in one transaction. Where papers are signed
 * elsewhere the letter goes out (`paper` is null) and the date stands all the same. A deadline that has passed stays a breach.
 */
export async function signApology(tx: Tx, ref: string, given: ApologyWords & { readonly version: number }): Promise<{ matter: Matter; paper: IssuedPaper | null }> {
  const opened = await getDossier(tx, ref);
  const { matter } = opened;
  const { promised, apology } = await promisedDue(tx, matter, given);
  const { rule, term, isLate } = apology;
  const reason = given.reason.trim();
  const moved = await move(tx, dossier, matter.id, "apologise", {
    version: given.version,
    note: reason,
    facts: { reason, promised: promised.dueAt.toISOString(), dueAt: newDue(tx, matter, { ...term, count: given.added }).toISOString(), late: isLate },
    extension: { term: { ...term, count: given.added }, basis: rule.basis, most: rule.most },
  });
  await insertDrafts(tx, [{ ...promised, added: given.added }]);
  await setSigned(tx, promised, { reason, added: given.added, seq: moved.version });
  const steps = ((await findClock(tx, moved))?.steps ?? []) as readonly Step[];
  const paper = await issueLetter(tx, {
    matter,
    form: rule.form,
    signerName: tx.actor.name,
    validUntil: null,
    layout: apologyLayout(tx, opened, { form: rule.form, promisedAt: promised.dueAt, dueAt: moved.dueAt ?? tx.now, reason, isLate, steps }),
  });
  return { matter: moved, paper };
}

/** What was promised, and what may be said of it in such words. @throws Problem notNow, invalid */
async function promisedDue(tx: Tx, matter: Opened["matter"], { reason, added }: ApologyWords) {
  const apology = await apologyFor(tx, matter);
  if (!apology || matter.dueAt === null) throw new Problem("notNow", { action: "apologise", state: matter.state });
  if (!reason.trim()) throw new Problem("invalid", { reason: "required" });
  if (!Number.isInteger(added) || added < 1 || added > apology.choices.length) throw new Problem("invalid", { added: "range" });
  const { communeId, provinceId, id, dueAt: promisedAt } = matter;
  return { promised: { communeId, provinceId, id, dueAt: promisedAt }, apology };
}

/** Communes where a running dossier comes so near its end that an apology is to be drafted. Asked at the gate. */
export async function communesToApologise(tx: Tx): Promise<readonly number[]> {
  const { lead, most } = apologyRule(tx.house.apologies, dayOf(tx.now));
  const communes = await listCommunesWithoutApology(tx, { until: farthestReach(tx.now), most });
  return communes.filter(({ communeId, firstDue }) => firstDue <= horizonOf(tx, communeId, lead)).map(({ communeId }) => communeId);
}

/**
 * Drafts an apology for each dossier of the actor's commune that is nearly due and has no result, once for each due instant. Safe to run
 * twice, and at the same time.
 *
 * @returns how many were new
 */
export async function draftApologies(tx: Tx): Promise<number> {
  const place = placeOf(tx.actor);
  must(tx.actor, "clock.run", place);
  const rule = apologyRule(tx.house.apologies, dayOf(tx.now));
  const calendar = tx.house.calendarOf(place);
  const soon = await listUndrafted(tx, place, { until: horizonOf(tx, place.communeId, rule.lead), most: rule.most });
  const left = (one: DueSoon): number => workingTimeBetween(calendar, tx.now, one.dueAt) / workingTimeBetween(calendar, one.startedAt, one.dueAt);
  const ripe = soon.filter((one) => left(one) <= 1 - rule.earliest);
  return await insertDrafts(
    tx,
    ripe.map((one) => ({ ...one, added: addedTime(rule, one.term).proposed.count })),
  );
}

/** The last due instant for which so much working time is left. */
function horizonOf(tx: Tx, communeId: number, lead: Term): Date {
  const calendar = tx.house.calendarOf({ communeId, provinceId: tx.house.units.getUnit(communeId).provinceId ?? 0 });
  return dueAt({ term: lead, from: tx.now, pauses: [], calendar }).dueAt ?? tx.now;
}

/** Drafts of the actor's commune that still stand: what waits for a reason, or for the chief. */
export async function listApologyDrafts(tx: Tx, page: { readonly after: InstantPosition | null; readonly size: number }): Promise<readonly WaitingApology[]> {
  return await listWaitingApologies(tx, placeOf(tx.actor), page);
}
