import type { Channel } from "../../kernel/tables.ts";

/** The groups of the inbox, most urgent first. Each matter stands in one of them. */
export const groups = ["late", "today", "week", "later", "paused", "toSign", "ready"] as const;
export type Group = (typeof groups)[number];

export const supplements = ["asked", "again", "never"] as const;
export type Supplement = (typeof supplements)[number];

export const channels = ["counter", "phone", "web", "field", "post", "nationalPortal"] as const satisfies readonly Channel[];

/** How the inbox is narrowed: nothing (null) in a field means all of it. */
export type Narrowing = {
  readonly group: Group | null;
  /** "me", "nobody", or the number of an account. */
  readonly assignee: string | null;
  readonly hamletId: number | null;
  /** What is asked for: the name of the procedure, as it stood on the receipt. */
  readonly title: string | null;
  /** Due so many days from today at the earliest, and at the latest. */
  readonly dueFrom: number | null;
  readonly dueTo: number | null;
  /** Whether something was missing: asked for at least once, more than once, never. */
  readonly supplement: Supplement | null;
  readonly channel: Channel | null;
};

export const everything: Narrowing = { group: null, assignee: null, hamletId: null, title: null, dueFrom: null, dueTo: null, supplement: null, channel: null };

/** The farthest day ahead that may be asked for. */
export const farthestDays = 366;

type Asked = Readonly<Record<string, string | undefined>>;

/** A narrowing as it stands in an address; whatever is not understood narrows nothing. */
export function readNarrowing(asked: Asked): Narrowing {
  return {
    group: oneOf(groups, asked["loc"]),
    assignee: /^(me|nobody|[1-9]\d{0,8})$/.test(asked["nguoi"] ?? "") ? (asked["nguoi"] ?? null) : null,
    hamletId: whole(asked["thon"], 2_000_000_000),
    title: asked["viec"]?.slice(0, 300) || null,
    dueFrom: whole(asked["tu"], farthestDays),
    dueTo: whole(asked["den"], farthestDays),
    supplement: oneOf(supplements, asked["bosung"]),
    channel: oneOf(channels, asked["kenh"]),
  };
}

/** The part of an address that `readNarrowing` reads; "loc=all" when nothing is narrowed, so that a default filter does not step in. */
export function writeNarrowing(narrowing: Narrowing): string {
  const { group, assignee, hamletId, title, dueFrom, dueTo, supplement, channel } = narrowing;
  const parts = { loc: group ?? "all", nguoi: assignee, thon: hamletId, viec: title, tu: dueFrom, den: dueTo, bosung: supplement, kenh: channel };
  const written = Object.entries(parts).filter((part): part is [string, string | number] => part[1] !== null);
  return new URLSearchParams(written.map(([name, value]) => [name, String(value)])).toString();
}

/** Whether more than the group is narrowed. */
export function isNarrowed(narrowing: Narrowing): boolean {
  return Object.entries(narrowing).some(([name, value]) => name !== "group" && value !== null);
}

function oneOf<const V extends string>(values: readonly V[], asked: string | undefined): V | null {
  return values.find((value) => value === asked) ?? null;
}

function whole(asked: string | undefined, most: number): number | null {
  if (!/^\d{1,10}$/.test(asked ?? "")) return null;
  const value = Number(asked);
  return value <= most ? value : null;
}
