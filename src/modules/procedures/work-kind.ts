import type { WorkKind } from "../../web/work-kinds.ts";
import { dossier } from "./matter.ts";
import { paths } from "./paths.ts";
import { searchDossiers } from "./queries/search.ts";
import { findFaces } from "./queries.ts";
import { giveDossier, instructOn } from "./service/giving.ts";
import { actionTexts, stateTexts } from "./texts/office.ts";
import { lookOf } from "./views/state.ts";

/** Dossiers, as lists of work show them. */
export const dossierWork: WorkKind = {
  kind: dossier.kind,
  regime: dossier.regime,
  reads: "counter.read",
  assigns: dossier.actions.assign.needs,
  signing: ["toSign", "outForSigning"],
  href: paths.dossier,
  lookOf,
  stateWord: (state, lang) => stateTexts[state as keyof typeof stateTexts]?.[lang] ?? state,
  actionWord: (action, lang) => actionTexts[action as keyof typeof actionTexts]?.[lang] ?? action,
  facesOf: findFaces,
  search: searchDossiers,
  assign: giveDossier,
  instruct: instructOn,
};
