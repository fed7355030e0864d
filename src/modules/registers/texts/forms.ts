import { defineTexts } from "../../../base/lang.ts";

export const formTexts = defineTexts({
  endsBeforeItBegins: { vi: "Ngày cuối phải từ ngày đầu trở đi.", en: "The last day must not be before the first." },
  longerThanAYear: { vi: "Mỗi lần xem nhiều nhất một năm. Xin chọn kỳ ngắn hơn.", en: "At most one year at a time. Please choose a shorter period." },
  purposeMissing: { vi: "Xin ghi để làm gì: sổ in ra có đủ họ tên bà con.", en: "Please say what for: the printed book has whole names." },
  purposeShort: { vi: "Xin ghi rõ hơn, ít nhất năm chữ cái.", en: "Please say a little more: five letters at least." },
  codeMissing: { vi: "Xin gõ mã hồ sơ.", en: "Please type the code of the dossier." },
  codeUnknown: { vi: "Không có hồ sơ nào mang mã này ở đơn vị này.", en: "No dossier with this code at this post." },
  tooMany: {
    vi: (shown: string, most: string) => `Kỳ này có ${shown} hồ sơ; mỗi lần xuất kiểu này nhiều nhất ${most}. Xin chọn kỳ ngắn hơn.`,
    en: (shown: string, most: string) => `This period has ${shown} dossiers; at most ${most} can leave at once in this form. Please choose a shorter period.`,
  },
  dayChanged: {
    vi: "Vừa có thêm hồ sơ trong ngày. Xin xem lại số rồi bấm chốt lần nữa.",
    en: "Another dossier has just come in. Please look at the figures again, then close the day.",
  },
});
