import { must } from "../../kernel/actor.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { newCode, plainCode } from "./code.ts";
import type { Call, Vouching } from "./forms.ts";
import { kindOn, milliseconds } from "./law.ts";
import { type Contact, eraseKept, findCaller, findVouched, insertContact, listOwn, type Vouched } from "./queries.ts";

/** Gives what the actor is about to do its code. @throws Problem notPermitted; LawGap */
export async function vouch(tx: Tx, { kind, phone }: Vouching, code = newCode()): Promise<string> {
  const place = placeOf(tx.actor);
  must(tx.actor, "contact.vouch", place);
  const { validFor, keptFor } = kindOn(tx, kind);
  const validUntil = new Date(tx.now.getTime() + milliseconds(validFor));
  const eraseAt = new Date(validUntil.getTime() + milliseconds(keptFor));
  const phoneHash = phone === null ? null : hashOfPhone(tx, phone);
  const row = { ...place, officerId: tx.actor.id ?? 0, kind, phoneHash, at: tx.now, validUntil, eraseAt };
  const given = await insertContact(tx, { ...row, lookup: hashOfCode(tx, code), codeSealed: tx.house.vault.seal(code) });
  // One code in forty-seven million is taken; the next one is not.
  return given ? code : await vouch(tx, { kind, phone });
}

/** One of the actor's own contacts with its code; null once it was emptied. */
export type OwnContact = Pick<Contact, "id" | "kind" | "at" | "validUntil"> & { readonly code: string | null; readonly withPhone: boolean };

export async function listOwnContacts(tx: Tx, page: { readonly after: number | null; readonly size: number }): Promise<readonly OwnContact[]> {
  const { communeId } = placeOf(tx.actor);
  const rows = await listOwn(tx, { communeId, ...page });
  return rows.map(({ id, kind, at, validUntil, codeSealed, phoneHash }) => {
    const code = codeSealed === null ? null : tx.house.vault.open(codeSealed);
    return { id, kind, at, validUntil, code, withPhone: phoneHash !== null };
  });
}

/** Who stands for a code. Wrong, old and unknown codes all take this one way and give null. */
export async function whoseCode(tx: Tx, typed: string): Promise<Vouched | null> {
  return await findVouched(tx, hashOfCode(tx, plainCode(typed)));
}

/** The commune whose post called a phone about one of these times; never who called. */
export async function whoseCall(tx: Tx, { phone, times }: Call): Promise<number | null> {
  const around = milliseconds(kindOn(tx, "call").around);
  for (const at of times) {
    const caller = await findCaller(tx, hashOfPhone(tx, phone), { from: new Date(at.getTime() - around), to: new Date(at.getTime() + around) });
    if (caller !== null) return caller;
  }
  return null;
}

/** Empties codes and phones that were kept long enough. Asked at the gate; safe to run twice. */
export const erasePastContacts = async (tx: Tx): Promise<number> => await eraseKept(tx);

const hashOfCode = (tx: Tx, code: string): Buffer => tx.house.vault.hash(`contact:code:${code}`);
const hashOfPhone = (tx: Tx, phone: string): Buffer => tx.house.vault.hash(`contact:phone:${phone}`);
