import type { Tx } from "../../../kernel/tx.ts";
import type { Intake } from "../queries.ts";

type Slice = { intakes: Pick<Intake, "communeId" | "id" | "matterId" | "sealed"> };

/** Puts back what an open intake holds: the bearer, and what was declared so far. */
export async function sealIntake(tx: Tx, { communeId, id }: Pick<Intake, "communeId" | "id">, sealed: Buffer): Promise<void> {
  await tx.db.withTables<Slice>().updateTable("intakes").set({ sealed }).where("communeId", "=", communeId).where("id", "=", id).where("matterId", "is", null).execute();
}
