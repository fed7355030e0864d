/** Open data: what is public, in the open standards. Other modules see only this file. */
export type {} from "./house.ts";
export { addKey, endKey, listKeys } from "./keys.ts";
export { publicServiceLaw } from "./law.ts";
export { paths as openPaths } from "./paths.ts";
export { openRoutes } from "./routes.ts";
