import { defineTexts } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "Nhật ký", en: "Record" },
  lead: {
    vi: "Ai đã xem gì, để làm gì; ai đã thay đổi gì. Chỉ thêm vào được, không sửa, không xóa được.",
    en: "Who looked at what, and why; who changed what. It can be added to, never changed or deleted.",
  },
  find: { vi: "Mã hồ sơ", en: "Dossier code" },
  findHint: { vi: "Để trống thì thấy những dòng mới nhất.", en: "Leave it empty for the newest entries." },
  unknown: { vi: "Không có hồ sơ nào mang mã này trong phạm vi của bạn.", en: "No dossier with this code within your scope." },
  looks: { vi: "Ai đã xem", en: "Who looked" },
  changes: { vi: "Ai đã thay đổi", en: "Who changed" },
  at: { vi: "Lúc", en: "When" },
  who: { vi: "Ai", en: "Who" },
  what: { vi: "Việc gì", en: "What" },
  purpose: { vi: "Để làm gì", en: "What for" },
  where: { vi: "Đơn vị", en: "Unit" },
  nothing: { vi: "Chưa có dòng nào.", en: "Nothing yet." },
  system: { vi: "Hệ thống", en: "System" },
});

/** What was done to an account. */
export const accountActionTexts = defineTexts({
  "account.add": { vi: "Thêm tài khoản", en: "Account added" },
  "account.changePassword": { vi: "Đổi mật khẩu", en: "Password changed" },
  "account.close": { vi: "Đóng tài khoản", en: "Account closed" },
});
