import type { Actor } from "../kernel/actor.ts";
import type { Role } from "../kernel/rights.ts";
import type { Tx } from "../kernel/tx.ts";

/** An officer signed in: the actor, and what the frame of a page says about him. */
export type Officer = {
  readonly actor: Actor;
  readonly name: string;
  readonly rank: string;
  readonly role: Role;
  /** The unit whose name stands on the frame. */
  readonly unitId: number;
  /** How many alerts lie unread on his own page. */
  readonly unseen: number;
};

/** Finds who holds a session, at the gate. Null when the session is unknown, ended or idle for too long. */
export type FindOfficer = (tx: Tx, token: string) => Promise<Officer | null>;

/** The cookie that carries the session's token. */
export const sessionCookie = "phien";
