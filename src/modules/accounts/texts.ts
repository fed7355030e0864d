import { type Bilingual, defineTexts } from "../../base/lang.ts";
import type { Role } from "../../kernel/rights.ts";

export const texts = defineTexts({
  signInTitle: { vi: "Cán bộ đăng nhập", en: "Officers sign in" },
  login: { vi: "Tên đăng nhập", en: "Login" },
  password: { vi: "Mật khẩu", en: "Password" },
  code: { vi: "Mã sáu số trong ứng dụng xác thực", en: "Six-digit code of the authenticator app" },
  signIn: { vi: "Đăng nhập", en: "Sign in" },
  wrongTitle: { vi: "Chưa đăng nhập được", en: "Not signed in" },
  wrong: {
    vi: "Tên, mật khẩu hoặc mã xác thực chưa đúng. Mã chỉ dùng được một lần: nếu vừa dùng, hãy chờ mã mới.",
    en: "Login, password or code is not right. A code works once: if it was just used, wait for the next.",
  },
  lockedOut: {
    vi: "Đã thử sai nhiều lần. Xin chờ mười lăm phút rồi thử lại, hoặc gọi người quản trị.",
    en: "Too many wrong attempts. Please wait fifteen minutes, or call the administrator.",
  },
  demoTitle: { vi: "Vào xem thử với vai một người", en: "Look around as one of these people" },
  demoText: {
    vi: "Bản chạy thử: mọi người ở đây đều do chúng tôi nghĩ ra. Bấm vào một tên để vào ngay.",
    en: "Trial version: everybody here is invented. Choose a name to sign in at once.",
  },
  residentsHere: { vi: "Bà con tra cứu, làm thủ tục: về trang đầu", en: "Residents: go to the front page" },
  passwordTitle: { vi: "Đổi mật khẩu", en: "Change the password" },
  current: { vi: "Mật khẩu đang dùng", en: "Current password" },
  next: { vi: "Mật khẩu mới, từ 14 ký tự", en: "New password, 14 characters or more" },
  again: { vi: "Gõ lại mật khẩu mới", en: "New password again" },
  change: { vi: "Đổi mật khẩu", en: "Change the password" },
  changed: { vi: "Đã đổi mật khẩu. Xin đăng nhập lại.", en: "The password has been changed. Please sign in again." },
  accountsTitle: { vi: "Tài khoản cán bộ", en: "Officers' accounts" },
  accountsText: {
    vi: "Thêm người bằng lệnh gandan user add. Đóng tài khoản có hiệu lực ngay, các phiên đang mở bị ngắt.",
    en: "Add people with the command gandan user add. Closing takes effect at once and ends open sessions.",
  },
  person: { vi: "Người", en: "Person" },
  unit: { vi: "Đơn vị", en: "Unit" },
  role: { vi: "Vai", en: "Role" },
  lastSeen: { vi: "Lần cuối", en: "Last seen" },
  never: { vi: "chưa lần nào", en: "never" },
  closed: { vi: "Đã đóng", en: "Closed" },
  close: { vi: "Đóng tài khoản", en: "Close the account" },
});

export const accountErrors = {
  login: { vi: "Xin gõ tên đăng nhập.", en: "Please type your login." },
  password: { vi: "Xin gõ mật khẩu.", en: "Please type the password." },
  code: { vi: "Mã gồm sáu chữ số.", en: "The code has six digits." },
  short: (length: number): Bilingual => ({
    vi: `Mật khẩu phải từ ${length} ký tự. Một câu dễ nhớ là tốt nhất.`,
    en: `A password has at least ${length} characters. A sentence is best.`,
  }),
  different: { vi: "Hai lần gõ chưa giống nhau.", en: "The two do not agree." },
  wrongPassword: { vi: "Mật khẩu đang dùng chưa đúng.", en: "The current password is not right." },
} as const;

/** What a role is called. */
export const roleTexts = defineTexts({
  counterOfficer: { vi: "cán bộ tiếp nhận", en: "counter officer" },
  beatOfficer: { vi: "cán bộ địa bàn", en: "beat officer" },
  chief: { vi: "trưởng công an", en: "chief" },
  provinceAnalyst: { vi: "cán bộ tổng hợp tỉnh", en: "province analyst" },
  auditor: { vi: "thanh tra", en: "auditor" },
  administrator: { vi: "quản trị", en: "administrator" },
  dutyOfficer: { vi: "trực ban", en: "duty officer" },
  door: { vi: "cửa nhận", en: "door" },
  clock: { vi: "đồng hồ", en: "clock" },
  nationalPortal: { vi: "cổng quốc gia", en: "national portal" },
}) satisfies Record<Role, Bilingual>;
