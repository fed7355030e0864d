/** Listening: what residents say, what was answered, and what was done. Other modules see only this file. */
export type {} from "./house.ts";
export { listeningLaw } from "./law.ts";
export { paths as listeningPaths } from "./paths.ts";
export { listeningRoutes } from "./routes.ts";
export { listPublicMeetings } from "./service/public.ts";
export { listeningWork } from "./work.ts";
