import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { choice, type FieldErrors, optionalText, type Parsed, parseForm, readDay, refuse, say, type Typed, text, typedList, typedOf, typedText, version } from "../../web/form.ts";
import { channels, farthestDays, groups, type Narrowing, supplements } from "./narrowing.ts";
import type { Answer } from "./service/escalating.ts";
import type { Ticked } from "./service/giving.ts";
import { type Division, divisions, type HandoverOrder, type ReturnChoice } from "./service/handover.ts";
import { errorTexts } from "./texts/errors.ts";

const officer = (ids: readonly number[]) => choice(ids.map(String), errorTexts.officer).transform(Number);

/** "17-3": the number of a matter, and the version of it that was shown. */
function readTicked(value: string): Ticked | null {
  const parts = value.match(/^(\d{1,15})-(\d{1,9})$/);
  return parts ? { id: Number(parts[1]), version: Number(parts[2]) } : null;
}

/** Rows ticked one by one, and those of groups ticked as a whole; each once. */
export function tickedOf(typed: Typed): readonly Ticked[] {
  const wholeGroups = new Set(typedList(typed, "nhom"));
  const inGroups = typedList(typed, "hang").flatMap((value) => {
    const [group = "", row = ""] = value.split(":");
    return wholeGroups.has(group) ? [row] : [];
  });
  const all = [...typedList(typed, "chon"), ...inGroups].map(readTicked).filter((one): one is Ticked => one !== null);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** What was ticked, and to whom it goes. A page holds fifty rows, so more is not meant. */
export function parseAssignment(body: unknown, officerIds: readonly number[]): Parsed<{ ticked: readonly Ticked[]; assigneeId: number }> {
  const ticked = tickedOf(typedOf(body));
  const form = parseForm(z.object({ nguoi: officer(officerIds) }), body);
  const noneTicked: FieldErrors = ticked.length === 0 || ticked.length > 200 ? { chon: errorTexts.nothingTicked } : {};
  if (!form.ok || ticked.length === 0 || ticked.length > 200) return refuse(body, { ...noneTicked, ...(form.ok ? {} : form.errors) });
  return { ok: true, value: { ticked, assigneeId: form.value.nguoi } };
}

/** What the chief does about one matter that will be late. */
export function parseAnswer(body: unknown, officerIds: readonly number[]): Parsed<Answer> {
  const act = typedText(typedOf(body), "lam");
  if (act === "assigned") {
    const form = parseForm(z.object({ version: version(), nguoi: officer(officerIds) }), body);
    return form.ok ? { ok: true, value: { act, version: form.value.version, assigneeId: form.value.nguoi } } : form;
  }
  const form = parseForm(z.object({ version: version(), chiDao: text(1_000, errorTexts.instruction) }), body);
  return form.ok ? { ok: true, value: { act: "instructed", version: form.value.version, instruction: form.value.chiDao } } : form;
}

const days = () =>
  z
    .string()
    .optional()
    .refine((value) => !value || (/^\d{1,3}$/.test(value) && Number(value) <= farthestDays), say(errorTexts.days))
    .transform((value) => (value ? Number(value) : null));

const optionalChoice = <const V extends string>(values: readonly V[]) =>
  z
    .string()
    .optional()
    .refine((value) => !value || values.includes(value as V), say(errorTexts.choice))
    .transform((value) => (value ? (value as V) : null));

type Choices = { readonly officerIds: readonly number[]; readonly hamletIds: readonly number[] };

const narrowingShape = ({ officerIds, hamletIds }: Choices) => ({
  loc: optionalChoice([...groups, "all"]).transform((value) => (value === "all" ? null : value)),
  nguoi: optionalChoice(["me", "nobody", ...officerIds.map(String)]),
  thon: optionalChoice(hamletIds.map(String)).transform((value) => (value ? Number(value) : null)),
  viec: optionalText(300),
  tu: days(),
  den: days(),
  bosung: optionalChoice(supplements),
  kenh: optionalChoice(channels),
});

type Entered = z.infer<z.ZodObject<ReturnType<typeof narrowingShape>>>;

function narrowingOf({ loc, nguoi, thon, viec, tu, den, bosung, kenh }: Entered): Narrowing {
  return { group: loc, assignee: nguoi, hamletId: thon, title: viec, dueFrom: tu, dueTo: den, supplement: bosung, channel: kenh };
}

/** How the inbox is to be narrowed. */
export function parseNarrowing(body: unknown, choices: Choices): Parsed<Narrowing> {
  const form = parseForm(z.object(narrowingShape(choices)), body);
  if (!form.ok) return form;
  const { tu, den } = form.value;
  return tu !== null && den !== null && tu > den ? refuse(body, { den: errorTexts.daysOrder }) : { ok: true, value: narrowingOf(form.value) };
}

/** The name under which a narrowing is kept, and whether the inbox opens with it. */
export const parseFilterName = (body: unknown): Parsed<{ ten: string; macDinh: boolean }> =>
  parseForm(
    z.object({
      ten: text(60, errorTexts.filterName),
      macDinh: z
        .string()
        .optional()
        .transform((value) => value === "1"),
    }),
    body,
  );

export type FilterChange = { readonly id: number; readonly lam: "default" | "noDefault" | "delete" };

export const parseFilterChange = (body: unknown): Parsed<FilterChange> =>
  parseForm(z.object({ id: z.coerce.number().int().positive(), lam: choice(["default", "noDefault", "delete"]) }), body);

/** The names of the fields of the part with this place in its list. */
export const partField = (i: number): string => `phan${i}`;
export const receiverField = (i: number): string => `nhan${i}`;

/** Parts and their receivers, the reason, and the day of return. */
export function parseHandover(
  body: unknown,
  given: { readonly fromId: number; readonly division: Division; readonly officerIds: readonly number[]; readonly today: Day },
): Parsed<HandoverOrder> {
  const typed = typedOf(body);
  const { fromId, division, officerIds, today } = given;
  const others = officerIds.filter((id) => id !== fromId).map(String);
  const places = Object.keys(typed).flatMap((name) => name.match(/^nhan(\d{1,3})$/)?.[1] ?? []);
  const errors: Record<string, FieldErrors[string]> = {};
  for (const i of places) if (!others.includes(typedText(typed, receiverField(Number(i))))) errors[receiverField(Number(i))] = errorTexts.officer;
  const shape = z.object({
    lyDo: text(500, errorTexts.reason),
    ngayVe: z
      .string()
      .optional()
      .transform((value) => (value ? readDay(value) : null))
      .refine((day) => day === null || day > today, say(errorTexts.returnDay)),
  });
  const form = parseForm(shape, body);
  const unreadable = typedText(typed, "ngayVe") !== "" && readDay(typedText(typed, "ngayVe")) === null;
  if (unreadable) errors["ngayVe"] = errorTexts.returnDay;
  if (!form.ok || Object.keys(errors).length > 0 || places.length === 0) return refuse(body, { ...errors, ...(form.ok ? {} : form.errors) });
  const receivers = new Map(places.map((i) => [typedText(typed, partField(Number(i))), Number(typedText(typed, receiverField(Number(i))))]));
  return { ok: true, value: { fromId, division, receivers, reason: form.value.lyDo, returnOn: form.value.ngayVe } };
}

export const divisionOf = (asked: string | undefined): Division => divisions.find((one) => one === asked) ?? "all";

export const parseReturn = (body: unknown): Parsed<{ lam: ReturnChoice }> => parseForm(z.object({ lam: choice(["giveBack", "leave"]) }), body);
