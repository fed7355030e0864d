import type { Tx } from "../../../kernel/tx.ts";
import type {} from "../house.ts";
import { type Procedure, procedureOn } from "../law.ts";

/**
 * The procedure under which a dossier was received: it stays under it, whatever the law says later.
 *
 * @throws RangeError when the law data no longer holds that version, which is a fault of the data
 */
export function getProcedureOf(tx: Tx, { procedureCode, procedureFrom }: { readonly procedureCode: string; readonly procedureFrom: Procedure["validFrom"] }): Procedure {
  const found = procedureOn(tx.house.procedures, procedureFrom, procedureCode);
  if (!found) throw new RangeError(`the law data has no ${procedureCode} as of ${procedureFrom}`);
  return found;
}
