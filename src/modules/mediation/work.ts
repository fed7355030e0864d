import { type Matter, move } from "../../kernel/matter.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { WorkKind, WorkOrder } from "../../web/work-kinds.ts";
import { dispute } from "./matter.ts";
import { paths } from "./paths.ts";
import { actionTexts, stateTexts } from "./texts/work.ts";
import { lookOf } from "./views/look.ts";

/** Disputes, as lists of work show them. They have no face there: who the parties are is opened one by one, for a purpose. */
export const disputeWork: WorkKind = {
  kind: dispute.kind,
  regime: dispute.regime,
  reads: "mediation.read",
  assigns: dispute.actions.support.needs,
  signing: [],
  href: paths.dispute,
  lookOf,
  stateWord: (state, lang) => stateTexts[state as keyof typeof stateTexts]?.[lang] ?? state,
  actionWord: (action, lang) => actionTexts[action as keyof typeof actionTexts]?.[lang] ?? action,
  facesOf: async () => new Map(),
  search: async () => [],
  assign: giveSupport,
  instruct,
};

/** Gives a dispute to the officer who supports its mediators. */
async function giveSupport(tx: Tx, { id, version, note, assigneeId }: WorkOrder & { readonly assigneeId: number }): Promise<Matter> {
  return await move(tx, dispute, id, "support", { version, note, assigneeId, facts: { to: assigneeId } });
}

async function instruct(tx: Tx, { id, version, note }: WorkOrder): Promise<Matter> {
  return await move(tx, dispute, id, "instruct", { version, note });
}
