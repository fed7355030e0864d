import { defineTexts } from "../../../base/lang.ts";

export const startTexts = defineTexts({
  title: { vi: "Các bên hẹn bắt đầu muộn hơn", en: "The parties agree to begin later" },
  lead: {
    vi: "Luật cho các bên thỏa thuận ngày khác với hạn của luật. Ghi ngày thỏa thuận và ngày hẹn; từ đó hạn tính theo ngày hẹn.",
    en: "The law lets the parties agree on another day than its own. Enter the day of the agreement and the day agreed on; the term is counted by it from then on.",
  },
  agreedOn: { vi: "Thỏa thuận ngày nào", en: "Day of the agreement" },
  startOn: { vi: "Hẹn bắt đầu chậm nhất ngày nào", en: "To begin at the latest on" },
  how: { vi: "Thỏa thuận bằng", en: "Agreed" },
  spoken: { vi: "Lời nói, hòa giải viên ghi lại", en: "By word, written down by the mediators" },
  written: { vi: "Giấy có chữ ký các bên", en: "On paper that the parties signed" },
  agree: { vi: "Ghi thỏa thuận", en: "Write it down" },
  agreed: {
    vi: (agreed: string, start: string, how: string) => `Ngày ${agreed} các bên thỏa thuận bắt đầu chậm nhất ngày ${start} (${how}).`,
    en: (agreed: string, start: string, how: string) => `On ${agreed} the parties agreed to begin by ${start} (${how}).`,
  },
  basis: { vi: (law: string, agreed: string) => `${law}; thỏa thuận ngày ${agreed}`, en: (law: string, agreed: string) => `${law}; agreement of ${agreed}` },
  beforeRecorded: { vi: "Thỏa thuận không thể trước ngày ghi nhận vụ việc.", en: "It cannot lie before the day the dispute was recorded." },
  afterTerm: {
    vi: "Hạn đã qua trước ngày ấy. Thỏa thuận sau hạn không làm việc chậm thành đúng hạn.",
    en: "The term had passed by that day. What is agreed afterwards does not make a late beginning one in time.",
  },
  notLater: { vi: "Ngày hẹn phải sau hạn đang chạy.", en: "The day must lie after the term that runs." },
  startMissing: { vi: "Xin ghi ngày hẹn, ví dụ 20/12/2026.", en: "Please enter the day agreed on, such as 20/12/2026." },
});
