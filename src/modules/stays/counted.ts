import type { CountedKind } from "../../kernel/counted-kind.ts";
import type { MatterKind } from "../../kernel/matter.ts";
import { overnightStay } from "./matter.ts";
import { findProcedureCodes } from "./queries.ts";

/** Stays, as figures count them. They have neither a term nor a result that could be signed. */
export const countedStays: CountedKind = {
  life: overnightStay as MatterKind,
  asks: [],
  detailsOf: async (tx, communeId, matterIds) => {
    const procedures = await findProcedureCodes(tx, communeId, matterIds);
    return new Map([...procedures].map(([id, procedureCode]) => [id, { procedureCode, digital: null }]));
  },
};
