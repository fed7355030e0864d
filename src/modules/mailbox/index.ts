/** Mailbox: what residents were told. Other modules see only this file. */
export { paths as mailboxPaths } from "./paths.ts";
export { mailboxRoutes } from "./routes.tsx";
export { noticeWords } from "./texts.ts";
