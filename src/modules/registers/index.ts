/** Registers: the books of the counter, exactly equal to the timeline. Other modules see only this file. */

export { instant } from "./cells.ts";
export { type ExportOrder, type Period, parseExport, parsePeriod, refuseTooMany, spanOf, typedPeriod } from "./forms.ts";
export type {} from "./house.ts";
export { bookFormLaw } from "./law.ts";
export { paths as registerPaths } from "./paths.ts";
export { registerRoutes } from "./routes.ts";
export { ExportForm } from "./views/export.tsx";
export { PeriodForm } from "./views/period.tsx";
