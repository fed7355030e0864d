import { requestSource } from "./modules/incidents/index.ts";
import { meetingSource } from "./modules/listening/index.ts";
import { alertSource } from "./modules/scams/index.ts";
import type { PublicSources } from "./web/public-sources.ts";

/** Everything that modules give out to everybody in open standards. A module that brings a source adds its line here. */
export const publicSources: PublicSources = {
  meetings: [meetingSource],
  alerts: [alertSource],
  requests: [requestSource],
};
