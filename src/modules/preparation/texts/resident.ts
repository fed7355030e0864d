import { defineTexts } from "../../../base/lang.ts";

/** Preparing at home. */
export const residentTexts = defineTexts({
  notFiled: { vi: "CHƯA NỘP", en: "NOT FILED" },
  notFiledText: {
    vi: "Đây mới là bản chuẩn bị ở nhà. Hồ sơ chỉ coi là đã nộp khi cán bộ ở quầy đưa giấy hẹn cho bà con.",
    en: "This is only a preparation at home. Nothing is filed until an officer at the counter hands you a receipt.",
  },
  online: { vi: (portal: string) => `Muốn nộp qua mạng thì chỉ nộp ở ${portal}`, en: (portal: string) => `Online filing is done only at ${portal}` },
  basis: { vi: (law: string) => `Căn cứ: ${law}`, en: (law: string) => `Basis: ${law}` },
  titlePrefix: { vi: (title: string) => `CHƯA NỘP: ${title}`, en: (title: string) => `NOT FILED: ${title}` },

  openTitle: { vi: "Chuẩn bị hồ sơ ở nhà", en: "Prepare at home" },
  openLead: {
    vi: "Trả lời từng câu ở nhà, lấy mã mang đến quầy: cán bộ không phải hỏi lại. Không cần tài khoản, không cần thư điện tử.",
    en: "Answer the questions at home and bring the code: nobody has to ask you again. No account, no e-mail.",
  },
  chooseProcedure: { vi: "Chọn thủ tục để bắt đầu", en: "Choose a procedure to begin" },
  haveCode: { vi: "Đã có mã chuẩn bị?", en: "Have a code already?" },
  code: { vi: "Mã chuẩn bị", en: "Code of the preparation" },
  codeHint: { vi: "Mười sáu chữ và số, in trên tờ mang theo.", en: "Sixteen letters and digits, printed on the sheet to take along." },
  openIt: { vi: "Mở lại", en: "Open it" },
  badCode: {
    vi: "Không thấy bản chuẩn bị nào với mã này. Có thể gõ nhầm, đã quá hạn, hoặc đã xóa. Quá hạn thì bà con làm lại từ đầu.",
    en: "No preparation has this code. It may be mistyped, have run out or be deleted. If it ran out, please begin again.",
  },

  caseQuestion: { vi: "Việc của bà con thuộc trường hợp nào?", en: "Which is your case?" },
  caseHint: { vi: "Mỗi trường hợp cần giấy tờ khác nhau.", en: "Each case needs other papers." },
  caseMissing: { vi: "Xin chọn một trường hợp.", en: "Please choose a case." },
  post: { vi: (post: string) => `Bà con sẽ đến ${post}.`, en: (post: string) => `You will come to ${post}.` },
  otherPost: { vi: "Chọn nơi khác", en: "Choose another place" },
  doneByAuthority: { vi: "Không phải làm gì:", en: "Nothing to do:" },
  begin: { vi: "Bắt đầu", en: "Begin" },
  beginHint: {
    vi: "Những gì gõ vào được khóa bằng mã của riêng bà con và tự xóa khi hết hạn.",
    en: "What you type is locked with a code of your own and is erased when the time is over.",
  },

  papersTitle: { vi: "Giấy tờ cần mang theo", en: "Papers to bring" },
  yourCase: { vi: "Trường hợp", en: "Case" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  ask: { vi: "Khai từng câu", en: "Answer the questions" },
  askHint: { vi: "Mỗi trang một câu. Thoát giữa chừng thì mở lại bằng địa chỉ này.", en: "One question a page. If you leave, this address opens it again." },
  goOn: { vi: "Khai tiếp", en: "Go on" },
  keptUntil: { vi: (moment: string) => `Giữ đến ${moment}`, en: (moment: string) => `Kept until ${moment}` },

  back: { vi: "Quay lại", en: "Back" },
  checkTitle: { vi: "Xem lại câu trả lời", en: "Check your answers" },
  checkHint: { vi: "Chỗ nào chưa đúng thì bấm Sửa.", en: "Change what is not right." },
  getCode: { vi: "Đúng rồi, lấy mã", en: "All right, give me the code" },
  getCodeHint: { vi: "Lấy mã vẫn chưa phải là nộp hồ sơ", en: "A code is not a filing yet" },

  readyTitle: { vi: "Mã chuẩn bị của bà con", en: "Your code" },
  readyText: {
    vi: "Mang mã này và giấy tờ bên dưới đến quầy. Cán bộ quét mã là thấy ngay câu trả lời.",
    en: "Bring this code and the papers below. The officer scans it and sees your answers at once.",
  },
  validUntil: { vi: (day: string) => `Dùng được đến hết ${day}, một lần`, en: (day: string) => `Good until the end of ${day}, once` },
  qr: { vi: "Đưa mã này cho cán bộ quét", en: "Show this to the officer" },
  secret: {
    vi: "Ai có mã này thì xem được câu trả lời. Đừng đưa cho người lạ, đừng gửi lên mạng.",
    en: "Whoever has this code can read the answers. Do not give it to strangers.",
  },
  where: { vi: "Nơi đến", en: "Where" },
  when: { vi: "Giờ tiếp dân", en: "Opening hours" },
  book: { vi: "Đặt giờ hẹn cho khỏi chờ", en: "Book a time" },
  printPaper: { vi: "Tờ khai đã điền (PDF), in ra ký trước cũng được", en: "The filled form (PDF); you may print and sign it" },
  printPage: { vi: "Muốn in tờ này thì dùng lệnh In của trình duyệt.", en: "To print this sheet use your browser's print command." },
  answers: { vi: "Câu trả lời", en: "Your answers" },
  drop: { vi: "Xóa bản chuẩn bị này", en: "Delete this preparation" },
  dropHint: { vi: "Xóa ngay, không lấy lại được", en: "At once, and for good" },
  dropped: { vi: "Đã xóa bản chuẩn bị", en: "The preparation is deleted" },
  bring: { vi: "Nhớ mang", en: "Also bring" },
  paperCaption: { vi: "CHƯA NỘP. Cán bộ quét mã này ở quầy để lấy câu trả lời", en: "NOT FILED. The officer scans this code at the counter" },
});
