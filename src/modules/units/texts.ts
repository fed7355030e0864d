import type { Bilingual } from "../../base/lang.ts";

/** The words for types of units, as they stand before a name. */
const types = ["Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Thị trấn", "Phường", "Xã", "Đặc khu"];

const files = {
  before: { vi: "danh mục tháng 3/2025", en: "the list of March 2025" },
  oldToNew: { vi: "bảng cũ sang mới", en: "the table from old to new" },
  newFromOld: { vi: "bảng mới từ cũ", en: "the table of new from old" },
} satisfies Record<string, Bilingual>;

/** Stands in the column `source` of what an import wrote. */
const sources = {
  before: "danh mục hành chính tháng 3/2025 (không ghi ngày bắt đầu)",
  oldToNew: "bảng chuyển xã cũ sang xã mới 1/7/2025",
  newFromOld: "bảng xã mới gồm những xã cũ nào 1/7/2025",
  notInBefore: "chưa thấy trong danh mục tháng 3/2025",
};

const faults = {
  more: (count: number): Bilingual => ({ vi: `và ${count} lỗi nữa`, en: `and ${count} more` }),
  notFound: { vi: "không có tệp này", en: "there is no such file" },
  notReadable: { vi: "không đọc được tệp này", en: "the file cannot be read" },
  notAFile: { vi: "đây là thư mục hoặc thứ khác, không phải một tệp", en: "this is a folder or something else, not a file" },
  empty: { vi: "tệp rỗng", en: "the file is empty" },
  tooLarge: (megabytes: number, limit: number): Bilingual => ({
    vi: `tệp nặng ${megabytes} MB, chỉ nhận đến ${limit} MB: đây không phải tệp đơn vị hành chính`,
    en: `the file has ${megabytes} MB and the limit is ${limit} MB: this is no file of units`,
  }),
  nulByte: (at: number): Bilingual => ({
    vi: `có byte 0 ở vị trí ${at}: tệp bị hỏng hoặc không phải văn bản`,
    en: `there is a NUL byte at offset ${at}: the file is damaged or no text`,
  }),
  notUtf8: { vi: "chữ trong tệp không phải UTF-8", en: "the file is not UTF-8" },
  notJson: { vi: "JSON bị hỏng ở chỗ này", en: "the JSON is broken here" },
  unknownShape: {
    vi: "không phải tệp nào trong ba tệp đơn vị hành chính: danh mục tháng 3/2025, bảng cũ sang mới, bảng mới từ cũ",
    en: "this is none of the three files of units: the list of March 2025, the table from old to new, the table of new from old",
  },
  missing: { vi: "thiếu mục này", en: "this is missing" },
  wrongType: (expected: Bilingual): Bilingual => ({ vi: `sai kiểu, phải là ${expected.vi}`, en: `has the wrong type, must be ${expected.en}` }),
  notAmong: (values: string): Bilingual => ({ vi: `chỉ được là một trong: ${values}`, en: `must be one of: ${values}` }),
  wrong: { vi: "giá trị không dùng được", en: "the value cannot be used" },
  notACode: (digits: string): Bilingual => ({ vi: `không phải mã ${digits} chữ số`, en: `is not a code of ${digits} digits` }),
  notAName: { vi: "tên để trống, quá dài hoặc có ký tự lạ", en: "the name is empty, too long or has strange characters" },
  nothingInside: { vi: "danh sách này trống", en: "this list is empty" },
  twice: (code: string, where: string): Bilingual => ({ vi: `mã ${code} đã có ở ${where}`, en: `the code ${code} stands already at ${where}` }),
  elsewhere: (code: string, parent: string): Bilingual => ({ vi: `trỏ đến mã ${code}, nhưng lại nằm dưới ${parent}`, en: `refers to ${code}, but stands under ${parent}` }),
  busy: { vi: "một lần nhập khác đang chạy, đợi xong rồi nhập lại", en: "another import is running: wait for it to end, then try again" },
};

const jsonTypes = {
  string: { vi: "chữ trong ngoặc kép", en: "a text" },
  array: { vi: "danh sách", en: "a list" },
  object: { vi: "một khối { }", en: "an object" },
};

const remarks = {
  nameDiffers: (file: Bilingual, name: string, other: string): Bilingual => ({
    vi: `tên khác nhau: tệp này ghi "${name}", ${file.vi} ghi "${other}"`,
    en: `names differ: this file has "${name}", ${file.en} has "${other}"`,
  }),
  marksDiffer: (file: Bilingual, name: string, other: string): Bilingual => ({
    vi: `tên chỉ khác dấu: tệp này ghi "${name}", ${file.vi} ghi "${other}"`,
    en: `names differ by their marks: this file has "${name}", ${file.en} has "${other}"`,
  }),
  notInOther: (file: Bilingual): Bilingual => ({ vi: `có trong tệp này, không có trong ${file.vi}`, en: `is in this file and not in ${file.en}` }),
  notInThis: (file: Bilingual): Bilingual => ({ vi: `có trong ${file.vi}, không có trong tệp này`, en: `is in ${file.en} and not in this file` }),
  shareDiffers: (file: Bilingual, share: Bilingual, other: Bilingual): Bilingual => ({
    vi: `tệp này ghi ${share.vi}, ${file.vi} ghi ${other.vi}`,
    en: `this file says ${share.en}, ${file.en} says ${other.en}`,
  }),
  fullTwice: { vi: "chuyển toàn bộ vào hai nơi cùng một ngày", en: "goes as a whole to two places on one day" },
  provinceUnclear: (codes: string): Bilingual => ({
    vi: `tệp này cho thuộc nhiều tỉnh (${codes}), không rõ tỉnh nào`,
    en: `this file puts it into several provinces (${codes}); which one is not clear`,
  }),
  provinceDiffers: (code: string, other: string): Bilingual => ({
    vi: `tệp này cho thuộc tỉnh ${code}, trong máy đang là tỉnh ${other}`,
    en: `this file puts it into province ${code}, the database has ${other}`,
  }),
  endedEarlier: (day: string): Bilingual => ({ vi: `trong máy đã ghi hết hiệu lực từ ${day}`, en: `the database says that it ended on ${day}` }),
  wasOpen: (day: string): Bilingual => ({ vi: `trong máy chưa có ngày kết thúc, nay ghi ${day}`, en: `had no end in the database, now ends on ${day}` }),
  known: { vi: "trong máy", en: "the database" },
};

const and = { vi: " và ", en: " and " };

const shares = { full: { vi: "toàn bộ", en: "full" }, partial: { vi: "một phần", en: "partial" } };

const progress = {
  reading: (file: string): Bilingual => ({ vi: `đọc ${file}`, en: `reading ${file}` }),
  comparing: (count: number): Bilingual => ({ vi: `đối chiếu ${count} đơn vị`, en: `comparing ${count} units` }),
  writing: (count: number): Bilingual => ({ vi: `ghi ${count} dòng`, en: `writing ${count} rows` }),
};

export const texts = { types, files, and, sources, faults, jsonTypes, remarks, shares, progress } as const;
