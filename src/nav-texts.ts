import { defineTexts } from "./base/lang.ts";

export const navTexts = defineTexts({
  inbox: { vi: "Hộp việc", en: "Inbox" },
  receive: { vi: "Tiếp nhận mới", en: "Receive" },
  mailbox: { vi: "Tin đã báo", en: "Notices" },
  alerts: { vi: "Tin báo cho tôi", en: "Alerts for me" },
  registers: { vi: "Sổ sách", en: "Books" },
  line: { vi: "Hàng chờ", en: "Waiting line" },
  desks: { vi: "Bàn tiếp dân", en: "Desks" },
  figures: { vi: "Số liệu", en: "Figures" },
  record: { vi: "Nhật ký", en: "Record" },
  password: { vi: "Đổi mật khẩu", en: "Password" },
  accounts: { vi: "Tài khoản", en: "Accounts" },
});
