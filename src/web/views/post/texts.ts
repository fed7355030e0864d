import { defineTexts } from "../../../base/lang.ts";

/** What every page says of a post in the same words. */
export const texts = defineTexts({
  policeOf: { vi: (unit: string) => `Công an ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`, en: (unit: string) => `Police of ${unit}` },
  weekdays: { vi: (hours: string) => `Thứ Hai đến thứ Sáu, ${hours}`, en: (hours: string) => `Monday to Friday, ${hours}` },
  saturdays: { vi: (hours: string) => `thứ Bảy, ${hours}`, en: (hours: string) => `Saturday, ${hours}` },
  and: { vi: " và ", en: " and " },
  openUntil: { vi: (time: string) => `, đến ${time}.`, en: (time: string) => `, until ${time}.` },
  opensToday: { vi: (time: string) => `, mở lại lúc ${time} hôm nay.`, en: (time: string) => `, opens again at ${time} today.` },
  opensOn: { vi: (time: string, day: string) => `, mở lại lúc ${time} ${day}.`, en: (time: string, day: string) => `, opens again at ${time} on ${day}.` },
  holiday: { vi: (name: string) => ` Hôm nay nghỉ ${name}.`, en: (name: string) => ` Closed today: ${name}.` },
});
