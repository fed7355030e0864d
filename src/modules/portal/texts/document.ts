import type { Bilingual } from "../../../base/lang.ts";

/** What is wrong with a document, always in both languages: for whoever opens the reason file. */
export const documentTexts = {
  refusedFile: {
    vi: (name: string): string => `Tệp ${name} không được nhận. Không có gì thay đổi trong Gần Dân. Dòng:cột và lý do:`,
    en: (name: string): string => `The file ${name} was not taken in. Nothing was changed in Gần Dân. Line:column and reason:`,
  },
  notAFile: {
    vi: "đây không phải một tệp thường (liên kết, thư mục hay ống dẫn): xin đặt chính tệp vào",
    en: "this is no ordinary file (a link, a folder or a pipe): put the file itself here",
  },
  tooLarge: (megabytes: number): Bilingual => ({ vi: `tệp lớn hơn ${megabytes} MB`, en: `the file is larger than ${megabytes} MB` }),
  empty: { vi: "tệp trống không", en: "the file is empty" },
  notJson: { vi: "từ chỗ này nội dung không còn là JSON", en: "from here on the content is not JSON" },
  endsInTheMiddle: {
    vi: "nội dung dở dang, có thể mới ghi được một nửa: xin ghi vào tên tạm (.part) rồi đổi tên",
    en: "the content ends in the middle, perhaps half written: write under a temporary name (.part), then rename",
  },
  tooDeep: (depth: number): Bilingual => ({ vi: `các ngoặc lồng nhau quá ${depth} tầng`, en: `brackets stand more than ${depth} deep in each other` }),
  unknownKey: (key: string): Bilingual => ({ vi: `không có mục nào tên ${JSON.stringify(key)}`, en: `there is no field called ${JSON.stringify(key)}` }),
  line: {
    vi: "phải là một dòng chữ dựng sẵn (NFC), không có dấu cách thừa ở đầu, cuối và không có ký tự điều khiển",
    en: "must be one line of composed text (NFC), without spaces at its ends and without control characters",
  },
  base64: { vi: "không phải base64 đúng chuẩn", en: "is not proper base64" },
  otherPost: {
    vi: "mã đơn vị này không do máy chủ này phục vụ",
    en: "this server does not serve the post with this code",
  },
  unknownProcedure: { vi: "không có thủ tục nào mang mã này vào ngày nộp", en: "no procedure bore this code on the day it was filed" },
  unknownCase: (known: readonly string[]): Bilingual => ({
    vi: `thủ tục không có trường hợp này; có: ${known.join(", ")}`,
    en: `the procedure has no such case; it has: ${known.join(", ")}`,
  }),
  unknownPaper: (known: readonly string[]): Bilingual => ({
    vi: `trường hợp này không hỏi giấy tờ ấy; chỉ hỏi: ${known.join(", ") || "không giấy nào"}`,
    en: `this case does not ask for that paper; it asks for: ${known.join(", ") || "none"}`,
  }),
  noFileFor: { vi: "giấy tờ này không nhận tệp", en: "no file is taken for this paper" },
  twice: { vi: "giấy tờ này ghi hai lần", en: "this paper is named twice" },
  future: { vi: "nằm ở tương lai", en: "lies in the future" },
  bornAfter: { vi: "ngày sinh sau ngày nộp hoặc trước năm 1900", en: "born after the day of filing, or before 1900" },
  beforePortal: {
    vi: "trước ngày hồ sơ trực tuyến chỉ nộp trên Cổng quốc gia",
    en: "before the day from which files are submitted on the national portal only",
  },
  sameMessage: {
    vi: "tin mang mã này đã nhận trước đây với nội dung khác: xin dùng mã tin mới",
    en: "a message of this id was taken in before with other content: use a new id",
  },
  sameNumber: {
    vi: "hồ sơ mang mã quốc gia này đã nhận trước đây với nội dung khác: bổ sung giấy tờ đi đường bổ sung, không gửi lại hồ sơ",
    en: "a file of this national number was taken in before with other content: missing papers go the way of a supplement",
  },
} as const;

/** What a field must look like, by its name, where its shape is wrong. */
export const fieldTexts: Readonly<Record<string, Bilingual>> = {
  messageId: { vi: "mã tin gồm 8 đến 64 chữ cái không dấu, chữ số, - hoặc _", en: "a message id has 8 to 64 plain letters, digits, - or _" },
  nationalNumber: { vi: "mã hồ sơ quốc gia gồm 6 đến 40 chữ hoa, chữ số, dấu chấm hoặc gạch ngang", en: "a national number has 6 to 40 capital letters, digits, dots or dashes" },
  post: { vi: "mã xã gồm 5 chữ số", en: "the code of a commune has 5 digits" },
  procedure: { vi: "mã thủ tục viết kiểu 1.010039", en: "the code of a procedure is written like 1.010039" },
  case: { vi: "trường hợp viết kiểu civilStatus", en: "a case is written like civilStatus" },
  code: { vi: "mã giấy tờ gồm chữ cái không dấu, chữ số, gạch ngang", en: "the code of a paper has plain letters, digits and dashes" },
  idNumber: { vi: "số định danh gồm 12 chữ số", en: "an identity number has 12 digits" },
  phone: { vi: "số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0", en: "a phone number has 10 or 11 digits and begins with 0" },
  bornOn: { vi: "không phải một ngày có thật, viết kiểu 1979-08-17", en: "is not a real day written like 1979-08-17" },
  sentAt: { vi: "thời điểm viết kiểu 2026-11-25T09:12:00+07:00", en: "an instant is written like 2026-11-25T09:12:00+07:00" },
  submittedAt: { vi: "thời điểm viết kiểu 2026-11-25T09:12:00+07:00", en: "an instant is written like 2026-11-25T09:12:00+07:00" },
};

/** What the national portal is told of a state, in the words that residents know from portals. */
export const publicStateTexts = {
  received: "Đã tiếp nhận",
  processing: "Đang xử lý",
  awaitingSupplement: "Yêu cầu bổ sung",
  completed: "Đã xử lý xong",
  refused: "Từ chối giải quyết",
  returned: "Đã trả kết quả",
  stopped: "Dừng xử lý",
} as const;
