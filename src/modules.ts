import { accountRoutes } from "./modules/accounts/index.ts";
import { alertRoutes } from "./modules/alerts/index.ts";
import { contactRoutes } from "./modules/contact/index.ts";
import { demoRoutes } from "./modules/demo/index.ts";
import { figureRoutes } from "./modules/figures/index.ts";
import { frontRoutes } from "./modules/front/index.ts";
import { inboxRoutes } from "./modules/inbox/index.ts";
import { incidentRoutes } from "./modules/incidents/index.ts";
import { listeningRoutes } from "./modules/listening/index.ts";
import { mailboxRoutes } from "./modules/mailbox/index.ts";
import { mediationRoutes } from "./modules/mediation/index.ts";
import { openRoutes } from "./modules/opendata/index.ts";
import { paperRoutes } from "./modules/papers/index.ts";
import { portalRoutes } from "./modules/portal/index.ts";
import { atCounterRoutes, preparationRoutes } from "./modules/preparation/index.ts";
import { printingRoutes } from "./modules/printing/index.ts";
import { counterRoutes, courseRoutes, declareRoutes, dossierRoutes, fileRoutes, nationalRoutes, residentRoutes, resultRoutes } from "./modules/procedures/index.ts";
import { bookingRoutes, deskRoutes, doorRoutes, lineRoutes, screenRoutes } from "./modules/queue/index.ts";
import { recordRoutes } from "./modules/records/index.ts";
import { registerRoutes } from "./modules/registers/index.ts";
import { scamRoutes } from "./modules/scams/index.ts";
import { signingRoutes } from "./modules/signing/index.ts";
import { stayRoutes } from "./modules/stays/index.ts";
import { subscriptionRoutes } from "./modules/subscriptions/index.ts";
import type { Route } from "./web/route.ts";

/** Every address of the house. Modules are registered here, not discovered. */
export const allRoutes: readonly Route[] = [
  ...frontRoutes,
  ...residentRoutes,
  ...paperRoutes,
  ...accountRoutes,
  ...inboxRoutes,
  ...preparationRoutes,
  ...atCounterRoutes,
  ...counterRoutes,
  ...declareRoutes,
  ...dossierRoutes,
  ...courseRoutes,
  ...nationalRoutes,
  ...fileRoutes,
  ...resultRoutes,
  ...bookingRoutes,
  ...doorRoutes,
  ...screenRoutes,
  ...lineRoutes,
  ...deskRoutes,
  ...figureRoutes,
  ...recordRoutes,
  ...mailboxRoutes,
  ...registerRoutes,
  ...printingRoutes,
  ...signingRoutes,
  ...portalRoutes,
  ...demoRoutes,
  ...stayRoutes,
  ...subscriptionRoutes,
  ...alertRoutes,
  ...openRoutes,
  ...mediationRoutes,
  ...scamRoutes,
  ...contactRoutes,
  ...incidentRoutes,
  ...listeningRoutes,
];
