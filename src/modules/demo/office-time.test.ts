import { expect, test } from "vitest";
import { addDays, type Day, instantAt } from "../../base/day.ts";
import { workCalendar } from "../../kernel/clock/calendar.ts";
import { holidayLaw, officeHoursLaw } from "../../kernel/clock/calendar-law.ts";
import { loadLaw } from "../../kernel/law/load.ts";
import { officeTime } from "./office-time.ts";

test("office time walks over nights, weekends and holidays, forth and back", async () => {
  const law = await loadLaw("db/law", { holidays: holidayLaw, officeHours: officeHoursLaw });
  const office = officeTime(workCalendar(law, { provinceCode: "24", communeCode: "07612" }));
  const friday = instantAt("2026-11-20" as Day, "16:30");
  expect(office.stepMinutes(friday, 60)).toEqual(instantAt("2026-11-23" as Day, "08:00"));
  expect(office.stepMinutes(instantAt("2026-11-23" as Day, "08:00"), -60)).toEqual(friday);
  expect(office.currentDay(friday)).toBe("2026-11-20");
  expect(office.currentDay(instantAt("2026-11-20" as Day, "17:00"))).toBe("2026-11-23");
  expect(office.stepDays("2026-11-23" as Day, 1), "24/11 is a holiday").toBe("2026-11-25");
  expect(office.within(addDays("2026-11-24" as Day, 1), 0)).toEqual(instantAt("2026-11-25" as Day, "07:30"));
});
