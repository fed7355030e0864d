/** Procedures: the counter, from the card to the signed result, and what the resident sees of it. Other modules see only this file. */

export { nationalNumberPattern } from "./forms/national.ts";
export type {} from "./house.ts";
export { onlineFilingLaw } from "./law/online-filing.ts";
export { formSheetLaw } from "./law/sheets.ts";
export { feeExemptionLaw, listProcedures, type Procedure, papersNeeded, procedureLaw, procedureOn, stayProcedureOn, stayToldBy } from "./law.ts";
export { paths as procedurePaths } from "./paths.ts";
export { type BookEntry, type FeeEntry, findBookEntries, listFees, type Span, sumFees } from "./queries/book.ts";
export { findNational, type NationalStep } from "./queries/national.ts";
export type { Score } from "./queries.ts";
export { ratingFigures } from "./queries.ts";
export { counterRoutes } from "./routes/counter.tsx";
export { dossierRoutes } from "./routes/dossier.tsx";
export { nationalRoutes } from "./routes/national.tsx";
export { residentRoutes } from "./routes/resident.tsx";
export { resultRoutes } from "./routes/result.tsx";
export { frameOf } from "./service/frame.ts";
export { startIntake } from "./service/intake.ts";
export { receiveNational, tellNationalNews } from "./service/national.ts";
export { rateDossier } from "./service/rating.ts";
export { receiptPdf } from "./service/receipt.ts";
export { receiveDossier } from "./service/receive.ts";
export { dossierSignable, signResult } from "./service/signing.ts";
export { supplementPdf } from "./service/supplement.ts";
export { askSupplement, assignTo, getDossier, handOver, proposeResult, resumeWork, sendBack, startWork, withdraw } from "./service/work.ts";
export { cardErrors } from "./texts/counter-errors.ts";
export { actionTexts, stateTexts } from "./texts/office.ts";
export { dossierWork } from "./work-kind.ts";
