import { z } from "zod";
import { formatDigits } from "../../base/day/format.ts";
import { type Day, dayOf, daysBetween, instantAt } from "../../base/day.ts";
import type { CardFacts } from "../../base/identity.ts";
import { normalise } from "../../base/vietnamese.ts";
import type { Channel } from "../../kernel/tables.ts";
import {
  choice,
  type FieldErrors,
  optionalPhone,
  optionalText,
  optionalTimeOfDay,
  type Parsed,
  parseForm,
  pastDay,
  readDay,
  refuse,
  say,
  type Typed,
  text,
  timeOfDay,
  typedList,
  typedOf,
  typedText,
  version,
} from "../../web/form.ts";
import type { PaperKind } from "./law.ts";
import { formTexts as t } from "./texts/forms.ts";

/** How a host tells of a guest here; what is told on the national portal stays there. */
export const channels = ["phone", "counter", "field"] as const satisfies readonly Channel[];

/** `number` is the guest's place in the declaration, which corrections keep. */
export type Guest = {
  readonly number: number;
  readonly fullName: string;
  readonly bornOn: Day;
  readonly sex: "male" | "female";
  readonly paperKind: string;
  readonly paperNumber: string | null;
};

/** What a host tells. */
export type Told = {
  readonly hostName: string;
  readonly hostPhone: string | null;
  readonly placeKind: string;
  readonly address: string;
  readonly hamletId: number | null;
  readonly arrivedAt: Date;
  readonly leavesOn: Day | null;
  readonly purpose: string;
  readonly toldAt: Date;
  readonly guests: readonly Guest[];
};
export type Declaration = Told & { readonly channel: (typeof channels)[number] };

/** So many guests fit into one declaration; a larger group is told in several. */
export const mostGuests = 20;
const dayMs = 86_400_000;

/** What the fields are measured against. `shorterThanDays`: how long a stay may not become. */
export type Bounds = {
  readonly now: Date;
  readonly shorterThanDays: number | null;
  readonly places: readonly string[];
  readonly papers: readonly PaperKind[];
  readonly hamletIds: readonly number[];
};

export function parseDeclaration(body: unknown, bounds: Bounds): Parsed<Declaration> {
  return parseTold(body, bounds, { channel: choice(channels) });
}

/** A correction tells the whole declaration anew, and why. */
export function parseCorrection(body: unknown, bounds: Bounds): Parsed<Told & { readonly version: number; readonly reason: string }> {
  return parseTold(body, bounds, { version: version(), reason: text(300, t.reasonMissing) });
}

function parseTold<More extends z.ZodRawShape>(body: unknown, bounds: Bounds, more: More): Parsed<Told & z.infer<z.ZodObject<More>>> {
  const guests = parseGuests(body, bounds);
  const rest = parseForm(toldShape(bounds).extend(more), body);
  if (!guests.ok || !rest.ok) return refuse(body, { ...(guests.ok ? {} : guests.errors), ...(rest.ok ? {} : rest.errors) });
  // The shape is put together from a part that is known and one that the caller gives; zod's types do not follow that.
  const { arrivedOn, arrivedTime, toldOn, toldTime, hamletId, ...told } = rest.value as unknown as Entered;
  const arrivedAt = instantAt(arrivedOn, arrivedTime);
  const toldAt = toldOn === null && toldTime === null ? toTheMinute(bounds.now) : instantAt(toldOn ?? dayOf(bounds.now), toldTime ?? "00:00");
  const errors = wrongTimes({ arrivedAt, toldAt, toldTime, leavesOn: told.leavesOn }, bounds);
  if (Object.keys(errors).length > 0) return refuse(body, errors);
  return {
    ok: true,
    value: { ...told, hamletId: hamletId === null ? null : Number(hamletId), arrivedAt, toldAt, guests: guests.value } as unknown as Told & z.infer<z.ZodObject<More>>,
  };
}

type Entered = Omit<Told, "arrivedAt" | "toldAt" | "guests" | "hamletId"> & {
  readonly hamletId: string | null;
  readonly arrivedOn: Day;
  readonly arrivedTime: string;
  readonly toldOn: Day | null;
  readonly toldTime: string | null;
};

const toldShape = ({ places, hamletIds }: Bounds) =>
  z.object({
    hostName: text(100, t.hostMissing),
    hostPhone: optionalPhone(),
    placeKind: choice(places),
    address: text(300, t.addressMissing),
    hamletId: optionalText(20).refine((value) => value === null || hamletIds.some((id) => String(id) === value), say(t.hamlet)),
    arrivedOn: anyDay(t.arrivedOnMissing),
    arrivedTime: timeOfDay(t.timeMissing),
    leavesOn: optionalDay(),
    purpose: text(200, t.purposeMissing),
    toldOn: optionalDay(),
    toldTime: optionalTimeOfDay(t.timeMissing),
  });

/** Whether the instants can be: a guest is told of from a day before she comes, and stays less long than who registers. */
function wrongTimes(
  { arrivedAt, toldAt, toldTime, leavesOn }: { readonly arrivedAt: Date; readonly toldAt: Date; readonly toldTime: string | null; readonly leavesOn: Day | null },
  { now, shorterThanDays }: Bounds,
): FieldErrors {
  const today = dayOf(now);
  const arrivedOn = dayOf(arrivedAt);
  if (arrivedAt.getTime() > now.getTime() + dayMs) return { arrivedOn: t.arrivesTooFarOff };
  if (shorterThanDays !== null && daysBetween(arrivedOn, today) >= shorterThanDays) return { arrivedOn: t.stayTooLong(shorterThanDays) };
  if (leavesOn !== null && leavesOn < arrivedOn) return { leavesOn: t.leavesBeforeArrival };
  if (leavesOn !== null && shorterThanDays !== null && daysBetween(arrivedOn, leavesOn) >= shorterThanDays) return { leavesOn: t.stayTooLong(shorterThanDays) };
  if (toldAt > now) return { toldTime: t.toldLater };
  if (toldTime === null && dayOf(toldAt) !== today) return { toldTime: t.timeMissing };
  if (toldAt.getTime() < arrivedAt.getTime() - dayMs) return { toldOn: t.toldTooEarly };
  return {};
}

const toTheMinute = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 60_000) * 60_000);

/** Which rows of guests the form has: as many as it says, at least one. */
export function guestRows(typed: Typed): readonly number[] {
  const said = Number(typedText(typed, "rows"));
  const count = Number.isInteger(said) && said >= 1 ? Math.min(said, mostGuests) : 1;
  return Array.from({ length: count }, (_, i) => i + 1);
}

const guestFields = ["guestName", "guestBorn", "guestSex", "guestPaper", "guestNumber"] as const;
const isBlank = (typed: Typed, row: number): boolean => ["guestName", "guestBorn", "guestNumber"].every((field) => typedText(typed, `${field}${row}`) === "");

function parseGuests(body: unknown, { now, papers }: Bounds): Parsed<readonly Guest[]> {
  const typed = typedOf(body);
  const filled = guestRows(typed).filter((row) => !isBlank(typed, row));
  if (filled.length === 0) return refuse(body, { guestName1: t.noGuest });
  const errors: Record<string, FieldErrors[string]> = {};
  const guests: Guest[] = [];
  for (const row of filled) {
    const guest = parseGuest(typed, row, { today: dayOf(now), papers });
    if (!guest.ok) Object.assign(errors, guest.errors);
    else if (guests.some((other) => whoIs(other) === whoIs(guest.value))) errors[`guestName${row}`] = t.guestTwice;
    else guests.push(guest.value);
  }
  return Object.keys(errors).length > 0 ? refuse(body, errors) : { ok: true, value: guests };
}

function parseGuest(typed: Typed, row: number, { today, papers }: { readonly today: Day; readonly papers: readonly PaperKind[] }): Parsed<Guest> {
  const own = Object.fromEntries(guestFields.map((field) => [field, typedText(typed, `${field}${row}`)]));
  const shape = z.object({
    guestName: text(100).refine((value) => value === "" || /^[\p{L}\p{M}'’ .-]+$/u.test(value), say(t.badName)),
    guestBorn: pastDay(today),
    guestSex: choice(["female", "male"]),
    guestPaper: choice(papers.map(({ id }) => id)),
    guestNumber: optionalText(40),
  });
  const form = parseForm(shape, own);
  const named = (errors: FieldErrors): FieldErrors => Object.fromEntries(Object.entries(errors).map(([field, error]) => [`${field}${row}`, error]));
  if (!form.ok) return refuse(typed, named(form.errors));
  const { guestName, guestBorn, guestSex, guestPaper, guestNumber } = form.value;
  const asked = papers.find(({ id }) => id === guestPaper)?.number ?? "none";
  const number = (guestNumber ?? "").replace(/\s/g, "");
  if (asked === "identity" && !/^\d{12}$/.test(number)) return refuse(typed, named({ guestNumber: t.badIdentityNumber }));
  if (asked === "free" && number.length < 4) return refuse(typed, named({ guestNumber: t.numberMissing }));
  if (asked === "none" && number !== "") return refuse(typed, named({ guestPaper: t.whichPaper }));
  const facts = { number: row, fullName: guestName, bornOn: guestBorn, sex: guestSex, paperKind: guestPaper };
  return { ok: true, value: { ...facts, paperNumber: asked === "none" ? null : number } };
}

/** One text for one person: the number of her paper, or name and birth where she has none. Hashed before it is kept. */
export function whoIs({ paperKind, paperNumber, fullName, bornOn }: Pick<Guest, "paperKind" | "paperNumber" | "fullName" | "bornOn">): string {
  return paperNumber === null ? `guest:${normalise(fullName)}:${bornOn}` : `${paperKind === "identityNumber" ? "id" : paperKind}:${paperNumber.toUpperCase()}`;
}

/** Puts the facts of a card into the first free row of guests; null when there is no room, or she stands there already. */
export function withCard(typed: Typed, card: CardFacts): Typed | null {
  const rows = guestRows(typed);
  if (rows.some((row) => typedText(typed, `guestNumber${row}`) === card.idNumber)) return null;
  const free = rows.find((row) => isBlank(typed, row)) ?? rows.length + 1;
  if (free > mostGuests) return null;
  const { idNumber, fullName, bornOn, sex } = card;
  const facts = { guestName: fullName, guestBorn: formatDigits(bornOn), guestSex: sex, guestPaper: "identityNumber", guestNumber: idNumber };
  const row = Object.fromEntries(Object.entries(facts).map(([field, value]) => [`${field}${free}`, value]));
  // The next card finds an empty row, and so does whoever types.
  return { ...typed, ...row, card: "", rows: String(Math.min(mostGuests, Math.max(rows.length, free))) };
}

/** One more row for a guest. */
export function withRow(typed: Typed): Typed {
  return { ...typed, rows: String(Math.min(mostGuests, guestRows(typed).length + 1)) };
}

/** Guests who are marked as leaving, and when; none: she is still there after all. */
export type Departure = { readonly version: number; readonly guests: readonly number[]; readonly leftAt: Date | null };

export function parseDeparture(body: unknown, { now, arrivedAt, guests }: { readonly now: Date; readonly arrivedAt: Date; readonly guests: readonly number[] }): Parsed<Departure> {
  const shape = z.object({ version: version(), leftOn: optionalDay(), leftTime: optionalTimeOfDay(t.timeMissing), act: optionalText(10) });
  const form = parseForm(shape, body);
  if (!form.ok) return form;
  const chosen = guests.filter((number) => typedList(typedOf(body), "guests").includes(String(number)));
  if (chosen.length === 0) return refuse(body, { guests: t.noGuestChosen });
  const { version: seen, leftOn, leftTime, act } = form.value;
  if (act === "back") return { ok: true, value: { version: seen, guests: chosen, leftAt: null } };
  const leftAt = leftOn === null && leftTime === null ? toTheMinute(now) : instantAt(leftOn ?? dayOf(now), leftTime ?? "00:00");
  if (leftTime === null && leftOn !== null) return refuse(body, { leftTime: t.timeMissing });
  if (leftAt > now) return refuse(body, { leftTime: t.leftLater });
  if (leftAt < arrivedAt) return refuse(body, { leftTime: t.leftBeforeArrival });
  return { ok: true, value: { version: seen, guests: chosen, leftAt } };
}

/** The day of the log that is asked for: today when none is named, or one that is no day. */
export function dayAsked(typed: string | undefined, today: Day): Day {
  const day = readDay(typed ?? "");
  return day !== null && day <= today && day >= "2000-01-01" ? day : today;
}

export const parseSearch = (body: unknown): Parsed<{ ten: string }> =>
  parseForm(z.object({ ten: text(100, t.searchMissing).refine((value) => value === "" || normalise(value).length >= 2, say(t.searchShort)) }), body);

const anyDay = (missing: FieldErrors[string]) =>
  z
    .string()
    .optional()
    .transform((value, context): Day => {
      const day = readDay(value ?? "");
      if (day !== null && day >= "1900-01-01") return day;
      context.addIssue({ code: "custom", ...say(missing) });
      return z.NEVER;
    });

const optionalDay = () =>
  z
    .string()
    .optional()
    .transform((value, context): Day | null => {
      if (!value) return null;
      const day = readDay(value);
      if (day !== null && day >= "1900-01-01") return day;
      context.addIssue({ code: "custom", ...say(t.badDay) });
      return z.NEVER;
    });
