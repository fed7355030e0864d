import { defineTexts } from "../../../base/lang.ts";

export const officeTexts = defineTexts({
  title: { vi: "Mã liên lạc", en: "Contact codes" },
  lead: {
    vi: "Trước khi gọi, đến nhà hay gửi giấy mời, bấm một nút để lấy mã rồi đọc cho bà con. Bà con kiểm tra ở trang “Có phải công an?” hoặc gọi trực ban.",
    en: "Before you call, visit or summon, press a button and read the code out. People check it on the page “Is it really the police?” or by calling the duty desk.",
  },
  phone: { vi: "Số máy sắp gọi", en: "Number you are about to call" },
  phoneMissing: {
    vi: "Ghi số máy sắp gọi, để bà con hỏi theo số thì thấy. Không ghi được thì đánh dấu ô bên dưới.",
    en: "Enter the number you are about to call, so that people who ask by number find it; or tick the box below.",
  },
  numberUnknownWhy: { vi: "Gọi qua tổng đài, chưa rõ số", en: "By a switchboard, or not known yet" },
  numberUnknown: { vi: "Không ghi được số máy", en: "The number cannot be given" },
  phoneHint: {
    vi: "Chỉ cần khi gọi điện: bà con hỏi theo số máy và giờ gọi thì thấy. Máy chỉ giữ dấu khóa của số, không giữ số.",
    en: "For calls only: people who ask by number and hour find it. Only a keyed hash of it is kept.",
  },
  newest: { vi: "Mã vừa lấy", en: "Your newest code" },
  readOut: {
    vi: (code: string, address: string) => `“Mã liên lạc của tôi là ${code}. Bác kiểm tra ở ${address} hoặc gọi trực ban trước khi nói chuyện tiếp với tôi.”`,
    en: (code: string, address: string) => `“My code is ${code}. Please check it at ${address} or call the duty desk before you go on talking to me.”`,
  },
  qr: { vi: "Cho bà con quét khi đến nhà", en: "To be scanned at the door" },
  own: { vi: "Mã tôi đã lấy", en: "Codes I have taken" },
  ownHint: { vi: "Chỉ mình anh, chị thấy danh sách này.", en: "Only you see this list." },
  none: { vi: "Chưa lấy mã nào", en: "No code yet" },
  noneText: { vi: "Lấy mã trước mỗi lần liên lạc: người không có mã thì bà con biết là giả.", en: "Take one before each contact: whoever has none is known to be false." },
  code: { vi: "Mã", en: "Code" },
  erased: { vi: "đã xóa", en: "erased" },
  kind: { vi: "Việc", en: "What for" },
  withPhone: { vi: "có ghi số máy", en: "with a number" },
  takenAt: { vi: "Lấy lúc", en: "Taken" },
  validUntil: { vi: "Hiệu lực đến", en: "Valid until" },
  shown: { vi: (n: number) => `${n} mã`, en: (n: number) => `${n} codes` },
  over: { vi: "hết hiệu lực", en: "no longer valid" },
});

export const takeTexts = defineTexts({
  call: { vi: "Lấy mã cho cuộc gọi", en: "Code for a call" },
  visit: { vi: "Lấy mã đến nhà", en: "Code for a visit" },
  summons: { vi: "Lấy mã cho giấy mời", en: "Code for a summons" },
});
