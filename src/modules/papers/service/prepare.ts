import { type Day, dayOf, partsOf } from "../../../base/day.ts";
import type { Matter } from "../../../kernel/matter.ts";
import { nextNumber } from "../../../kernel/numbers.ts";
import { newReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import type {} from "../house.ts";
import { paperFormOn } from "../law.ts";
import { findFreeNumber } from "../queries/unsigned.ts";
import type { NewPaperRow } from "../queries.ts";

/** What a paper's layout is told before it is set: the number it will bear, and how it can be verified. */
export type PaperIdentity = { readonly number: number; readonly symbol: string; readonly code: string; readonly verifyUrl: string; readonly issuedAt: Date };

/** A paper to be set. */
export type PaperOrder = {
  readonly matter: Pick<Matter, "communeId" | "provinceId" | "id" | "regime">;
  readonly form: string;
  readonly signerName: string;
  readonly validUntil: Day | null;
  readonly layout: (identity: PaperIdentity) => Paper;
};

/** A paper that is numbered and set, and not signed. */
export type Prepared = { readonly row: Omit<NewPaperRow, "sha256">; readonly unsigned: Uint8Array };

/** Numbers and sets a paper. The number belongs to the transaction. */
export async function preparePaper(tx: Tx, { matter, form, signerName, validUntil, layout }: PaperOrder): Promise<Prepared> {
  const today = dayOf(tx.now);
  const number = await numberFor(tx, matter, form);
  const symbol = `${paperFormOn(tx.house.paperForms, today, form).abbreviation}-${postAbbreviation(tx, matter.communeId)}`;
  const code = newReference();
  const { template, data } = layout({ number, symbol, code, verifyUrl: `${tx.house.publicUrl}/xac-minh/${code}`, issuedAt: tx.now });
  const { communeId, provinceId, regime, id: matterId } = matter;
  return {
    row: { communeId, provinceId, regime, matterId, form, number, symbol, code, signerName, issuedAt: tx.now, validUntil },
    unsigned: await tx.house.typesetter.typeset(template, data),
  };
}

/** A number that the matter was given this year and did not use, else the next one of the form. */
async function numberFor(tx: Tx, { communeId, id }: PaperOrder["matter"], form: string): Promise<number> {
  const { year } = partsOf(dayOf(tx.now));
  return (await findFreeNumber(tx, { communeId, matterId: id, form, year })) ?? (await nextNumber(tx, communeId, `paper:${form}:${year}`));
}

/** "CAP" for a ward, "CAX" for a commune, "CATT" for a township, as their names begin. */
function postAbbreviation(tx: Tx, communeId: number): string {
  const kind = tx.house.units.getUnit(communeId).name.split(" ")[0]?.normalize("NFD").toLowerCase() ?? "";
  return kind.startsWith("ph") ? "CAP" : kind.startsWith("th") ? "CATT" : "CAX";
}
