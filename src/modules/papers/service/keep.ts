import { createHash } from "node:crypto";
import type { Tx } from "../../../kernel/tx.ts";
import { type IssuedPaper, insertPaper, type NewPaperRow, setSuperseded } from "../queries.ts";

/** The paper that another takes the place of, and why; the reason is read by everybody who checks it. */
export type Superseding = { readonly paper: IssuedPaper; readonly reason: string | null };

/** Keeps a signed paper under its hash, and ends the one that it takes the place of. */
export async function keepPaper(
  tx: Tx,
  row: Omit<NewPaperRow, "sha256">,
  { pdf, superseding }: { readonly pdf: Buffer; readonly superseding: Superseding | null },
): Promise<IssuedPaper> {
  const paper = await insertPaper(tx, { ...row, sha256: createHash("sha256").update(pdf).digest() }, pdf);
  if (superseding) await setSuperseded(tx, row, { id: superseding.paper.id, by: paper.id, reason: superseding.reason });
  return paper;
}
