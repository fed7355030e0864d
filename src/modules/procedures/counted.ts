import type { CountedKind } from "../../kernel/counted-kind.ts";
import type { MatterKind } from "../../kernel/matter.ts";
import { findSigned } from "../papers/index.ts";
import { type DossierAction, dossier } from "./matter.ts";
import { findProcedureCodes } from "./queries/counted.ts";

/**
 * What of a dossier exists electronically, part by part: `result`, a paper signed as a file. A part that the house learns to keep (answers
 * given as a form, papers of the resident as files) is added here and where it is read; figures ask for the whole alone.
 */
type DigitalParts = { readonly result: boolean };

const isDigital = (parts: DigitalParts): boolean => Object.values(parts).every(Boolean);

/** Dossiers, as figures count them: nothing of the person. */
export const countedDossiers: CountedKind = {
  life: dossier as MatterKind,
  asks: ["askSupplement"] satisfies readonly DossierAction[],
  detailsOf: async (tx, communeId, matterIds) => {
    const [procedures, signed] = await Promise.all([findProcedureCodes(tx, communeId, matterIds), findSigned(tx, communeId, matterIds)]);
    return new Map([...procedures].map(([id, procedureCode]) => [id, { procedureCode, digital: isDigital({ result: signed.has(id) }) }]));
  },
};
