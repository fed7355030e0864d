/** Units: how the country is divided, how it was, and what became of what. Other modules see only this file. */
export { type ImportReport, ImportBusy, ImportRefused, importUnitFiles, readUnitFiles } from "./import.ts";
export { BrokenUnitFile, type Fault, type Remark } from "./import/file.ts";
export { findUnitsNamed, type Lineage, lineageOf, type LineageStep } from "./queries.ts";
