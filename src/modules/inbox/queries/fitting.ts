import { type RawBuilder, sql } from "kysely";
import type { Place } from "../../../kernel/actor.ts";
import { aside } from "../../../kernel/door.ts";
import type { WorkKind } from "../../../web/work-kinds.ts";
import { isNarrowed, type Narrowing } from "../narrowing.ts";

/** What the instants of a list are measured against. */
export type Span = { readonly now: Date; readonly endOfToday: Date; readonly endOfWeek: Date };

/** Whose work is looked at, when, and which kinds of it. */
export type Sight = { readonly place: Place; readonly span: Span; readonly kinds: readonly WorkKind[] };

/** The number of a matter's group, as in `groups`: running work by its due instant, then what stands still, what is to be signed, what is to be fetched. */
export function rankOf({ span, kinds }: Sight): RawBuilder<number> {
  return sql<number>`case when m.settled_at is not null then 7 when m.due_at is null then 5 when m.due_at < ${span.now} then 1
    when m.due_at <= ${span.endOfToday} then 2 when ${isToSign(kinds)} then 6 when m.due_at <= ${span.endOfWeek} then 3 else 4 end`;
}

export function isToSign(kinds: readonly WorkKind[]): RawBuilder<boolean> {
  return sql<boolean>`(m.state = any(${[...new Set(kinds.flatMap(({ signing }) => signing))]}::text[]))`;
}

/** The open work that is looked at, before it is narrowed: without what waits aside until somebody has sifted it. `m` is the matter. */
export function openWork({ place, kinds }: Sight): RawBuilder<boolean> {
  return sql<boolean>`m.commune_id = ${place.communeId} and m.closed_at is null and m.state <> ${aside} and m.kind = any(${kinds.map(({ kind }) => kind)}::text[])`;
}

/** A narrowing as operands of SQL: values of a request, or columns of the table that keeps them. */
export type Operands = { readonly [K in Exclude<keyof Narrowing, "group">]: RawBuilder<unknown> };

/** Whether a matter fits a narrowing, its group aside. The inbox as it opens is asked in few words, which PostgreSQL plans once and for all. */
export function fitsNarrowing(actorId: number | null, { span }: Sight, narrowing: Narrowing): RawBuilder<boolean> {
  return isNarrowed(narrowing) ? fits({ actorId, endOfToday: span.endOfToday }, operandsOf(narrowing)) : sql<boolean>`true`;
}

function operandsOf(narrowing: Narrowing): Operands {
  const { assignee, hamletId, title, dueFrom, dueTo, supplement, channel } = narrowing;
  return {
    assignee: sql`${assignee}::text`,
    hamletId: sql`${hamletId}::int`,
    title: sql`${title}::text`,
    dueFrom: sql`${dueFrom}::int`,
    dueTo: sql`${dueTo}::int`,
    supplement: sql`${supplement}::text`,
    channel: sql`${channel}::text`,
  };
}

/** Whether a matter fits all of a narrowing but its group. One text for every narrowing, so that one prepared statement serves them all. */
export function fits({ actorId, endOfToday }: { readonly actorId: number | null; readonly endOfToday: Date }, is: Operands): RawBuilder<boolean> {
  return sql<boolean>`(${is.assignee} is null
      or case ${is.assignee} when 'me' then m.assignee_id = ${actorId}::int when 'nobody' then m.assignee_id is null else m.assignee_id::text = ${is.assignee} end)
    and (${is.hamletId} is null or m.hamlet_id = ${is.hamletId})
    and (${is.title} is null or m.title = ${is.title})
    and (${is.channel} is null or m.channel = ${is.channel})
    and (${is.dueFrom} is null or (m.settled_at is null and m.due_at > ${endOfToday}::timestamptz + (${is.dueFrom} - 1) * interval '1 day'))
    and (${is.dueTo} is null or (m.settled_at is null and m.due_at <= ${endOfToday}::timestamptz + ${is.dueTo} * interval '1 day'))
    and (${is.supplement} is null or case ${is.supplement}
      when 'never' then not exists (select from timeline p where p.commune_id = m.commune_id and p.matter_id = m.id and p.action = 'askSupplement')
      else (select count(*) from timeline p where p.commune_id = m.commune_id and p.matter_id = m.id and p.action = 'askSupplement') >= case ${is.supplement} when 'again' then 2 else 1 end end)`;
}
