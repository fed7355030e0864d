import { defineTexts } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "Số liệu một cửa", en: "Figures of the counters" },
  lead: {
    vi: (since: string) => `Tính từ chính công việc đã làm, từ ${since} đến lúc này. Không ai nhập tay.`,
    en: (since: string) => `Computed from the work itself, from ${since} until now. Nobody types these in.`,
  },
  commune: { vi: "Đơn vị", en: "Unit" },
  open: { vi: "Đang giải quyết", en: "Open" },
  late: { vi: "Quá hạn", en: "Late" },
  received: { vi: "Đã nhận", en: "Received" },
  settled: { vi: "Đã có kết quả", en: "Answered" },
  onTime: { vi: "Đúng hẹn", en: "In time" },
  satisfied: { vi: "Hài lòng", en: "Satisfied" },
  repeats: { vi: "Yêu cầu bổ sung lại", en: "Asked again" },
  repeatsOf: { vi: (repeated: number, requests: number) => `${repeated} trong ${requests} lần`, en: (repeated: number, requests: number) => `${repeated} of ${requests}` },
  repeatsLead: {
    vi: "Những lần yêu cầu bổ sung mà lần trước đã có thể nói, trong tháng này và hai tháng trước. Máy xét từ giấy đã nộp; lý do của cán bộ nằm ở đơn vị.",
    en: "Requests for what could have been named before, in this month and the two before. Decided by the papers handed in; the officers' reasons stay at the post.",
  },
  repeatsNone: { vi: "Không có lần yêu cầu lại nào", en: "Nothing was asked for again" },
  dossier: { vi: "Mã hồ sơ", en: "Dossier" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  requestNumber: { vi: "Lần thứ", en: "Request" },
  askedAt: { vi: "Yêu cầu lúc", en: "Asked" },
  percent: { vi: (n: number) => `${n} %`, en: (n: number) => `${n}%` },
  tooFew: { vi: "chưa đủ 5", en: "fewer than 5" },
  empty: { vi: "Chưa có hồ sơ nào trong thời gian này.", en: "No dossier in this time." },
  note: {
    vi: "Đúng hẹn chỉ tính trên hồ sơ có hạn trả; việc làm xong ngay, như ghi lưu trú, không tính vào. Tỷ lệ chỉ hiện khi có từ năm hồ sơ hoặc năm phiếu trở lên: dưới năm thì một con số không nói lên điều gì, và có thể lộ người.",
    en: "In time counts only what had a term; what is done at once, as the entry of a stay, is left out. Shares appear from five dossiers or five ratings on: below that a figure says nothing, and may give somebody away.",
  },
});
