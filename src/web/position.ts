import { type Day, findDay } from "../base/day.ts";

/** Where a page of a list begins that is ordered by an instant and a number. */
export type InstantPosition = { readonly at: Date; readonly id: number };

/** As it stands in the address of the next page: "2026-11-25T15:40:00.000Z_17". */
export const writeInstantPosition = ({ at, id }: InstantPosition): string => `${at.toISOString()}_${id}`;

/** What `writeInstantPosition` wrote; anything else is null: the list begins at its beginning. */
export function readInstantPosition(typed: string | undefined): InstantPosition | null {
  const parts = typed?.match(/^((?:19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(\d{1,15})$/);
  const at = new Date(parts?.[1] ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : { at, id: Number(parts?.[2]) };
}

/** Where a page of a list begins that is ordered by a day and a number. */
export type DayPosition = { readonly on: Day; readonly id: number };

/** As it stands in the address of the next page: "2026-11-25_17". */
export const writeDayPosition = ({ on, id }: DayPosition): string => `${on}_${id}`;

/** What `writeDayPosition` wrote; anything else is null. */
export function readDayPosition(typed: string | undefined): DayPosition | null {
  const [day = "", id = ""] = typed?.split("_") ?? [];
  const on = findDay(day);
  return on === null || !/^\d{1,15}$/.test(id) ? null : { on, id: Number(id) };
}

/** Where a page of a list begins that is ordered by a due instant and a number; what has no due instant comes last. */
export type DuePosition = { readonly dueAt: Date | null; readonly id: number };

/** "2026-11-25T15:40:00.000Z_17", or "_17" for what has no due instant; anything else is null. */
export function readDuePosition(typed: string | undefined): DuePosition | null {
  const bare = typed?.match(/^_(\d{1,15})$/)?.[1];
  if (bare !== undefined) return { dueAt: null, id: Number(bare) };
  const read = readInstantPosition(typed);
  return read && { dueAt: read.at, id: read.id };
}
