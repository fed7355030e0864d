import type { Route } from "../../../web/route.ts";
import { escalationRoutes } from "./escalation.tsx";
import { filterRoutes } from "./filter.tsx";
import { handoverRoutes } from "./handover.tsx";
import { workRoutes } from "./inbox.tsx";

/** Every page of the inbox. */
export const inboxRoutes: readonly Route[] = [...workRoutes, ...filterRoutes, ...escalationRoutes, ...handoverRoutes];
