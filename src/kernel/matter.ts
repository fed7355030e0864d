import type { Selectable } from "kysely";
import { type Actor, may, must, type Place } from "./actor.ts";
import { type ClockExtension, extendClock, noteBreach, pauseClock, resumeClock, startClock, type TermBasis } from "./deadline.ts";
import { notify } from "./outbox.ts";
import { Problem } from "./problem.ts";
import { beginningOfChain, recordMove } from "./record.ts";
import { newReference } from "./reference.ts";
import type { Regime, Right } from "./rights.ts";
import type { Change, Channel, Facts, MattersTable } from "./tables.ts";
import { placeOf, type Tx } from "./tx.ts";

export type Matter = Selectable<MattersTable>;

/** One thing that can be done to a matter. */
export type ActionRule<State extends string> = {
  readonly from: readonly State[];
  /** Absent: the state stays (an assignment, a note). */
  readonly to?: State;
  readonly needs: Right;
  /** Whether the resident reads of it on her page. */
  readonly public: boolean;
  /** Whether it cannot be done without saying why. */
  readonly reason: "required" | "optional" | "none";
  /**
   * What it does to the clock; `stop`: the answer is ready, and no later day makes it late; `reopen`: it was not ready after all, nor at its end;
   * `extend`: time is added; `restart`: another term of the law holds from now on, counted from its own beginning, and what had been ready or
   * ended is so no longer; `lift`: the term was met, and the matter goes on without one.
   */
  readonly clock?: "pause" | "resume" | "stop" | "reopen" | "extend" | "restart" | "lift";
  /** Ends the matter, in this way. Its clock stops too. */
  readonly closes?: string;
  /** Whether the resident is told. */
  readonly notice?: boolean;
};

/** The whole life of a kind of matter, as a table. */
export type MatterKind<State extends string = string, Action extends string = string> = {
  readonly kind: string;
  readonly regime: Regime;
  readonly states: readonly State[];
  readonly first: State;
  /** The right to open one. */
  readonly opens: Right;
  /** The right of the door, where residents may hand one in by themselves. */
  readonly handedInBy?: Right;
  readonly actions: { readonly [A in Action]: ActionRule<NoInfer<State>> };
};

/** Declares a kind of matter. A misspelt state does not compile. */
export function defineMatter<const State extends string, const Action extends string>(kind: MatterKind<State, Action>): MatterKind<State, Action> {
  return kind;
}

export type NewMatter<State extends string = string> = {
  /** Where it begins, if not at the first state: aside, while the door is crowded. */
  readonly state?: State;
  /** A module may have given the reference out already (a receipt prepared before the commit). */
  readonly publicRef?: string;
  readonly code: string;
  readonly title: string;
  readonly channel: Channel;
  readonly hamletId: number | null;
  readonly assigneeId: number | null;
  /** Null: the matter has no term. */
  readonly term: TermBasis | null;
  readonly facts: Facts;
  /** When it counts as received, if that is not now: filed elsewhere, or while the post was closed. Its clock starts then. */
  readonly receivedAt?: Date;
};

/** Opens a matter: its row, the first row of its timeline, its clock. The actor needs the kind's `opens` right where he works. */
export async function openMatter<S extends string, A extends string>(tx: Tx, kind: MatterKind<S, A>, given: NewMatter<NoInfer<S>>): Promise<Matter> {
  const place = placeOf(tx.actor);
  const needs = kind.handedInBy !== undefined && tx.actor.rights.has(kind.handedInBy) ? kind.handedInBy : kind.opens;
  must(tx.actor, needs, place);
  const { term, facts, state = kind.first, publicRef = newReference(), receivedAt = tx.now, ...columns } = given;
  const clock = term === null ? null : startClock(tx, place, term, receivedAt);
  const fresh = { ...place, ...columns, kind: kind.kind, regime: kind.regime, state, publicRef, receivedAt, dueAt: clock?.dueAt ?? null };
  const inserted = await tx.db
    .insertInto("matters")
    .values({ ...fresh, timelineHash: beginningOfChain })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (clock) await clock.keep(tx, { ...place, matterId: inserted.id, regime: kind.regime, seq: 1 });
  const change: Change = { before: null, after: { kind: kind.kind, code: given.code, state, dueAt: clock?.dueAt?.toISOString() ?? null } };
  const entry = {
    ...place,
    matterId: inserted.id,
    seq: 1,
    regime: kind.regime,
    action: "open",
    fromState: null,
    toState: state,
    needs,
    public: true,
    note: null,
    facts,
    change,
  };
  const timelineHash = await recordMove(tx, entry, beginningOfChain);
  return await setMatter(tx, inserted, { timelineHash });
}

/** What the officer saw when he decided, and what he says about it. */
export type Seen = {
  readonly version: number;
  /** Read by officers only. */
  readonly note?: string;
  /** JSON values that belong to the move: defects, the number of a paper. Never personal data when the action is public. */
  readonly facts?: Facts;
  readonly assigneeId?: number | null;
  /** What the matter is called from now on, where it turned out to be something else. Names nobody. */
  readonly title?: string;
  /** Where it belongs from now on, with an action by which that can change. */
  readonly hamletId?: number | null;
  /** With an action that pauses the clock. */
  readonly pause?: { readonly reason: string; readonly legalBasis: string };
  /** With an action that adds time to the clock; its reason is the note. */
  readonly extension?: Omit<ClockExtension, "reason">;
  /** With an action that starts another clock: its term, and since when it runs. */
  readonly restart?: TermBasis & { readonly from: Date };
};

/**
 * Does one declared action to a matter. The only writer of a state.
 *
 * @throws Problem notFound (also when row security hides it), notPermitted, changedMeanwhile, notNow, invalid (a reason is missing)
 */
export async function move<S extends string, A extends string>(tx: Tx, kind: MatterKind<S, A>, id: number, action: A, seen: Seen): Promise<Matter> {
  const rule: ActionRule<S> = kind.actions[action];
  const matter = await lockMatter(tx, kind.kind, id);
  must(tx.actor, rule.needs, matter);
  if (matter.version !== seen.version) throw new Problem("changedMeanwhile", { code: matter.code });
  if (!rule.from.includes(matter.state as S)) throw new Problem("notNow", { action, state: matter.state });
  if (rule.reason === "required" && !seen.note?.trim()) throw new Problem("invalid", { note: "required" });
  const seq = matter.version + 1;
  const toState = rule.to ?? matter.state;
  // The job that watches deadlines looks once a minute; a move within that minute must not hide a breach.
  await noteBreach(tx, matter);
  const clock = await moveClock(tx, matter, rule, seen, seq);
  const after = { state: toState, ...clock, ...askedOf(seen), ...endOf(tx, matter, rule) };
  const entry = {
    communeId: matter.communeId,
    provinceId: matter.provinceId,
    matterId: matter.id,
    seq,
    regime: matter.regime,
    action,
    fromState: matter.state,
    toState,
    needs: rule.needs,
    public: rule.public,
    note: seen.note?.trim() || null,
    facts: seen.facts ?? {},
    change: changeOf(matter, after),
  };
  const timelineHash = await recordMove(tx, entry, matter.timelineHash);
  const moved = await setMatter(tx, matter, { ...after, version: seq, timelineHash });
  if (rule.notice) await notify(tx, moved, { template: `${kind.kind}.${action}`, key: `${matter.id}:${seq}`, facts: {} });
  return moved;
}

/** What of the matter itself the move was told to change. */
function askedOf({ assigneeId, hamletId, title }: Seen): Partial<Pick<Matter, "assigneeId" | "hamletId" | "title">> {
  return { ...(assigneeId === undefined ? {} : { assigneeId }), ...(hamletId === undefined ? {} : { hamletId }), ...(title === undefined ? {} : { title }) };
}

function endOf(tx: Tx, matter: Matter, rule: ActionRule<string>): Partial<Pick<Matter, "settledAt" | "closedAt" | "outcome">> {
  const settledAt = matter.settledAt ?? tx.now;
  if (rule.closes !== undefined) return { settledAt, closedAt: tx.now, outcome: rule.closes };
  if (rule.clock === "reopen" || rule.clock === "restart") return { settledAt: null, closedAt: null, outcome: null };
  return rule.clock === "stop" ? { settledAt } : {};
}

async function moveClock(tx: Tx, matter: Matter, rule: ActionRule<string>, seen: Seen, seq: number): Promise<{ dueAt?: Date | null; pausedAt?: Date | null }> {
  if (rule.clock === "pause") {
    await pauseClock(tx, matter, { seq, ...(seen.pause ?? { reason: seen.note ?? "", legalBasis: "" }) });
    return { dueAt: null, pausedAt: tx.now };
  }
  if (rule.clock === "resume") return { dueAt: await resumeClock(tx, matter, seq), pausedAt: null };
  if (rule.clock === "extend") {
    if (!seen.extension) throw new RangeError("an action that adds time was not told how much");
    return { dueAt: await extendClock(tx, matter, { seq, reason: seen.note?.trim() ?? "", ...seen.extension }) };
  }
  if (rule.clock === "restart") {
    if (!seen.restart) throw new RangeError("an action that starts another clock was not told which");
    const { from, ...term } = seen.restart;
    const clock = startClock(tx, matter, term, from);
    await clock.keep(tx, { communeId: matter.communeId, provinceId: matter.provinceId, matterId: matter.id, regime: matter.regime, seq });
    return { dueAt: clock.dueAt };
  }
  if (rule.clock === "lift") return { dueAt: null };
  return {};
}

/** The matter of a reference of a commune, if it is of the kind that is asked for; null also when row security hides it. */
export async function findMatter(tx: Tx, communeId: number, { ref, kind }: { readonly ref: string; readonly kind?: string }): Promise<Matter | null> {
  const found = tx.db.selectFrom("matters").selectAll().where("communeId", "=", communeId).where("publicRef", "=", ref);
  return (await (kind === undefined ? found : found.where("kind", "=", kind)).executeTakeFirst()) ?? null;
}

/** A matter of any kind by its number. */
export async function findMatterById(tx: Tx, { communeId, matterId }: { readonly communeId: number; readonly matterId: number }): Promise<Matter | null> {
  return (await tx.db.selectFrom("matters").selectAll().where("communeId", "=", communeId).where("id", "=", matterId).executeTakeFirst()) ?? null;
}

/** A matter of this kind in the actor's commune, locked until the transaction ends, for whoever reads more of it before he moves it. @throws Problem notFound */
export async function lockMatter(tx: Tx, kind: string, id: number): Promise<Matter> {
  const { communeId } = placeOf(tx.actor);
  const matter = await tx.db.selectFrom("matters").selectAll().where("communeId", "=", communeId).where("id", "=", id).where("kind", "=", kind).forUpdate().executeTakeFirst();
  if (!matter) throw new Problem("notFound");
  return matter;
}

async function setMatter(
  tx: Tx,
  matter: Matter,
  values: Partial<Pick<Matter, "state" | "dueAt" | "pausedAt" | "settledAt" | "assigneeId" | "hamletId" | "title" | "closedAt" | "outcome" | "version" | "timelineHash">>,
): Promise<Matter> {
  return await tx.db.updateTable("matters").set(values).where("communeId", "=", matter.communeId).where("id", "=", matter.id).returningAll().executeTakeFirstOrThrow();
}

function changeOf(before: Matter, after: Partial<Matter>): Change {
  const changed = (Object.keys(after) as (keyof Matter)[]).filter((name) => plain(before[name]) !== plain(after[name]));
  const pick = (from: Partial<Matter>): Facts => Object.fromEntries(changed.map((name) => [name, plain(from[name])]));
  return { before: pick(before), after: pick(after) };
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** Whether an action can be done now, and if not, why not: the same answer shows the button and guards the POST. */
export type Possible = { readonly ok: true } | { readonly ok: false; readonly why: "notPermitted" | "notNow" };

export function can<S extends string, A extends string>(kind: MatterKind<S, A>, action: A, matter: Place & { readonly state: string }, actor: Actor): Possible {
  const rule: ActionRule<S> = kind.actions[action];
  if (!may(actor, rule.needs, matter)) return { ok: false, why: "notPermitted" };
  if (!rule.from.includes(matter.state as S)) return { ok: false, why: "notNow" };
  return { ok: true };
}
