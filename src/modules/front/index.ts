/** Front: the first page, and which post and language a resident sees. Other modules see only this file. */
export { frontRoutes } from "./routes.tsx";
