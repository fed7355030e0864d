import type { Bilingual } from "../../base/lang.ts";

const list = (values: readonly unknown[]): string => values.map(String).join(", ");

/** What the checker of the law data says, always in both languages: a clerk mends the file, a developer reads the log. */
export const texts = {
  missing: (field: string): Bilingual => ({ vi: `thiếu mục "${field}"`, en: `"${field}" is missing` }),
  unknownKey: (field: string): Bilingual => ({
    vi: `không có mục nào tên "${field}": viết sai, hay thừa?`,
    en: `there is no field called "${field}": misspelt, or not needed?`,
  }),
  notAllowed: (values: readonly unknown[]): Bilingual => ({
    vi: `chỉ được ghi một trong: ${list(values)}`,
    en: `must be one of: ${list(values)}`,
  }),
  notADay: (text: string): Bilingual => ({
    vi: `"${text}" không phải là một ngày có thật, viết kiểu 2026-11-26`,
    en: `"${text}" is not a real day written like 2026-11-26`,
  }),
  notATerm: (text: string): Bilingual => ({
    vi: `"${text}" không phải là một thời hạn, viết kiểu "3 working days", "half working day", "24 hours", "7 days"`,
    en: `"${text}" is not a term such as "3 working days", "half working day", "24 hours", "7 days"`,
  }),
  notTidy: { vi: "dòng chữ để trống hoặc thừa dấu cách ở đầu, cuối", en: "the text is empty or has spaces at its ends" },
  notComposed: { vi: "dấu tiếng Việt không theo chuẩn dựng sẵn (NFC)", en: "the letters are not composed (NFC)" },
  notAList: { vi: "tệp phải là một danh sách, mỗi dòng bắt đầu bằng dấu -", en: "the file must be a list of rows, each beginning with a dash" },
  endsBeforeItBegins: (from: string, to: string): Bilingual => ({
    vi: `hết hiệu lực (${to}) trước khi có hiệu lực (${from})`,
    en: `ends (${to}) before it begins (${from})`,
  }),
  overlaps: (key: string, file: string, line: number): Bilingual => ({
    vi: `"${key}" có hai dòng cùng hiệu lực: xem thêm ${file} dòng ${line}`,
    en: `"${key}" has two rows in force at once: see also ${file} line ${line}`,
  }),
  notYaml: (reason: string): Bilingual => ({ vi: `tệp viết sai cú pháp YAML: ${reason}`, en: `the file is not well-formed YAML: ${reason}` }),
  notRead: (file: string): Bilingual => ({ vi: `không đọc được ${file}`, en: `${file} cannot be read` }),
  notAPattern: (text: string): Bilingual => ({
    vi: `"${text}" không phải là mẫu mã số; dùng {agency} {yyyy} {yy} {mm} {dd} và bắt buộc có {seq:4}`,
    en: `"${text}" is not a code pattern; use {agency} {yyyy} {yy} {mm} {dd} and, always, {seq:4}`,
  }),
  unclaimed: { vi: "không phần nào của hệ thống dùng tệp này", en: "no part of the system reads this file" },
} as const;
