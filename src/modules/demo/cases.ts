import { addDays, addMonths, type Day, dayOf } from "../../base/day.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Term } from "../../kernel/clock/term.ts";
import type { House } from "../../kernel/house.ts";
import { getInForce } from "../../kernel/law/table.ts";
import type { proposeResult, receiveDossier, startIntake } from "../procedures/index.ts";
import type { SeedRequest } from "./files.ts";
import type { OfficeTime } from "./office-time.ts";
import type { Chance } from "./random.ts";
import type { Resident } from "./residents.ts";

type Bearer = Parameters<typeof startIntake>[1];
type Receive = Parameters<typeof receiveDossier>[2];
type Proposal = Parameters<typeof proposeResult>[2]["proposal"];
type Procedure = House["procedures"]["rows"][number];

/** Who does what to one dossier. */
export type Crew = { readonly receiver: Actor; readonly worker: Actor; readonly chief: Actor };

/** One dossier to be told: who comes when, for what, and who is at work. */
export type Case = {
  readonly receivedAt: Date;
  readonly bearer: Bearer;
  readonly receive: Receive;
  readonly request: SeedRequest;
  readonly procedure: Procedure;
  readonly crew: Crew;
  readonly office: OfficeTime;
  readonly chance: Chance;
};

export type Hamlet = { readonly id: number; readonly name: string; readonly validFrom: Day; readonly validTo: Day | null };

/** What is the same for every dossier of a commune. */
export type Setting = {
  readonly house: House;
  readonly office: OfficeTime;
  /** Those that were there on some day, in the order of their codes. */
  readonly hamlets: readonly Hamlet[];
  readonly residents: readonly Resident[];
  /** What follows the hamlet in an address. */
  readonly addressTail: string;
  readonly crewOf: (chance: Chance) => Crew;
};

/** Age from which the fee is not charged, counted in months (Law on the elderly 39/2009/QH12, art. 2). */
const elderlyFrom = 60 * 12;

export function makeCase(setting: Setting, given: { readonly receivedAt: Date; readonly request: SeedRequest; readonly chance: Chance }): Case {
  const { receivedAt, request, chance } = given;
  const { house, office, hamlets, residents, addressTail, crewOf } = setting;
  const day = dayOf(receivedAt);
  const procedure = getInForce(house.procedures, day, request.procedure);
  const caseId = request.cases.find((id) => procedure.cases.some((one) => one.id === id));
  const chosen = procedure.cases.find(({ id }) => id === caseId);
  if (!chosen) throw new Error(`db/seed/requests.yaml: ${request.procedure} has none of ${request.cases.join(", ")} on ${day}`);
  const { fullName, sex, bornOn, idNumber, phone, hamlet: home } = chance.pick(residents);
  const there = hamlets.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  const hamlet = there[home % there.length];
  const address = [hamlet?.name, addressTail].filter(Boolean).join(", ");
  const elderly = procedure.fees.length > 0 && addMonths(bornOn, elderlyFrom) <= day;
  const receive: Receive = {
    procedureCode: request.procedure,
    caseId: chosen.id,
    conditions: request.conditions,
    exemption: elderly ? "elderly" : null,
    handedOver: chosen.papers.filter((paper) => !paper.inStateDatabase && !paper.onlyIf).map(({ code, originals, copies }) => ({ code, originals, copies })),
    phone: chance.percent(80) ? phone : null,
    hamletId: hamlet?.id ?? null,
    request: filled(request.says, { fullName, address }),
  };
  return { receivedAt, bearer: { idNumber, fullName, bornOn, sex, address, phone: null }, receive, request, procedure, crew: crewOf(chance), office, chance };
}

/** What the officer puts before the chief. */
export function proposalOf({ bearer, request, procedure, receive }: Case, today: Day): Proposal {
  if (request.form === "CT07") {
    const validUntil = lastDayOf(today, procedure.validity.find(({ when }) => when.every((word) => receive.conditions.includes(word)))?.term);
    return { form: "CT07", permanentAddress: bearer.address, temporaryAddress: null, currentAddress: null, headOfHousehold: null, relationToHead: null, remark: null, validUntil };
  }
  const changes = request.changes.map(({ what, before, after }) => ({ what, before: filled(before, bearer), after: filled(after, bearer) }));
  return { form: "CT08", decision: filled(request.decision, bearer), changes, remark: null };
}

export function refusalOf({ request: { refusal } }: Case): Proposal {
  return { form: "CT06", reasons: [{ reason: refusal.reason, basis: refusal.basis }], nextSteps: [...refusal.next] };
}

function lastDayOf(today: Day, term: Term | undefined): Day {
  if (term?.unit === "months") return addMonths(today, term.count);
  if (term?.unit === "calendarDays") return addDays(today, term.count);
  throw new RangeError("a confirmation is valid for days or for months");
}

function filled(text: string, { fullName, address }: { readonly fullName: string; readonly address: string }): string {
  return text.replaceAll("{name}", fullName).replaceAll("{address}", address);
}
