/** Papers: what the post issues, signs and stands for. Other modules see only this file. */
export type {} from "./house.ts";
export { paperFormLaw } from "./law.ts";
export type { PostSigner } from "./house.ts";
export { listPapers } from "./queries.ts";
export type { IssuedPaper } from "./queries.ts";
export { paperRoutes } from "./routes.tsx";
export { paths as paperPaths } from "./paths.ts";
export { issuePaper, revokePaper } from "./service.ts";
export type { PaperIdentity } from "./service.ts";
