import { defineTexts } from "../../base/lang.ts";

/** Names of feeds: these are read by programs, and are in Vietnamese unless a program asks otherwise. */
export const feedTexts = defineTexts({
  meetings: { vi: (where: string) => `Lịch họp với bà con, ${where}`, en: (where: string) => `Public meetings, ${where}` },
  alerts: { vi: (where: string) => `Cảnh báo, ${where}`, en: (where: string) => `Alerts, ${where}` },
  capIndex: { vi: (where: string) => `Cảnh báo đang có hiệu lực (CAP), ${where}`, en: (where: string) => `Alerts in force (CAP), ${where}` },
  trial: { vi: "Bản chạy thử: cảnh báo này là tưởng tượng, không làm theo.", en: "Trial version: this alert is invented; do not act on it." },
});

/** What Open311 says. */
export const requestTexts = defineTexts({
  unknownJurisdiction: { vi: "jurisdiction_id: không có trụ sở nào mang mã này.", en: "jurisdiction_id: no post here bears this code." },
  twoJurisdictions: { vi: "jurisdiction_id: trong địa chỉ và trong biểu mẫu khác nhau.", en: "jurisdiction_id: the address and the form name two posts." },
  unknownService: { vi: "service_code: không có loại phản ánh công khai này.", en: "service_code: there is no such public service." },
  noService: { vi: "service_code: chưa chọn loại phản ánh.", en: "service_code was not provided." },
  noRequest: { vi: "service_request_id: không có phản ánh công khai này.", en: "service_request_id: there is no such public request." },
  noPlace: { vi: "Chưa nói ở đâu: cần lat và long, hoặc address_string.", en: "No place was given: lat and long, or address_string, are needed." },
  noWords: { vi: "description: chưa kể việc gì.", en: "description was not provided." },
  badHamlet: { vi: "attribute[hamlet]: không có thôn, tổ dân phố này.", en: "attribute[hamlet]: there is no such hamlet." },
  tooWide: { vi: "start_date và end_date cách nhau quá 90 ngày.", en: "start_date and end_date are more than 90 days apart." },
  turned: { vi: "end_date đứng trước start_date.", en: "end_date is before start_date." },
  tooDeep: { vi: "page: chỉ xem được 1000 phản ánh đầu; hãy thu hẹp ngày.", en: "page: only the first 1000 requests are given; narrow the dates." },
  noKey: { vi: "api_key: thiếu khóa, hoặc khóa không đúng.", en: "api_key is missing or not valid." },
  spentKey: { vi: "api_key: khóa này đã gửi đủ số trong giờ này.", en: "api_key: this key has sent all that it may in this hour." },
  hamlet: { vi: "Thôn, tổ dân phố", en: "Hamlet" },
  receipt: {
    vi: (code: string) => `Mã biên nhận, chỉ đưa cho người báo: ${code}`,
    en: (code: string) => `Receipt, for whoever reported alone: ${code}`,
  },
});

/** The page for people. */
export const pageTexts = defineTexts({
  title: { vi: "Dữ liệu mở", en: "Open data" },
  lead: {
    vi: "Lịch họp, cảnh báo và phản ánh công khai, để điện thoại và chương trình khác tự đọc. Không có tên hay chuyện riêng của ai.",
    en: "Public meetings, alerts and reports, for phones and other programs to read by themselves. Nobody's name or private matters are in them.",
  },
  wholePost: { vi: "Cả địa bàn", en: "The whole area" },
  meetings: { vi: "Lịch họp (iCalendar)", en: "Meetings (iCalendar)" },
  alerts: { vi: "Cảnh báo (Atom)", en: "Alerts (Atom)" },
  cap: { vi: "Cảnh báo đang có hiệu lực (CAP 1.2)", en: "Alerts in force (CAP 1.2)" },
  programs: { vi: "Cho người viết chương trình", en: "For those who write programs" },
  discovery: { vi: "Open311 GeoReport v2: nơi bắt đầu", en: "Open311 GeoReport v2: where to begin" },
  description: { vi: "Bản mô tả mọi địa chỉ (OpenAPI 3.1)", en: "Description of every address (OpenAPI 3.1)" },
  key: {
    vi: "Đọc thì không cần khóa. Muốn gửi phản ánh từ chương trình của mình, xin khóa truy cập ở trụ sở.",
    en: "Reading needs no key. To send reports from a program of your own, ask the post for a key.",
  },
});
