import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { FilterChange } from "../forms.ts";
import { type CountedFilter, countFiltered, countFilters, deleteFilter, putFilter, type SavedFilter, setDefault } from "../queries/filters.ts";
import type { Sight } from "../queries/fitting.ts";

/** An officer keeps no more filters than he can tell apart. */
const mostKept = 10;

const ownerOf = (tx: Tx) => ({ ...placeOf(tx.actor), accountId: tx.actor.id ?? 0 });

/** Keeps a filter of the actor under its name; one of the same name gives way. @returns false when he keeps too many */
export async function keepFilter(tx: Tx, filter: Pick<SavedFilter, "name" | "isDefault" | "narrowing">): Promise<boolean> {
  if ((await countFilters(tx, ownerOf(tx), filter.name)) >= mostKept) return false;
  await putFilter(tx, ownerOf(tx), filter);
  return true;
}

/** Changes one of the actor's own filters; somebody else's is not there for him. */
export async function changeFilter(tx: Tx, { id, lam }: FilterChange): Promise<void> {
  if (lam === "delete") await deleteFilter(tx, ownerOf(tx), id);
  else await setDefault(tx, ownerOf(tx), lam === "default" ? id : null);
}

/** Filters with how much open work each holds. Whoever keeps none is not made to wait for counting. */
export async function withCounts(tx: Tx, sight: Sight, filters: readonly SavedFilter[]): Promise<readonly CountedFilter[]> {
  if (filters.length === 0) return [];
  const counts = await countFiltered(tx, sight);
  return filters.map((one) => ({ ...one, count: counts.get(one.id) ?? 0 }));
}
