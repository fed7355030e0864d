import type { Lang } from "../../../base/lang.ts";
import { fewest, type Share } from "../indicators.ts";
import { provinceTexts } from "../texts/province.ts";

/** "93 %", or that there are too few to say. */
export function percentOf(share: Share | null, lang: Lang): string {
  if (share === null || share.whole < fewest) return provinceTexts.tooFew[lang];
  return provinceTexts.percent[lang](Math.round((100 * share.part) / share.whole));
}

/** "18,6" or "18.6". */
export function decimal(value: number, lang: Lang): string {
  return value.toLocaleString(lang);
}

/** Office time in hours, from an hour on; below in minutes. */
export function officeTime(minutes: number, lang: Lang): string {
  const { officeHours, officeMinutes } = provinceTexts;
  return minutes < 60 ? officeMinutes[lang](minutes) : officeHours[lang](decimal(Math.round(minutes / 6) / 10, lang));
}
