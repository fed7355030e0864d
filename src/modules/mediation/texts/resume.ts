import { defineTexts } from "../../../base/lang.ts";

export const resumeTexts = defineTexts({
  title: { vi: "Mở lại vụ việc", en: "Take it up again" },
  lead: { vi: "Kết quả đã ghi được giữ lại ở dưới; vụ việc trở về bước trước đó.", en: "The outcome stays written below; the dispute goes back to where it stood." },
  why: { vi: "Vì sao mở lại?", en: "Why?" },
  notKept: { vi: "Không thực hiện thỏa thuận, các bên hòa giải tiếp", en: "The agreement is not kept, and the parties go on" },
  mistake: { vi: "Ghi nhầm kết quả", en: "The outcome was written by mistake" },
  wish: { vi: "Các bên muốn hòa giải lại", en: "The parties wish to mediate again" },
  resume: { vi: "Mở lại", en: "Take up again" },
  pastTitle: { vi: "Kết quả ghi trước, nay không còn hiệu lực", en: "Outcomes written before, which hold no more" },
  pastLine: { vi: (outcome: string, at: string) => `${outcome}, ${at}`, en: (outcome: string, at: string) => `${outcome}, ${at}` },
  resumedLine: { vi: (at: string, why: string) => `Mở lại ${at}: ${why}`, en: (at: string, why: string) => `Taken up again ${at}: ${why}` },
  step: { vi: "Bước tiếp theo", en: "What follows" },
  stepHint: { vi: "Phải chọn khi thỏa thuận chưa được thực hiện đủ.", en: "Needed where the agreement is not fully kept." },
  visit: { vi: "Hẹn thăm lại, ghi ngày ở dưới", en: "Another visit, on the day below" },
  resumeStep: { vi: "Các bên hòa giải tiếp", en: "The parties mediate again" },
  court: { vi: "Đã chỉ dẫn các bên nhờ Tòa án giải quyết", en: "The parties were shown the way to the court" },
  stepMissing: {
    vi: "Thỏa thuận chưa được thực hiện đủ. Xin chọn bước tiếp theo.",
    en: "The agreement is not fully kept. Please choose what follows.",
  },
  nextMissing: { vi: "Xin ghi ngày thăm lại lần sau.", en: "Please enter the day of the next visit." },
  nextWithout: { vi: "Chỉ ghi ngày này khi hẹn thăm lại. Xin xóa ngày, hoặc chọn hẹn thăm lại.", en: "This day is for another visit. Empty it, or choose another visit." },
  keptNoResume: { vi: "Các bên thực hiện đúng thì không mở lại và không chỉ dẫn ra Tòa án.", en: "An agreement that is kept is not taken up again, nor brought to court." },
  dropped: { vi: "không thăm nữa, vụ việc được mở lại", en: "made no more, the dispute was taken up again" },
});
