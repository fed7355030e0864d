/** Demo: the invented world that a demonstration begins with. Other modules see only this file. */
export { demoCards } from "./cards.ts";
export { DemoRefused } from "./refused.ts";
export { demoRoutes } from "./routes.tsx";
export { fileFirst } from "./stand-in/filing.ts";
export { workStandIn } from "./stand-in/folder.ts";
export { seedDemoUnits } from "./units.ts";
export { seedDemoWork } from "./work.ts";
