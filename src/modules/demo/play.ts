import { type Actor, type Place, regimesOf } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import type { House } from "../../kernel/house.ts";
import { takeNotices } from "../../kernel/outbox.ts";
import { roles } from "../../kernel/rights.ts";
import { inTx } from "../../kernel/tx.ts";
import type { Database } from "../../platform/database.ts";
import { noteEscalations } from "../inbox/index.ts";
import { draftApologies } from "../procedures/index.ts";
import type { Move } from "./moves.ts";
import type { Story } from "./stories.ts";

/** One commune's stage. */
export type Stage = { readonly database: Database; readonly house: House; readonly place: Place; readonly clockId: number; readonly now: Date; readonly signal: AbortSignal };

type Waiting = { readonly story: Story; readonly move: Move; readonly order: number };

const minute = 60_000;

/**
 * Tells the stories of one commune together, in the order of their instants, each move in a transaction of its own at its own time. Moves
 * that lie after `now` have not happened yet. The clock notes a deadline a minute after it has passed, as it does every day, and drafts in the end the apologies that are due now.
 *
 * @throws whatever a move throws; the reason of the signal, between two moves, when another commune failed
 */
export async function play(stage: Stage, stories: readonly Story[]): Promise<void> {
  const waiting = stories.flatMap((story, order): Waiting[] => {
    const first = story.next();
    return first.done ? [] : [{ story, move: first.value, order }];
  });
  const deadlines = new Map<number, Date>();
  for (;;) {
    stage.signal.throwIfAborted();
    const next = takeEarliest(waiting);
    const until = next && next.move.at <= stage.now ? next.move.at : stage.now;
    await noteDeadlines(stage, deadlines, until);
    if (!next || next.move.at > stage.now) return await warn(stage);
    const { story, move, order } = next;
    const matter = await inTx(stage.database, { house: stage.house, actor: move.actor, now: move.at }, async (tx) => {
      const moved = await move.act(tx);
      // Nobody asked to be told besides on her page, so taking the notice out of the outbox is all there is to do.
      if (move.tells) await takeNotices(tx, stage.place.communeId, 100);
      return moved;
    });
    if (matter.dueAt && !matter.settledAt) deadlines.set(matter.id, matter.dueAt);
    else deadlines.delete(matter.id);
    const following = story.next(matter);
    if (!following.done) waiting.push({ story, move: following.value, order });
  }
}

function takeEarliest(waiting: Waiting[]): Waiting | undefined {
  const earliest = waiting.reduce<Waiting | undefined>((found, one) => (found && !isBefore(one, found) ? found : one), undefined);
  if (earliest) waiting.splice(waiting.indexOf(earliest), 1);
  return earliest;
}

function isBefore(one: Waiting, other: Waiting): boolean {
  const apart = one.move.at.getTime() - other.move.at.getTime();
  return apart < 0 || (apart === 0 && one.order < other.order);
}

/** Notes every deadline that passes up to an instant, each at its own minute. */
async function noteDeadlines({ database, house, place, clockId }: Stage, deadlines: Map<number, Date>, until: Date): Promise<void> {
  for (;;) {
    const passed = [...deadlines.values()].map((due) => due.getTime() + minute).filter((at) => at <= until.getTime());
    if (passed.length === 0) return;
    const now = new Date(Math.min(...passed));
    await inTx(database, { house, actor: clockActor(place, clockId), now }, (tx) => noteBreaches(tx, place));
    for (const [id, due] of deadlines) if (due < now) deadlines.delete(id);
  }
}

/** Tells the chief what is nearly late now, and drafts the apologies for it, as the clock does every few minutes. */
async function warn({ database, house, place, clockId, now }: Stage): Promise<void> {
  await inTx(database, { house, actor: clockActor(place, clockId), now }, async (tx) => {
    await noteEscalations(tx);
    await draftApologies(tx);
  });
}

function clockActor(place: Place, id: number): Actor {
  const rights = new Set(roles.clock);
  return { id, name: "", scope: { kind: "commune", ...place }, rights, regimes: regimesOf(rights) };
}
