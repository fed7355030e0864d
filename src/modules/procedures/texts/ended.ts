import { defineTexts } from "../../../base/lang.ts";

/** What a resident is told of a paper that does not stand any more. */
export const endedTexts = defineTexts({
  revokedTitle: { vi: "Giấy đã cấp không còn giá trị", en: "The issued paper is void" },
  revokedText: {
    vi: (day: string, why: string) => `Công an thu hồi giấy này ${day}. Lý do: ${why}. Bà con đừng dùng tờ giấy cũ; gọi trực ban để biết làm gì tiếp.`,
    en: (day: string, why: string) => `The post took this paper back on ${day}. Reason: ${why}. Do not use it; call the duty desk to learn what comes next.`,
  },
  beingRemade: {
    vi: "Chưa phải làm gì thêm: công an đang làm lại giấy, xong thì báo. Bà con khoan tới nhận, và đừng dùng tờ cũ.",
    en: "Nothing more: the paper is being made anew and you will be told. Please do not come yet, and do not use the old one.",
  },
  replacedTitle: { vi: "Giấy đã cấp có giấy khác thay", en: "The issued paper was replaced" },
  replacedText: {
    vi: (day: string, why: string) => `Từ ${day} đã có giấy mới.${why} Bà con dùng tờ mới, bỏ tờ cũ.`,
    en: (day: string, why: string) => `Since ${day} there is a new one.${why} Use the new one and drop the old.`,
  },
  replacedWhy: { vi: (why: string) => ` Lý do: ${why}.`, en: (why: string) => ` Reason: ${why}.` },
});
