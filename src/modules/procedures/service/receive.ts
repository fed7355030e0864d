import { dayOf } from "../../../base/day.ts";
import type { Dong } from "../../../base/dong.ts";
import { last4Of } from "../../../base/identity.ts";
import { must } from "../../../kernel/actor.ts";
import { type Matter, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { keepPerson } from "../../people/index.ts";
import { askByEmailAtCounter } from "../../subscriptions/index.ts";
import type {} from "../house.ts";
import { feeFor, type Procedure, procedureOn, termFor } from "../law.ts";
import { dossier } from "../matter.ts";
import { getMatter, type HandedOver, insertDossier, lockIntake, useIntake } from "../queries.ts";
import { declarationToKeep, type KeptDeclaration, noDeclaration } from "./declare.ts";
import { type Bearer, bearerOf } from "./intake.ts";

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
  /** The officer took a declaration on paper instead of asking. */
  readonly onPaper?: boolean;
};

/**
 * Receives a dossier: person, code, clock, timeline and receipt in one transaction. Submitted twice, it is received once: the
 * second call gives the first one's matter.
 *
 * @throws Problem notFound (no such intake of this officer, no such procedure today), notPermitted, alreadyDone (its preparation became a dossier)
 */
export async function receiveDossier(tx: Tx, intakeRef: string, given: Receive): Promise<Matter> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.receive", place);
  const intake = await lockIntake(tx, place.communeId, intakeRef);
  if (!intake) throw new Problem("notFound");
  if (intake.matterId !== null) return await getMatter(tx, place.communeId, intake.matterId);
  const declaration = declarationToKeep(tx, intake, getProcedure(tx, given.procedureCode), given);
  const matter = await openDossier(tx, { bearer: bearerOf(tx, intake), given, intakeId: intake.id, declaration, channel: "counter", assigneeId: tx.actor.id });
  await useIntake(tx, intake, matter.id);
  return matter;
}

/** A dossier as it comes in, over the counter or from elsewhere. */
export type Opening = {
  readonly bearer: Bearer;
  readonly given: Receive;
  readonly intakeId: number | null;
  readonly channel: "counter" | "nationalPortal";
  readonly assigneeId: number | null;
  /** When it counts as received, if that is not now. */
  readonly receivedAt?: Date;
  readonly nationalNumber?: string;
  /** What was declared here; left out where it was declared elsewhere. */
  readonly declaration?: KeptDeclaration;
};

/** Opens a dossier, however it came: person, code, clock, timeline. @throws Problem notFound (no such procedure today), notPermitted */
export async function openDossier(
  tx: Tx,
  { bearer, given, intakeId, channel, assigneeId, receivedAt = tx.now, nationalNumber, declaration = noDeclaration }: Opening,
): Promise<Matter> {
  const procedure = getProcedure(tx, given.procedureCode);
  const phone = given.phone ?? bearer.phone;
  const personId = await keepPerson(tx, "counter", { ...bearer, hamletId: given.hamletId, phone });
  const term = termFor(procedure, given.conditions);
  const matter = await openMatter(tx, dossier, {
    code: await nextCode(tx, "dossier"),
    title: procedure.name.vi,
    channel,
    hamletId: given.hamletId,
    assigneeId,
    receivedAt,
    term: term && { term: term.term, basis: `${procedure.code} (${procedure.source})` },
    facts: {
      procedure: procedure.code,
      case: given.caseId,
      papers: given.handedOver.map((paper) => paper.code),
      ...(declaration.declared ? { declared: declaration.declared } : {}),
    },
  });
  const inserted = await insertDossier(tx, {
    ...placeOf(tx.actor),
    ...declaration,
    matterId: matter.id,
    personId,
    intakeId,
    procedureCode: procedure.code,
    procedureFrom: procedure.validFrom,
    caseId: given.caseId,
    conditions: given.conditions,
    request: given.request,
    handedOver: given.handedOver,
    feeDong: feeOf(procedure, given, channel === "counter" ? "counter" : "online"),
    exemption: given.exemption,
    idLast4: last4Of(bearer.idNumber),
    phoneLast4: phone && last4Of(phone),
    ...(nationalNumber === undefined ? {} : { nationalNumber }),
  });
  if (!inserted) throw new Problem("alreadyDone");
  if (given.email) await askByEmailAtCounter(tx, matter, { email: given.email, lang: "vi" });
  return matter;
}

/** A procedure as it stands today. @throws Problem("notFound") */
export function getProcedure(tx: Tx, code: string): Procedure {
  const found = procedureOn(tx.house.procedures, dayOf(tx.now), code);
  if (!found) throw new Problem("notFound");
  return found;
}

/** What is charged at the counter, or online. */
export function feeOf(procedure: Procedure, given: Pick<Receive, "conditions" | "exemption">, channel: "counter" | "online" = "counter"): Dong {
  return feeFor(procedure, { channel, circumstances: given.conditions, exempt: given.exemption !== null });
}
