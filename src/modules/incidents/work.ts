import type { StateLook } from "../../web/views/state.tsx";
import type { WorkKind } from "../../web/work-kinds.ts";
import { incident } from "./matter.ts";
import { paths } from "./paths.ts";
import { assignReport, instructOn } from "./service/work.ts";
import { actionTexts, stateTexts } from "./texts/work.ts";

const looks: Readonly<Record<string, StateLook>> = { received: "received", checking: "working", referred: "working", aside: "paused" };

export const lookOf = (state: string): StateLook => looks[state] ?? "done";

/** Reports, as lists of work show them: by their code, without a face. */
export const incidentWork: WorkKind = {
  kind: incident.kind,
  regime: incident.regime,
  reads: "incidents.read",
  assigns: "incidents.assign",
  signing: [],
  href: paths.report,
  lookOf,
  stateWord: (state, lang) => stateTexts[state as keyof typeof stateTexts]?.[lang] ?? state,
  actionWord: (action, lang) => actionTexts[action as keyof typeof actionTexts]?.[lang] ?? action,
  facesOf: async () => new Map(),
  // Who stands behind a report is never looked for by name: a person is opened one by one, for a purpose.
  search: async () => [],
  assign: assignReport,
  instruct: instructOn,
};
