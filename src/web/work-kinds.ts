import type { Lang } from "../base/lang.ts";
import type { Matter } from "../kernel/matter.ts";
import type { Regime, Right } from "../kernel/rights.ts";
import type { Tx } from "../kernel/tx.ts";
import type { StateLook } from "./views/state.tsx";

/** Whose a matter is, as a list shows it. */
export type WorkFace = { readonly fullName: string; readonly idLast4: string };

/** What somebody looks for: a part of a name, the last four digits of an identity number or a phone, or a number that another house gave. */
export type Sought = { readonly by: "name"; readonly name: string } | { readonly by: "last4"; readonly last4: string } | { readonly by: "foreignNumber"; readonly number: string };

/** A change to one matter by whoever gives work out: the version that he saw, and what he says. */
export type WorkOrder = { readonly id: number; readonly version: number; readonly note: string };

/**
 * What lists of work know of one kind of matter. A module declares its own and `src/work-kinds.ts` gathers them; a list shows the kinds
 * whose regime its reader holds, and names none of them.
 */
export type WorkKind = {
  readonly kind: string;
  readonly regime: Regime;
  /** Who may see it among work. Auditing the record of its regime is not enough. */
  readonly reads: Right;
  /** Who may give it to somebody and say something about it. */
  readonly assigns: Right;
  /** States in which it lies before the chief for his signature. */
  readonly signing: readonly string[];
  readonly href: (publicRef: string) => string;
  readonly lookOf: (state: string) => StateLook;
  readonly stateWord: (state: string, lang: Lang) => string;
  readonly actionWord: (action: string, lang: Lang) => string;
  /** Faces of some matters of the actor's commune, by number. */
  readonly facesOf: (tx: Tx, matterIds: readonly number[]) => Promise<ReadonlyMap<number, WorkFace>>;
  /** Matters of the actor's commune that fit, newest first, at most 20; the numbers only. */
  readonly search: (tx: Tx, sought: Sought) => Promise<readonly number[]>;
  readonly assign: (tx: Tx, order: WorkOrder & { readonly assigneeId: number }) => Promise<Matter>;
  readonly instruct: (tx: Tx, order: WorkOrder) => Promise<Matter>;
};
