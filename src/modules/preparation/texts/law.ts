export const lawTexts = {
  plainTerm: { vi: "thời gian giữ tính bằng giờ, ngày hoặc tháng liền nhau, không tính ngày làm việc", en: "the time is counted in hours, days or months, not in working days" },
} as const;
