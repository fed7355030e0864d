/** People: residents whom the post has served, one register per regime. Other modules see only this file. */
export { findByIdNumber, getPerson, keepPerson, openIdNumber } from "./service.ts";
export type { NewPerson, Person } from "./service.ts";
export type { PeopleTable } from "./queries.ts";
