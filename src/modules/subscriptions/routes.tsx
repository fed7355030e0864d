import type { Lang } from "../../base/lang.ts";
import { Problem } from "../../kernel/problem.ts";
import { readReference } from "../../kernel/reference.ts";
import type { Tx } from "../../kernel/tx.ts";
import { type Answer, get, post, type Route, residentPage } from "../../web/route.ts";
import { paths } from "./paths.ts";
import { openSubscription } from "./queries/subscriptions.ts";
import { findFollowed } from "./service/follow.ts";
import { confirmByRef, type Standing, standingOf, stopByRef } from "./service/subscribe.ts";
import { confirmationLetter } from "./service/words.ts";
import { ConfirmPage, DemoLetterPage, type Held, heldTitle, StopPage } from "./views/held.tsx";

// Some of those who are told gave no name: neither a line of the log nor the minute of their stopping remains.
const unknown = { anonymous: "writing" } as const;

/** What the links of a letter lead to. They open one subscription, and nothing of the matter that it is about. */
export const subscriptionRoutes: readonly Route[] = [
  get("/bao-tin/xac-nhan/:ref", "anybody", async ({ tx, params, lang }) => confirmPage(params.ref, await asked(tx, params.ref, standingOf), lang), { perMinute: 30 }),
  post("/bao-tin/xac-nhan/:ref", "anybody", async ({ tx, params, lang }) => confirmPage(params.ref, await asked(tx, params.ref, confirmByRef), lang), { perMinute: 30 }),
  get("/bao-tin/dung/:ref", "anybody", async ({ tx, params, lang }) => stopPage(params.ref, await asked(tx, params.ref, standingOf), lang), { ...unknown, perMinute: 30 }),
  // Answered as it stands: a mail programme that stops by one click (RFC 8058) takes no redirect. Done twice it is harmless.
  post("/bao-tin/dung/:ref", "anybody", async ({ tx, params, lang }) => stopPage(params.ref, await asked(tx, params.ref, stopByRef), lang), { ...unknown, perMinute: 60 }),
  get("/bao-tin/thu/:ref", "anybody", async ({ tx, params, lang }) => {
    const ref = readReference(params.ref);
    const found = ref === null || tx.house.channels.mail?.leaves !== false ? null : await openSubscription(tx, ref);
    if (!found) throw new Problem("notFound");
    const letter = confirmationLetter(tx.house, found, found);
    return residentPage(<DemoLetterPage lang={lang} letter={letter} />, { title: letter.subject });
  }),
];

async function asked(tx: Tx, typed: string, ask: (tx: Tx, ref: string) => Promise<Standing>): Promise<Held> {
  const ref = readReference(typed);
  return ref === null ? { standing: "unknown", hamlet: null } : { standing: await ask(tx, ref), hamlet: await findFollowed(tx, ref) };
}

const statusOf = (standing: Standing): number => (standing === "unknown" ? 404 : 200);

function confirmPage(ref: string, held: Held, lang: Lang): Answer {
  const page = <ConfirmPage lang={lang} held={held} action={paths.confirm(ref)} />;
  return residentPage(page, { title: heldTitle(held, "confirm", lang), status: statusOf(held.standing) });
}

function stopPage(ref: string, held: Held, lang: Lang): Answer {
  const page = <StopPage lang={lang} held={held} action={paths.stop(ref)} />;
  return residentPage(page, { title: heldTitle(held, "stop", lang), status: statusOf(held.standing) });
}
