import { defineTexts } from "../../../base/lang.ts";

export const decisionTexts = defineTexts({
  outcome: { vi: "Quyết định gì", en: "What was decided" },
  prosecute: { vi: "Khởi tố vụ án hình sự", en: "A criminal case is opened" },
  decline: { vi: "Không khởi tố vụ án hình sự", en: "No criminal case is opened" },
  suspend: { vi: "Tạm đình chỉ giải quyết", en: "It is suspended" },
  number: { vi: "Số quyết định", en: "Number of the decision" },
  numberHint: { vi: "Ví dụ: 05/QĐ-CAP", en: "Example: 05/QĐ-CAP" },
  numberMissing: { vi: "Xin ghi số quyết định.", en: "Please give the number of the decision." },
  numberWrong: { vi: "Số quyết định bắt đầu bằng chữ số, không có khoảng trống. Ví dụ: 05/QĐ-CAP.", en: "The number begins with a digit and has no spaces. Example: 05/QĐ-CAP." },
  decidedOn: { vi: "Ngày quyết định", en: "Day of the decision" },
  dayWrong: { vi: "Ngày quyết định không trước ngày nhận tin.", en: "The decision is not older than the report." },
  ground: { vi: "Căn cứ, lý do", en: "Ground and reason" },
  closesIt: { vi: "Quyết định này kết thúc thời hạn. Tạm đình chỉ thì sau này phục hồi được.", en: "This ends the term. What is suspended can be taken up again later." },
  paper: { vi: (number: string, day: string) => `Số ${number}, ngày ${day}.`, en: (number: string, day: string) => `No. ${number} of ${day}.` },
});
