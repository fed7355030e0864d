import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type IssuedPaper, listPapers } from "../../papers/index.ts";

/** The paper of a dossier that still stands, if there is one: the next takes its place. */
export async function standingPaper(tx: Tx, { communeId, id }: Matter): Promise<IssuedPaper | null> {
  const papers = await listPapers(tx, { communeId, matterId: id });
  return papers.find((paper) => paper.revokedAt === null && paper.supersededAt === null) ?? null;
}
