import type { Route } from "../../web/route.ts";

/** Every address of incidents. */
export const incidentRoutes: readonly Route[] = [];
