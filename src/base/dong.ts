/** Whole Vietnamese dong. */
export type Dong = bigint;

/** The grouped figure, "15.000" or "15,000"; the unit is added by the texts of whoever shows it. */
export function formatDong(amount: Dong, lang: "vi" | "en"): string {
  return new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB").format(amount);
}
