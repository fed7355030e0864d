/** Attachments: files that residents brought or sent, where a procedure asks for one. Other modules see only this file. */
export { acceptOf, type CheckedFile, checkFile, endingOf, evidence, kindsOf, photo } from "./check/check.ts";
export { FileFault } from "./check/faults.ts";
export { readSquareCode } from "./check/square-code.ts";
export type {} from "./house.ts";
export { findAttachment, listAttachments } from "./queries.ts";
export { keepAttachment, openAttachment, removeAttachment } from "./service.ts";
