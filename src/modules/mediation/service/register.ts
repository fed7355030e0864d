import { dayOf } from "../../../base/day.ts";
import { may, must } from "../../../kernel/actor.ts";
import { listIdentities, openIdentity } from "../../../kernel/identity.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { InstantPosition } from "../../../web/position.ts";
import { type Period, spanOf } from "../../registers/index.ts";
import { countByKind, type KindCount, listRegister, type RegisterRow, type Sums, sumRegister, sumVisits } from "../queries/register.ts";
import { findMediators } from "../queries/teams.ts";

export type RegisterLine = RegisterRow & { readonly mediators: readonly string[] };
export type RegisterPage = { readonly lines: readonly RegisterLine[]; readonly sums: Sums; readonly next: InstantPosition | null };

/** One page of the register of a period, in the order of a book. @throws Problem notPermitted */
export async function readRegister(tx: Tx, period: Period, { after, size }: { readonly after: InstantPosition | null; readonly size: number }): Promise<RegisterPage> {
  const place = placeOf(tx.actor);
  must(tx.actor, "mediation.read", place);
  const span = spanOf(period);
  const rows = await listRegister(tx, place, { span, after, size: size + 1 });
  const sums = await sumRegister(tx, place, span);
  const shown = rows.slice(0, size);
  const mediators = await findMediators(
    tx,
    place.communeId,
    shown.map(({ matterId }) => matterId),
  );
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => ({ ...row, mediators: (mediators.get(row.matterId) ?? []).map(({ fullName }) => fullName) })),
    sums,
    next: rows.length > size && last ? { at: last.receivedAt, id: last.matterId } : null,
  };
}

/** A party as a paper names her: nothing but the role of a child, and of anybody for who may not open persons. */
export type NamedParty = { readonly side: string; readonly minor: boolean; readonly fullName: string | null; readonly address: string | null };

/** The parties of a dispute for a paper; each that is opened is written down with the purpose. */
export async function nameParties(tx: Tx, matterId: number, purpose: string): Promise<readonly NamedParty[]> {
  const place = placeOf(tx.actor);
  const marks = await listIdentities(tx, { communeId: place.communeId, id: matterId });
  const named: NamedParty[] = [];
  for (const { id, role: side, minor } of marks) {
    const opened = !minor && may(tx.actor, "mediation.identity", place) ? await openIdentity(tx, place, { id, purpose }) : null;
    named.push({ side, minor, fullName: opened?.fullName ?? null, address: opened?.address ?? null });
  }
  return named;
}

export type Figures = { readonly sums: Sums; readonly kinds: readonly KindCount[]; readonly visits: { readonly planned: number; readonly made: number; readonly late: number } };

/** What the disputes of a period came to: sums only, nobody in them. @throws Problem notPermitted */
export async function readFigures(tx: Tx, period: Period): Promise<Figures> {
  const place = placeOf(tx.actor);
  must(tx.actor, "mediation.figures", place);
  const span = spanOf(period);
  const visits = await sumVisits(tx, place, { ...period, today: dayOf(tx.now) });
  return { sums: await sumRegister(tx, place, span), kinds: await countByKind(tx, place, span), visits };
}
