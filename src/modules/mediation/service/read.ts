import { must } from "../../../kernel/actor.ts";
import { findMattersSharing, type IdentityMark, listIdentities } from "../../../kernel/identity.ts";
import { findMatter, type Matter } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { dispute as life } from "../matter.ts";
import { type Again, findDispute, listAgain, listAtSpot, listSessions, listVisits, type ShownDispute } from "../queries/disputes.ts";
import { listEndings } from "../queries/endings.ts";
import type { AgreedStart, PastEnding, Session, Visit } from "../queries/slice.ts";
import { listStarts } from "../queries/starts.ts";
import { findMediators } from "../queries/teams.ts";

/** @throws Problem("notFound"), also when row security hides it */
export async function getDispute(tx: Tx, publicRef: string): Promise<{ readonly matter: Matter; readonly dispute: ShownDispute }> {
  const { communeId } = placeOf(tx.actor);
  const matter = await findMatter(tx, communeId, { kind: life.kind, ref: publicRef });
  const dispute = matter && (await findDispute(tx, { communeId, matterId: matter.id }));
  if (!matter || !dispute) throw new Problem("notFound");
  return { matter, dispute };
}

/** A dispute with its whole course. Parties are marks without names; what was told is opened here, because the page is about it. */
export type OpenedDispute = {
  readonly matter: Matter;
  readonly dispute: ShownDispute;
  readonly told: string;
  readonly agreement: string | null;
  readonly marks: readonly IdentityMark[];
  readonly mediators: readonly { readonly id: number; readonly fullName: string }[];
  readonly sessions: readonly (Session & { readonly told: string })[];
  readonly visits: readonly (Visit & { readonly note: string | null })[];
  /** What the parties agreed on about the beginning; the last one holds. */
  readonly starts: readonly AgreedStart[];
  /** Outcomes that stood until it was taken up again. */
  readonly past: readonly (PastEnding & { readonly agreement: string | null })[];
  readonly again: Repeats;
};

/** Other disputes of the same people or at the same spot. They are shown; nothing is counted from them and nobody is judged by them. */
export type Repeats = { readonly people: readonly Again[]; readonly place: readonly Again[] };

/** @throws Problem notFound, notPermitted */
export async function openDispute(tx: Tx, publicRef: string): Promise<OpenedDispute> {
  const { matter, dispute } = await getDispute(tx, publicRef);
  must(tx.actor, "mediation.read", matter);
  const at = { communeId: matter.communeId, matterId: matter.id };
  const { vault } = tx.house;
  const mediators = (await findMediators(tx, at.communeId, [matter.id])).get(matter.id) ?? [];
  const [sessions, visits] = [await listSessions(tx, at), await listVisits(tx, at)];
  return {
    matter,
    dispute,
    told: vault.open(dispute.toldSealed),
    agreement: dispute.agreementSealed === null ? null : vault.open(dispute.agreementSealed),
    marks: await listIdentities(tx, matter),
    mediators,
    sessions: sessions.map((session) => ({ ...session, told: vault.open(session.toldSealed) })),
    visits: visits.map((visit) => ({ ...visit, note: visit.noteSealed === null ? null : vault.open(visit.noteSealed) })),
    starts: await listStarts(tx, at),
    past: (await listEndings(tx, at)).map((ending) => ({ ...ending, agreement: ending.agreementSealed === null ? null : vault.open(ending.agreementSealed) })),
    again: await findRepeats(tx, matter, dispute),
  };
}

async function findRepeats(tx: Tx, matter: Matter, dispute: ShownDispute): Promise<Repeats> {
  const shared = await findMattersSharing(tx, { communeId: matter.communeId, id: matter.id, regime: "mediation" });
  return { people: await listAgain(tx, matter.communeId, shared), place: await listAtSpot(tx, dispute) };
}
