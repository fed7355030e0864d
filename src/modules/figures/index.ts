/** Figures: what the counters did, computed from the work itself. Other modules see only this file. */
export { serviceIndicatorLaw } from "./law.ts";
export { paths as figurePaths } from "./paths.ts";
export { listCommunesWithMatters } from "./queries/countable.ts";
export { figureRoutes } from "./routes.ts";
export { countTouched, rebuildFigures } from "./service/count.ts";
