import type { Bilingual } from "../base/lang.ts";
import type { Place } from "../kernel/actor.ts";
import type { Tx } from "../kernel/tx.ts";

/*
 * What modules give out to everybody, in the shapes that the open standards need. A module declares its own source and
 * `src/public-sources.ts` gathers them; whoever gives them out names no module.
 *
 * Every verb runs in a resident's transaction to which the post was opened (`showCommune`): PostgreSQL shows what is public and hides the
 * rest. Lists are bounded by their module and newest first.
 */

/** The name of something in its post, whatever other sources name. */
export const keyOf = (source: string, id: string): string => `${source}.${id}`;

/** A meeting that everybody may know of. */
export type PublicMeeting = {
  /** Stays the same whatever else changes; unique within its source. */
  readonly uid: string;
  readonly start: Date;
  readonly end: Date;
  readonly title: string;
  /** The hamlet whose people are asked, by its number; null: the whole commune. */
  readonly hamlet: number | null;
  readonly place: string | null;
  readonly cancelled: boolean;
  readonly updatedAt: Date;
  /** Path of its public page. */
  readonly href?: string;
};

export const severities = ["Extreme", "Severe", "Moderate", "Minor", "Unknown"] as const;
export const urgencies = ["Immediate", "Expected", "Future", "Past", "Unknown"] as const;
export const certainties = ["Observed", "Likely", "Possible", "Unlikely", "Unknown"] as const;
export const categories = ["Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"] as const;

/** A warning to everybody. What was sent is never changed: a later one supersedes it. */
export type PublicAlert = {
  /** Letters, digits, dots and hyphens; unique within its source. */
  readonly id: string;
  readonly sentAt: Date;
  readonly headline: string;
  readonly text: string;
  /** What to do. */
  readonly instruction?: string;
  readonly severity: (typeof severities)[number];
  readonly urgency?: (typeof urgencies)[number];
  readonly certainty?: (typeof certainties)[number];
  readonly category?: (typeof categories)[number];
  /** Kind of event in a few words; the headline when left out. */
  readonly event?: string;
  /** Hamlets that it is for, by number; none: the whole commune. */
  readonly hamlets: readonly number[];
  readonly expiresAt: Date;
  readonly updatedAt: Date;
  /** Earlier ones that it replaces. */
  readonly supersedes?: readonly { readonly id: string; readonly sentAt: Date }[];
  /** Only takes back what it supersedes; that one stays in the list, says so, and has a later `updatedAt`. */
  readonly cancels?: boolean;
  readonly href?: string;
};

/** A report of a public kind, without anything of whoever made it. */
export type PublicRequest = {
  /** A name for everybody: never the reference that opens the matter. Letters, digits and hyphens; unique in the post. */
  readonly id: string;
  /** Code of the service, see `public-services.yaml`. */
  readonly service: string;
  readonly open: boolean;
  /** Where it stands, in a sentence: richer than open and closed. */
  readonly standing: Bilingual;
  /** Only what an officer released; null until then. */
  readonly description: string | null;
  readonly hamlet: number | null;
  readonly address: string | null;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
  readonly expectedAt: Date | null;
  /** Coarse enough to point at no house of whoever reported. */
  readonly position: Position | null;
};

export type Position = { readonly lat: number; readonly long: number };

/** Which requests are asked for: newest first, at most `limit`. */
export type RequestFilter = {
  readonly services: readonly string[];
  /** Null: both. */
  readonly open: boolean | null;
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
  readonly limit: number;
};

/** What somebody reports by a program. Who she is, if she told it, belongs sealed beside the matter. */
export type NewRequest = {
  readonly service: string;
  readonly description: string;
  readonly hamlet: number | null;
  readonly address: string | null;
  readonly position: Position | null;
  readonly who: { readonly fullName: string | null; readonly phone: string | null; readonly email: string | null } | null;
};

/** A request that was taken in: its public name, and the receipt that is for whoever reported alone. */
export type TakenIn = { readonly id: string; readonly receipt: string };

export type MeetingSource = { readonly name: string; readonly list: (tx: Tx, place: Place) => Promise<readonly PublicMeeting[]> };
export type AlertSource = { readonly name: string; readonly list: (tx: Tx, place: Place) => Promise<readonly PublicAlert[]> };
export type RequestSource = {
  /** Codes of the services that it takes in and tells of. */
  readonly services: readonly string[];
  readonly list: (tx: Tx, place: Place, filter: RequestFilter) => Promise<readonly PublicRequest[]>;
  readonly find: (tx: Tx, place: Place, id: string) => Promise<PublicRequest | null>;
  /** Opens it through the door. */
  readonly open: (tx: Tx, place: Place, given: NewRequest) => Promise<TakenIn>;
};

export type PublicSources = { readonly meetings: readonly MeetingSource[]; readonly alerts: readonly AlertSource[]; readonly requests: readonly RequestSource[] };
