import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { dayField as day } from "../../kernel/law/fields.ts";
import { type Role, roles } from "../../kernel/rights.ts";

const communeCode = z.string().regex(/^\d{5}$/);
const unitCode = z.string().regex(/^(\d{2}|\d{3}|\d{5})$/);

const unit = z.strictObject({
  kind: z.enum(["province", "district", "commune"]),
  code: unitCode,
  type: z.string(),
  name: z.string(),
  from: day,
  to: day.nullable(),
  in: unitCode.nullable(),
  source: z.string(),
});
/** A unit in one period of its life; `to` is the first day on which it no longer is. */
export type SeedUnit = z.infer<typeof unit>;

const unitsFile = z.strictObject({
  units: z.array(unit),
  lineage: z.array(z.strictObject({ on: day, source: z.string(), from: z.array(unitCode), to: unitCode, share: z.enum(["full", "partial"]).default("full") })),
  hamlets: z.array(
    z.strictObject({ source: z.string(), names: z.array(z.string()), periods: z.array(z.strictObject({ in: communeCode, from: day, to: day.nullable(), word: z.string() })) }),
  ),
  profiles: z.array(
    z.strictObject({
      of: communeCode,
      asOf: day,
      areaHectares: z.int(),
      population: z.int(),
      hamletCount: z.int(),
      terrain: z.enum(["plain", "hill", "mountain", "island"]),
      phone: z.string(),
      address: z.string(),
      source: z.string(),
    }),
  ),
});
export type SeedUnits = z.infer<typeof unitsFile>;

const officer = z.strictObject({ login: z.string(), name: z.string(), rank: z.string(), role: z.enum(Object.keys(roles) as [Role, ...Role[]]) });
export type SeedOfficer = z.infer<typeof officer>;

const given = z.strictObject({ middles: z.array(z.string()), given: z.array(z.string()) });
const castFile = z.strictObject({
  posts: z.array(z.strictObject({ today: communeCode, before: z.array(z.strictObject({ code: communeCode, from: day })), residents: z.int(), officers: z.array(officer) })),
  province: z.strictObject({ code: z.string(), officers: z.array(officer) }),
  names: z.strictObject({ families: z.array(z.string()), male: given, female: given }),
});
export type SeedCast = z.infer<typeof castFile>;
export type SeedPost = SeedCast["posts"][number];

const openWork = z.strictObject({
  state: z.enum(["received", "working", "paused", "resumed", "sentBack", "toSign", "ready", "refused", "askedAgain", "apologised", "onHold", "stopped"]),
  termDays: z.int(),
  dueIn: z.int().optional(),
  minutesAgo: z.int().optional(),
});
/** Work that is open when the demonstration begins. */
export type OpenWork = z.infer<typeof openWork>;

const fates = ["granted", "late", "supplemented", "sentBack", "refused", "withdrawn"] as const;
/** How a dossier ended. */
export type Fate = (typeof fates)[number];

const dossiersFile = z.strictObject({
  history: z.array(z.strictObject({ from: day, to: day.nullable(), dossiers: z.record(communeCode, z.int()) })),
  fates: z.record(z.enum(fates), z.int()),
  ratings: z.strictObject({ share: z.record(communeCode, z.int()), scores: z.record(z.enum(["verySatisfied", "satisfied", "notSatisfied"]), z.int()) }),
  open: z.record(communeCode, z.array(openWork)),
});
export type SeedDossiers = z.infer<typeof dossiersFile>;

const request = z.strictObject({
  procedure: z.string(),
  cases: z.array(z.string()).min(1),
  conditions: z.array(z.string()).default([]),
  form: z.enum(["CT07", "CT08"]),
  weight: z.int(),
  termDays: z.int(),
  says: z.string(),
  decision: z.string(),
  changes: z.array(z.strictObject({ what: z.string(), before: z.string(), after: z.string() })),
  defects: z.array(z.strictObject({ code: z.string(), paper: z.string().nullable() })).min(1),
  refusal: z.strictObject({ reason: z.string(), basis: z.string(), next: z.array(z.string()) }),
});
/** What a resident may ask for, and what becomes of it. */
export type SeedRequest = z.infer<typeof request>;

const preparation = z.strictObject({
  code: z.string(),
  post: communeCode,
  procedure: z.string(),
  case: z.string(),
  resident: z.int().nonnegative(),
  answers: z.record(z.string(), z.string()),
  days: z.record(z.string(), z.int()),
});
/** What somebody prepared at home. */
export type SeedPreparation = z.infer<typeof preparation>;
const stay = z.strictObject({
  daysAgo: z.int().positive(),
  arrived: z.string(),
  told: z.string(),
  nextMorning: z.boolean(),
  host: z.int(),
  place: z.string(),
  address: z.string(),
  guests: z.array(z.int()).min(1),
  nights: z.int().positive(),
  channel: z.enum(["phone", "counter", "field"]),
  purpose: z.string(),
  leaves: z.boolean(),
});
const heading = z.enum(["strength", "shortcoming", "cause", "proposal"]);
const opinion = z.strictObject({
  heading,
  said: z.string(),
  became: z.enum(["spot", "answered", "contested", "working", "received"]),
  answer: z.string().optional(),
  contest: z.string().optional(),
  publish: z.strictObject({ said: z.string(), done: z.string() }).optional(),
});
/** What somebody said in the meeting of last week, and what became of it. */
export type SeedOpinion = z.infer<typeof opinion>;
const meeting = { topic: z.string(), place: z.string(), hosts: z.string(), agenda: z.array(z.string()) };
const listeningFile = z.strictObject({
  meeting: z.strictObject({
    ...meeting,
    daysAgo: z.int().positive(),
    households: z.array(z.strictObject({ resident: z.int(), people: z.int().positive() })),
    conclusion: z.string(),
  }),
  opinions: z.array(opinion),
  commitments: z.array(z.strictObject({ promise: z.string(), inDays: z.int().positive(), report: z.string().nullable() })),
  counter: z.array(z.strictObject({ heading, said: z.string(), daysAgo: z.int().positive() })),
  letter: z.strictObject({ daysAgo: z.int().positive(), content: z.string(), people: z.int().positive() }),
  planned: z.strictObject({ ...meeting, inDays: z.int().positive() }),
});
/** Guests of one of the last nights. */
export type SeedStay = z.infer<typeof stay>;

const moment = z.strictObject({ day: z.int().nonnegative(), at: z.string() });
const dispute = z.strictObject({
  daysAgo: z.int().positive(),
  kind: z.string(),
  hamlet: z.int(),
  spot: z.string(),
  told: z.string(),
  parties: z.array(z.int()).min(2),
  exclusion: z.string().optional(),
  assigned: moment.optional(),
  sessions: z.array(moment.extend({ told: z.string() })),
  ending: z.string().optional(),
  ended: moment.optional(),
  agreement: z.string().nullish(),
  visits: z.array(z.strictObject({ planned: z.int(), made: z.int().nullable(), finding: z.enum(["kept", "partly", "broken"]).nullable() })),
});
/** A dispute between residents, told in days from the one on which it was recorded. */
export type SeedDispute = z.infer<typeof dispute>;
const disputesFile = z.strictObject({ teams: z.array(z.strictObject({ hamlet: z.int(), name: z.string(), leads: z.boolean() })), disputes: z.array(dispute) });

export const readDisputes = (): z.infer<typeof disputesFile> => read("disputes.yaml", disputesFile);
const seedIncident = z.strictObject({
  /** A day of the past, or how many minutes before the start. */
  on: day.optional(),
  minutesAgo: z.int().positive().optional(),
  at: z.string().optional(),
  kind: z.enum(["denunciation", "tip", "proposal", "incident"]),
  nature: z.string(),
  channel: z.enum(["phone", "counter", "field", "post"]),
  urgent: z.boolean().default(false),
  account: z.string(),
  place: z.string(),
  hamlet: z.int().nonnegative(),
  /** Residents of the post by their order; null: no name was given. */
  reporter: z.int().nullable(),
  victims: z.array(z.int()).default([]),
  concerned: z.array(z.int()).default([]),
  measures: z.array(z.strictObject({ measure: z.string(), people: z.int() })).default([]),
  ends: z.enum(["referred", "settled", "open"]),
  outcome: z.string().default(""),
});
/** Something that happened at the first post. */
export type SeedIncident = z.infer<typeof seedIncident>;

export const readIncidents = (): readonly SeedIncident[] => read("incidents.yaml", z.strictObject({ incidents: z.array(seedIncident) })).incidents;
export const readUnits = (): SeedUnits => read("units.yaml", unitsFile);
export const readCast = (): SeedCast => read("cast.yaml", castFile);
export const readDossiers = (): SeedDossiers => read("dossiers.yaml", dossiersFile);
export const readPreparations = (): readonly SeedPreparation[] => read("preparations.yaml", z.array(preparation));
export const readRequests = (): readonly SeedRequest[] => read("requests.yaml", z.strictObject({ requests: z.array(request) })).requests;

const scam = z.strictObject({
  daysAgo: z.int(),
  told: z.string(),
  at: z.string(),
  stage: z.enum(["talking", "sending", "sent"]),
  kind: z.string(),
  bank: z.string(),
  mark: z.string(),
  channel: z.enum(["phone", "counter", "field"]),
  reporter: z.int(),
  steps: z.array(z.strictObject({ kind: z.enum(["called", "bankContacted", "bankHeld", "stoppedOnSpot", "referred"]), at: z.string(), note: z.string().nullable() })),
  outcome: z.enum(["stopped", "lost"]),
  attempted: z.int(),
  saved: z.int(),
});
export type SeedScam = z.infer<typeof scam>;
const scamsFile = z.strictObject({ scams: z.array(scam), alert: z.strictObject({ kind: z.string(), headline: z.string(), body: z.string(), at: z.string(), daysAgo: z.int() }) });
export type SeedScams = z.infer<typeof scamsFile>;

export const readScams = (): SeedScams => read("scams.yaml", scamsFile);

export const readListening = (): z.infer<typeof listeningFile> => read("listening.yaml", listeningFile);
export const readStays = (): readonly SeedStay[] => read("stays.yaml", z.strictObject({ stays: z.array(stay) })).stays;

/** @throws ZodError, or an error of the YAML parser, when the file is not as it must be */
function read<T>(name: string, shape: z.ZodType<T>): T {
  return shape.parse(parse(readFileSync(join(seedFolder(), name), "utf8")));
}

/** The folder stands at the root of the product, above the sources and above what is built from them. */
function seedFolder(): string {
  for (let top = import.meta.dirname; ; top = dirname(top)) {
    const folder = join(top, "db/seed");
    if (existsSync(folder)) return folder;
    if (dirname(top) === top) throw new Error("db/seed is missing: the product was not installed whole");
  }
}
