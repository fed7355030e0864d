import type { Receipt, StatusReport } from "./document.ts";

/** A file from the portal, in text; or why not even its text could be had. */
export type Arrival = { readonly givenName: string } & ({ readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: "notAFile" | "tooLarge" });

/** What became of an arrival. `later`: it stays where it is and comes again. */
export type Verdict = { readonly kind: "kept" } | { readonly kind: "refused"; readonly reason: string } | { readonly kind: "later" };

export type Fetched = { readonly kept: number; readonly refused: number; readonly later: number };

/**
 * The way to the national portal. No description of the real one is public: whoever gets one writes an adapter with these three verbs, and
 * nothing else of the house changes. Every verb may be repeated after a crash.
 */
export type NationalPort = {
  /** Gives what is new to `take`, one after the other, and settles each by its verdict. What `take` throws leaves the file for the next time, and stops no other. */
  fetch(now: Date, take: (arrival: Arrival) => Promise<Verdict>): Promise<Fetched>;
  /** Answers a file: received under our code, not ours, or refused. */
  acknowledge(receipt: Receipt): Promise<void>;
  /** Tells one public step of a dossier. */
  reportStatus(report: StatusReport): Promise<void>;
};
