/** Records: who looked at what and who changed what, for those who check on us. Other modules see only this file. */
export type {} from "./house.ts";
export { paths as recordPaths } from "./paths.ts";
export { recordRoutes } from "./routes.tsx";
