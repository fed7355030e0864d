import type { Route } from "../../web/route.ts";
import { listRoutes } from "./routes/list.tsx";
import { reportRoutes } from "./routes/report.tsx";
import { residentRoutes } from "./routes/resident.tsx";
import { rosterRoutes } from "./routes/roster.tsx";
import { tableRoutes } from "./routes/tables.tsx";
import { toldRoutes } from "./routes/told.tsx";
import { verbRoutes } from "./routes/verb.tsx";

/** Reporting, working on reports, figures and the roster. */
export const incidentRoutes: readonly Route[] = [...residentRoutes, ...listRoutes, ...toldRoutes, ...tableRoutes, ...rosterRoutes, ...reportRoutes, ...verbRoutes];
