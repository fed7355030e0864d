import { defineTexts } from "../../../base/lang.ts";

/** How what was entered wrong is put right: by a new line, which the old one gives way to. */
export const correctionTexts = defineTexts({
  instead: { vi: "Ghi lại cho đúng, thay cho", en: "Puts right, in place of" },
  hint: { vi: "Chỉ chọn khi dòng cũ ghi sai. Dòng cũ vẫn được giữ, không tính vào số liệu nữa.", en: "Only where the old line is wrong. It is kept, and counted no longer." },
  corrected: { vi: "Đã ghi lại cho đúng ở dòng sau.", en: "Put right by a later line." },
  whichMissing: { vi: "Xin chọn người đã ghi nhầm.", en: "Please choose who was entered by mistake." },
  whichGone: { vi: "Dòng này không có, hoặc đã được ghi lại rồi. Xin chọn dòng khác.", en: "There is no such line, or it was put right already. Please choose another." },
  alreadyThere: { vi: "Người mang số định danh này đã có trong vụ việc, với vai trò này.", en: "Somebody with this identity number stands in this report already, in this role." },
  tooEarly: { vi: "Ngày làm không trước ngày xảy ra, ngày nhận tin.", en: "The day is not before what happened or was reported." },
  nobody: { vi: "Việc này làm với ít nhất một người.", en: "This is done with one person at least." },
});
