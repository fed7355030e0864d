import type { Route } from "../../web/route.ts";
import { commitmentRoutes } from "./routes/commitments.tsx";
import { correctRoutes } from "./routes/correct.tsx";
import { hamletRoutes } from "./routes/hamlet.tsx";
import { letterRoutes } from "./routes/letters.tsx";
import { listRoutes } from "./routes/list.tsx";
import { meetingRoutes } from "./routes/meetings.tsx";
import { opinionRoutes } from "./routes/opinion.tsx";
import { outboxRoutes } from "./routes/outbox.tsx";
import { residentRoutes } from "./routes/resident.tsx";

/** Opinions, meetings, promises and letters for officers; saying something, and what was done, for everybody. */
export const listeningRoutes: readonly Route[] = [
  ...listRoutes,
  ...opinionRoutes,
  ...correctRoutes,
  ...meetingRoutes,
  ...outboxRoutes,
  ...commitmentRoutes,
  ...letterRoutes,
  ...residentRoutes,
  ...hamletRoutes,
];
