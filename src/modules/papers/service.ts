import { createHash } from "node:crypto";
import { type Day, dayOf } from "../../base/day.ts";
import { must } from "../../kernel/actor.ts";
import { Problem } from "../../kernel/problem.ts";
import { readReference } from "../../kernel/reference.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { signPdf } from "../../platform/signature/sign.ts";
import { verifyPdf } from "../../platform/signature/verify.ts";
import type {} from "./house.ts";
import { findPaper, findPaperFile, findPublicPaper, type IssuedPaper, type PublicPaper, setRevoked } from "./queries.ts";
import { keepPaper, type Superseding } from "./service/keep.ts";
import { reservePaper } from "./service/outside.ts";
import { type PaperOrder, preparePaper } from "./service/prepare.ts";
import { signableOf } from "./waiting.ts";

export type NewPaper = PaperOrder & {
  /** The paper that this one takes the place of. */
  readonly superseding: Superseding | null;
};

/** Sets, signs, numbers and keeps a paper in one transaction: either all of it happened or none. The actor signs in his own name. */
export async function issuePaper(tx: Tx, given: NewPaper): Promise<IssuedPaper> {
  const { matter, signerName, superseding } = given;
  const { row, unsigned } = await preparePaper(tx, given);
  const signer = await tx.house.signerOf({ postId: matter.communeId, accountId: tx.actor.id ?? 0, name: signerName });
  const pdf = Buffer.from(await signPdf(unsigned, signer, { name: signerName, reason: `${row.number}/${row.symbol}`, location: "Viet Nam", at: tx.now }));
  return await keepPaper(tx, row, { pdf, superseding });
}

/**
 * Issues a letter whose decision stands with its move: signed here, or numbered and kept until it comes back signed.
 *
 * @returns null when it is outside to be signed
 */
export async function issueLetter(tx: Tx, order: PaperOrder): Promise<IssuedPaper | null> {
  if (tx.house.signing === "here") return await issuePaper(tx, { ...order, superseding: null });
  await reservePaper(tx, order);
  return null;
}

/** Takes back a paper, with a reason that anyone who verifies it will read; the timeline of its matter says so too. @throws Problem notFound, notPermitted, notNow, invalid */
export async function revokePaper(tx: Tx, code: string, reason: string): Promise<IssuedPaper> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.revoke", place);
  const paper = await findPaper(tx, place.communeId, code);
  if (!paper) throw new Problem("notFound");
  if (paper.revokedAt || paper.supersededAt) throw new Problem("notNow", { state: paper.revokedAt ? "revoked" : "superseded" });
  if (!reason.trim()) throw new Problem("invalid", { reason: "required" });
  await setRevoked(tx, place, paper.id, reason.trim());
  const { signable, matter } = await signableOf(tx, paper);
  await signable.noteRevocation(tx, matter, { paper, reason: reason.trim() });
  return paper;
}

/** A paper's file, for an officer of its post. @throws Problem("notFound") */
export async function getPaperPdf(tx: Tx, code: string): Promise<{ paper: IssuedPaper; pdf: Buffer }> {
  const paper = await findPaper(tx, placeOf(tx.actor).communeId, code);
  const file = paper && (await findPaperFile(tx, paper));
  if (!paper || !file) throw new Problem("notFound");
  return { paper, pdf: file };
}

/** What a check of a paper says. */
export type Verdict =
  | { readonly verdict: "valid" | "expired" | "superseded" | "revoked"; readonly paper: PublicPaper }
  /** Signed by us once, and changed since; `paper` when the code printed in it is known. */
  | { readonly verdict: "altered" }
  /** Not a paper of ours, or not a code. */
  | { readonly verdict: "unknown" }
  | { readonly verdict: "unreadable" };

/** Checks a paper by its code. */
export async function verifyByCode(tx: Tx, typed: string): Promise<Verdict> {
  const code = readReference(typed.slice(0, 200).split("/").at(-1) ?? "");
  const paper = code === null ? null : await findPublicPaper(tx, { code });
  return paper ? standing(paper, dayOf(tx.now)) : { verdict: "unknown" };
}

/** Checks a paper by its file: the very bytes that we issued, or a sign of what was done to them. The file is not kept. */
export async function verifyByFile(tx: Tx, file: Buffer): Promise<Verdict> {
  const paper = await findPublicPaper(tx, { sha256: createHash("sha256").update(file).digest() });
  if (paper) return standing(paper, dayOf(tx.now));
  const { outcome } = verifyPdf(file, await tx.house.trustedCertificates());
  // A sound signature of ours under a file that we do not know comes from another house with the same name: unknown, never valid.
  return { verdict: outcome === "altered" || outcome === "unreadable" ? outcome : "unknown" };
}

function standing(paper: PublicPaper, today: Day): Verdict {
  if (paper.revokedAt) return { verdict: "revoked", paper };
  if (paper.supersededAt) return { verdict: "superseded", paper };
  if (paper.validUntil !== null && paper.validUntil < today) return { verdict: "expired", paper };
  return { verdict: "valid", paper };
}
