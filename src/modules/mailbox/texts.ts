import { defineTexts, type Lang } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "Tin đã báo cho bà con", en: "What residents were told" },
  lead: {
    vi: "Tin nào cũng hiện trên trang tra cứu của bà con. Ai xin báo thì được báo thêm qua email hoặc điện thoại. Tin chỉ có mã hồ sơ, không có tên.",
    en: "Every notice stands on the resident's page. Who asked for it is told by e-mail or on the phone as well. A notice carries the code of the dossier and no name.",
  },
  mailOn: { vi: (from: string) => `Email gửi từ địa chỉ ${from}.`, en: (from: string) => `E-mail leaves from ${from}.` },
  mailDemo: { vi: "Bản dùng thử: thư không gửi đi đâu cả, bấm “Xem thư” để đọc.", en: "Trial: no letter leaves the house; read it by “See the letter”." },
  mailOff: { vi: "Chưa nối kênh email, nên thư đang chờ.", en: "No server for e-mail is connected, so letters wait." },
  pageOnly: { vi: "Trên trang tra cứu", en: "On the resident's page" },
  letter: { vi: "Xem thư", en: "See the letter" },
  letterTitle: { vi: "Thư gửi bà con", en: "The letter" },
  letterLead: { vi: "Thư bà con nhận được, đúng từng chữ. Địa chỉ không hiện ở đây.", en: "The letter as it is received, word for word. The address is not shown here." },
  from: { vi: "Từ", en: "From" },
  subject: { vi: "Tiêu đề", en: "Subject" },
  back: { vi: "Về danh sách tin", en: "Back to the notices" },
  at: { vi: "Lúc", en: "When" },
  about: { vi: "Hồ sơ", en: "Dossier" },
  text: { vi: "Lời báo", en: "Notice" },
  state: { vi: "Trạng thái", en: "State" },
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
    vi: (code: string) => `Hồ sơ ${code} đang tạm dừng. Mời bà con xem trang tra cứu để biết chờ việc gì.`,
    en: (code: string) => `Dossier ${code} is paused. Its page says what it waits for.`,
  },
  "dossier.release": { vi: (code: string) => `Hồ sơ ${code} được làm tiếp, có ngày hẹn mới.`, en: (code: string) => `Work on dossier ${code} goes on, with a new date.` },
  "dossier.apologise": {
    vi: (code: string) => `Hồ sơ ${code} không kịp ngày đã hẹn. Công an xin lỗi bà con; ngày hẹn mới và lý do ở trang tra cứu.`,
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

/** A notice in words; a plain sentence where its template has none of its own. */
export function noticeWords(template: string, code: string, lang: Lang): string {
  return noticeTexts[template as keyof typeof noticeTexts]?.[lang](code) ?? texts.other[lang];
}
