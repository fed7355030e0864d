import { Problem } from "../../../../kernel/problem.ts";
import { type FieldErrors, isTrapped, parseId, refuse, type Typed, typedOf } from "../../../../web/form.ts";
import { type Answer, type Asked, residentPage, seeOther } from "../../../../web/route.ts";
import { postAt } from "../../../../web/views/post.ts";
import {
  askByEmail,
  askByPush,
  type Outcome,
  outcomes,
  parseByEmail,
  parseDevice,
  refuseEmail,
  stopOf,
  tellingOf,
  tellingTexts,
  type Wished,
} from "../../../subscriptions/index.ts";
import { paths } from "../../paths.ts";
import { getProcedureOf } from "../../service/version.ts";
import { trackTexts } from "../../texts/resident.ts";
import { TrackedPage } from "../../views/resident/tracked.tsx";
import { type Tracked, trackedProps } from "./tracked.ts";

type Asking = Pick<Asked, "tx" | "query" | "body" | "lang">;
type Said = { readonly typed: Typed; readonly errors: FieldErrors };

export const nothingSaid: Said = { typed: {}, errors: {} };

/** The page of a dossier, with what was typed into it and went wrong. */
export async function trackedPage({ tx, query, lang }: Asking, tracked: Tracked, { typed, errors }: Said): Promise<Answer> {
  const { matter } = tracked;
  const procedure = getProcedureOf(tx, tracked.dossier);
  const props = trackedProps(tracked, { procedure, post: postAt(tx.house, matter.communeId, lang), now: tx.now, lang, house: tx.house });
  const telling = {
    ...(await tellingOf(tx, matter, lang)),
    open: matter.closedAt === null,
    askAction: paths.telling(matter.publicRef),
    stopAction: paths.stopTelling(matter.publicRef),
    outcome: outcomeOf(query["bao-tin"]),
    typed,
    errors,
  };
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return residentPage(<TrackedPage {...props} telling={telling} />, { title: `${trackTexts.file[lang]} ${matter.code}`, status, script: "push" });
}

function outcomeOf(told: string | undefined): Outcome | null {
  return (Object.keys(outcomes) as Outcome[]).find((name) => outcomes[name] === told) ?? null;
}

/** By e-mail, or on the device that asks: what the script of the page filled in. Null when there is no such dossier. */
export async function tellMe(asked: Asking, tracked: Tracked | null): Promise<Answer | null> {
  if (tracked === null) return null;
  const { tx, body, lang } = asked;
  const { matter } = tracked;
  if (matter.closedAt !== null) throw new Problem("notNow");
  if ("endpoint" in typedOf(body)) {
    const device = parseDevice(body);
    if (!device) throw new Problem("invalid");
    return await answer(asked, tracked, await askByPush(tx, matter, { address: device, lang }));
  }
  // A programme that filled in the trap is told what it wants to hear.
  if (isTrapped(body)) return seeOther(paths.told(matter.publicRef, outcomes.asked));
  if (tx.house.channels.mail === null) throw new Problem("notNow");
  const form = parseByEmail(body);
  if (!form.ok) return await trackedPage(asked, tracked, form);
  return await answer(asked, tracked, await askByEmail(tx, matter, { email: form.value.email, lang }));
}

async function answer(asked: Asking, tracked: Tracked, wished: Wished): Promise<Answer> {
  if (wished === "unknownService") return await trackedPage(asked, tracked, refuse(asked.body, { push: tellingTexts.pushUnknown }));
  if (wished === "tooMany" || wished === "tooManyPlaces") return await trackedPage(asked, tracked, refuseEmail(asked.body, wished));
  return seeOther(paths.told(tracked.matter.publicRef, outcomes[wished]));
}

/** Ends one of the places; twice is harmless. Null when there is no such dossier. */
export async function tellMeNoMore({ tx, body }: Asking, tracked: Tracked | null): Promise<Answer | null> {
  if (tracked === null) return null;
  const form = parseId(body);
  if (!form) throw new Problem("invalid");
  await stopOf(tx, tracked.matter, form.id);
  return seeOther(paths.told(tracked.matter.publicRef, outcomes.stopped));
}
