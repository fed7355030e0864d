import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { Problem } from "../../../kernel/problem.ts";
import { showCommune, type Tx } from "../../../kernel/tx.ts";
import type { Unit } from "../../../kernel/units.ts";
import { get, type Route, screenPage, stream } from "../../../web/route.ts";
import { fragment } from "../../../web/views/document.tsx";
import { postName } from "../../../web/views/post.ts";
import { showNumber } from "../line.ts";
import { paths } from "../paths.ts";
import { listAtDesks, type Ticket } from "../queries/tickets.ts";
import { topicOf, waitingNow } from "../service/desks.ts";
import { doorTexts as t } from "../texts/resident.ts";
import { Board, type BoardProps, ScreenBody } from "../views/screen.tsx";

/** Without scripts the screen asks anew after so many seconds. */
const freshAfterSeconds = 10;

/** The screen on the wall: a page, and what changes on it. Numbers only. */
export const screenRoutes: readonly Route[] = [
  get("/man-hinh/:postCode", "anybody", async ({ tx, params, lang }) => {
    const unit = getPost(tx, params.postCode);
    const board = boardOf(await listCalled(tx, unit), await waitingNow(tx, unit.id), lang);
    const page = <ScreenBody postName={postName(unit, lang)} streamHref={paths.screenStream(unit.code)} {...board} />;
    return screenPage(page, { title: t.screenTitle[lang], freshAfterSeconds });
  }),
  get("/man-hinh/:postCode/thay-doi", "anybody", async ({ tx, params, lang }) => {
    const unit = getPost(tx, params.postCode);
    const tickets = await listCalled(tx, unit);
    const board = boardOf(tickets, await waitingNow(tx, unit.id), lang);
    return stream(topicOf(unit.id), JSON.stringify({ html: fragment(<Board {...board} />), calls: callsOf(tickets) }));
  }),
];

/** The post of a commune by its official code. @throws Problem("notFound") */
function getPost(tx: Tx, code: string): Unit {
  const unit = tx.house.units.findByCode("commune", code, dayOf(tx.now));
  if (!unit || !tx.house.postProfiles.has(unit.id)) throw new Problem("notFound");
  return unit;
}

async function listCalled(tx: Tx, { id }: Unit): Promise<readonly Ticket[]> {
  await showCommune(tx, id);
  return await listAtDesks(tx, { communeId: id, day: dayOf(tx.now) });
}

function boardOf(tickets: readonly Ticket[], waiting: number, lang: Lang): BoardProps {
  const called = tickets.map(({ number, deskNumber, state }) => ({ number: showNumber(number), desk: deskNumber ?? 0, now: state === "called" }));
  return { lang, waiting, called };
}

/** Each call with a key of its own, so that a screen speaks it once, also after a lost connection; always in Vietnamese. */
function callsOf(tickets: readonly Ticket[]) {
  return tickets.filter(({ state }) => state === "called").map(({ number, version, deskNumber }) => ({ key: `${number}.${version}`, say: t.say.vi(number, deskNumber ?? 0) }));
}
