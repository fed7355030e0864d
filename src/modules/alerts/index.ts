/** Alerts: what an officer is to be told at once. Other modules see only this file. */
export { paths as alertPaths } from "./paths.ts";
export { alertRoutes } from "./routes.tsx";
export { alertWords } from "./texts.ts";
