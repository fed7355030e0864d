/** Subscriptions: who wants to be told, and the telling itself. Other modules see only this file. */

export { parseByEmail, parseDevice, refuseEmail } from "./forms.ts";
export type {} from "./house.ts";
export { communesKeepingAddresses, eraseAddresses } from "./jobs.ts";
export { noticeRuleLaw } from "./law.ts";
export { listCommunesWaiting, listToldByNotice, listToldOfficer, type ToldOfficer } from "./queries/deliveries.ts";
export { listOwnDevices, mostOwnDevices } from "./queries/subscriptions.ts";
export { subscriptionRoutes } from "./routes.tsx";
export { deliverDue, newRest } from "./service/deliver.ts";
export { followHamlet } from "./service/follow.ts";
export { addOwnDevice, askByEmail, askByEmailAtCounter, askByPush, stopOf, stopOwnDevice, type Wished } from "./service/subscribe.ts";
export { tellingOf, toldStep, toldWords, unreached } from "./service/told.ts";
export { noticeLetter, type Wording } from "./service/words.ts";
export { tellingTexts } from "./texts/resident.ts";
export { LetterBody, type LetterParts } from "./views/letter.tsx";
export { type Outcome, outcomes, PushOffer, Telling, type TellingProps } from "./views/telling.tsx";
