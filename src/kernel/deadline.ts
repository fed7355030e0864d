import { must, type Place } from "./actor.ts";
import { dueAt } from "./clock/due.ts";
import { added, dueAfter, type Extension } from "./clock/extend.ts";
import type { Pause } from "./clock/pause.ts";
import type { Step } from "./clock/step.ts";
import type { Term } from "./clock/term.ts";
import { Problem } from "./problem.ts";
import type { Regime } from "./rights.ts";
import { touch } from "./touches.ts";
import type { Tx } from "./tx.ts";

/** A term, and the text that gives it. */
export type TermBasis = { readonly term: Term; readonly basis: string };

type ClockRow = Place & { readonly matterId: number; readonly seq: number; readonly regime: Regime };
type Timed = Place & { readonly id: number; readonly regime: Regime };

/** A clock that runs, not yet written down: the matter it belongs to has no number yet. */
export type StartedClock = { readonly dueAt: Date | null; keep(tx: Tx, row: ClockRow): Promise<void> };

/** Starts a clock at the instant of receipt. */
export function startClock(tx: Tx, place: Place, { term, basis }: TermBasis, startedAt: Date): StartedClock {
  const due = dueAt({ term, from: startedAt, pauses: [], calendar: tx.house.calendarOf(place) });
  return {
    dueAt: due.dueAt,
    keep: (inner, row) => keepClock(inner, row, { cause: "start", term, basis, startedAt, dueAt: due.dueAt, steps: due.steps }),
  };
}

/** Stops the running of a clock, for a reason that the law knows. */
export async function pauseClock(tx: Tx, matter: Timed, pause: { readonly seq: number; readonly reason: string; readonly legalBasis: string }): Promise<void> {
  const { communeId, provinceId, id: matterId, regime } = matter;
  const started = await lastStart(tx, matter);
  if (!started) return;
  const { seq, reason, legalBasis } = pause;
  await tx.db.insertInto("pauses").values({ communeId, provinceId, matterId, regime, seq, fromAt: tx.now, toAt: null, reason, legalBasis }).execute();
  await recompute(tx, matter, { seq, cause: "pause" });
}

/** Lets the clock run again. @returns the new due instant: the old one later by exactly the time paused */
export async function resumeClock(tx: Tx, matter: Timed, seq: number): Promise<Date | null> {
  await tx.db.updateTable("pauses").set({ toAt: tx.now }).where("communeId", "=", matter.communeId).where("matterId", "=", matter.id).where("toAt", "is", null).execute();
  return await recompute(tx, matter, { seq, cause: "resume" });
}

/** Time added to a term. `most`: how often the law allows it, over the whole life of the matter. */
export type ClockExtension = { readonly term: Term; readonly basis: string; readonly reason: string; readonly most: number };

/**
 * Adds time to a clock that runs. A deadline that has passed stays a breach, whatever is added afterwards.
 *
 * @returns the new due instant, always later than the old one
 * @throws Problem("notNow") when nothing runs, or when as much was added before as the law allows
 */
export async function extendClock(tx: Tx, matter: Timed & { readonly dueAt: Date | null }, given: ClockExtension & { readonly seq: number }): Promise<Date> {
  const started = await lastStart(tx, matter);
  if (!started || matter.dueAt === null) throw new Problem("notNow", { action: "extend", state: "still" });
  if ((await countExtensions(tx, matter)) >= given.most) throw new Problem("notNow", { action: "extend", state: "extended" });
  const { seq, term, basis, reason } = given;
  const promised = { dueAt: matter.dueAt, steps: await lastSteps(tx, matter) };
  const due = added(promised, { term, grantedAt: tx.now, reason }, { pauses: await listPauses(tx, matter), calendar: tx.house.calendarOf(matter) });
  if (due.dueAt === null) throw new Problem("notNow", { action: "extend", state: "paused" });
  const startedAt = new Date(Math.max(matter.dueAt.getTime(), tx.now.getTime()));
  await keepClock(tx, rowOf(matter, seq), { cause: "extend", term, basis, startedAt, dueAt: due.dueAt, steps: due.steps });
  return due.dueAt;
}

async function recompute(tx: Tx, matter: Timed, { seq, cause }: { seq: number; cause: "pause" | "resume" }): Promise<Date | null> {
  const started = await lastStart(tx, matter);
  if (!started) return null;
  const { startedAt, basis } = started;
  const term = started.term as Term;
  const [pauses, extensions] = [await listPauses(tx, matter), await listExtensions(tx, matter)];
  const due = dueAfter({ term, from: startedAt, extensions, pauses, calendar: tx.house.calendarOf(matter) });
  await keepClock(tx, rowOf(matter, seq), { cause, term, basis, startedAt, dueAt: due.dueAt, steps: due.steps });
  return due.dueAt;
}

const rowOf = ({ communeId, provinceId, id: matterId, regime }: Timed, seq: number): ClockRow => ({ communeId, provinceId, matterId, regime, seq });

/** The arithmetic of the due instant as it stands. */
async function lastSteps(tx: Tx, matter: Timed): Promise<readonly Step[]> {
  const last = tx.db.selectFrom("clocks").select("steps").where("communeId", "=", matter.communeId).where("matterId", "=", matter.id);
  return (await last.orderBy("seq", "desc").limit(1).executeTakeFirstOrThrow()).steps as readonly Step[];
}

/** How often time was added since the matter was opened. A term that took the place of another does not give the law's extensions anew. */
export async function countExtensions(tx: Tx, { communeId, id }: Pick<Timed, "communeId" | "id">): Promise<number> {
  const rows = tx.db.selectFrom("clocks").select((eb) => eb.fn.countAll<string>().as("count"));
  const { count } = await rows.where("communeId", "=", communeId).where("matterId", "=", id).where("cause", "=", "extend").executeTakeFirstOrThrow();
  return Number(count);
}

/** What was added to the term that runs, in order; each with its reason, which the stored steps tell. */
async function listExtensions(tx: Tx, matter: Timed): Promise<Extension[]> {
  const rows = await tx.db
    .selectFrom("clocks")
    .select(["cause", "term", "computedAt", "steps"])
    .where("communeId", "=", matter.communeId)
    .where("matterId", "=", matter.id)
    .where("cause", "in", ["start", "extend"])
    .orderBy("seq")
    .execute();
  // Another term that took the place of an earlier one has been given no time yet.
  const sinceStart = rows.slice(rows.findLastIndex(({ cause }) => cause === "start") + 1);
  return sinceStart.map(({ term, computedAt, steps }) => {
    const told = (steps as readonly Step[]).findLast((step) => step.kind === "extended");
    return { term: term as Term, grantedAt: computedAt, reason: told?.reason ?? "" };
  });
}

async function listPauses(tx: Tx, matter: Timed): Promise<Pause[]> {
  const rows = await tx.db
    .selectFrom("pauses")
    .select(["fromAt as from", "toAt as to", "reason", "legalBasis"])
    .where("communeId", "=", matter.communeId)
    .where("matterId", "=", matter.id)
    .orderBy("seq")
    .execute();
  return rows;
}

/** The beginning of the term that runs: the last one, where another took the place of the first. */
async function lastStart(tx: Tx, matter: Timed) {
  return await tx.db
    .selectFrom("clocks")
    .select(["term", "startedAt", "basis"])
    .where("communeId", "=", matter.communeId)
    .where("matterId", "=", matter.id)
    .where("cause", "=", "start")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function keepClock(
  tx: Tx,
  row: ClockRow,
  clock: { cause: "start" | "pause" | "resume" | "extend"; term: Term; basis: string; startedAt: Date; dueAt: Date | null; steps: unknown },
): Promise<void> {
  const { term, steps, ...columns } = clock;
  await tx.db
    .insertInto("clocks")
    .values({ ...row, ...columns, computedAt: tx.now, term: JSON.stringify(term), steps: JSON.stringify(steps) })
    .execute();
}

/** Writes down that a matter's deadline has passed, if it has: before a move that would stop or change its clock. */
export async function noteBreach(tx: Tx, matter: Timed & { readonly dueAt: Date | null; readonly settledAt: Date | null }): Promise<void> {
  const { communeId, provinceId, id: matterId, regime, dueAt, settledAt } = matter;
  if (settledAt !== null || dueAt === null || dueAt >= tx.now) return;
  await tx.db
    .insertInto("breaches")
    .values({ communeId, provinceId, matterId, regime, dueAt, noticedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Writes down deadlines of the actor's commune that have passed. Runs every minute, as the clock; what is written stays,
 * whatever becomes of calendars later.
 *
 * @returns how many were new
 */
export async function noteBreaches(tx: Tx, place: Place): Promise<number> {
  must(tx.actor, "clock.run", place);
  const late = await tx.db
    .selectFrom("matters")
    .select(["communeId", "provinceId", "id as matterId", "regime", "dueAt"])
    .where("communeId", "=", place.communeId)
    .where("settledAt", "is", null)
    .where("dueAt", "<", tx.now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("breaches as b")
            .select("b.matterId")
            .whereRef("b.communeId", "=", "matters.communeId")
            .whereRef("b.matterId", "=", "matters.id")
            .whereRef("b.dueAt", "=", "matters.dueAt"),
        ),
      ),
    )
    .limit(1_000)
    // A matter that is being moved at this moment is left to its move, which notes the breach itself. Waiting for it here, with breaches of
    // others already written, could make the two wait for each other.
    .forKeyShare()
    .skipLocked()
    .execute();
  if (late.length === 0) return 0;
  const rows = late.flatMap((matter) => (matter.dueAt === null ? [] : [{ ...matter, dueAt: matter.dueAt, noticedAt: tx.now }]));
  await tx.db
    .insertInto("breaches")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await touch(tx, rows, "late");
  return rows.length;
}
