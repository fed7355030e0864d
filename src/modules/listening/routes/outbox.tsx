import { may } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/problem.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { placeOf } from "../../../kernel/tx.ts";
import { refOf } from "../../../web/reference.ts";
import { get, officePage, post, type Route, told } from "../../../web/route.ts";
import { parseKeptLine } from "../forms/opinions.ts";
import { opinion } from "../matter.ts";
import { getMeeting } from "../service/meetings.ts";
import { takeInRoom } from "../service/take.ts";
import { outboxTexts as t } from "../texts/outbox.ts";
import { StandInPage } from "../views/room.tsx";
import { colleagueIds, ownersFor } from "./owners.ts";

/** Where a device sends the lines that waited on it. It forgets a line only when it is told here that it was taken. */
export const outboxRoutes: readonly Route[] = [
  get("/can-bo/lang-nghe/hop/mat-mang", "listening.receive", async ({ tx, lang }) => {
    const place = placeOf(tx.actor);
    // What a device keeps names no other officer.
    const owners = ownersFor(tx, lang, { place, colleagues: [] });
    const page = <StandInPage lang={lang} account={tx.actor.id} mayAnswer={may(tx.actor, "listening.answer", place)} owners={owners} />;
    return officePage(page, { title: t.standInTitle[lang], script: "outbox" });
  }),

  post("/can-bo/lang-nghe/hop/:ref/y-kien/gui-sau", "listening.receive", async ({ tx, params, body, lang }) => {
    const form = parseKeptLine(body, await colleagueIds(tx));
    if (!form.ok) return told({ why: Object.values(form.errors)[0]?.[lang] }, 422);
    const { account, key, ...line } = form.value;
    // Somebody else has signed in on this device since: the line is not his.
    if (account !== String(tx.actor.id)) throw new Problem("signInNeeded");
    const { matter, meeting } = await getMeeting(tx, refOf(params.ref));
    try {
      await takeInRoom(tx, { matterId: matter.id, hamletId: meeting.hamletId }, { ...line, key: referenceFor(tx.house.vault, opinion.kind, key) });
      return told({ taken: key });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "notNow") throw error;
      const { state } = error.facts;
      return told({ why: t[state === "planned" || state === "calledOff" ? state : "minuted"][lang] }, 409);
    }
  }),
];
