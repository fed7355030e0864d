/** Signing: what waits for the chief, read and signed together. Other modules see only this file. */
export { paths as signingPaths } from "./paths.ts";
export { signingRoutes } from "./routes.ts";
export { noteSeen } from "./service/folder.ts";
