/** The inbox: all open work of a post by what is due first. Other modules see only this file. */
export type {} from "./house.ts";
export { escalationLaw } from "./law.ts";
export { paths as inboxPaths } from "./paths.ts";
export { inboxRoutes } from "./routes/all.ts";
export { communesToEscalate, noteEscalations } from "./service/escalating.ts";
