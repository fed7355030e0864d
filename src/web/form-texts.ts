import type { Bilingual } from "../base/lang.ts";

/** What a form says about a field. Each says what to do. */
export const formTexts = {
  notUnderstood: { vi: "Chưa đọc được ô này. Xin xem lại và gõ lại.", en: "This could not be read. Please check it and type it again." },
  missing: { vi: "Xin điền ô này.", en: "Please fill this in." },
  chooseOne: { vi: "Xin chọn một mục.", en: "Please choose one." },
  badPhone: { vi: "Số điện thoại gồm 10 chữ số, bắt đầu bằng số 0. Ví dụ: 0912 345 678.", en: "A phone number has 10 digits and starts with 0. Example: 0912 345 678." },
  badEmail: { vi: "Địa chỉ email chưa đúng. Ví dụ: ten@gmail.com", en: "This is not an e-mail address. Example: name@gmail.com" },
  missingDay: { vi: "Xin điền ngày, tháng, năm. Ví dụ: 05/03/1981.", en: "Please give day, month and year. Example: 05/03/1981." },
  badDay: { vi: "Không có ngày này. Xin gõ ngày/tháng/năm, ví dụ: 05/03/1981.", en: "There is no such day. Please type day/month/year, for example 05/03/1981." },
  notPastDay: { vi: "Ngày này phải từ năm 1900 đến hôm nay.", en: "This day must lie between 1900 and today." },
  badTime: { vi: "Xin ghi giờ từ 00:00 đến 23:59. Ví dụ: 19:30.", en: "Please give the time from 00:00 to 23:59. Example: 19:30." },
  tooLong: (max: number): Bilingual => ({ vi: `Dài quá: nhiều nhất ${max} chữ.`, en: `Too long: at most ${max} characters.` }),
} as const;

/** A time of day as people write it: 19:30, 19h30, 19 giờ 30, 19.30, 1930 or 19h. The first group is the hour, the second the minute. */
export const writtenTimeOfDay = /^(\d{1,2})\s*(?:(?:giờ|gio|[:hg.])\s*)?(\d{2})?$/i;
