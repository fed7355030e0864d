/** Preparation: what a resident answers at home and brings to the counter as a code. It is no filing. Other modules see only this file. */
export type {} from "./house.ts";
export { filingPortalLaw, preparationLaw } from "./law.ts";
export { atCounterRoutes } from "./routes/counter.tsx";
export { preparationRoutes } from "./routes/resident.tsx";
export { beginPreparation, communesKeepingPreparations, erasePreparations, finishPreparation, getHeld } from "./service/keep.ts";
