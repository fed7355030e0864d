import { normalise } from "../../../base/vietnamese.ts";
import { readReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Sought } from "../../../web/work-kinds.ts";
import type { Sight } from "../queries/fitting.ts";
import { type FoundRow, findByCodeEnd, findOne, listFound } from "../queries/found.ts";

/** One matter that is meant beyond doubt, or some that fit. */
export type Found = { readonly one: { readonly publicRef: string; readonly kind: string } } | { readonly rows: readonly FoundRow[] };

/** The most that one search gives. */
const most = 20;

/**
 * Looks for what was typed or scanned among the matters of the post, in the kinds that the actor may see: a reference or a whole code leads
 * straight to its matter; the end of a code, a name without marks, or four last digits give what fits, newest first.
 */
export async function searchWork(tx: Tx, sight: Sight, typed: string): Promise<Found> {
  // The code of a receipt is an address with the reference at its end.
  const ref = readReference(typed.split("/").at(-1) ?? "");
  const code = typed.toUpperCase().replace(/\s/g, "");
  const one = ref ? await findOne(tx, sight, { ref }) : /\d/.test(code) ? await findOne(tx, sight, { code }) : null;
  if (one) return { one };
  const [byEnd, byKind] = await Promise.all([/^[A-Z0-9.-]{4,40}$/.test(code) && /\d$/.test(code) ? findByCodeEnd(tx, sight, code) : [], byKinds(tx, sight, soughtOf(typed))]);
  const ids = [...new Set([...byEnd, ...byKind])].sort((a, b) => b - a).slice(0, most);
  return { rows: ids.length === 0 ? [] : await listFound(tx, sight, ids) };
}

/** Null for what is too little to look for. */
function soughtOf(typed: string): Sought | null {
  if (/^\d{4}$/.test(typed)) return { by: "last4", last4: typed };
  if (/\d/.test(typed)) return { by: "foreignNumber", number: typed };
  return normalise(typed).length < 2 ? null : { by: "name", name: typed };
}

async function byKinds(tx: Tx, { kinds }: Sight, sought: Sought | null): Promise<readonly number[]> {
  return sought === null ? [] : (await Promise.all(kinds.map((kind) => kind.search(tx, sought)))).flat();
}
