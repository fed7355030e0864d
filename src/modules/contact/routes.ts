import type { Route } from "../../web/route.ts";
import { officeRoutes } from "./routes/office.tsx";
import { publicRoutes } from "./routes/public.tsx";

/** Taking a code, and asking whether one is true. */
export const contactRoutes: readonly Route[] = [...officeRoutes, ...publicRoutes];
