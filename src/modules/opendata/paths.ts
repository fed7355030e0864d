import type { DataFormat } from "../../web/data.ts";

const post = (code: string) => `/api/posts/${code}`;
const hamlet = (code: string, hamletCode: string | null) => (hamletCode === null ? post(code) : `${post(code)}/hamlets/${hamletCode}`);

/** Every address of this module. A feed is of a whole post, or of one hamlet of it. */
export const paths = {
  page: () => "/du-lieu-mo",
  meetings: (code: string, hamletCode: string | null) => `${hamlet(code, hamletCode)}/meetings.ics`,
  alerts: (code: string, hamletCode: string | null) => `${hamlet(code, hamletCode)}/alerts.atom`,
  capIndex: (code: string, hamletCode: string | null) => `${hamlet(code, hamletCode)}/cap.atom`,
  cap: (code: string, alert: string) => `${post(code)}/alerts/${alert}/cap.xml`,
  discovery: (format: DataFormat) => `/api/open311/discovery.${format}`,
  geoReport: () => "/api/open311/v2",
  description: () => "/api/openapi.json",
} as const;
