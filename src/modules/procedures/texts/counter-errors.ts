import type { CardFault } from "../../../base/identity.ts";
import type { Bilingual } from "../../../base/lang.ts";

/** What the counter says when something typed or scanned will not do. */
export const counterErrors = {
  card: {
    empty: {
      vi: "Chưa quét được gì. Xin quét lại mã QR trên thẻ, hoặc gõ tay từ giấy tờ.",
      en: "Nothing was scanned. Please scan the card's QR code again, or type from the papers.",
    },
    notACard: {
      vi: "Đây không phải mã trên thẻ căn cước. Xin quét mã QR ở góc thẻ.",
      en: "This is not the code of an identity card. Please scan the QR code in the corner of the card.",
    },
    tooFewFields: { vi: "Mã quét bị thiếu phần cuối. Xin giữ thẻ yên và quét lại.", en: "The code was cut short. Hold the card still and scan again." },
    badIdNumber: {
      vi: "Số định danh trong mã không đủ 12 chữ số. Xin quét lại; nếu vẫn vậy, hãy gõ tay và kiểm tra thẻ.",
      en: "The identity number in the code has not 12 digits. Scan again; if it stays so, type it and check the card.",
    },
    noName: {
      vi: "Không đọc được họ tên trong mã. Nếu máy đang bật bộ gõ tiếng Việt (Unikey), xin tắt rồi quét lại; không được thì gõ tay.",
      en: "The name in the code cannot be read. If a Vietnamese keyboard (Unikey) is on, turn it off and scan again; else type it.",
    },
    badBirthDate: {
      vi: "Ngày sinh trong mã không có thật. Xin gõ tay theo thẻ và kiểm tra thẻ.",
      en: "The birth date in the code does not exist. Type it from the card and check the card.",
    },
    futureBirthDate: { vi: "Ngày sinh trong mã ở sau hôm nay. Xin kiểm tra thẻ.", en: "The birth date in the code lies after today. Please check the card." },
    badSex: {
      vi: "Không đọc được giới tính trong mã. Nếu máy đang bật bộ gõ tiếng Việt (Unikey), xin tắt rồi quét lại; không được thì gõ tay.",
      en: "The sex in the code cannot be read. If a Vietnamese keyboard (Unikey) is on, turn it off and scan again; else type it.",
    },
    noAddress: { vi: "Mã không có nơi thường trú. Xin gõ tay.", en: "The code has no address. Please type it." },
    badIssueDate: { vi: "Ngày cấp trong mã không hợp lý. Xin kiểm tra thẻ.", en: "The issue date in the code cannot be right. Please check the card." },
  } satisfies Record<CardFault, Bilingual>,
  idNumber: { vi: "Số định danh cá nhân gồm đúng 12 chữ số.", en: "A personal identity number has exactly 12 digits." },
  procedure: {
    vi: "Xin gõ mã hoặc tên thủ tục, không cần dấu. Ví dụ: dieu chinh, hoặc 10039.",
    en: "Type the code or the name of a procedure, marks are not needed. Example: dieu chinh, or 10039.",
  },
  noSuchProcedure: {
    vi: "Không có thủ tục nào như vậy. Xin gõ ít chữ hơn, hoặc chọn trong danh sách.",
    en: "There is no such procedure. Type fewer letters, or choose from the list.",
  },
  request: { vi: "Xin ghi ngắn gọn bà con đề nghị gì, ví dụ: thay đổi nghề nghiệp, nơi làm việc.", en: "Write shortly what is asked for, for example: change of occupation." },
  circumstance: { vi: "Xin chọn một trường hợp: hạn trả và lệ phí tính theo đó.", en: "Please choose: term and fee depend on it." },
  missingPapers: (papers: readonly Bilingual[]): Bilingual => ({
    vi: `Còn thiếu: ${papers.map((paper) => paper.vi).join("; ")}. Có đủ thì đánh dấu; chưa có thì hướng dẫn bà con bổ sung, chưa nhận hồ sơ.`,
    en: `Still missing: ${papers.map((paper) => paper.en).join("; ")}. Tick what is here; otherwise tell the resident what to bring, and do not receive yet.`,
  }),
  declaration: {
    vi: "Xin hỏi tờ khai từng câu, hoặc đánh dấu là đã nhận lời khai trên giấy.",
    en: "Ask the declaration question by question, or tick that it was taken on paper.",
  },
  reason: { vi: "Xin ghi lý do, rõ để bà con hiểu.", en: "Please give the reason, clear enough for the resident." },
  decision: { vi: "Xin ghi kết quả giải quyết, một câu đầy đủ.", en: "Please write the result as one full sentence." },
  changeLine: { vi: "Mỗi thay đổi cần đủ ba ô: nội dung, trước, sau.", en: "Each change needs all three: what, before, after." },
  validUntil: { vi: "Xin ghi ngày hết giá trị, từ hôm nay trở đi. Ví dụ: 20/11/2027.", en: "Please give the last day of validity, from today on. Example: 20/11/2027." },
  absentFrom: { vi: "Xin ghi ngày bắt đầu vắng. Ví dụ: 01/12/2026.", en: "Please give the first day of absence. Example: 01/12/2026." },
  absentUntil: { vi: "Xin ghi ngày vắng cuối cùng. Ví dụ: 01/03/2027.", en: "Please give the last day of absence. Example: 01/03/2027." },
  absentOrder: { vi: "Ngày cuối phải từ ngày đầu trở đi.", en: "The last day cannot come before the first." },
  address: { vi: "Xin ghi ít nhất một trong các nơi cư trú.", en: "Please give at least one place of residence." },
  officer: { vi: "Xin chọn cán bộ nhận việc.", en: "Please choose the officer." },
} as const;

/** What is said of a card that could not be read, wherever one is scanned. */
export const cardErrors = counterErrors.card;
