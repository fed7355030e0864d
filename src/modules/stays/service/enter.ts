import { dayOf } from "../../../base/day.ts";
import { last4Of } from "../../../base/identity.ts";
import { must, type Place } from "../../../kernel/actor.ts";
import { LawGap } from "../../../kernel/law/table.ts";
import { findMatter, type Matter, move, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { takeTurn } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type Procedure, stayProcedureOn } from "../../procedures/index.ts";
import { type Declaration, type Guest, type Told, whoIs } from "../forms.ts";
import { overnightStay } from "../matter.ts";
import { judge } from "../night.ts";
import { findKnown, insertEntry, insertStay, type Known, setEntry } from "../queries.ts";
import { getStay } from "./read.ts";

/** What became of a declaration: it is in the log, or its guests stand there already and nothing was written. */
export type Entered = { readonly ok: true; readonly publicRef: string } | { readonly ok: false; readonly known: readonly Known[] };

/**
 * Enters a declaration: matter, code, entry and its end in one transaction. Sent twice under one reference it is entered once. Of two
 * officers who enter the same guest at once the second is told of the first.
 *
 * @param elsewhere the officer says that a guest who is known went to another place
 * @throws Problem notPermitted; LawGap when the law data has no such procedure today
 */
export async function enterStay(tx: Tx, publicRef: string, { declaration, elsewhere }: { readonly declaration: Declaration; readonly elsewhere: boolean }): Promise<Entered> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.enterStay", place);
  const { channel, ...told } = declaration;
  const procedure = getStayProcedure(tx);
  await takeTurn(tx, `stays ${place.communeId}`);
  if (await findMatter(tx, place.communeId, { kind: overnightStay.kind, ref: publicRef })) return { ok: true, publicRef };
  const known = await whoIsKnown(tx, place, { told, except: null });
  if (known.length > 0 && !elsewhere) return { ok: false, known };
  const count = told.guests.length;
  const facts = { procedure: procedure.code, guests: count, place: told.placeKind };
  const opened = await openMatter(tx, overnightStay, {
    publicRef,
    code: await nextCode(tx, "stay"),
    title: procedure.name.vi,
    channel,
    hamletId: told.hamletId,
    assigneeId: null,
    term: null,
    facts,
  });
  await insertStay(tx, { ...place, matterId: opened.id, enteredAt: tx.now, guests: count });
  await write(tx, opened, { told, procedure, entry: 1, reason: null });
  await move(tx, overnightStay, opened.id, "enter", { version: opened.version, facts });
  return { ok: true, publicRef };
}

/** Adds an entry that takes the place of the one before it, with its reason. @throws Problem notFound, notPermitted, changedMeanwhile */
export async function correctStay(
  tx: Tx,
  publicRef: string,
  given: { readonly told: Told; readonly version: number; readonly reason: string; readonly elsewhere: boolean },
): Promise<Entered> {
  const place = placeOf(tx.actor);
  const { told, version, reason, elsewhere } = given;
  const { matter, stay } = await getStay(tx, publicRef);
  await takeTurn(tx, `stays ${place.communeId}`);
  const known = await whoIsKnown(tx, place, { told, except: matter.id });
  if (known.length > 0 && !elsewhere) return { ok: false, known };
  const entry = stay.entry + 1;
  await move(tx, overnightStay, matter.id, "amend", { version, note: reason, facts: { entry } });
  await write(tx, matter, { told, procedure: getStayProcedure(tx), entry, reason });
  await setEntry(tx, { communeId: place.communeId, matterId: matter.id, entry, guests: told.guests.length });
  return { ok: true, publicRef };
}

/** The procedure of today. @throws LawGap */
export function getStayProcedure(tx: Tx): Procedure {
  const found = stayProcedureOn(tx.house.procedures, dayOf(tx.now));
  if (!found) throw new LawGap(tx.house.procedures.name, "nightRule", dayOf(tx.now));
  return found;
}

async function whoIsKnown(tx: Tx, place: Place, { told, except }: { readonly told: Told; readonly except: number | null }): Promise<readonly Known[]> {
  const hashes = told.guests.map((guest) => hashOf(tx, guest));
  return await findKnown(tx, place, { hashes, arrivedAt: told.arrivedAt, except });
}

/** The number of an identity card gives the same hash here as in the register of people. */
function hashOf(tx: Tx, guest: Guest): Buffer {
  return tx.house.vault.hash(whoIs(guest));
}

type Writing = { readonly told: Told; readonly procedure: Procedure; readonly entry: number; readonly reason: string | null };

async function write(tx: Tx, { communeId, provinceId, id }: Matter, { told, procedure, entry, reason }: Writing): Promise<void> {
  const { guests, hostName, hostPhone, placeKind, address, hamletId, arrivedAt, leavesOn, purpose, toldAt } = told;
  // Measured by the law of the day on which the guest came.
  const rule = stayProcedureOn(tx.house.procedures, dayOf(told.arrivedAt)) ?? procedure;
  const { dueAt } = judge(rule, told);
  const at = { communeId, matterId: id, entry, provinceId };
  const law = { procedureCode: rule.code, procedureFrom: rule.validFrom };
  const written = { writtenAt: tx.now, writtenBy: tx.actor.id ?? 0, reason };
  await insertEntry(
    tx,
    { ...at, ...law, ...written, hostName, hostPhone, placeKind, address, hamletId, arrivedAt, leavesOn, purpose, toldAt, dueAt },
    guests.map((guest) => {
      const { paperNumber, ...shown } = guest;
      return {
        ...at,
        ...shown,
        paperSealed: paperNumber === null ? null : tx.house.vault.seal(paperNumber),
        paperLast4: paperNumber === null ? null : last4Of(paperNumber),
        whoHash: hashOf(tx, guest),
      };
    }),
  );
}
