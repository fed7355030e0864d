import { dayOf } from "../../../base/day.ts";
import { type Matter, move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type IssuedPaper, issueLetter } from "../../papers/index.ts";
import { findStopReason, ownWish, refusalReasons } from "../law/endings.ts";
import { dossier } from "../matter.ts";
import { stopLayout } from "./letters.ts";
import { getDossier, proposeResult } from "./work.ts";

/** Reasons by their codes; `explanation` tells what they mean in this case, `nextSteps` what the resident can do besides what the reasons say. */
export type RefusalWords = { readonly version: number; readonly codes: readonly string[]; readonly explanation: string | null; readonly nextSteps: readonly string[] };

/**
 * Puts a refusal before the chief, with the legal basis of each reason.
 *
 * @throws Problem invalid (no reason, or one that this procedure does not know), and those of `move`
 */
export async function proposeRefusal(tx: Tx, ref: string, { version, codes, explanation, nextSteps }: RefusalWords): Promise<Matter> {
  const { dossier: row } = await getDossier(tx, ref);
  const offered = refusalReasons(tx.house.endingReasons, dayOf(tx.now), { procedure: row.procedureCode });
  const reasons = offered.filter(({ code }) => codes.includes(code));
  if (reasons.length === 0 || reasons.length < new Set(codes).size) throw new Problem("invalid", { codes: "unknown" });
  const told = reasons.map(({ code, name, basis }) => ({ code, reason: name.vi, basis }));
  const next = [...new Set([...reasons.flatMap((reason) => reason.next.map(({ vi }) => vi)), ...nextSteps])];
  return await proposeResult(tx, ref, {
    version,
    proposal: { form: "CT06", reasons: explanation === null ? told : [...told, { reason: explanation, basis: null }], nextSteps: next },
  });
}

/** Why work stops, by its code; `remark` is read by the resident. */
export type StopWords = { readonly version: number; readonly code: string; readonly remark: string | null };

/**
 * Ends work without a result: the notice (form 05) is numbered and signed, the resident is told, in one transaction. Where papers are signed
 * elsewhere the notice goes out (`paper` is null) and work ends all the same.
 *
 * @throws Problem invalid (no such reason), and those of `move`
 */
export async function stopWork(tx: Tx, ref: string, { version, code, remark }: StopWords): Promise<{ matter: Matter; paper: IssuedPaper | null }> {
  const opened = await getDossier(tx, ref);
  const { matter } = opened;
  const reason = findStopReason(tx.house.endingReasons, dayOf(tx.now), code);
  if (!reason) throw new Problem("invalid", { code: "unknown" });
  const note = [reason.name.vi, remark].filter(Boolean).join(": ");
  const moved = await move(tx, dossier, matter.id, "stop", { version, note, facts: { reason: code, ...(remark === null ? {} : { remark }) } });
  const layout = stopLayout(tx, opened, { reason, remark, stoppedAt: tx.now });
  return { matter: moved, paper: await issueLetter(tx, { matter, form: reason.form, signerName: tx.actor.name, validUntil: null, layout }) };
}

/** The resident takes her dossier back, for a reason that she gives. */
export async function withdraw(tx: Tx, ref: string, { version, note }: { readonly version: number; readonly note: string }): Promise<Matter> {
  const { matter } = await getDossier(tx, ref);
  return await move(tx, dossier, matter.id, "withdraw", { version, note, facts: { reason: ownWish } });
}
