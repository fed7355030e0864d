import type { PublicSources } from "./web/public-sources.ts";

/** Everything that modules give out to everybody in open standards. A module that brings a source adds its line here. */
export const publicSources: PublicSources = {
  meetings: [],
  alerts: [],
  requests: [],
};
