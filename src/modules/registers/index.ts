/** Registers: the books of the counter, exactly equal to the timeline. Other modules see only this file. */
export type {} from "./house.ts";
export { bookFormLaw } from "./law.ts";
export { paths as registerPaths } from "./paths.ts";
export { registerRoutes } from "./routes.ts";
