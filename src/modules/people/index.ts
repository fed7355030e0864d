/** People: residents whom the post has served, one register per regime. Other modules see only this file. */

export type { Person } from "./service.ts";
export { findByIdNumber, getPerson, keepPerson, openIdNumber } from "./service.ts";
