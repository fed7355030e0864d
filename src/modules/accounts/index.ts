/** Accounts: who signs in, and what they may do. Other modules see only this file. */
export { paths as accountPaths } from "./paths.ts";
export { listDemoAccounts } from "./queries.ts";
export { accountRoutes } from "./routes.tsx";
export { addAccount, addDemoAccount, ensureMachine, findOfficer } from "./service.ts";
export { roleTexts } from "./texts.ts";
