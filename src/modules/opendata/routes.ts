import type { Route } from "../../web/route.ts";
import { descriptionRoutes } from "./routes/description.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { pageRoutes } from "./routes/page.tsx";
import { requestRoutes } from "./routes/requests.ts";
import { serviceRoutes } from "./routes/services.ts";

/** What is public, for programs; and the page that says where. */
export const openRoutes: readonly Route[] = [...pageRoutes, ...feedRoutes, ...serviceRoutes, ...requestRoutes, ...descriptionRoutes];
