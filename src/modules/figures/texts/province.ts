import { defineTexts } from "../../../base/lang.ts";

export const provinceTexts = defineTexts({
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
  wasLate: { vi: "Trễ hẹn", en: "Answered late" },
  satisfied: { vi: "Hài lòng", en: "Satisfied" },
  percent: { vi: (n: number) => `${n} %`, en: (n: number) => `${n}%` },
  officeHours: { vi: (n: string) => `${n} giờ hành chính`, en: (n: string) => `${n} office hours` },
  officeMinutes: { vi: (n: number) => `${n} phút`, en: (n: number) => `${n} minutes` },
  times: { vi: (n: number) => `${n} lần`, en: (n: number) => (n === 1 ? "once" : `${n} times`) },
  total: { vi: "Toàn tỉnh", en: "The whole province" },
  counted: { vi: (at: string) => `Đếm lần cuối: ${at}.`, en: (at: string) => `Last counted: ${at}.` },
  opens: { vi: "Bấm vào con số để xem từng hồ sơ sau nó, không có tên bà con.", en: "A figure opens the dossiers behind it, without the names of residents." },
  toIndicators: { vi: "Chỉ số phục vụ bà con theo tháng", en: "Indicators of service, by month" },
  toPost: { vi: "Số liệu của trụ sở, theo tháng", en: "Figures of the post, by month" },
  definitions: { vi: "Các con số đếm những gì", en: "What the figures count" },
  month: { vi: (month: string) => `Tính ${month}`, en: (month: string) => `In ${month}` },
  tooFew: { vi: "chưa đủ 5", en: "fewer than 5" },
  empty: { vi: "Chưa có hồ sơ nào trong thời gian này.", en: "No dossier in this time." },
  note: {
    vi: "Đúng hẹn chỉ tính trên hồ sơ có hạn trả; việc làm xong ngay, như ghi lưu trú, không tính vào. Tỷ lệ chỉ hiện khi có từ năm hồ sơ hoặc năm phiếu trở lên: dưới năm thì một con số không nói lên điều gì, và có thể lộ người.",
    en: "In time counts only what had a term; what is done at once, as the entry of a stay, is left out. Shares appear from five dossiers or five ratings on: below that a figure says nothing, and may give somebody away.",
  },
});
