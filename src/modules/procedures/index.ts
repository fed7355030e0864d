/** Procedures: the counter, from the card to the signed result, and what the resident sees of it. Other modules see only this file. */
export type {} from "./house.ts";
export { formSheetLaw } from "./law/sheets.ts";
export { feeExemptionLaw, listProcedures, procedureLaw, procedureOn } from "./law.ts";
export { paths as procedurePaths } from "./paths.ts";
export { type BookEntry, type FeeEntry, findBookEntries, listFees, type Span, sumFees } from "./queries/book.ts";
export type { DossierFace, Score } from "./queries.ts";
export { findFaces, ratingFigures, searchDossiers } from "./queries.ts";
export { counterRoutes } from "./routes/counter.tsx";
export { dossierRoutes } from "./routes/dossier.tsx";
export { residentRoutes } from "./routes/resident.tsx";
export { resultRoutes } from "./routes/result.tsx";
export { startIntake } from "./service/intake.ts";
export { rateDossier } from "./service/rating.ts";
export { receiveDossier } from "./service/receive.ts";
export { frameOf } from "./service/results.ts";
export { askSupplement, assignTo, handOver, proposeResult, resumeWork, sendBack, signResult, startWork, withdraw } from "./service/work.ts";
export { actionTexts, stateTexts } from "./texts/office.ts";
export { lookOf } from "./views/state.ts";
