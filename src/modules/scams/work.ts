import { move } from "../../kernel/matter.ts";
import type { WorkKind } from "../../web/work-kinds.ts";
import { scam } from "./matter.ts";
import { paths } from "./paths.ts";
import { workTexts } from "./texts/work.ts";

/** Reports of frauds, as lists of work show them. Who reported is not searched for there. */
export const scamWork: WorkKind = {
  kind: scam.kind,
  regime: scam.regime,
  reads: "scams.read",
  assigns: "scams.process",
  signing: [],
  href: paths.report,
  lookOf: (state) => (state === "settled" ? "done" : state === "working" ? "working" : "received"),
  stateWord: (state, lang) => workTexts.states[state as keyof typeof workTexts.states]?.[lang] ?? state,
  actionWord: (action, lang) => workTexts.actions[action as keyof typeof workTexts.actions]?.[lang] ?? action,
  facesOf: async () => new Map(),
  search: async () => [],
  assign: async (tx, { id, assigneeId, ...seen }) => await move(tx, scam, id, "assign", { ...seen, assigneeId }),
  instruct: async (tx, { id, ...seen }) => await move(tx, scam, id, "instruct", seen),
};
