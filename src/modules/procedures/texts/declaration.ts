import { defineTexts } from "../../../base/lang.ts";

/** Asking the declaration at the counter, and showing it afterwards. */
export const declarationTexts = defineTexts({
  title: { vi: "Tờ khai", en: "Declaration" },
  ask: { vi: "Hỏi tờ khai, từng câu một", en: "Ask the declaration, one question a page" },
  goOnAsking: { vi: "Hỏi tiếp tờ khai", en: "Go on asking" },
  askHint: { vi: "Máy đã điền sẵn từ thẻ; xong thì in ra để bà con ký.", en: "What the card says is filled in already; afterwards it is printed for signature." },
  orPaper: {
    vi: "Bà con nộp tờ khai giấy đã điền thì không phải hỏi: đánh dấu tờ khai trong danh sách giấy tờ bên dưới.",
    en: "If the resident hands in a filled form nothing need be asked: tick it among the papers below.",
  },
  orSpoken: {
    vi: "Bà con đã khai trên giấy thì không phải hỏi: đánh dấu ô bên dưới.",
    en: "If the resident declared on paper nothing need be asked: tick the box below.",
  },
  answered: { vi: "Đã khai xong trên máy", en: "Answered on the screen" },
  answeredHint: {
    vi: "In ra cho bà con đọc lại và ký. Tờ khai đã ký được tính là giấy nộp.",
    en: "Print it for the resident to read and sign. The signed form counts as handed in.",
  },
  seeAnswers: { vi: "Xem lại, sửa", en: "Look again, change" },
  print: { vi: "In tờ khai để ký", en: "Print for signature" },
  formOnPaper: { vi: "tờ khai giấy bà con đã điền; không hỏi từng câu trên máy", en: "a form that the resident filled in; the questions are not asked" },
  onPaper: { vi: "Đã nhận lời khai trên giấy, không hỏi trên máy", en: "Declared on paper; not asked on the screen" },
  checkTitle: { vi: "Xem lại tờ khai", en: "Check the answers" },
  checkHint: { vi: "Đọc cho bà con nghe. Chỗ nào chưa đúng thì sửa.", en: "Read them to the resident. Change what is not right." },
  toPapers: { vi: "Đúng rồi, sang giấy tờ", en: "All right, on to the papers" },
  back: { vi: "Quay lại", en: "Back" },
  leave: { vi: "Về trang giấy tờ", en: "To the papers" },
  sameAsCard: { vi: "Khớp với thẻ", en: "As on the card" },
  prepared: { vi: "Bà con đã chuẩn bị ở nhà", en: "Prepared at home" },
  preparedText: { vi: "Câu trả lời lấy từ bản chuẩn bị. Xin xem lại cùng bà con.", en: "The answers come from the preparation. Go through them with the resident." },
  differs: { vi: "Khác với thẻ, đã lấy theo thẻ:", en: "Other than the card; the card was taken:" },
  differsLine: {
    vi: (what: string, home: string, card: string) => `${what}: ở nhà ghi "${home}", thẻ ghi "${card}"`,
    en: (what: string, home: string, card: string) => `${what}: at home "${home}", on the card "${card}"`,
  },
  declaredAnswered: { vi: (form: string) => `Khai trên máy, mẫu ${form}`, en: (form: string) => `Answered on the screen, form ${form}` },
  declaredFree: { vi: "Khai trên máy", en: "Answered on the screen" },
  declaredOnPaper: { vi: "Bà con nộp tờ khai giấy; bản giấy ở trong hồ sơ.", en: "Handed in on paper; the paper is in the file." },
  formGone: {
    vi: "Có câu trả lời, nhưng mẫu của kỳ ấy không còn trong dữ liệu nên chưa đọc được.",
    en: "There are answers, but the form of that time is not among the data any more, so they cannot be read.",
  },
  pdf: { vi: "Tờ khai (PDF)", en: "Declaration (PDF)" },
  followCaption: { vi: "Quét mã này để theo dõi hồ sơ", en: "Scan to follow the dossier" },
});

/** Offering to prepare it at home, on the page of a procedure. */
export const prepareTexts = defineTexts({
  title: { vi: "Khai sẵn cho nhanh", en: "Save time at the counter" },
  text: {
    vi: "Trả lời từng câu ở nhà, lấy mã mang đến quầy. Không cần tài khoản. Làm vậy chưa phải là nộp hồ sơ.",
    en: "Answer the questions at home and bring a code to the counter. No account needed. This does not file anything yet.",
  },
  prepare: { vi: "Chuẩn bị ở nhà", en: "Prepare at home" },
});
