/** Portal: the exchange with the national public service portal, through a port. Other modules see only this file. */

export { type FiledDocument, jsonSchema, limits as documentLimits, type Receipt, receiptShape, type StatusReport, schemaName, statusShape } from "./document.ts";
export { openFileDrop } from "./file-drop.ts";
export type {} from "./house.ts";
export { paths as portalPaths } from "./paths.ts";
export { checkDocument, placeReasons } from "./reading.ts";
export { portalRoutes } from "./routes.tsx";
export { type Exchanged, exchange } from "./service/exchange.ts";
export { portalActorName } from "./texts/office.ts";
