import { defineTexts } from "../base/lang.ts";

export const toldTexts = defineTexts({
  title: { vi: "Ghi tin báo của bà con", en: "Write down what somebody reports" },
  lead: {
    vi: "Ai đến quầy, gọi đến hay gặp ngoài địa bàn mà báo việc gì cũng ghi, không hẹn, không chỉ đi chỗ khác. Ghi xong chỉ còn giấy biên nhận; cán bộ trực nhận và xử lý.",
    en: "Whatever somebody comes, calls or meets you to report is written down at once. Afterwards only the receipt is left to see; the officer on duty takes it up.",
  },
  channel: { vi: "Báo bằng cách nào", en: "How it came" },
  counter: { vi: "Đến quầy", en: "At the counter" },
  phone: { vi: "Gọi điện", en: "By telephone" },
  field: { vi: "Ngoài địa bàn", en: "In the field" },
  photo: { vi: "Ảnh chụp tại chỗ", en: "A photograph of the place" },
  save: { vi: "Ghi và in biên nhận", en: "Write down and print the receipt" },
  kept: { vi: "Đã ghi và chuyển cho cán bộ trực", en: "Written down, and with the officer on duty" },
  onceOnly: { vi: "Trang này chỉ hiện một lần. In ra, hoặc chép mã cho bà con trước khi đóng.", en: "This page is shown once. Print it or copy the code before you close it." },
  receipt: { vi: "Giấy biên nhận tin báo", en: "Receipt of a report" },
  receiptCode: { vi: "Mã biên nhận", en: "Receipt code" },
  code: { vi: "Số", en: "Number" },
  receivedAt: { vi: "Nhận lúc", en: "Received" },
  officer: { vi: "Cán bộ ghi", en: "Written down by" },
  answer: {
    vi: "Xem trả lời và nhắn thêm bằng mã này, hoặc quét hình dưới đây. Mất mã thì không tìm lại được.",
    en: "Read the answer and add something with this code, or scan the picture below. A lost code cannot be found again.",
  },
  rights: { vi: "Người báo tin được giữ bí mật, được bảo vệ, được báo kết quả.", en: "Whoever reports is kept secret, protected and told the result." },
  duty: { vi: (phone: string) => `Trực ban, cả ngày lẫn đêm: ${phone}`, en: (phone: string) => `Duty desk, day and night: ${phone}` },
  print: { vi: "In biên nhận", en: "Print the receipt" },
  next: { vi: "Ghi tin báo khác", en: "Write down another" },
});
