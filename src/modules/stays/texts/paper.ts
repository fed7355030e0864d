import { defineTexts } from "../../../base/lang.ts";

/** Words on the slip and in the log that leaves. The wording of the slip is ours: the law gives it no form. */
export const paperTexts = defineTexts({
  slipTitle: { vi: "Đã nhận thông báo lưu trú", en: "Overnight stay entered" },
  number: { vi: "Số lưu trú", en: "Number" },
  host: { vi: "Chủ nhà", en: "Host" },
  place: { vi: "Nơi ở", en: "Place" },
  guests: { vi: "Khách", en: "Guests" },
  arrived: { vi: "Đến lúc", en: "Arrived" },
  told: { vi: "Báo lúc", en: "Told" },
  leaves: { vi: "Định ở đến", en: "Until" },
  change: {
    vi: (phone: string) => `Khách đi sớm, ở thêm, hay ghi chưa đúng: gọi ${phone}, đọc số lưu trú ở trên.`,
    en: (phone: string) => `Guest leaves early, stays longer, or something is wrong: call ${phone} and read the number above.`,
  },
  changeNoPhone: {
    vi: "Khách đi sớm, ở thêm, hay ghi chưa đúng: báo lại trụ sở, đọc số lưu trú ở trên.",
    en: "Guest leaves early, stays longer, or something is wrong: tell the post and read the number above.",
  },
  officer: { vi: (name: string) => `Cán bộ ghi: ${name}`, en: (name: string) => `Entered by ${name}` },
  amended: { vi: (n: number) => `Bản đính chính lần ${n}`, en: (n: number) => `Correction ${n}` },
  logTitle: { vi: "Sổ lưu trú", en: "Log of overnight stays" },
  period: { vi: (from: string, to: string) => `Ghi từ ${from} đến hết ${to}`, en: (from: string, to: string) => `Entered from ${from} to ${to}` },
  serial: { vi: "STT", en: "No." },
  guest: { vi: "Họ tên khách", en: "Guest" },
  bornOn: { vi: "Ngày sinh", en: "Born on" },
  sex: { vi: "Giới tính", en: "Sex" },
  paper: { vi: "Giấy tờ, số", en: "Paper and number" },
  hostColumn: { vi: "Chủ nhà, điện thoại", en: "Host, telephone" },
  placeColumn: { vi: "Nơi ở", en: "Place" },
  reason: { vi: "Lý do", en: "Reason" },
  left: { vi: "Đi", en: "Left" },
  standing: { vi: "Trong hạn hay muộn", en: "In time or late" },
  planned: { vi: (day: string) => `dự kiến ${day}`, en: (day: string) => `planned ${day}` },
  mark: {
    vi: (who: string, at: string, purpose: string) => `Xuất bởi ${who}, lúc ${at}. Mục đích: ${purpose}`,
    en: (who: string, at: string, purpose: string) => `Taken out by ${who} at ${at}. For: ${purpose}`,
  },
  keptBy: { vi: "Người xuất sổ", en: "Taken out by" },
  chief: { vi: "Trưởng Công an", en: "Chief of Police" },
});
