import { defineTexts } from "../../../base/lang.ts";

export const postTexts = defineTexts({
  title: { vi: "Số liệu của trụ sở", en: "Figures of the post" },
  lead: {
    vi: (at: string) => `Tính từ chính công việc đã làm, không ai nhập tay. Đếm lần cuối: ${at}.`,
    en: (at: string) => `Computed from the work itself; nobody types these in. Last counted: ${at}.`,
  },
  neverCounted: { vi: "Chưa đếm lần nào.", en: "Not counted yet." },
  monthOf: { vi: (month: string) => `Trong ${month}`, en: (month: string) => `In ${month}` },
  now: { vi: "Lúc này", en: "Now" },
  figure: { vi: "Con số", en: "Figure" },
  value: { vi: "Bao nhiêu", en: "How many" },
  meaning: { vi: "Đếm những gì", en: "What it counts" },
  pausedTime: { vi: "Giờ hành chính chờ bổ sung", en: "Office time spent waiting for papers" },
  pausedTimeMeaning: {
    vi: "Cộng thời gian đồng hồ dừng của các hồ sơ có kết quả trong tháng.",
    en: "Time for which the clock stood still, of the dossiers answered in the month.",
  },
  pauseCounts: {
    vi: (asked: number, unasked: number) => `${asked} lần có gửi yêu cầu cho bà con, ${unasked} lần không`,
    en: (asked: number, unasked: number) => `${asked} times with a request to the resident, ${unasked} without`,
  },
  pausesName: { vi: "Dừng đồng hồ", en: "Stops of the clock" },
  pausesMeaning: { vi: "Trong các hồ sơ có kết quả trong tháng, theo lý do.", en: "Of the dossiers answered in the month, by reason." },
  median: { vi: "Thời gian làm, ở giữa", en: "Time of handling, the middle one" },
  medianMeaning: {
    vi: "Một nửa số hồ sơ có hạn xong nhanh hơn chừng này giờ hành chính, không kể lúc chờ bổ sung.",
    en: "Half of the dossiers with a term took less than about so much office time, waiting for papers aside.",
  },
  about: { vi: (time: string) => `khoảng ${time}`, en: (time: string) => `about ${time}` },
  byProcedure: { vi: "Theo thủ tục", en: "By procedure" },
  year: { vi: "Mười hai tháng", en: "Twelve months" },
  ratings: { vi: "Bà con chấm", en: "How residents rated" },
  ratingsLead: {
    vi: "Không ai biết ai chấm. Mỗi dòng là một gói từ năm lượt trở lên, chỉ mở khi tháng đã qua và không bao giờ đổi; tháng hay thủ tục ít hơn thì gộp lại, nên lấy dòng nọ trừ dòng kia cũng không lộ ai.",
    en: "Nobody knows who rated. Each line is a parcel of five ratings or more, opened when its month is over and never changed; months and procedures with fewer are put together, so that no subtraction gives anybody away.",
  },
  noRatings: { vi: "Mười hai tháng qua chưa gói nào đủ năm lượt.", en: "No parcel of five in the last twelve months." },
  span: { vi: "Thời gian", en: "Time" },
  fromTo: { vi: (from: string, to: string) => `${from} đến ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  verySatisfied: { vi: "Rất hài lòng", en: "Very satisfied" },
  satisfied: { vi: "Hài lòng", en: "Satisfied" },
  notSatisfied: { vi: "Chưa hài lòng", en: "Not satisfied" },
  ratingCount: { vi: "Số lượt", en: "Ratings" },
  severalProcedures: { vi: "Nhiều thủ tục ít lượt, gộp chung", en: "Several procedures with few, together" },
});
