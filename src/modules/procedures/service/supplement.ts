import { dayOf, monthOf } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import type { LawTable } from "../../../kernel/law/table.ts";
import { lockMatter, type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type DefectGroup, type DefectOffer, type DefectRule, defectGroups, defectOn, otherDefect } from "../law/defects.ts";
import { supplementPause } from "../law/pauses.ts";
import { caseOf, type Procedure, papersNeeded } from "../law.ts";
import { dossier } from "../matter.ts";
import { type AskedDefect, type Brought, insertBrought, insertRequest, listBrought, listRequests, type SupplementRequest } from "../queries/supplements.ts";
import type { HandedOver } from "../queries.ts";
import { type History, isRepeated, type Named } from "./repeats.ts";
import { getProcedureOf } from "./version.ts";
import { getDossier, type Opened } from "./work.ts";

/** A defect that no rule foresees: of which paper (null: of the whole dossier), what is wrong, and what the resident has to do. */
export type OtherDefect = { readonly paper: string | null; readonly what: string; readonly todo: string };

/** All that is asked for, at once. */
export type Supplement = {
  readonly version: number;
  readonly defects: readonly Named[];
  readonly other?: OtherDefect | null;
  /** Why it was not named the first time; needed when something of it could have been. */
  readonly why?: string | null;
};

/** What a dossier can be asked for now, and what it was asked for before. */
export type Asking = { readonly procedure: Procedure; readonly groups: readonly DefectGroup[]; readonly requests: readonly SupplementRequest[]; readonly history: History };

/** The papers of a dossier that are in the post's hands: those of the receipt, and those that came later. */
export function papersInHand({ dossier: row }: Pick<Opened, "dossier">, brought: readonly Brought[]): readonly string[] {
  const received = (row.handedOver as readonly HandedOver[]).map(({ code }) => code);
  return [...new Set([...received, ...brought.map(({ paper }) => paper)])];
}

export async function askingOf(tx: Tx, opened: Opened): Promise<Asking> {
  const { matter, dossier: row } = opened;
  const [requests, brought] = await Promise.all([listRequests(tx, matter), listBrought(tx, matter)]);
  const procedure = getProcedureOf(tx, row);
  const groups = defectGroups(tx.house.defects, dayOf(tx.now), { procedure, caseId: row.caseId, inHand: papersInHand(opened, brought) });
  const received = (row.handedOver as readonly HandedOver[]).map(({ code }) => code);
  return { procedure, groups, requests, history: { earlier: requests, received, brought } };
}

/** Which of the named defects could have been named before. Decided by what is kept, not by who asks. */
export function repeatedOf({ history }: Pick<Asking, "history">, { defects, other }: Pick<Supplement, "defects" | "other">): readonly Named[] {
  const named = [...defects, ...(other ? [{ code: otherDefect, paper: other.paper }] : [])];
  return named.filter((one) => isRepeated(one, history));
}

/**
 * Asks for what is missing, all of it at once; the clock stands still until it is here. What could have been named before is counted.
 *
 * @throws Problem invalid (nothing named by its rule, a defect that this dossier cannot have, no reason for what could have been named before), and those of `move`
 */
export async function askSupplement(tx: Tx, ref: string, given: Supplement): Promise<Matter> {
  const opened = await getDossier(tx, ref);
  // Locked before anything is read of it: what another officer asks for at the same time would count as asked before.
  const matter = await lockMatter(tx, dossier.kind, opened.matter.id);
  // Whoever saw an older dossier is told so first: what he ticked was said of another one.
  if (matter.version !== given.version) throw new Problem("changedMeanwhile", { code: matter.code });
  const asking = await askingOf(tx, opened);
  const { defects, other = null } = given;
  const why = given.why?.trim() || null;
  const offers = offersOf(asking, defects);
  if (defects.length === 0 || offers.length < defects.length) throw new Problem("invalid", { defects: "unknown" });
  const repeated = repeatedOf(asking, given);
  if (repeated.length > 0 && why === null) throw new Problem("invalid", { why: "required" });
  const pause = supplementPause(tx.house.pauseReasons, dayOf(tx.now), asking.procedure);
  const number = asking.requests.length + 1;
  const moved = await move(tx, dossier, matter.id, "askSupplement", {
    version: given.version,
    note: [...offers.map((offer) => offer.name.vi), ...(other ? [other.what] : [])].join("; "),
    facts: { request: number, defects: defects.length + (other ? 1 : 0), repeated: repeated.length },
    pause: { reason: pause.name.vi, legalBasis: pause.basis },
  });
  const rows = [...defects.map(({ code, paper }) => ({ code, paper, what: null, todo: null })), ...(other ? [{ code: otherDefect, ...other }] : [])];
  await insertRequest(
    tx,
    {
      communeId: matter.communeId,
      provinceId: matter.provinceId,
      matterId: matter.id,
      seq: moved.version,
      number,
      month: monthOf(dayOf(tx.now)).from,
      askedAt: tx.now,
      askedBy: tx.actor.id ?? 0,
      repeated: repeated.length > 0,
      why: number > 1 ? why : null,
    },
    rows.map((row) => ({ ...row, repeated: isRepeated(row, asking.history) })),
  );
  return moved;
}

/** What the house offers under these names; shorter than the list when one of them is not offered for this dossier. */
function offersOf({ groups }: Asking, named: readonly Named[]): readonly DefectOffer[] {
  const offers = groups.flatMap((group) => group.offers);
  return named.flatMap(({ code, paper }) => offers.find((offer) => offer.code === code && offer.paper === paper) ?? []);
}

/** What was missing is here: the clock runs on. `brought`: codes of the papers that came. */
export async function resumeWork(tx: Tx, ref: string, { version, brought = [] }: { readonly version: number; readonly brought?: readonly string[] }): Promise<Matter> {
  const opened = await getDossier(tx, ref);
  const known = broughtChoices(getProcedureOf(tx, opened.dossier), opened);
  if (brought.some((code) => !known.some((paper) => paper.code === code))) throw new Problem("invalid", { brought: "unknown" });
  const moved = await move(tx, dossier, opened.matter.id, "resume", { version, facts: { brought } });
  await insertBrought(tx, moved, [...new Set(brought)]);
  return moved;
}

/** The papers that a resident may bring to this dossier: those that may be asked of her, and those that she handed in anyway. */
export function broughtChoices(procedure: Procedure, { dossier: row }: Pick<Opened, "dossier">): readonly { readonly code: string; readonly name: Bilingual }[] {
  const { asked, notAsked } = papersNeeded(procedure, row.caseId);
  const handed = (row.handedOver as readonly HandedOver[]).map(({ code }) => code);
  return [...asked, ...notAsked.map(({ paper }) => paper).filter(({ code }) => handed.includes(code))];
}

/** A defect as a person reads it. */
export type ToldDefect = { readonly name: Bilingual; readonly todo: Bilingual; readonly basis: string | null; readonly repeated: boolean };

/** What a request said, in the words of the law of its day. */
export function tellDefects(
  rules: LawTable<DefectRule>,
  { procedure, caseId }: { readonly procedure: Procedure; readonly caseId: string },
  { askedAt, defects }: SupplementRequest,
): readonly ToldDefect[] {
  const names = new Map(caseOf(procedure, caseId).papers.map((paper) => [paper.code, paper]));
  return defects.map((one) => tellDefect(rules, { askedAt, one, paper: names.get(one.paper ?? "") ?? null }));
}

type Telling = { readonly askedAt: Date; readonly one: AskedDefect; readonly paper: { readonly name: Bilingual } | null };

function tellDefect(rules: LawTable<DefectRule>, { askedAt, one, paper }: Telling): ToldDefect {
  const { code, what, todo, repeated } = one;
  if (what !== null && todo !== null) {
    const name = (lang: "vi" | "en"): string => (paper ? `${paper.name[lang]}: ${what}` : what);
    return { name: { vi: name("vi"), en: name("en") }, todo: { vi: todo, en: todo }, basis: null, repeated };
  }
  const offer = defectOn(rules, dayOf(askedAt), code, paper);
  if (!offer) throw new RangeError(`the law data has no defect ${code} as of ${dayOf(askedAt)}`);
  return { name: offer.name, todo: offer.todo, basis: offer.basis, repeated };
}
