/** Printing: many papers of the counter in one print job. Other modules see only this file. */
export { paths as printingPaths } from "./paths.ts";
export { printingRoutes } from "./routes.tsx";
