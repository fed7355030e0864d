/** Papers: what the post issues, signs and stands for. Other modules see only this file. */
export type { ImportTrust } from "./house.ts";
export { paperFormLaw } from "./law.ts";
export { paths as paperPaths } from "./paths.ts";
export type { OutsidePaper } from "./queries/unsigned.ts";
export { listOutside } from "./queries/unsigned.ts";
export type { IssuedPaper } from "./queries.ts";
export { findSigned, listEndings, listPapers } from "./queries.ts";
export { paperRoutes } from "./routes.tsx";
export type { Superseding } from "./service/keep.ts";
export { type Brought, bringSigned, getOutside, keepSigned, releasePaper, reservePaper } from "./service/outside.ts";
export type { PaperIdentity, PaperOrder } from "./service/prepare.ts";
export { getPaperPdf, issuePaper, revokePaper } from "./service.ts";
export { digestOf, draftOf, findSignable, type Proposed, type Signable } from "./waiting.ts";
