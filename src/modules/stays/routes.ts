import type { Route } from "../../web/route.ts";
import { declareRoutes } from "./routes/declare.tsx";
import { logRoutes } from "./routes/log.tsx";
import { stayPageRoutes } from "./routes/stay.tsx";

/** The log of stays, a declaration on its way into it, and what was entered. */
export const stayRoutes: readonly Route[] = [...logRoutes, ...declareRoutes, ...stayPageRoutes];
