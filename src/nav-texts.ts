import { defineTexts } from "./base/lang.ts";

export const navTexts = defineTexts({
  inbox: { vi: "Hộp việc", en: "Inbox" },
  receive: { vi: "Tiếp nhận mới", en: "Receive" },
  stays: { vi: "Lưu trú", en: "Stays" },
  listening: { vi: "Lắng nghe", en: "Listening" },
  mailbox: { vi: "Tin đã báo", en: "Notices" },
  printing: { vi: "In hàng loạt", en: "Print together" },
  signing: { vi: "Ký giấy", en: "To sign" },
  apologies: { vi: "Thư xin lỗi", en: "Apologies" },
  portal: { vi: "Cổng quốc gia", en: "National portal" },
  registers: { vi: "Sổ sách", en: "Books" },
  line: { vi: "Hàng chờ", en: "Waiting line" },
  handovers: { vi: "Bàn giao việc", en: "Hand over work" },
  desks: { vi: "Bàn tiếp dân", en: "Desks" },
  figures: { vi: "Số liệu", en: "Figures" },
  record: { vi: "Nhật ký", en: "Record" },
  password: { vi: "Đổi mật khẩu", en: "Password" },
  accounts: { vi: "Tài khoản", en: "Accounts" },
});
