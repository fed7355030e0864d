import { X509Certificate } from "node:crypto";
import { type Fault, readAddition } from "./addition.ts";
import { PdfSyntaxError } from "./syntax.ts";
import { verifyPdf } from "./verify.ts";

/** Why a file that came back signed is not accepted. */
export type Refusal = Fault | "unreadable" | "notPades" | "altered" | "untrusted" | "wrongTime";

export type Acceptance =
  | { readonly ok: true; readonly signerName: string; readonly certificate: Uint8Array; readonly signedAt: Date }
  | { readonly ok: false; readonly refusal: Refusal };

/** Clocks of two machines differ; by more than that a time of signing is not believed. */
const toleranceMs = 10 * 60_000;

/**
 * Whether a file is the paper that we let go with one sound PAdES signature behind it and nothing else, made between then and now by somebody whose
 * certificate leads to one that we trust and is valid today too. Never throws for what is in the file. Says nothing about who may sign.
 */
export function acceptSigned(
  unsigned: Uint8Array,
  signed: Uint8Array,
  given: { readonly trusted: readonly Uint8Array[]; readonly exportedAt: Date; readonly now: Date },
): Acceptance {
  const { trusted, exportedAt, now } = given;
  const refuse = (refusal: Refusal): Acceptance => ({ ok: false, refusal });
  const addition = orUnreadable(() => readAddition(unsigned, signed));
  if (addition === null) return refuse("unreadable");
  if (!addition.ok) return refuse(addition.fault);
  const kind = addition.signature.entries.get("SubFilter");
  if (kind?.kind !== "name" || kind.name !== "ETSI.CAdES.detached") return refuse("notPades");
  const found = verifyPdf(signed, trusted);
  if (found.outcome === "untrusted") return refuse("untrusted");
  if (found.outcome !== "valid") return refuse(found.outcome);
  const { signedAt, certificate, signerName } = found;
  if (signedAt === null || signedAt.getTime() < exportedAt.getTime() - toleranceMs || signedAt.getTime() > now.getTime() + toleranceMs) return refuse("wrongTime");
  // The time of signing is the signer's own word: a certificate that has ended must not be used by setting a clock back.
  const { validFromDate, validToDate } = new X509Certificate(certificate);
  return validFromDate <= now && now <= validToDate ? { ok: true, signerName, certificate, signedAt } : refuse("untrusted");
}

function orUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfSyntaxError) return null;
    throw error;
  }
}
