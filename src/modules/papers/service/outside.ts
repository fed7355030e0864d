import { createHash } from "node:crypto";
import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { acceptSigned, type Refusal } from "../../../platform/signature/acceptance.ts";
import { endUnsigned, findOutside, findOutsideByCode, findUnsigned, insertUnsigned, listPrints, type UnsignedPaper } from "../queries/unsigned.ts";
import { findPublicPaper, type IssuedPaper } from "../queries.ts";
import { signableOf } from "../waiting.ts";
import { keepPaper, type Superseding } from "./keep.ts";
import { type PaperOrder, preparePaper } from "./prepare.ts";

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** Numbers and sets a paper that somebody will sign elsewhere, and keeps its very bytes until it comes back. */
export async function reservePaper(tx: Tx, order: PaperOrder): Promise<void> {
  const { row, unsigned } = await preparePaper(tx, order);
  await insertUnsigned(tx, { ...row, signerId: tx.actor.id ?? 0, length: unsigned.length, sha256: hashOf(unsigned), pdf: Buffer.from(unsigned) });
}

/** Gives up a paper that is outside. Its number stays with its matter. */
export async function releasePaper(tx: Tx, { matter, form }: Pick<PaperOrder, "matter" | "form">, reason: string): Promise<void> {
  const outside = await findOutside(tx, { communeId: matter.communeId, matterId: matter.id, form });
  if (outside) await endUnsigned(tx, outside, { state: "void", endedFor: reason });
}

/** Keeps a paper that came back signed and was checked. */
export async function keepSigned(
  tx: Tx,
  { unsignedId, pdf, superseding }: { readonly unsignedId: number; readonly pdf: Buffer; readonly superseding: Superseding | null },
): Promise<IssuedPaper> {
  const unsigned = await findUnsigned(tx, placeOf(tx.actor).communeId, unsignedId);
  if (unsigned?.state !== "out") throw new Problem("notNow");
  const { id: _id, signerId: _signer, state: _state, endedAt: _at, endedFor: _for, length: _length, sha256: _hash, pdf: _pdf, ...row } = unsigned;
  const paper = await keepPaper(tx, row, { pdf, superseding });
  await endUnsigned(tx, unsigned, { state: "accepted", endedFor: null });
  return paper;
}

/** The bytes to be signed, by the code of the paper. @throws Problem("notFound") */
export async function getOutside(tx: Tx, code: string): Promise<UnsignedPaper> {
  const outside = await findOutsideByCode(tx, placeOf(tx.actor).communeId, code);
  if (!outside) throw new Problem("notFound");
  return outside;
}

/** What became of a file that was brought in. */
export type Brought =
  | { readonly outcome: "accepted" | "already"; readonly paper: Pick<IssuedPaper, "form" | "number" | "symbol" | "code"> }
  | { readonly outcome: "refused"; readonly refusal: Refusal | "takenBack" | "notAllowed" };

/**
 * Takes one file that was signed elsewhere: only a paper of this post that is outside, byte for byte, with one sound signature behind it by a certificate
 * that may sign for this post in the name on the paper. Anything else changes nothing.
 *
 * @throws Problem notPermitted, changedMeanwhile
 */
export async function bringSigned(tx: Tx, pdf: Buffer): Promise<Brought> {
  const { communeId } = placeOf(tx.actor);
  const issued = await findPublicPaper(tx, { sha256: hashOf(pdf) });
  if (issued?.communeId === communeId) return { outcome: "already", paper: issued };
  const id = beginsWith(pdf, await listPrints(tx, communeId));
  const unsigned = id === null ? null : await findUnsigned(tx, communeId, id);
  if (!unsigned) return { outcome: "refused", refusal: "notOurs" };
  if (unsigned.state !== "out") return { outcome: "refused", refusal: "takenBack" };
  const trust = await tx.house.importTrust();
  const accepted = acceptSigned(unsigned.pdf, pdf, { trusted: trust.anchors, exportedAt: unsigned.issuedAt, now: tx.now });
  if (!accepted.ok) return { outcome: "refused", refusal: accepted.refusal };
  if (!trust.maySign({ postId: communeId, name: unsigned.signerName, certificate: accepted.certificate })) return { outcome: "refused", refusal: "notAllowed" };
  const { signable, matter } = await signableOf(tx, unsigned);
  return { outcome: "accepted", paper: await signable.accept(tx, matter, { unsignedId: unsigned.id, form: unsigned.form, pdf }) };
}

/** Which paper a file begins with, if any; the file is hashed once, however many there are. */
function beginsWith(file: Uint8Array, prints: Awaited<ReturnType<typeof listPrints>>): number | null {
  const hash = createHash("sha256");
  let done = 0;
  for (const { id, length, sha256 } of prints.toSorted((one, other) => one.length - other.length)) {
    if (length > file.length) return null;
    hash.update(file.subarray(done, length));
    done = length;
    if (hash.copy().digest().equals(sha256)) return id;
  }
  return null;
}
