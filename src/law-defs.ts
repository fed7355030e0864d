import { holidayLaw, officeHoursLaw } from "./kernel/clock/calendar-law.ts";
import { authorityLaw } from "./kernel/law/authorities.ts";
import { codePatternLaw } from "./kernel/law/codes.ts";
import { formLaw } from "./modules/forms/index.ts";
import { paperFormLaw } from "./modules/papers/index.ts";
import { onlineFilingLaw, preparationLaw } from "./modules/preparation/index.ts";
import { feeExemptionLaw, procedureLaw } from "./modules/procedures/index.ts";
import { priorityLaw } from "./modules/queue/index.ts";
import { bookFormLaw } from "./modules/registers/index.ts";

/** Every file of the law data that the house reads. */
export const lawDefs = {
  holidays: holidayLaw,
  officeHours: officeHoursLaw,
  codePatterns: codePatternLaw,
  authorities: authorityLaw,
  forms: formLaw,
  procedures: procedureLaw,
  feeExemptions: feeExemptionLaw,
  paperForms: paperFormLaw,
  bookForms: bookFormLaw,
  priorityClasses: priorityLaw,
  preparationRules: preparationLaw,
  onlineFiling: onlineFilingLaw,
} as const;
