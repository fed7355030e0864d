import { addDays, type Day, dayOf, instantAt, parseDay } from "../../../src/base/day.ts";
import { normalise } from "../../../src/base/vietnamese.ts";
import { workCalendar } from "../../../src/kernel/clock/calendar.ts";
import { holidayLaw, officeHoursLaw } from "../../../src/kernel/clock/calendar-law.ts";
import { dueAt } from "../../../src/kernel/clock/due.ts";
import { loadLaw } from "../../../src/kernel/law/load.ts";
import { readCast } from "../../../src/modules/demo/files.ts";
import type { Procedure } from "../../../src/modules/procedures/law.ts";
import { dossier } from "../../../src/modules/procedures/matter.ts";
import type { CounterLaw } from "../compiled.ts";
import { communeCode, provinceCode, standstill } from "./size.ts";

/** A name that somebody may bear, written as the product stores and searches it. */
export type Name = { readonly fullName: string; readonly norm: string; readonly sex: "male" | "female" };

/** All names of the invented list; what stands there several times is met more often. */
export function listNames(): readonly Name[] {
  const { families, male, female } = readCast().names;
  const of = (sex: Name["sex"], words: typeof male): Name[] =>
    families.flatMap((family) =>
      words.middles.flatMap((middle) =>
        words.given.map((given) => {
          const fullName = `${family} ${middle} ${given}`;
          return { fullName, norm: normalise(fullName), sex };
        }),
      ),
    );
  return [...of("male", male), ...of("female", female)];
}

const offered = ["1.004194", "1.004222", "1.010039", "1.010038"];
const firstDay = parseDay("2024-01-02");

/** One procedure on one working day: what a receipt of that day says, worked out by the product's own clock. */
export type Received = {
  readonly day: Day;
  readonly opens: Date;
  readonly procedure: Procedure;
  readonly caseId: string;
  readonly handedOver: readonly { code: string; originals: number; copies: number }[];
  readonly term: unknown;
  readonly basis: string;
  readonly dueAt: Date;
  readonly steps: unknown;
};

/** Every working day from 2024 until yesterday with each procedure, by day and procedure. */
export async function listReceived({ lawDir, law }: { readonly lawDir: string; readonly law: CounterLaw }): Promise<readonly (readonly Received[])[]> {
  const { holidays, officeHours, procedures } = await loadLaw(lawDir, { holidays: holidayLaw, officeHours: officeHoursLaw, procedures: law.procedureLaw });
  const calendar = workCalendar({ holidays, officeHours }, { provinceCode, communeCode: communeCode(1) });
  const days: Received[][] = [];
  for (let day = firstDay; day < dayOf(standstill); day = addDays(day, 1)) {
    if (calendar.dayAt(day).off !== null) continue;
    days.push(
      offered.map((code): Received => {
        const procedure = law.procedureOn(procedures, day, code);
        const term = procedure && law.termFor(procedure, []);
        const open = procedure?.cases.find((one) => !one.doneByAuthority);
        // The hour of receipt is drawn later, so only terms in whole days may be used: they do not depend on it.
        if (!procedure || term?.term.unit !== "workingDays" || !open) throw new Error(`the law data has no ${code} with a term in working days on ${day}`);
        const opens = instantAt(day, "07:30");
        const due = dueAt({ term: term.term, from: opens, pauses: [], calendar });
        if (due.dueAt === null) throw new Error(`${code} is never due`);
        const handedOver = law.papersNeeded(procedure, open.id).asked.map(({ code: paper, originals, copies }) => ({ code: paper, originals, copies }));
        return { day, opens, procedure, caseId: open.id, handedOver, term: term.term, basis: `${procedure.code} (${procedure.source})`, dueAt: due.dueAt, steps: due.steps };
      }),
    );
  }
  return days;
}

/** When a step of a life was taken, as a column of the draft. */
type Moment = "asked_at" | "resumed_at" | "received_at" | "started_at" | "proposed_at" | "settled_at" | "closed_at";
type LifeStep = {
  readonly life: string;
  readonly seq: number;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly needs: string;
  readonly public: boolean;
  readonly moment: Moment;
};

const lives: Readonly<Record<string, readonly (readonly [keyof typeof dossier.actions, Moment])[]>> = {
  received: [],
  working: [["start", "started_at"]],
  awaitingSupplement: [
    ["start", "started_at"],
    ["askSupplement", "asked_at"],
  ],
  toSign: [
    ["start", "started_at"],
    ["propose", "proposed_at"],
  ],
  signed: [
    ["start", "started_at"],
    ["propose", "proposed_at"],
    ["sign", "settled_at"],
  ],
  refused: [
    ["start", "started_at"],
    ["propose", "proposed_at"],
    ["signRefusal", "settled_at"],
  ],
  handedOver: [
    ["start", "started_at"],
    ["propose", "proposed_at"],
    ["sign", "settled_at"],
    ["handOver", "closed_at"],
  ],
  refusalHandedOver: [
    ["start", "started_at"],
    ["propose", "proposed_at"],
    ["signRefusal", "settled_at"],
    ["handOverRefusal", "closed_at"],
  ],
  supplemented: [
    ["start", "started_at"],
    ["askSupplement", "asked_at"],
    ["resume", "resumed_at"],
    ["propose", "proposed_at"],
    ["sign", "settled_at"],
    ["handOver", "closed_at"],
  ],
  withdrawn: [
    ["start", "started_at"],
    ["withdraw", "settled_at"],
  ],
};

/** How a dossier came to its end, by the product's own table of actions; a life bears the name of the state that it leads to. */
export function listLifeSteps(): readonly LifeStep[] {
  return Object.entries(lives).flatMap(([life, actions]) => {
    const steps: LifeStep[] = [{ life, seq: 1, action: "open", from: null, to: dossier.first, needs: dossier.opens, public: true, moment: "received_at" }];
    for (const [action, moment] of actions) {
      const rule = dossier.actions[action];
      const from = steps.at(-1)?.to ?? dossier.first;
      steps.push({ life, seq: steps.length + 1, action, from, to: "to" in rule ? rule.to : from, needs: rule.needs, public: rule.public, moment });
    }
    if (steps.at(-1)?.to !== (life === "supplemented" ? "handedOver" : life)) throw new Error(`a life of the bench does not lead to ${life}`);
    return steps;
  });
}
