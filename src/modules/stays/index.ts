/** Stays: the log of overnight stays, told at any hour. Other modules see only this file. */
export { countedStays } from "./counted.ts";
export type {} from "./house.ts";
export { stayKindLaw } from "./law.ts";
export { paths as stayPaths } from "./paths.ts";
export { stayRoutes } from "./routes.ts";
export { enterStay } from "./service/enter.ts";
export { noteDeparture } from "./service/read.ts";
export { stayWork } from "./work.ts";
