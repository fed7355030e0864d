import { defineTexts } from "../../../base/lang.ts";

/** What is no report, and what was told twice. */
export const junkTexts = defineTexts({
  dismissText: {
    vi: "Chỉ dùng cho tin gửi qua mạng mà không báo việc gì: gửi thử, phá rối, bấm hai lần. Có thể là việc thật thì không loại. Tin vẫn nằm trong sổ kèm lý do, không tính vào số liệu.",
    en: "Only for what came by the web and reports nothing: a trial, a joke, pressed twice. What may be real is not dismissed. It stays in the book with the reason and is not counted.",
  },
  same: { vi: "Cùng một vụ", en: "One case" },
  sameYes: { vi: "Hai tin báo cùng một vụ, số liệu chỉ tính một", en: "Both tell of one case, counted once" },
  sameHint: {
    vi: "Tính ở tin nhận trước. Nối lại mà không đánh dấu thì hai tin tính thành hai vụ.",
    en: "It counts with the older report. Linked once more without the mark, they are two cases again.",
  },
  sameCase: { vi: "Cùng một vụ, tính một lần.", en: "One case, counted once." },
});
