import { defineTexts } from "./base/lang.ts";

export const navTexts = defineTexts({
  inbox: { vi: "Hộp việc", en: "Inbox" },
  receive: { vi: "Tiếp nhận mới", en: "Receive" },
  registers: { vi: "Sổ sách", en: "Books" },
  figures: { vi: "Số liệu", en: "Figures" },
  record: { vi: "Nhật ký", en: "Record" },
  accounts: { vi: "Tài khoản", en: "Accounts" },
});
