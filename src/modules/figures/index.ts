/** Figures: what the counters did, computed from the work itself. Other modules see only this file. */
export { paths as figurePaths } from "./paths.ts";
export { figureRoutes } from "./routes.tsx";
