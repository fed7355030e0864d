import { expect } from "vitest";
import type { DayRange } from "../../src/base/day.ts";
import { type Actor, clockIn, type Place } from "../../src/kernel/actor.ts";
import type { House } from "../../src/kernel/house.ts";
import { touch } from "../../src/kernel/touches.ts";
import type { Tx } from "../../src/kernel/tx.ts";
import { countTouched } from "../../src/modules/figures/index.ts";
import { countEvidence, listEvidence } from "../../src/modules/figures/queries/evidence.ts";
import { findTerrains, listCells, listCommuneTallies, listMonthTallies, listOpenCounts } from "../../src/modules/figures/queries/stats.ts";
import { listParcels } from "../../src/modules/procedures/queries/ratings.ts";

/** A dossier of the second commune, and what a question may know of it. */
export type Sample = {
  readonly place: Place;
  readonly id: number;
  readonly ref: string;
  readonly code: string;
  readonly last4: string;
  readonly fullName: string;
  readonly version: number;
};

export type Question = {
  readonly actor: () => Actor;
  readonly ask: (tx: Tx) => Promise<unknown>;
  readonly mostRows?: number;
  readonly whole?: readonly string[];
  readonly inHouse?: () => House;
};

const quarter = { from: "2026-09-01", to: "2026-11-01" } as unknown as DayRange;
const year = { from: "2025-12-01", to: "2026-11-01" } as unknown as DayRange;
async function askEvidence(tx: Tx, communeId: number, kind: "late" | "lateNow"): Promise<unknown> {
  const asked = { communeId, kind, months: quarter, procedureCode: null };
  return [await listEvidence(tx, asked, { after: 0, size: 51 }), await countEvidence(tx, asked)];
}

type Stage = { readonly analyst: () => Actor; readonly chief: () => Actor; readonly houseOf: () => House; readonly sample: () => Sample; readonly communeIds: () => number[] };

/** What figures ask of the database. */
export const figureQuestions = ({ analyst, chief, houseOf, sample, communeIds }: Stage): Readonly<Record<string, Question>> => ({
  "figures of the province": { actor: analyst, ask: async (tx) => [await listCommuneTallies(tx, quarter), await listOpenCounts(tx)] },
  "a year of the province": { actor: analyst, ask: (tx) => listMonthTallies(tx, year) },
  "figures of a post": { actor: chief, ask: async (tx) => [await listCells(tx, sample().place.communeId, year), await listOpenCounts(tx)] },
  "what is behind a figure of a month": { actor: analyst, ask: (tx) => askEvidence(tx, sample().place.communeId, "late") },
  "what is behind the open work": { actor: analyst, ask: (tx) => askEvidence(tx, sample().place.communeId, "lateNow") },
  "terrains of a province": {
    actor: analyst,
    ask: (tx) => findTerrains(tx, communeIds(), "2026-11-01" as never),
  },
  "counting what changed": {
    actor: () => clockIn(sample().place),
    inHouse: houseOf,
    // A row a commune, and what came in the last seconds: both are a page or two.
    whole: ["stats_marks", "matter_touches"],
    ask: async (tx) => {
      await touch(tx, [{ ...sample().place, matterId: sample().id, regime: "counter" }], "plans");
      expect(await countTouched(tx)).toBe(1);
    },
  },
  ratings: { actor: analyst, ask: (tx) => listParcels(tx, { communeIds: communeIds(), ...quarter }) },
});
