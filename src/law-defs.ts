import { holidayLaw, officeHoursLaw } from "./kernel/clock/calendar-law.ts";
import { authorityLaw } from "./kernel/law/authorities.ts";
import { codePatternLaw } from "./kernel/law/codes.ts";
import { contactKindLaw } from "./modules/contact/index.ts";
import { serviceIndicatorLaw } from "./modules/figures/index.ts";
import { formLaw } from "./modules/forms/index.ts";
import { escalationLaw } from "./modules/inbox/index.ts";
import { incidentLaw } from "./modules/incidents/index.ts";
import { listeningLaw } from "./modules/listening/index.ts";
import { mediationLaw } from "./modules/mediation/index.ts";
import { publicServiceLaw } from "./modules/opendata/index.ts";
import { paperFormLaw } from "./modules/papers/index.ts";
import { filingPortalLaw, preparationLaw } from "./modules/preparation/index.ts";
import { apologyLaw, defectLaw, endingLaw, feeExemptionLaw, formSheetLaw, onlineFilingLaw, pauseReasonLaw, procedureLaw } from "./modules/procedures/index.ts";
import { priorityLaw } from "./modules/queue/index.ts";
import { bookFormLaw } from "./modules/registers/index.ts";
import { bankHotlineLaw, scamKindLaw, scamRuleLaw } from "./modules/scams/index.ts";
import { stayKindLaw } from "./modules/stays/index.ts";
import { noticeRuleLaw } from "./modules/subscriptions/index.ts";

/** Every file of the law data that the house reads. */
export const lawDefs = {
  holidays: holidayLaw,
  officeHours: officeHoursLaw,
  codePatterns: codePatternLaw,
  authorities: authorityLaw,
  forms: formLaw,
  procedures: procedureLaw,
  feeExemptions: feeExemptionLaw,
  formSheets: formSheetLaw,
  onlineFiling: onlineFilingLaw,
  paperForms: paperFormLaw,
  bookForms: bookFormLaw,
  priorityClasses: priorityLaw,
  serviceIndicators: serviceIndicatorLaw,
  preparationRules: preparationLaw,
  filingPortals: filingPortalLaw,
  defects: defectLaw,
  pauseReasons: pauseReasonLaw,
  apologies: apologyLaw,
  endingReasons: endingLaw,
  escalationLeads: escalationLaw,
  listeningRules: listeningLaw,
  stayKinds: stayKindLaw,
  noticeRules: noticeRuleLaw,
  publicServices: publicServiceLaw,
  mediationRules: mediationLaw,
  contactKinds: contactKindLaw,
  scamKinds: scamKindLaw,
  scamRules: scamRuleLaw,
  bankHotlines: bankHotlineLaw,
  incidentRules: incidentLaw,
} as const;
