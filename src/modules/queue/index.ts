/** Queue: appointments and the waiting line of a post. Other modules see only this file. */
export { communesKeepingPersons, erasePastPersons } from "./jobs.ts";
export { priorityLaw } from "./law.ts";
export { paths as queuePaths } from "./paths.ts";
export { bookingRoutes } from "./routes/booking.tsx";
export { deskRoutes } from "./routes/desks.tsx";
export { doorRoutes } from "./routes/door.tsx";
export { lineRoutes } from "./routes/line.tsx";
export { screenRoutes } from "./routes/screen.tsx";
export { waitingNow, writeDesk } from "./service/desks.ts";
