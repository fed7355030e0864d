import { type Actor, gate } from "../../src/kernel/actor.ts";
import { listCommunesWithoutApology, listUndrafted, listWaitingApologies } from "../../src/modules/procedures/queries/apologies.ts";
import type { Question, Sample } from "./plans-figures.ts";

type Stage = { readonly chief: () => Actor; readonly clock: () => Actor; readonly sample: () => Sample };

/** What apologies ask of the database. */
export function apologyQuestions({ chief, clock, sample }: Stage): Readonly<Record<string, Question>> {
  return {
    "apologies to be drafted": { actor: clock, ask: (tx) => listUndrafted(tx, sample().place, { until: new Date("2026-11-23T12:00:00+07:00"), most: 1 }) },
    "communes where an apology is to be drafted": {
      actor: () => gate,
      ask: (tx) => listCommunesWithoutApology(tx, { until: new Date("2026-12-20T00:00:00+07:00"), most: 1 }),
      mostRows: 5_000,
      whole: ["apologies"],
    },
    "apologies that wait": {
      actor: chief,
      ask: (tx) => listWaitingApologies(tx, sample().place, { after: { at: new Date("2026-11-20T17:00:00+07:00"), id: 1 }, size: 51 }),
    },
  };
}
