import { Problem } from "../../kernel/problem.ts";
import type { WorkKind } from "../../web/work-kinds.ts";
import { overnightStay } from "./matter.ts";
import { paths } from "./paths.ts";
import { workTexts } from "./texts/work.ts";

/** Stays, as lists of work show them: found by their code, and never open work that could be given to somebody. */
export const stayWork: WorkKind = {
  kind: overnightStay.kind,
  regime: overnightStay.regime,
  reads: "counter.read",
  assigns: overnightStay.opens,
  signing: [],
  href: paths.stay,
  lookOf: () => "done",
  stateWord: (_state, lang) => workTexts.entered[lang],
  actionWord: (action, lang) => workTexts[action as keyof typeof workTexts]?.[lang] ?? action,
  facesOf: async () => new Map(),
  // Guests are looked for in the log of stays, where the look is written down.
  search: async () => [],
  assign: refuse,
  instruct: refuse,
};

async function refuse(): Promise<never> {
  throw new Problem("notNow", { state: "entered" });
}
