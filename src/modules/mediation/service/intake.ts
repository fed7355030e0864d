import { dayOf } from "../../../base/day.ts";
import { normalise } from "../../../base/vietnamese.ts";
import { must } from "../../../kernel/actor.ts";
import { keepIdentity } from "../../../kernel/identity.ts";
import { type Matter, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { openOnce } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { Intake } from "../forms/intake.ts";
import { ruleName } from "../law.ts";
import { dispute } from "../matter.ts";
import { insertDispute } from "../queries/disputes.ts";
import { excludeDispute } from "./close.ts";
import { tellToGiveOut } from "./waiting.ts";

/**
 * Records a dispute with its parties, each sealed. Sent twice under one reference it is recorded once. One that is not mediated in the
 * hamlet ends at once, with why and where to go.
 *
 * @throws Problem notPermitted; LawGap when the post has no series of numbers
 */
export async function recordDispute(tx: Tx, publicRef: string, given: Intake): Promise<void> {
  const place = placeOf(tx.actor);
  must(tx.actor, "mediation.record", place);
  await openOnce(tx, { kind: dispute.kind, publicRef }, () => keepDispute(tx, publicRef, given));
}

async function keepDispute(tx: Tx, publicRef: string, given: Intake): Promise<Matter> {
  const place = placeOf(tx.actor);
  const { kind, hamletId, spot, askedBy, channel, told, parties, exclusion } = given;
  const opened = await openMatter(tx, dispute, {
    publicRef,
    code: await nextCode(tx, "dispute"),
    title: ruleName(tx.house.mediationRules, "kind", kind).vi,
    channel,
    hamletId,
    assigneeId: null,
    term: null,
    facts: { kind, askedBy, parties: parties.length, on: dayOf(tx.now) },
  });
  const spotNorm = normalise(spot);
  await insertDispute(tx, { ...place, matterId: opened.id, kind, hamletId, spot, spotNorm, askedBy, toldSealed: tx.house.vault.seal(told), receivedAt: tx.now });
  for (const { side, minor, ...who } of parties) await keepIdentity(tx, opened, { role: side, minor, who: { ...who, more: {} } });
  if (exclusion !== null) {
    await excludeDispute(tx, publicRef, { version: opened.version, exclusion });
    return opened;
  }
  await tellToGiveOut(tx, opened);
  return opened;
}
