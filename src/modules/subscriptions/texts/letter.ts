import { defineTexts } from "../../../base/lang.ts";

/** Letters and messages. Nothing in them but the code of a dossier, and not even that before an address is confirmed. */
export const letterTexts = defineTexts({
  subject: { vi: (code: string) => `Gần Dân: hồ sơ ${code} có tin mới`, en: (code: string) => `Gần Dân: news of dossier ${code}` },
  hello: { vi: "Kính gửi bà con,", en: "Hello," },
  lookUp: {
    vi: "Xem cụ thể ở trang tra cứu, gõ mã hồ sơ và 4 số cuối trên giấy hẹn:",
    en: "See the details on the look-up page, with the code and the last four digits as on your slip:",
  },
  lookUpLink: { vi: "Mở trang tra cứu", en: "Open the look-up page" },
  why: { vi: "Bà con nhận thư này vì đã xin báo tin qua email.", en: "You get this letter because you asked to be told by e-mail." },
  stop: { vi: "Không muốn nhận nữa thì bấm vào đây:", en: "To get no more of them, follow this link:" },
  stopLink: { vi: "Dừng nhận tin", en: "Stop these letters" },
  noReply: {
    vi: "Thư do máy gửi, xin đừng trả lời. Công an không bao giờ hỏi mật khẩu, mã OTP hay tiền qua thư.",
    en: "Sent by a machine; please do not answer. The police never ask for passwords, codes or money by letter.",
  },

  confirmSubject: { vi: "Gần Dân: xác nhận nhận tin qua email", en: "Gần Dân: confirm news by e-mail" },
  confirmLine: {
    vi: (post: string) => `Có người vừa ghi địa chỉ email này để nhận tin về một hồ sơ ở ${post}. Nếu đúng là bà con thì bấm vào đây để xác nhận:`,
    en: (post: string) => `Somebody has just given this e-mail address to be told of a dossier at ${post}. If it was you, follow this link to confirm:`,
  },
  confirmLink: { vi: "Xác nhận địa chỉ này", en: "Confirm this address" },
  notMe: {
    vi: "Nếu không phải bà con thì không cần làm gì, hoặc bấm vào đây để xóa địa chỉ này ngay:",
    en: "If it was not you, do nothing, or follow this link to have the address erased at once:",
  },
  notMeLink: { vi: "Không phải tôi", en: "It was not me" },
  pushTitle: { vi: (code: string) => `Hồ sơ ${code}`, en: (code: string) => `Dossier ${code}` },
  warningTitle: { vi: (post: string) => `${post} cảnh báo`, en: (post: string) => `A warning of ${post}` },
  alertTitle: { vi: "Gần Dân: tin báo cho cán bộ", en: "Gần Dân: an alert for you" },
});
