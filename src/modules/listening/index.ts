/** Listening: what residents say, what was answered, and what was done. Other modules see only this file. */

export type {} from "./house.ts";
export { listeningLaw } from "./law.ts";
export { paths as listeningPaths } from "./paths.ts";
export { listeningRoutes } from "./routes.ts";
export { promise, report } from "./service/commitments.ts";
export { takeLetter } from "./service/letters.ts";
export { beginMeeting, closeMinutes, getMeeting, noteHousehold, planMeeting } from "./service/meetings.ts";
export { contestInPerson, getOpinion, own, publish } from "./service/opinions.ts";
export { answer, takeAtCounter, takeInRoom } from "./service/take.ts";
export { meetingSource } from "./source.ts";
export { listeningWork, meetingRecord } from "./work.ts";
