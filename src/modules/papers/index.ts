/** Papers: what the post issues, signs and stands for. Other modules see only this file. */
export { paperFormLaw } from "./law.ts";
export { paths as paperPaths } from "./paths.ts";
export type { IssuedPaper } from "./queries.ts";
export { findSigned, listPapers } from "./queries.ts";
export { paperRoutes } from "./routes.tsx";
export type { PaperIdentity } from "./service.ts";
export { issuePaper, revokePaper } from "./service.ts";
