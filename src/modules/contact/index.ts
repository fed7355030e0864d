/** Contact: whether it is really an officer who calls, comes or summons. Other modules see only this file. */

export type {} from "./house.ts";
export { contactKindLaw } from "./law.ts";
export { paths as contactPaths } from "./paths.ts";
export { contactRoutes } from "./routes.ts";
export { erasePastContacts, vouch } from "./service.ts";
