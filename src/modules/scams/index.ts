/** Scams: stopping a fraud while it goes on, and warning the neighbours. Other modules see only this file. */
export type {} from "./house.ts";
export { bankHotlineLaw, scamKindLaw, scamRuleLaw } from "./law.ts";
export { paths as scamPaths } from "./paths.ts";
export { scamRoutes } from "./routes.ts";
export { listPublicAlerts, publishAlert } from "./service/alerts.ts";
export { noteStep, settleReport, takeReport } from "./service/report.ts";
export { alertSource } from "./source.ts";
export { scamWork } from "./work.ts";
