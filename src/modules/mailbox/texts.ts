import { defineTexts } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "Tin đã báo cho bà con", en: "What residents were told" },
  lead: {
    vi: "Chưa nối kênh nhắn tin nào, nên tin chỉ nằm ở đây và trên trang tra cứu của bà con. Tin chỉ có mã hồ sơ, không có tên.",
    en: "No messaging channel is connected, so a notice stands here and on the resident's page only. It carries the code of the dossier and no name.",
  },
  at: { vi: "Lúc", en: "When" },
  about: { vi: "Hồ sơ", en: "Dossier" },
  text: { vi: "Lời báo", en: "Notice" },
  state: { vi: "Trạng thái", en: "State" },
  sent: { vi: "Đã báo", en: "Told" },
  waiting: { vi: "Đang chờ gửi", en: "Waiting" },
  emptyTitle: { vi: "Chưa có tin nào", en: "No notice yet" },
  emptyText: {
    vi: "Khi hồ sơ còn thiếu giấy, hay đã có kết quả, bà con được báo và tin hiện ở đây.",
    en: "When papers are missing or a result is ready, the resident is told and the notice appears here.",
  },
  shown: { vi: (n: number) => `Đang xem ${n} tin`, en: (n: number) => `${n} shown` },
  other: { vi: "Hồ sơ có thay đổi. Mời bà con xem trang tra cứu.", en: "Your dossier has changed. Please look at its page." },
});

/** What each notice says, by the action that caused it. */
export const noticeTexts = defineTexts({
  "dossier.askSupplement": {
    vi: (code: string) => `Hồ sơ ${code} còn thiếu giấy. Mời bà con xem trang tra cứu để biết thiếu gì.`,
    en: (code: string) => `Dossier ${code} lacks papers. Its page says which.`,
  },
  "dossier.resume": { vi: (code: string) => `Hồ sơ ${code} đã đủ giấy, đang giải quyết tiếp.`, en: (code: string) => `Dossier ${code} is complete; work goes on.` },
  "dossier.hold": {
    vi: (code: string) => `Hồ sơ ${code} tạm dừng tính ngày theo luật. Mời bà con xem trang tra cứu.`,
    en: (code: string) => `The time of dossier ${code} stands still by law. Please look at its page.`,
  },
  "dossier.release": { vi: (code: string) => `Hồ sơ ${code} được làm tiếp, có ngày hẹn mới.`, en: (code: string) => `Work on dossier ${code} goes on, with a new date.` },
  "dossier.apologise": {
    vi: (code: string) => `Hồ sơ ${code} chưa kịp hẹn. Công an xin lỗi bà con; ngày hẹn mới và lý do ở trang tra cứu.`,
    en: (code: string) => `Dossier ${code} will be later than promised. We apologise; its page says until when, and why.`,
  },
  "dossier.stop": {
    vi: (code: string) => `Hồ sơ ${code} đã dừng giải quyết. Trang tra cứu và thông báo ghi rõ vì sao.`,
    en: (code: string) => `Work on dossier ${code} has stopped. Its page and the notice say why.`,
  },
  "dossier.sign": {
    vi: (code: string) => `Hồ sơ ${code} đã xong. Mời bà con mang giấy hẹn đến nhận.`,
    en: (code: string) => `Dossier ${code} is ready. Please fetch it with your slip.`,
  },
  "dossier.signRefusal": {
    vi: (code: string) => `Hồ sơ ${code} chưa giải quyết được. Mời bà con đến nhận giấy ghi rõ vì sao và làm gì tiếp.`,
    en: (code: string) => `Dossier ${code} could not be granted. Please fetch the paper that says why and what to do.`,
  },
});
