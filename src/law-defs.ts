import { holidayLaw, officeHoursLaw } from "./kernel/clock/calendar-law.ts";
import { authorityLaw } from "./kernel/law/authorities.ts";
import { codePatternLaw } from "./kernel/law/codes.ts";
import { paperFormLaw } from "./modules/papers/index.ts";
import { feeExemptionLaw, procedureLaw } from "./modules/procedures/index.ts";
import { priorityLaw } from "./modules/queue/index.ts";
import { bookFormLaw } from "./modules/registers/index.ts";
import { noticeRuleLaw } from "./modules/subscriptions/index.ts";

/** Every file of the law data that the house reads. */
export const lawDefs = {
  holidays: holidayLaw,
  officeHours: officeHoursLaw,
  codePatterns: codePatternLaw,
  authorities: authorityLaw,
  procedures: procedureLaw,
  feeExemptions: feeExemptionLaw,
  paperForms: paperFormLaw,
  bookForms: bookFormLaw,
  priorityClasses: priorityLaw,
  noticeRules: noticeRuleLaw,
} as const;
