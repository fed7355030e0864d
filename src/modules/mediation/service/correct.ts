import { keepIdentity, listIdentities } from "../../../kernel/identity.ts";
import { move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Correction } from "../forms/correction.ts";
import { dispute } from "../matter.ts";
import { correctTexts } from "../texts/correct.ts";
import { getDispute } from "./read.ts";

/**
 * Puts a name or a contact right that was written down wrong: a new row takes the place of the old one, which stays sealed as it was. The
 * record tells the reason and which side it is about, never a name.
 *
 * @throws Problem notFound (also for a person of another dispute, or one that was corrected already), notPermitted, changedMeanwhile
 */
export async function correctParty(tx: Tx, publicRef: string, { version, identity, mistake, minor, ...who }: Correction): Promise<void> {
  const { matter } = await getDispute(tx, publicRef);
  // Pressed twice, or somebody was faster: the person that was seen has been corrected since.
  if (matter.version !== version) throw new Problem("changedMeanwhile", { code: matter.code });
  const mark = (await listIdentities(tx, matter)).find(({ id }) => id === identity);
  if (!mark) throw new Problem("notFound");
  const moved = await move(tx, dispute, matter.id, "correct", { version, note: correctTexts[mistake].vi, facts: { side: mark.role, mistake } });
  await keepIdentity(tx, moved, { role: mark.role, minor, who: { ...who, more: {} }, corrects: identity });
}
