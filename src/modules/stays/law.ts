import { z } from "zod";
import type { Day } from "../../base/day.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { bilingualField, lawFields } from "../../kernel/law/fields.ts";
import { type LawTable, listInForce } from "../../kernel/law/table.ts";
import type {} from "./house.ts";

const id = z.string().regex(/^[a-z][A-Za-z]*$/);
const place = z.strictObject({ ...lawFields, list: z.literal("place"), id, name: bilingualField });
/** `number`: the personal identity number, whatever number the paper bears, or none. */
const paper = z.strictObject({ ...lawFields, list: z.literal("paper"), id, name: bilingualField, number: z.enum(["identity", "free", "none"]) });

/** A kind of place where guests stay, or of paper that they show. */
export type StayKind = z.infer<typeof place> | z.infer<typeof paper>;
export type PlaceKind = Extract<StayKind, { list: "place" }>;
export type PaperKind = Extract<StayKind, { list: "paper" }>;

export const stayKindLaw = defineLaw<StayKind>({
  name: "stayKinds",
  path: "stay-kinds.yaml",
  schema: z.discriminatedUnion("list", [place, paper]),
  keyOf: ({ list, id: name }) => `${list} ${name}`,
});

export function placeKindsOn(kinds: LawTable<StayKind>, day: Day): readonly PlaceKind[] {
  return listInForce(kinds, day).filter((kind) => kind.list === "place");
}

export function paperKindsOn(kinds: LawTable<StayKind>, day: Day): readonly PaperKind[] {
  return listInForce(kinds, day).filter((kind) => kind.list === "paper");
}

/** The name of a kind that some entry bears, whether or not it is still in force. */
export function kindName(kinds: LawTable<StayKind>, list: StayKind["list"], name: string): StayKind["name"] {
  const found = kinds.rows.findLast((kind) => kind.list === list && kind.id === name);
  return found?.name ?? { vi: name, en: name };
}
