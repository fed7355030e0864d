import { dayOf } from "../../../base/day.ts";
import { findInForce } from "../../../kernel/law/table.ts";
import type { Matter } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type IssuedPaper, listPapers } from "../../papers/index.ts";

/** The answer to a dossier that still stands, if there is one: the next takes its place. Letters on the way stay what they are. */
export async function standingPaper(tx: Tx, { communeId, id }: Matter): Promise<IssuedPaper | null> {
  const papers = await listPapers(tx, { communeId, matterId: id });
  const answers = ({ form, issuedAt }: IssuedPaper): boolean => findInForce(tx.house.paperForms, dayOf(issuedAt), form)?.answers ?? true;
  return papers.find((paper) => paper.revokedAt === null && paper.supersededAt === null && answers(paper)) ?? null;
}
