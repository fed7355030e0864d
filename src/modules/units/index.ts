/** Units: how the country is divided, how it was, and what became of what. Other modules see only this file. */

export { BrokenUnitFile, type Fault } from "./import/file.ts";
export { ImportBusy, ImportRefused, type ImportReport, importUnitFiles, readUnitFiles } from "./import.ts";
export { findUnitsNamed, lineageOf } from "./queries.ts";
