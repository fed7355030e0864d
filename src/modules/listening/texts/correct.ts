import { defineTexts } from "../../../base/lang.ts";

/** What officers read where a line of a room is put right. */
export const correctTexts = defineTexts({
  title: { vi: (code: string) => `Sửa dòng ${code}`, en: (code: string) => `Correct line ${code}` },
  back: { vi: "Về cuộc họp", en: "Back to the meeting" },
  verb: { vi: "Sửa", en: "Correct" },
  keep: { vi: "Lưu", en: "Keep" },
  strikeTitle: { vi: "Ghi nhầm, gạch bỏ dòng này", en: "Taken by mistake: strike it out" },
  strike: { vi: "Gạch bỏ", en: "Strike it out" },
  strikeHint: { vi: "Dòng này ra khỏi cuộc họp và biên bản; nhật ký vẫn còn.", en: "It leaves the meeting and its minutes; the record keeps it." },
  reason: { vi: "Vì sao gạch bỏ", en: "Why" },
  over: { vi: "Không sửa được nữa: biên bản đã chốt, hoặc dòng này đã gạch bỏ.", en: "It can no longer be corrected: the minutes are closed, or it was struck out." },
  before: { vi: "Trước khi sửa", en: "Before" },
  readPurpose: { vi: "Sửa một dòng đã ghi ở cuộc họp", en: "Correcting a line taken in a meeting" },
});
