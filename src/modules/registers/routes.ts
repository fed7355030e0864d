import type { Route } from "../../web/route.ts";
import { bookRoutes } from "./routes/book.tsx";
import { courseRoutes } from "./routes/course.tsx";
import { feeRoutes } from "./routes/fees.tsx";

/** The books of the post, and what is printed of them. */
export const registerRoutes: readonly Route[] = [...bookRoutes, ...courseRoutes, ...feeRoutes];
