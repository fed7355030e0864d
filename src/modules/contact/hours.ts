import { readTimeOfDay } from "../../web/form.ts";
import { about, half, partsOfDay } from "./texts/hours.ts";

/**
 * The times of day that somebody may mean, in order of the clock: "14:00" or "2 in the afternoon" is one, "2h" one of two, and midnight begins or ends the
 * day. Empty when it is no time.
 */
export function hoursMeant(typed: string): readonly string[] {
  const said = typed.trim().replace(about, "").replace(half, ":30");
  const part = (Object.keys(partsOfDay) as (keyof typeof partsOfDay)[]).find((one) => partsOfDay[one].test(said)) ?? null;
  const time = readTimeOfDay(part === null ? said : said.replace(partsOfDay[part], "").trim());
  if (time === null) return [];
  const [hour = 0, minute = ""] = [Number(time.slice(0, 2)), time.slice(2)];
  const at = (one: number): string => `${String(one).padStart(2, "0")}${minute}`;
  if (hour > 12) return [time];
  if (part === "morning") return [at(hour % 12)];
  if (part === "noon") return [at(hour < 10 ? hour + 12 : hour)];
  if (hour === 12) return part !== "evening" && part !== "night" ? [time] : minute === ":00" ? ["00:00", "23:59"] : [at(0)];
  if (part === "night" && hour < 6) return [time];
  if (part !== null) return [at(hour + 12)];
  // 09:30 is written as a clock shows it; 9h is said of the evening as well.
  return hour === 0 || said.startsWith("0") ? [time] : [time, at(hour + 12)];
}
