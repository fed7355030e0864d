import { defineTexts } from "../../../base/lang.ts";

export const formTexts = defineTexts({
  stageMissing: { vi: "Xin chọn đã chuyển tiền hay chưa.", en: "Choose whether money has gone." },
  secret: {
    vi: "Ở đây có mật khẩu hoặc mã OTP. Phần mềm không nhận và không lưu. Xin xóa đi; đừng nói mã ấy cho ai.",
    en: "A password or a one-time code stands here. It is neither taken nor kept. Remove it, and tell it to nobody.",
  },
  oneTimeCode: { vi: "Dãy số này giống mã OTP. Đừng gõ mã OTP ở đâu cả, kể cả ở đây.", en: "This looks like a one-time code. Type it nowhere, not here either." },
  noQr: {
    vi: "Chưa đọc được mã QR trong ảnh. Xin chụp thẳng, gần hơn, đủ sáng.",
    en: "No QR code could be read in this picture. Take it straight, closer, in good light.",
  },
  strangeQr: { vi: "Mã QR này không phải tài khoản ngân hàng hay đường dẫn.", en: "This QR code is neither a bank account nor a link." },
  badMark: { vi: "Xin gõ một số điện thoại, số tài khoản, đường dẫn hoặc nội dung mã QR.", en: "Type a phone number, an account, a link or the text of a QR code." },
  unreadMark: {
    vi: (typed: string) => `(Ghi ở ô số điện thoại, tài khoản, đường dẫn của kẻ lừa: ${typed})`,
    en: (typed: string) => `(Written in the field for the phone, account or link of the swindlers: ${typed})`,
  },
  reach: { vi: "Gọi lại, như đã gõ", en: "Call back, as typed" },
  codeMissing: { vi: "Xin gõ mã trên biên nhận.", en: "Type the code on the receipt." },
  badCode: { vi: "Không có tin báo nào mang mã này. Xin xem lại từng chữ.", en: "No report has this code. Please check every letter." },
  markMissing: { vi: "Xin gõ điều cần kiểm tra.", en: "Type what is to be checked." },
  badTime: { vi: "Giờ gõ như 9:30 hay 14h.", en: "Write the time as 9:30 or 14h." },
  later: { vi: "Giờ này chưa tới.", en: "That has not come yet." },
  outcomeMissing: { vi: "Xin chọn kết quả.", en: "Choose how it ended." },
  badAmount: { vi: "Xin gõ số tiền bằng đồng, ví dụ 15.000.000.", en: "Type whole dong, such as 15.000.000." },
  doNotAddUp: { vi: "Số đã mất và số giữ được cộng lại nhiều hơn số định chiếm đoạt.", en: "What was lost and what was saved are more than what was at stake." },
  stoppedWithoutLoss: {
    vi: "Đã chặn được hết thì không có số mất; mất một phần thì chọn “giữ được một phần”.",
    en: "Stopped means that nothing was lost; else choose “saved in part”.",
  },
  whyNotScam: { vi: "Xin ghi vì sao không phải lừa đảo.", en: "Say why it was no fraud." },
  namesSomebody: { vi: "Cảnh báo không được có số định danh của ai.", en: "A warning bears nobody's identity number." },
  hamletMissing: { vi: "Xin chọn thôn, tổ của mình.", en: "Choose your hamlet." },
  whyWithdraw: { vi: "Xin ghi vì sao rút cảnh báo.", en: "Say why the warning is taken back." },
});
