/** Front: the first page, and which post and language a resident sees. Other modules see only this file. */
export { paths as frontPaths } from "./paths.ts";
export { frontRoutes } from "./routes.tsx";
