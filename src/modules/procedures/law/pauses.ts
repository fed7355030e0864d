import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { defineLaw } from "../../../kernel/law/define.ts";
import { bilingualField, lawFields, textField } from "../../../kernel/law/fields.ts";
import { findInForce, getInForce, type LawTable, listInForce } from "../../../kernel/law/table.ts";
import type { Procedure } from "../law.ts";

const row = z.strictObject({
  ...lawFields,
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** Of procedures; "any" for those whose group has no row of its own. */
  group: textField,
  /** When it may be used: papers were asked for, the procedure has time that is not counted, or a fee is to be paid. */
  occasion: z.enum(["supplement", "notCounted", "fee"]),
  name: bilingualField,
  /** What the resident reads on her page. */
  told: bilingualField,
  basis: textField,
});

/** A reason for which the law lets the clock stand still. */
export type PauseReason = z.infer<typeof row>;

export const pauseReasonLaw = defineLaw<PauseReason>({ name: "pauseReasons", path: "pause-reasons.yaml", schema: row, keyOf: ({ id, group }) => `${id} ${group}` });

/** The reason to stop the clock while papers are brought. @throws LawGap when none is in force */
export function supplementPause(reasons: LawTable<PauseReason>, day: Day, { group }: Procedure): PauseReason {
  return findInForce(reasons, day, `supplement ${group}`) ?? getInForce(reasons, day, "supplement any");
}

/** One way to pause: a reason, and the part of the procedure that it is about. */
export type PauseOffer = { readonly key: string; readonly reason: PauseReason; readonly what: Bilingual };

/** The lawful pauses of a dossier besides waiting for its papers. A procedure that counts all its time offers none for other authorities. */
export function pauseOffers(reasons: LawTable<PauseReason>, day: Day, { procedure, feeDong }: { readonly procedure: Procedure; readonly feeDong: bigint }): readonly PauseOffer[] {
  const inForce = listInForce(reasons, day);
  const own = inForce.filter(({ group }) => group === procedure.group);
  const general = inForce.filter((reason) => reason.group === "any" && !own.some(({ id }) => id === reason.id));
  return [...own, ...general].flatMap((reason): PauseOffer[] => {
    if (reason.occasion === "notCounted") return procedure.notCounted.map((what, i) => ({ key: `${reason.id}-${i + 1}`, reason, what }));
    return reason.occasion === "fee" && feeDong > 0n ? [{ key: reason.id, reason, what: reason.name }] : [];
  });
}

/** What a resident reads of the pause that her dossier stands in, by the id that its timeline names. */
export function pauseTold(reasons: LawTable<PauseReason>, day: Day, { group }: Procedure, id: string): Bilingual | null {
  return (findInForce(reasons, day, `${id} ${group}`) ?? findInForce(reasons, day, `${id} any`))?.told ?? null;
}
