import { type Bilingual, defineTexts } from "../../../base/lang.ts";

/** What comes after each state. */
export const comingWords = defineTexts({
  work: { vi: "cán bộ kiểm tra, giải quyết", en: "an officer checks and works on it" },
  supplement: { vi: "bà con nộp giấy còn thiếu", en: "you bring what is missing" },
  others: { vi: "hết tạm dừng thì cán bộ làm tiếp", en: "work goes on once the pause is over" },
  sign: { vi: "trưởng công an ký kết quả", en: "the chief signs the result" },
  fetch: { vi: "bà con tới nhận kết quả", en: "you collect the result" },
  fetchRefusal: { vi: "bà con tới nhận phiếu từ chối", en: "you collect the refusal" },
});

/** What a resident reads where her dossier does not run straight. */
export const turnTexts = defineTexts({
  todo: { vi: (what: string) => `Bà con làm: ${what}.`, en: (what: string) => `What to do: ${what}.` },
  again: {
    vi: (n: number) => `Đây là lần yêu cầu thứ ${n}. Công an xin lỗi vì lần trước chưa nói hết.`,
    en: (n: number) => `This is request number ${n}. We are sorry that it was not all named before.`,
  },
  againWhy: { vi: (why: string) => `Lý do: ${why}`, en: (why: string) => `Reason: ${why}` },
  askedFor: { vi: (n: number, what: string) => `Lần ${n}: ${what}`, en: (n: number, what: string) => `Request ${n}: ${what}` },
  extendedTitle: { vi: (due: string) => `Công an xin lỗi, hẹn bà con lại: ${due}`, en: (due: string) => `We apologise; the new date is ${due}` },
  extendedText: {
    vi: (promised: string, reason: string) => `Hẹn cũ ${promised} không kịp vì: ${reason} Bà con không phải nộp thêm gì.`,
    en: (promised: string, reason: string) => `The first date, ${promised}, cannot be kept because: ${reason} You need not bring anything more.`,
  },
  extendedLate: {
    vi: "Hẹn cũ đã qua khi công an hẹn lại: lần chậm này đã được ghi, không ai xóa được.",
    en: "The first date had passed before this was said: the delay is on record and nobody can erase it.",
  },
  extendedStep: { vi: (promised: string, due: string) => `Hẹn cũ ${promised}, hẹn lại ${due}`, en: (promised: string, due: string) => `From ${promised} to ${due}` },
  inTimeAgain: {
    vi: (due: string, promised: string) => `Kịp ngày hẹn lại ${due}, chậm hơn hẹn đầu ${promised}.`,
    en: (due: string, promised: string) => `In time for the new date, ${due}; later than the first, ${promised}.`,
  },
  stopped: { vi: (reason: string) => `Vì: ${reason}.`, en: (reason: string) => `Because: ${reason}.` },
  holding: { vi: "Tạm dừng, chưa tính ngày", en: "Paused; the clock stands still" },
});

/** What she has to do while a dossier is late and nothing is missing. */
export const whatNowLate: Bilingual = {
  vi: "Chưa phải làm gì thêm. Việc xong thì mang giấy hẹn và thẻ căn cước tới nhận; bà con gọi trước để khỏi đi nhầm ngày.",
  en: "Nothing more. When it is done come with your slip and your identity card; please call before you come.",
};
