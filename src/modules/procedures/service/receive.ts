import { dayOf } from "../../../base/day.ts";
import type { Dong } from "../../../base/dong.ts";
import { last4Of } from "../../../base/identity.ts";
import { must } from "../../../kernel/actor.ts";
import { codeOf, codePatternOn, sequenceKeyOf } from "../../../kernel/law/codes.ts";
import { type Matter, openMatter } from "../../../kernel/matter.ts";
import { nextNumber } from "../../../kernel/numbers.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { keepPerson } from "../../people/index.ts";
import { askByEmailAtCounter } from "../../subscriptions/index.ts";
import type {} from "../house.ts";
import { feeFor, type Procedure, procedureOn, termFor } from "../law.ts";
import { dossier } from "../matter.ts";
import { getMatter, type HandedOver, insertDossier, lockIntake, useIntake } from "../queries.ts";
import { bearerOf } from "./intake.ts";

/** What the officer entered besides the card. */
export type Receive = {
  readonly procedureCode: string;
  readonly caseId: string;
  /** Words of the procedure's data that decide its term and its fee. */
  readonly conditions: readonly string[];
  readonly exemption: string | null;
  readonly handedOver: readonly HandedOver[];
  readonly phone: string | null;
  /** Where the resident wants to be told; asked to confirm before anything else goes there. */
  readonly email?: string | null;
  readonly hamletId: number | null;
  /** What the resident asks for, in her words. */
  readonly request: string;
};

/**
 * Receives a dossier: person, code, clock, timeline and receipt in one transaction. Submitted twice, it is received once: the
 * second call gives the first one's matter.
 *
 * @throws Problem notFound (no such intake of this officer, no such procedure today), notPermitted
 */
export async function receiveDossier(tx: Tx, intakeRef: string, given: Receive): Promise<Matter> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.receive", place);
  const intake = await lockIntake(tx, place.communeId, intakeRef);
  if (!intake) throw new Problem("notFound");
  if (intake.matterId !== null) return await getMatter(tx, place.communeId, intake.matterId);
  const bearer = bearerOf(tx, intake);
  const procedure = getProcedure(tx, given.procedureCode);
  const personId = await keepPerson(tx, "counter", { ...bearer, hamletId: given.hamletId, phone: given.phone ?? bearer.phone });
  const term = termFor(procedure, given.conditions);
  const matter = await openMatter(tx, dossier, {
    code: await nextCode(tx),
    title: procedure.name.vi,
    channel: "counter",
    hamletId: given.hamletId,
    assigneeId: tx.actor.id,
    term: term && { term: term.term, basis: `${procedure.code} (${procedure.source})` },
    facts: { procedure: procedure.code, case: given.caseId, papers: given.handedOver.map((paper) => paper.code) },
  });
  const phone = given.phone ?? bearer.phone;
  await insertDossier(tx, {
    ...place,
    matterId: matter.id,
    personId,
    intakeId: intake.id,
    procedureCode: procedure.code,
    procedureFrom: procedure.validFrom,
    caseId: given.caseId,
    conditions: given.conditions,
    request: given.request,
    handedOver: given.handedOver,
    feeDong: feeOf(procedure, given),
    exemption: given.exemption,
    idLast4: last4Of(bearer.idNumber),
    phoneLast4: phone && last4Of(phone),
  });
  if (given.email) await askByEmailAtCounter(tx, matter, { email: given.email, lang: "vi" });
  await useIntake(tx, intake, matter.id);
  return matter;
}

/** A procedure as it stands today. @throws Problem("notFound") */
export function getProcedure(tx: Tx, code: string): Procedure {
  const found = procedureOn(tx.house.procedures, dayOf(tx.now), code);
  if (!found) throw new Problem("notFound");
  return found;
}

/** What is charged at the counter. */
export function feeOf(procedure: Procedure, given: Pick<Receive, "conditions" | "exemption">): Dong {
  return feeFor(procedure, { channel: "counter", circumstances: given.conditions, exempt: given.exemption !== null });
}

async function nextCode(tx: Tx): Promise<string> {
  const { communeId, provinceId } = placeOf(tx.actor);
  const { units, codePatterns } = tx.house;
  const today = dayOf(tx.now);
  const pattern = codePatternOn(codePatterns, today, { series: "dossier", place: `${units.getUnit(provinceId).code}/${units.getUnit(communeId).code}` });
  return codeOf(pattern, today, await nextNumber(tx, communeId, sequenceKeyOf(pattern, today)));
}
