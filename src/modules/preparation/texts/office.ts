import { defineTexts } from "../../../base/lang.ts";

/** A preparation at the counter. */
export const officeTexts = defineTexts({
  title: { vi: "Bản chuẩn bị ở nhà", en: "Prepared at home" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  kept: { vi: "Dùng được đến", en: "Good until" },
  unfinished: { vi: "Bà con chưa trả lời hết; hỏi nốt ở quầy.", en: "Not all is answered; ask the rest here." },
  nowCard: { vi: "Quét thẻ căn cước của bà con để đối chiếu", en: "Scan the identity card to compare" },
  nowCardHint: { vi: "Thẻ ghi khác thì lấy theo thẻ; chỗ khác được nêu ra.", en: "Where they differ the card holds, and the difference is shown." },
  readCard: { vi: "Đọc thẻ", en: "Read the card" },
  use: { vi: "Lấy câu trả lời này", en: "Use these answers" },
  useHint: { vi: "Vào hồ sơ đang tiếp nhận, đối chiếu với thẻ đã quét", en: "For the resident whose card was scanned" },
  withoutCard: {
    vi: "Thẻ không quét được thì gõ tay từ giấy tờ, rồi quét mã chuẩn bị ở ô chọn thủ tục.",
    en: "If the card cannot be scanned, type from the papers, then scan the code where the procedure is chosen.",
  },
  byHand: { vi: "Gõ tay từ giấy tờ", en: "Type from the papers" },
  answers: { vi: "Câu trả lời", en: "Answers" },
  none: { vi: "Không có bản chuẩn bị này", en: "No such preparation" },
  noneText: {
    vi: "Mã gõ nhầm, đã quá hạn hoặc đã xóa. Tiếp nhận như thường: quét thẻ và hỏi từng câu.",
    en: "Mistyped, run out or deleted. Receive as usual: scan the card and ask.",
  },
  used: { vi: "Bản chuẩn bị này đã dùng rồi", en: "This preparation was used already" },
  usedText: { vi: "Mỗi bản chỉ thành một hồ sơ. Hồ sơ ấy đây:", en: "Each becomes one dossier. Here it is:" },
  toDossier: { vi: "Mở hồ sơ", en: "Open the dossier" },
  elsewhere: { vi: (post: string) => `Bản này chuẩn bị cho ${post}`, en: (post: string) => `This was prepared for ${post}` },
  elsewhereText: {
    vi: "Câu trả lời chỉ mở được ở nơi bà con đã chọn. Ở đây thì quét thẻ và hỏi từng câu.",
    en: "The answers open only at the post that was chosen. Here scan the card and ask.",
  },
  toCounter: { vi: "Về trang tiếp nhận", en: "Back to the counter" },
  purpose: { vi: "Mở bản chuẩn bị do bà con đưa ở quầy", en: "Opening a preparation handed over at the counter" },
  startOver: { vi: "Bỏ, quét người khác", en: "Drop it, scan somebody else" },
});
