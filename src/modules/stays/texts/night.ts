import { defineTexts } from "../../../base/lang.ts";

export const nightTexts = defineTexts({
  arrived: { vi: (at: string) => `Khách đến lúc ${at}.`, en: (at: string) => `The guest came on ${at}.` },
  sameDay: {
    vi: (due: string) => `Đến trước giờ khuya, nên phải báo ngay trong ngày: trước ${due}.`,
    en: (due: string) => `That is before the night hour, so it was to be told the same day: before ${due}.`,
  },
  nextMorning: {
    vi: (due: string) => `Đến sau giờ khuya, nên được báo vào sáng hôm sau: trước ${due}.`,
    en: (due: string) => `That is after the night hour, so it could be told the next morning: before ${due}.`,
  },
  inTime: { vi: (at: string) => `Báo lúc ${at}: trong hạn.`, en: (at: string) => `It was told on ${at}: in time.` },
  late: { vi: (at: string, by: string) => `Báo lúc ${at}: muộn ${by}.`, en: (at: string, by: string) => `It was told on ${at}: late by ${by}.` },
  inTimeWord: { vi: "Báo trong hạn", en: "Told in time" },
  lateWord: { vi: "Báo muộn", en: "Told late" },
  /** Nothing follows by itself. */
  note: {
    vi: "Phần mềm chỉ ghi nhận báo sớm hay muộn. Xử lý thế nào là việc của cán bộ, theo pháp luật.",
    en: "The system only notes whether it was told in time. What follows is for officers to decide by law.",
  },
});
