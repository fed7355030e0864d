/** The inbox: all open work of a post by what is due first. Other modules see only this file. */
export { paths as inboxPaths } from "./paths.ts";
export { inboxRoutes } from "./routes.tsx";
