import { defineTexts } from "../lang.ts";

const weekdaysVi = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const weekdaysEn = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const monthsEn = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

type Date3 = { year: number; month: number; dayOfMonth: number };
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

export const texts = defineTexts({
  weekday: {
    vi: (weekday: number) => weekdaysVi[weekday - 1] ?? "",
    en: (weekday: number) => weekdaysEn[weekday - 1] ?? "",
  },
  date: {
    vi: ({ dayOfMonth, month, year }: Date3) => `${dayOfMonth}/${month}/${year}`,
    en: ({ dayOfMonth, month, year }: Date3) => `${dayOfMonth} ${monthsEn[month - 1] ?? ""} ${year}`,
  },
  official: {
    vi: ({ dayOfMonth, month, year }: Date3) => `ngày ${String(dayOfMonth).padStart(2, "0")} tháng ${month < 3 ? `0${month}` : month} năm ${year}`,
    en: ({ dayOfMonth, month, year }: Date3) => `${dayOfMonth} ${monthsEn[month - 1] ?? ""} ${year}`,
  },
  dayAndMonth: {
    vi: ({ dayOfMonth, month }: Date3) => `${dayOfMonth}/${month}`,
    en: ({ dayOfMonth, month }: Date3) => `${dayOfMonth} ${monthsEn[month - 1] ?? ""}`,
  },
  month: {
    vi: ({ month, year }: Date3) => `tháng ${month}/${year}`,
    en: ({ month, year }: Date3) => `${monthsEn[month - 1] ?? ""} ${year}`,
  },
  left: { vi: (span: string) => `còn ${span}`, en: (span: string) => `${span} left` },
  overdue: { vi: (span: string) => `quá hạn ${span}`, en: (span: string) => `${span} overdue` },
  now: { vi: "đến hạn ngay bây giờ", en: "due this minute" },
  days: { vi: (count: number) => `${count} ngày`, en: (count: number) => plural(count, "day") },
  hours: { vi: (count: number) => `${count} giờ`, en: (count: number) => plural(count, "hour") },
  minutes: { vi: (count: number) => `${count} phút`, en: (count: number) => plural(count, "minute") },
});
