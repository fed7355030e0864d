import { addDays, type Day, instantAt } from "../../base/day.ts";

/** Duty of an officer: from one time of its day to another; one that ends no later than it begins goes on into the next day. */
export type Shift = { readonly dutyOn: Day; readonly officerId: number; readonly starts: string; readonly ends: string };

const intoNextDay = ({ starts, ends }: Pick<Shift, "starts" | "ends">): boolean => ends <= starts;

function spanOf(shift: Shift): { readonly from: Date; readonly to: Date } {
  return { from: instantAt(shift.dutyOn, shift.starts), to: instantAt(intoNextDay(shift) ? addDays(shift.dutyOn, 1) : shift.dutyOn, shift.ends) };
}

/** Whether a shift covers an instant; its end belongs to the next one. */
export function covers(shift: Shift, now: Date): boolean {
  const { from, to } = spanOf(shift);
  return from <= now && now < to;
}

/** Whether the same officer would stand both at once. */
export function clash(one: Shift, other: Shift): boolean {
  const [mine, theirs] = [spanOf(one), spanOf(other)];
  return one.officerId === other.officerId && mine.from < theirs.to && theirs.from < mine.to;
}

export const isSame = (one: Shift, other: Shift): boolean =>
  one.officerId === other.officerId && one.dutyOn === other.dutyOn && one.starts === other.starts && one.ends === other.ends;
