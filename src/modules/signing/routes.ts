import type { Route } from "../../web/route.ts";
import { folderRoutes } from "./routes/folder.tsx";
import { outsideRoutes } from "./routes/outside.tsx";

/** The signature folder, and papers that are signed elsewhere. */
export const signingRoutes: readonly Route[] = [...folderRoutes, ...outsideRoutes];
