import { createHash } from "node:crypto";
import { type Day, dayOf, partsOf } from "../../base/day.ts";
import { must } from "../../kernel/actor.ts";
import type { Matter } from "../../kernel/matter.ts";
import { nextNumber } from "../../kernel/numbers.ts";
import { Problem } from "../../kernel/problem.ts";
import { newReference, readReference } from "../../kernel/reference.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { signPdf } from "../../platform/signature/sign.ts";
import { verifyPdf } from "../../platform/signature/verify.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import type {} from "./house.ts";
import { paperFormOn } from "./law.ts";
import { findPaper, findPaperFile, findPublicPaper, type IssuedPaper, insertPaper, type PublicPaper, setRevoked, setSuperseded } from "./queries.ts";

/** What a paper's layout is told before it is set: the number it will bear, and how it can be verified. */
export type PaperIdentity = { readonly number: number; readonly symbol: string; readonly code: string; readonly verifyUrl: string; readonly issuedAt: Date };

export type NewPaper = {
  readonly matter: Pick<Matter, "communeId" | "provinceId" | "id" | "regime">;
  readonly form: string;
  readonly signerName: string;
  readonly validUntil: Day | null;
  /** The paper that this one takes the place of. */
  readonly supersedes: IssuedPaper | null;
  readonly layout: (identity: PaperIdentity) => Paper;
};

/** Sets, signs, numbers and keeps a paper in one transaction: either all of it happened or none. The actor signs in his own name. */
export async function issuePaper(tx: Tx, given: NewPaper): Promise<IssuedPaper> {
  const { matter, form, signerName } = given;
  const today = dayOf(tx.now);
  const { year } = partsOf(today);
  const number = await nextNumber(tx, matter.communeId, `paper:${form}:${year}`);
  const symbol = `${paperFormOn(tx.house.paperForms, today, form).abbreviation}-${postAbbreviation(tx, matter.communeId)}`;
  const identity: PaperIdentity = { number, symbol, ...newProof(tx), issuedAt: tx.now };
  const { template, data } = given.layout(identity);
  const unsigned = await tx.house.typesetter.typeset(template, data);
  const signer = await tx.house.signerOf({ postId: matter.communeId, accountId: tx.actor.id ?? 0, name: signerName });
  const pdf = Buffer.from(await signPdf(unsigned, signer, { name: signerName, reason: `${number}/${symbol}`, location: "Viet Nam", at: tx.now }));
  const paper = await insertPaper(
    tx,
    {
      communeId: matter.communeId,
      provinceId: matter.provinceId,
      regime: matter.regime,
      matterId: matter.id,
      form,
      number,
      symbol,
      code: identity.code,
      signerName,
      issuedAt: tx.now,
      validUntil: given.validUntil,
      sha256: createHash("sha256").update(pdf).digest(),
    },
    pdf,
  );
  if (given.supersedes) await setSuperseded(tx, matter, { id: given.supersedes.id, by: paper.id });
  return paper;
}

function newProof(tx: Tx): { code: string; verifyUrl: string } {
  const code = newReference();
  return { code, verifyUrl: `${tx.house.publicUrl}/xac-minh/${code}` };
}

/** "CAP" for a ward, "CAX" for a commune, "CATT" for a township, as their names begin. */
function postAbbreviation(tx: Tx, communeId: number): string {
  const kind = tx.house.units.getUnit(communeId).name.split(" ")[0]?.normalize("NFD").toLowerCase() ?? "";
  return kind.startsWith("ph") ? "CAP" : kind.startsWith("th") ? "CATT" : "CAX";
}

/** Takes back a paper, with a reason that anyone who verifies it will read. @throws Problem notFound, notPermitted, notNow, invalid */
export async function revokePaper(tx: Tx, code: string, reason: string): Promise<IssuedPaper> {
  const place = placeOf(tx.actor);
  must(tx.actor, "counter.revoke", place);
  const paper = await findPaper(tx, place.communeId, code);
  if (!paper) throw new Problem("notFound");
  if (paper.revokedAt || paper.supersededAt) throw new Problem("notNow", { state: paper.revokedAt ? "revoked" : "superseded" });
  if (!reason.trim()) throw new Problem("invalid", { reason: "required" });
  await setRevoked(tx, place, paper.id, reason.trim());
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
