import { defineTexts } from "../../../base/lang.ts";

/** What a report is called in lists: how urgent, and nobody's name. */
export const titleTexts = defineTexts({
  talking: { vi: "Lừa đảo đang diễn ra, chưa chuyển tiền", en: "Fraud going on, no money sent yet" },
  sending: { vi: "Lừa đảo đang diễn ra, tiền đang chuyển", en: "Fraud going on, money on its way" },
  sent: { vi: "Báo tin lừa đảo, tiền đã chuyển", en: "Report of a fraud, money gone" },
});
