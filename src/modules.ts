import { holidayLaw, officeHoursLaw } from "./kernel/clock/calendar-law.ts";
import { authorityLaw } from "./kernel/law/authorities.ts";
import { codePatternLaw } from "./kernel/law/codes.ts";
import { accountRoutes } from "./modules/accounts/index.ts";
import { frontRoutes } from "./modules/front/index.ts";
import { inboxRoutes } from "./modules/inbox/index.ts";
import { paperFormLaw, paperRoutes } from "./modules/papers/index.ts";
import { counterRoutes, dossierRoutes, feeExemptionLaw, procedureLaw, residentRoutes, resultRoutes } from "./modules/procedures/index.ts";
import type { Route } from "./web/route.ts";

/** Every file of the law data that the house reads. */
export const lawDefs = {
  holidays: holidayLaw,
  officeHours: officeHoursLaw,
  codePatterns: codePatternLaw,
  authorities: authorityLaw,
  procedures: procedureLaw,
  feeExemptions: feeExemptionLaw,
  paperForms: paperFormLaw,
} as const;

/** Every address of the house. Modules are registered here, not discovered. */
export const allRoutes: readonly Route[] = [
  ...frontRoutes,
  ...residentRoutes,
  ...paperRoutes,
  ...accountRoutes,
  ...inboxRoutes,
  ...counterRoutes,
  ...dossierRoutes,
  ...resultRoutes,
];
