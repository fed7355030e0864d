import type { Route } from "../../web/route.ts";
import { postRoutes } from "./routes/post.tsx";
import { provinceRoutes } from "./routes/province.tsx";

export const figureRoutes: readonly Route[] = [...provinceRoutes, ...postRoutes];
