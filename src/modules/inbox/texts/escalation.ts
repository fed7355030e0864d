import { defineTexts } from "../../../base/lang.ts";

export const escalationTexts = defineTexts({
  title: { vi: "Sắp trễ, cần đồng chí biết", en: "Nearly late: for you to know" },
  lead: { vi: "Các việc này sắp đến hạn mà chưa xong. Báo trước để còn kịp làm.", en: "These are near their deadline and not done. There is still time." },
  caption: { vi: "Việc sắp trễ", en: "Nearly late" },
  note: { vi: "Đã biết", en: "Noted" },
  act: { vi: "Giao lại, chỉ đạo", en: "Give away, instruct" },
  of: { vi: (verb: string, code: string) => `${verb}: ${code}`, en: (verb: string, code: string) => `${verb}: ${code}` },
  answer: { vi: "Xử lý", en: "Act" },
  ahead: { vi: (lead: string) => `báo trước ${lead}`, en: (lead: string) => `told ${lead} ahead` },
  more: { vi: "Còn nữa: bấm Đã biết để thấy các việc tiếp theo.", en: "There are more: note these to see the next." },
  pageTitle: { vi: (code: string) => `Việc sắp trễ ${code}`, en: (code: string) => `Nearly late: ${code}` },
  held: { vi: "Đang giữ việc", en: "In charge" },
  due: { vi: "Hạn", en: "Due" },
  told: { vi: "Báo lúc", en: "Told at" },
  what: { vi: "Việc", en: "Matter" },
  assign: { vi: "Giao cho người khác", en: "Give it to somebody else" },
  assignTo: { vi: "Giao cho", en: "To" },
  assignVerb: { vi: "Giao lại", en: "Give" },
  assignConsequence: { vi: "Ghi vào diễn biến của hồ sơ, bà con không thấy.", en: "Written into the course of the dossier; the resident does not see it." },
  instruct: { vi: "Ghi ý kiến chỉ đạo", en: "Say what is to be done" },
  instruction: { vi: "Cần làm gì", en: "What is to be done" },
  instructVerb: { vi: "Ghi chỉ đạo", en: "Write it down" },
  instructConsequence: {
    vi: "Cán bộ giữ việc đọc được trong diễn biến; bà con không thấy.",
    en: "The officer in charge reads it in the course of the dossier; the resident does not.",
  },
  changed: { vi: "Hồ sơ vừa có thay đổi", en: "The dossier has just changed" },
  changedText: {
    vi: "Có người vừa làm việc trên hồ sơ này. Trang đã cập nhật, điều đồng chí gõ vẫn còn; hãy xem rồi gửi lại.",
    en: "Somebody has just worked on it. The page is up to date and what you typed is kept; look and send again.",
  },
});
