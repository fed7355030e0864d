/** The rules of the line: what may happen to a ticket, and whose turn it is. Pure; the database is asked elsewhere. */

export const ticketStates = ["waiting", "called", "serving", "done", "noShow"] as const;
export type TicketState = (typeof ticketStates)[number];

/** What an officer may do with a ticket that was called, from which state, and what it then is. */
export const ticketActions = {
  again: { from: ["called"], to: "called" },
  start: { from: ["called"], to: "serving" },
  finish: { from: ["serving"], to: "done" },
  noShow: { from: ["called"], to: "noShow" },
  comeBack: { from: ["noShow"], to: "called" },
} as const satisfies Record<string, { readonly from: readonly TicketState[]; readonly to: TicketState }>;
export type TicketAction = keyof typeof ticketActions;

/** Whether a ticket in this state allows the action. */
export function allows(action: TicketAction, state: TicketState): boolean {
  return (ticketActions[action].from as readonly TicketState[]).includes(state);
}

/** How somebody came into the line: the law calls her first, she has a time, or neither. */
export const lanes = ["priority", "appointment", "ordinary"] as const;
export type Lane = (typeof lanes)[number];

/** Two lines stand before a desk: the fast one (priority, and appointments whose time has come) and the ordinary one. */
export type Line = "fast" | "ordinary";

export const lineOf = (lane: Lane): Line => (lane === "ordinary" ? "ordinary" : "fast");

/** So many calls in a row may a desk give to the fast line while others wait; the next one is the ordinary line's. */
export const fastInARow = 2;

/**
 * From which line a desk calls next, the other one being asked when the first is empty. Every third call of a desk goes to the ordinary
 * line, so nobody starves: within any run of calls of d desks during which the ordinary line waits, it gets at least a third of them,
 * counted after the first 2·d.
 *
 * @param before lanes of this desk's last calls of the day, newest first
 */
export function linesToAsk(before: readonly Lane[]): readonly [Line, Line] {
  const last = before.slice(0, fastInARow);
  const ordinarysTurn = last.length === fastInARow && last.every((lane) => lineOf(lane) === "fast");
  return ordinarysTurn ? ["ordinary", "fast"] : ["fast", "ordinary"];
}

/** A number as it is shown and called: at least three digits. */
export const showNumber = (number: number): string => String(number).padStart(3, "0");
