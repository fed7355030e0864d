/** Whole Vietnamese dong. */
export type Dong = bigint;

/** "15.000 đồng" is made by the caller's texts; this gives the grouped figure, "15.000" or "15,000". */
export function formatDong(amount: Dong, lang: "vi" | "en"): string {
  return new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB").format(amount);
}
