import type { MatterKind } from "./matter.ts";
import type { Tx } from "./tx.ts";

/** What only a matter's own module can tell those who count. */
export type CountedDetails = {
  /** Empty where there is none. */
  readonly procedureCode: string;
  /** Whether all of it that the law wants electronic is; null where it wants nothing. */
  readonly digital: boolean | null;
};

/**
 * A kind of matter that figures count: its declared life, by which they go, and what its module adds. A module declares its own and
 * `src/counted-kinds.ts` gathers them; figures name none of them.
 */
export type CountedKind = {
  readonly life: MatterKind;
  /** Actions by which the resident is asked to bring more. */
  readonly asks: readonly string[];
  /** Details of some matters of a commune, by number. */
  readonly detailsOf: (tx: Tx, communeId: number, matterIds: readonly number[]) => Promise<ReadonlyMap<number, CountedDetails>>;
};
