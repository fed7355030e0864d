import { incidentWork } from "./modules/incidents/index.ts";
import { listeningWork, meetingRecord } from "./modules/listening/index.ts";
import { disputeWork } from "./modules/mediation/index.ts";
import { dossierWork } from "./modules/procedures/index.ts";
import { scamWork } from "./modules/scams/index.ts";
import { stayWork } from "./modules/stays/index.ts";
import type { WorkKind } from "./web/work-kinds.ts";

/** Every kind of matter that stands in the inbox. A module that brings one adds its line here. */
export const workKinds: readonly WorkKind[] = [dossierWork, stayWork, ...listeningWork, incidentWork, disputeWork, scamWork];

/** Every kind of matter whose record is read: what stands in the inbox, and what could never be late. */
export const recordedKinds: readonly Pick<WorkKind, "kind" | "actionWord">[] = [...workKinds, meetingRecord];
