/** Mediation: disputes between neighbours, settled by the hamlet's own team. Other modules see only this file. */
export type {} from "./house.ts";
export { mediationLaw } from "./law.ts";
export { paths as mediationPaths } from "./paths.ts";
export { mediationRoutes } from "./routes.ts";
export { assignMediators } from "./service/assign.ts";
export { endDispute, recordVisit } from "./service/close.ts";
export { recordDispute } from "./service/intake.ts";
export { holdSession } from "./service/session.ts";
export { addMediator } from "./service/teams.ts";
export { disputeWork } from "./work.ts";
