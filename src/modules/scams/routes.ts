import type { Route } from "../../web/route.ts";
import { alertRoutes } from "./routes/alerts.tsx";
import { listRoutes } from "./routes/list.tsx";
import { publicRoutes } from "./routes/public.tsx";
import { reportRoutes } from "./routes/report.tsx";
import { toldRoutes } from "./routes/told.tsx";
import { warnRoutes } from "./routes/warn.tsx";

/** For whoever is being cheated, for the duty officer, and for everybody who is to be warned. */
export const scamRoutes: readonly Route[] = [...publicRoutes, ...alertRoutes, ...listRoutes, ...toldRoutes, ...warnRoutes, ...reportRoutes];
