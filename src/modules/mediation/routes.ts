import type { Route } from "../../web/route.ts";
import { actRoutes } from "./routes/acts.tsx";
import { disputeRoutes } from "./routes/dispute.tsx";
import { figureRoutes } from "./routes/figures.tsx";
import { intakeRoutes } from "./routes/intake.tsx";
import { publicRoutes } from "./routes/public.tsx";
import { registerRoutes } from "./routes/register.tsx";
import { teamRoutes } from "./routes/teams.tsx";

/** Every address of mediation. */
export const mediationRoutes: readonly Route[] = [...publicRoutes, ...intakeRoutes, ...teamRoutes, ...registerRoutes, ...figureRoutes, ...disputeRoutes, ...actRoutes];
