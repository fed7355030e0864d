import { type Bilingual, defineTexts } from "../../../base/lang.ts";
import type { Certainty } from "../../../kernel/law/fields.ts";
import type { Formula } from "../law.ts";
import type { Standing, Terrain } from "../peers.ts";

/** How each indicator is computed, in words. */
export const formulaTexts = {
  portalOnly: {
    vi: "Số liệu ở Cổng Dịch vụ công quốc gia, không tính ở đây.",
    en: "Known to the National Public Service Portal, not computed here.",
  },
  onTimeShare: {
    vi: "Hồ sơ đúng hẹn trên hồ sơ có hạn đã có kết quả trong tháng. Trễ rồi mới rút cũng là trễ; dừng đồng hồ mà không báo bà con, hay chỉ kịp hẹn mới sau lời xin lỗi, thì không phải đúng hẹn.",
    en: "Dossiers in time, of all with a term that were answered in the month. Late and then withdrawn is late; stopping the clock without telling the resident, or keeping only a new day after an apology, is not in time.",
  },
  digitisedShare: {
    vi: "Hồ sơ có kết quả ký số thành tệp, trên hồ sơ đã có kết quả trong tháng. Tờ khai và giấy tờ kèm theo chưa tính.",
    en: "Dossiers whose answer was signed as a file, of those answered in the month. Declarations and papers brought along are not counted yet.",
  },
  onlineShare: {
    vi: "Hồ sơ nộp trên Cổng Dịch vụ công quốc gia, trên mọi hồ sơ nhận trong tháng, kể cả lưu trú ghi ở đây.",
    en: "Dossiers filed on the National Public Service Portal, of all received in the month, stays entered here too.",
  },
  satisfiedShare: {
    vi: "Lượt chấm hài lòng và rất hài lòng, trên mọi lượt chấm. Chỉ nói khi tháng đã qua và có từ năm lượt; tháng ít hơn thì gộp với tháng sau. Không mở ra hồ sơ được: không ai biết ai chấm.",
    en: "Ratings satisfied or very satisfied, of all. Told only when the month is over, from five on; a month with fewer is joined with the next. It opens no dossiers: nobody knows who rated.",
  },
} as const satisfies Record<Formula, Bilingual>;

export const terrainTexts = {
  plain: { vi: "Đồng bằng", en: "Plain" },
  hill: { vi: "Trung du", en: "Hills" },
  mountain: { vi: "Miền núi", en: "Mountains" },
  island: { vi: "Hải đảo", en: "Islands" },
  unknown: { vi: "Chưa rõ địa hình", en: "Terrain not told" },
} as const satisfies Record<Terrain, Bilingual>;

export const standingTexts = {
  above: { vi: "cao hơn hẳn", en: "clearly above" },
  alike: { vi: "như các nơi khác", en: "like the others" },
  below: { vi: "thấp hơn hẳn", en: "clearly below" },
  tooFew: { vi: "quá ít để so", en: "too few to compare" },
} as const satisfies Record<Standing, Bilingual>;

/** How sure the definition of an indicator is. */
export const certaintyTexts = {
  verified: { vi: "đã đọc ở nguồn vừa nêu", en: "read at the source named" },
  secondHand: { vi: "đọc ở nơi dẫn lại", en: "read where it is cited" },
  memory: { vi: "theo trí nhớ, chưa đối chiếu", en: "from memory, not checked" },
  unknown: { vi: "chưa rõ", en: "unknown" },
} as const satisfies Record<Certainty, Bilingual>;

export const indicatorTexts = defineTexts({
  title: { vi: "Chỉ số phục vụ bà con", en: "Indicators of service" },
  basis: {
    vi: "Các nhóm chỉ số của Quyết định 766/QĐ-TTg, chỉ những gì tính được từ chính công việc ở đây.",
    en: "The groups of indicators of Decision 766/QĐ-TTg, only what can be computed from the work here.",
  },
  indicator: { vi: "Chỉ số", en: "Indicator" },
  share: { vi: "Tỷ lệ", en: "Share" },
  points: { vi: "Điểm", en: "Points" },
  how: { vi: "Cách tính", en: "How it is computed" },
  ofPoints: { vi: (n: string, all: number) => `${n}\u00a0/\u00a0${all}`, en: (n: string, all: number) => `${n}\u00a0/\u00a0${all}` },
  notHere: { vi: "không tính ở đây", en: "not computed here" },
  tooFew: { vi: "quá ít để tính", en: "too few to tell" },
  total: {
    vi: (reached: string, possible: number) => `${reached} trên ${possible} điểm tính được ở đây.`,
    en: (reached: string, possible: number) => `${reached} of the ${possible} points that can be told here.`,
  },
  totalNote: {
    vi: "Phần còn lại của 100 điểm không phải là 0: số liệu ấy ở Cổng Dịch vụ công quốc gia, hoặc quá ít để tính.",
    en: "The rest of the 100 points is not zero: the portal has it, or there is too little to tell.",
  },
  peersLead: {
    vi: "Không xếp hạng. Mỗi nơi chỉ so với những nơi cùng địa hình, trên mười hai tháng tính đến tháng này, và chỉ khi có từ 30 hồ sơ. “Cao hơn hẳn” hay “thấp hơn hẳn” là khi chênh lệch không thể do tình cờ.",
    en: "There is no ranking. Each place is compared only with those on the same terrain, over the twelve months up to this one, and only from 30 dossiers on. “Clearly” means that chance alone would not do it.",
  },
  terrain: { vi: "Địa hình", en: "Terrain" },
  outOf: { vi: "Trên số điểm", en: "Of so many points" },
  unit: { vi: "Đơn vị", en: "Unit" },
  province: { vi: "Toàn tỉnh", en: "The whole province" },
  doubt: { vi: (text: string) => `Còn ngờ: ${text}`, en: (text: string) => `In doubt: ${text}` },
  grade: { vi: (text: string) => `Độ chắc: ${text}.`, en: (text: string) => `Certainty: ${text}.` },
  source: { vi: (text: string) => `Nguồn: ${text}.`, en: (text: string) => `Source: ${text}.` },
  chart: { vi: (name: string) => `${name}, mười hai tháng`, en: (name: string) => `${name}, twelve months` },
  chartOf: {
    vi: (name: string, from: string, to: string) => `${name} theo tháng, từ ${from} đến ${to}, phần trăm. Số từng tháng ở bảng bên cạnh.`,
    en: (name: string, from: string, to: string) => `${name} by month, ${from} to ${to}, in percent. The figures stand in the table beside.`,
  },
  noChart: { vi: "Chưa tháng nào đủ để tính.", en: "No month has enough to tell." },
  month: { vi: "Tháng", en: "Month" },
  chooseMonth: { vi: "Chọn tháng", en: "Choose a month" },
  show: { vi: "Xem", en: "Show" },
  xlsx: { vi: "Tải bảng tính (XLSX)", en: "Download as a spreadsheet (XLSX)" },
  printHint: { vi: "Muốn in: dùng lệnh in của trình duyệt, trang này có bản in.", en: "To print, use the browser's own command: this page has a print form." },
  running: { vi: "Tháng này chưa hết.", en: "This month is not over." },
  notAMonth: { vi: "Tháng này không có. Xem tháng từ 1/2023 đến nay.", en: "There is no such month. Choose one from January 2023 until now." },
});
