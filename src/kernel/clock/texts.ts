import type { Bilingual } from "../../base/lang.ts";
import { defineTexts } from "../../base/lang.ts";
import type { TermUnit } from "./term.ts";

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const half = (count: number, mark: string): string => `${Math.floor(count / 2)}${count % 2 === 0 ? "" : `${mark}5`}`;

const term = defineTexts({
  workingDays: { vi: (n: number) => `${n} ngày làm việc`, en: (n: number) => plural(n, "working day") },
  workingHours: { vi: (n: number) => `${n} giờ làm việc`, en: (n: number) => plural(n, "working hour") },
  halfWorkingDays: {
    vi: (n: number) => (n === 1 ? "nửa ngày làm việc" : `${half(n, ",")} ngày làm việc`),
    en: (n: number) => (n === 1 ? "half a working day" : n === 2 ? "1 working day" : `${half(n, ".")} working days`),
  },
  clockHours: { vi: (n: number) => `${n} giờ`, en: (n: number) => plural(n, "hour") },
  calendarDays: { vi: (n: number) => `${n} ngày`, en: (n: number) => plural(n, "day") },
  months: { vi: (n: number) => `${n} tháng`, en: (n: number) => plural(n, "month") },
} satisfies Record<TermUnit, { vi: (n: number) => string; en: (n: number) => string }>);

const steps = defineTexts({
  receivedDay: {
    vi: (what: string, day: string) => `Nhận ${what} ${day}, ngày nhận không tính`,
    en: (what: string, day: string) => `Received ${what} on ${day}, that day is not counted`,
  },
  receivedMoment: {
    vi: (what: string, day: string, time: string) => `Nhận ${what} ${day} lúc ${time}`,
    en: (what: string, day: string, time: string) => `Received ${what} on ${day} at ${time}`,
  },
  startsLater: {
    vi: (day: string, time: string) => `Ngoài giờ làm việc, tính từ ${time} ${day}`,
    en: (day: string, time: string) => `Outside office hours, counted from ${time} ${day}`,
  },
  halfDay: {
    vi: (part: string, full: string) => `Một ngày làm việc có ${full}, phải xong trong ${part}`,
    en: (part: string, full: string) => `A working day has ${full}, so it must be done within ${part}`,
  },
  closed: { vi: "nghỉ", en: "closed" },
  holiday: { vi: (name: string) => `nghỉ lễ ${name}`, en: (name: string) => `public holiday, ${name}` },
  compensation: { vi: (name: string) => `nghỉ bù ${name}`, en: (name: string) => `day off in lieu, ${name}` },
  swapped: { vi: (name: string) => `nghỉ hoán đổi ${name}`, en: (name: string) => `swapped day off, ${name}` },
  expected: { vi: "(dự kiến)", en: "(expected)" },
  firstWorkingDay: { vi: (n: number) => `ngày làm việc thứ ${n}`, en: (n: number) => `working day ${n}` },
  workingDay: { vi: (n: number) => `ngày thứ ${n}`, en: (n: number) => `day ${n}` },
  workedInstead: {
    vi: (count: string, day: string) => `${count} (làm bù cho ${day})`,
    en: (count: string, day: string) => `${count} (worked instead of ${day})`,
  },
  paused: { vi: (reason: string) => `tạm dừng, không tính: ${reason}`, en: (reason: string) => `paused, not counted: ${reason}` },
  pausedNow: {
    vi: (moment: string, reason: string) => `Đang tạm dừng từ ${moment}: ${reason}`,
    en: (moment: string, reason: string) => `Paused since ${moment}: ${reason}`,
  },
  worked: {
    vi: (from: string, to: string, span: string) => `${from} đến ${to}: ${span}`,
    en: (from: string, to: string, span: string) => `${from} to ${to}: ${span}`,
  },
  ran: {
    vi: (from: string, to: string, span: string) => `Từ ${from} đến ${to}: ${span}, tính cả đêm và ngày nghỉ`,
    en: (from: string, to: string, span: string) => `From ${from} to ${to}: ${span}, nights and days off included`,
  },
  calendarDays: {
    vi: (from: string, to: string, days: number) => `Từ ${from} đến hết ${to}: ${days} ngày`,
    en: (from: string, to: string, days: number) => `From ${from} to the end of ${to}: ${plural(days, "day")}`,
  },
  oneCalendarDay: { vi: (day: string) => `${day}: 1 ngày`, en: (day: string) => `${day}: 1 day` },
  months: {
    vi: (day: string, months: number) => `Sau ${months} tháng: ${day}`,
    en: (day: string, months: number) => `${plural(months, "month")} later: ${day}`,
  },
  shortMonth: { vi: ", vì tháng ấy không có ngày này", en: ", because that month has no such day" },
  rolledOver: {
    vi: (day: string) => `Ngày cuối rơi vào ngày nghỉ nên lùi đến hết ${day}`,
    en: (day: string) => `The last day is a day off, so the term ends with ${day}`,
  },
  extended: {
    vi: (due: string, reason: string) => `Hẹn cũ ${due}, nay gia hạn vì: ${reason}`,
    en: (due: string, reason: string) => `Promised for ${due} before, now extended because: ${reason}`,
  },
  addedAfter: { vi: (day: string) => `Tính thêm từ sau ${day}`, en: (day: string) => `The added time is counted from after ${day}` },
  addedFrom: { vi: (moment: string) => `Tính thêm từ ${moment}`, en: (moment: string) => `The added time is counted from ${moment}` },
  until: { vi: (from: string, to: string) => `${from} đến ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
});

/** What the checker of the calendar data says. */
const checks = {
  notAClockTime: { vi: "giờ viết kiểu 07:30", en: "write the time like 07:30" },
  closesBeforeItOpens: { vi: "kết thúc trước khi bắt đầu, hoặc chồng lên mục trước", en: "ends before it begins, or overlaps the one before" },
  notASaturday: (day: string): Bilingual => ({ vi: `${day} không phải thứ Bảy`, en: `${day} is not a Saturday` }),
  notOff: (day: string): Bilingual => ({ vi: `${day} không có trong danh sách ngày nghỉ`, en: `${day} is not among the days off` }),
  twiceOff: (day: string): Bilingual => ({ vi: `${day} được ghi hai lần`, en: `${day} is written twice` }),
  notInYear: (day: string, year: number): Bilingual => ({ vi: `${day} không thuộc năm ${year}`, en: `${day} is not in the year ${year}` }),
  notTheWholeYear: (year: number): Bilingual => ({
    vi: `phải có hiệu lực đúng từ ${year}-01-01 đến ${year}-12-31`,
    en: `must be in force exactly from ${year}-01-01 to ${year}-12-31`,
  }),
};

export const texts = { term, steps, between: " · ", file: { vi: "hồ sơ", en: "the file" }, ...checks } as const;
