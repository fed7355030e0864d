/** Incidents: reports of crime and what disturbs the peace, received at any hour. Other modules see only this file. */
export type {} from "./house.ts";
export { incidentLaw, measuresOn as incidentMeasuresOn } from "./law.ts";
export { paths as incidentPaths } from "./paths.ts";
export { incidentRoutes } from "./routes.ts";
export { receiveReport } from "./service/intake.ts";
export { addShift } from "./service/roster.ts";
export { acknowledge as acknowledgeReferral, addMeasure, addPerson, beginChecking, refer as referReport, settle as settleReport } from "./service/work.ts";
export { requestSource } from "./source.ts";
export { incidentWork } from "./work.ts";
