import { otherDefect } from "../law/defects.ts";
import type { AskedDefect, Brought, SupplementRequest } from "../queries/supplements.ts";

/** What names a defect: its rule, and the paper that it is about; null: the dossier as a whole. */
export type Named = Pick<AskedDefect, "code" | "paper">;

type Earlier = Pick<SupplementRequest, "seq"> & { readonly defects: readonly Named[] };

/** What was asked before, and what was here when. */
export type History = {
  readonly earlier: readonly Earlier[];
  /** Papers that were handed in with the receipt. */
  readonly received: readonly string[];
  readonly brought: readonly Brought[];
};

/**
 * Whether a defect could have been named in an earlier request. New is only what is wrong with a paper that was not in hand when the last
 * request was written. Everything else was there to be seen: a paper that lay here already, one that was missing then too, and what is wrong
 * with the dossier as a whole; and what was named once is never new, whichever paper it is found on now. When a paper came is decided by
 * its first arrival, so that bringing it again makes nothing new.
 */
export function isRepeated({ code, paper }: Named, { earlier, received, brought }: History): boolean {
  const last = earlier.at(-1);
  if (last === undefined) return false;
  if (paper === null || received.includes(paper)) return true;
  if (code !== otherDefect && earlier.some(({ defects }) => defects.some((one) => one.code === code && one.paper === paper))) return true;
  const arrival = brought.find((one) => one.paper === paper);
  return arrival === undefined || arrival.seq < last.seq;
}
