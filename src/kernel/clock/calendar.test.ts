import { beforeAll, describe, expect, test } from "vitest";
import type { Day } from "../../base/day.ts";
import { addDays, daysOf, parseDay, partsOf, weekdayOf } from "../../base/day.ts";
import { checkLaw } from "../law/check.ts";
import type { LawOf } from "../law/load.ts";
import { loadLaw } from "../law/load.ts";
import { LawGap } from "../law/table.ts";
import { workCalendar } from "./calendar.ts";
import { holidayLaw, officeHoursLaw } from "./calendar-law.ts";

const defs = { holidays: holidayLaw, officeHours: officeHoursLaw };
const post = { provinceCode: "24", communeCode: "07612" };
let law: LawOf<typeof defs>;
beforeAll(async () => {
  law = await loadLaw("db/law", defs);
});

const years = [2023, 2024, 2025, 2026, 2027];
const daysOfYear = (year: number): Day[] => daysOf({ from: parseDay(`${year}-01-01`), to: parseDay(`${year}-12-31`) });

/**
 * The lunar day by the Chinese calendar of the runtime. It is reckoned at UTC+8; for the days asked here, 2023 to 2027, both
 * calendars agree (no new moon falls between 23:00 and 24:00 in Vietnam).
 */
function lunar(day: Day): string {
  const date = Temporal.PlainDate.from(day).withCalendar("chinese");
  return `${date.monthCode}-${date.day}`;
}

describe.each(years)("the holidays of %i", (year) => {
  const calendar = () => workCalendar(law, post);
  const offOn = (day: string) => calendar().dayAt(parseDay(day)).off;

  test("take exactly the statutory number of working days: what falls on a weekend is given back", () => {
    const taken = daysOfYear(year)
      .filter((day) => weekdayOf(day) <= 5)
      .map((day) => calendar().dayAt(day).off);
    const statutory = year < 2026 ? 11 : 12;
    expect(taken.filter((off) => off !== null && off.why !== "swapped")).toHaveLength(statutory);
  });

  test("pay every swapped day with one working Saturday", () => {
    const days = daysOfYear(year).map((day) => calendar().dayAt(day));
    const worked = days.filter(({ insteadOf }) => insteadOf !== null);
    expect(worked.every(({ day, off }) => weekdayOf(day) === 6 && off === null)).toBe(true);
    expect(worked.map(({ insteadOf }) => insteadOf)).toEqual(days.filter(({ off }) => off?.why === "swapped").map(({ day }) => day));
  });

  test("hold the fixed days and the two lunar ones", () => {
    for (const day of ["01-01", "04-30", "05-01", "09-02", ...(year < 2026 ? [] : ["11-24"])]) expect(offOn(`${year}-${day}`)?.why).not.toBe("weekend");
    const named = daysOfYear(year).filter((day) => ["M01-1", "M01-2", "M03-10"].includes(lunar(day)));
    expect(named).toHaveLength(3);
    for (const day of named) expect(offOn(day)?.why, day).toBe("holiday");
  });

  test("have the number of working days that follows", () => {
    const working = daysOfYear(year).filter((day) => calendar().dayAt(day).off === null).length;
    const weekdays = daysOfYear(year).filter((day) => weekdayOf(day) <= 5).length;
    expect(working).toBe(weekdays - (year < 2026 ? 11 : 12));
  });
});

describe("office hours", () => {
  const withRow = (row: object) => {
    const [vietnam] = law.officeHours.rows;
    if (vietnam === undefined) throw new Error("no office hours");
    return workCalendar({ ...law, officeHours: { ...law.officeHours, rows: [vietnam, { ...vietnam, ...row }] } }, post);
  };
  const hoursOn = (calendar: ReturnType<typeof workCalendar>, day: string): number => calendar.dayAt(parseDay(day)).fullDayMs / 3_600_000;
  const seven = [
    { from: "07:00", to: "12:00" },
    { from: "13:00", to: "15:00" },
  ];

  test("an ordinary day has seven and a half hours", () => {
    expect(hoursOn(workCalendar(law, post), "2026-11-26")).toBe(7.5);
    expect(hoursOn(workCalendar(law, post), "2026-11-22")).toBe(7.5);
  });

  test("a commune's own hours win over its province's, those over the country's", () => {
    expect(hoursOn(withRow({ place: "24", office: seven }), "2026-11-26")).toBe(7);
    expect(hoursOn(withRow({ place: "24/07612", office: seven }), "2026-11-26")).toBe(7);
    expect(hoursOn(withRow({ place: "24/07498", office: seven }), "2026-11-26")).toBe(7.5);
  });

  test("a season holds inside its days, also over the turn of the year", () => {
    const summer = withRow({ season: { from: "04-15", to: "10-15" }, office: seven });
    expect(["2026-04-14", "2026-04-15", "2026-10-15", "2026-10-16"].map((day) => hoursOn(summer, day))).toEqual([7.5, 7, 7, 7.5]);
    const winter = withRow({ season: { from: "10-16", to: "04-14" }, office: seven });
    expect(["2026-10-15", "2026-12-31", "2027-01-01", "2027-04-15"].map((day) => hoursOn(winter, day))).toEqual([7.5, 7, 7, 7.5]);
  });

  test("Saturday morning receives but does not count, unless the data says so", () => {
    const saturday = parseDay("2026-11-21");
    expect(workCalendar(law, post).dayAt(saturday)).toMatchObject({ off: { why: "weekend" }, office: [] });
    expect(workCalendar(law, post).dayAt(saturday).reception).toHaveLength(1);
    const counting = withRow({ place: "24", saturdayCounts: true }).dayAt(saturday);
    expect(counting.off).toBeNull();
    expect(counting.office).toHaveLength(1);
  });

  test("a day before any hours are known is a gap, not a guess", () => {
    const late = { ...law.officeHours, rows: law.officeHours.rows.map((row) => ({ ...row, validFrom: parseDay("2026-01-01") })) };
    expect(() => workCalendar({ ...law, officeHours: late }, post).dayAt(parseDay("2025-12-31"))).toThrow(LawGap);
  });
});

test("the calendar checks what a row alone cannot know", () => {
  const [year] = law.holidays.rows;
  if (year === undefined) throw new Error("no year");
  const complaints = (change: object): string[] => (holidayLaw.check?.([{ ...year, ...change }]) ?? []).map(({ path }) => path.join("."));
  const monday = parseDay("2023-01-09");
  expect(complaints({})).toEqual([]);
  expect(complaints({ workingDays: [{ on: monday, insteadOf: addDays(monday, 1) }] })).toEqual(["workingDays.0.on", "workingDays.0.insteadOf"]);
  expect(complaints({ daysOff: [...year.daysOff, { ...year.daysOff[0], on: parseDay("2024-01-01") }] })).toEqual([`daysOff.${year.daysOff.length}.on`]);
  expect(complaints({ daysOff: [...year.daysOff, year.daysOff[0]] })).toEqual([`daysOff.${year.daysOff.length}`]);
  expect(complaints({ validTo: parseDay("2023-12-30") })).toEqual(["validFrom"]);
  expect(partsOf(year.validFrom).year).toBe(year.year);
});

test("the calendar files themselves have no finding", async () => {
  const { findings } = await checkLaw("db/law", defs);
  expect(findings.filter(({ file }) => file === holidayLaw.path || file === officeHoursLaw.path)).toEqual([]);
});
