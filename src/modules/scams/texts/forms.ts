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
  markMissing: { vi: "Xin gõ điều cần kiểm tra.", en: "Type what is to be checked." },
  badTime: { vi: "Giờ gõ như 9:30 hay 14h.", en: "Write the time as 9:30 or 14h." },
  badDay: { vi: "Không có ngày này. Xin gõ như 20/11/2026.", en: "There is no such day. Type it as 20/11/2026." },
  dayLater: { vi: "Ngày này chưa tới.", en: "That day has not come yet." },
  hourMissing: { vi: "Không phải hôm nay thì xin gõ cả giờ.", en: "If it was not today, type the time too." },
  longBefore: { vi: "Ngày này trước lúc nhận tin quá lâu. Xin xem lại.", en: "This is long before the report. Please look again." },
  later: { vi: "Giờ này chưa tới.", en: "That has not come yet." },
  outcomeMissing: { vi: "Xin chọn kết quả.", en: "Choose how it ended." },
  badAmount: { vi: "Xin gõ số tiền như 15.000.000, 15 triệu, 15tr hay 1,5 tỷ.", en: "Type an amount such as 15.000.000, 15tr or 1,5 tỷ." },
  attemptedMissing: { vi: "Xin gõ số tiền kẻ lừa định lấy; chưa rõ bao nhiêu thì gõ 0.", en: "Type how much was at stake; if that is not known, type 0." },
  lostMissing: { vi: "Xin gõ số tiền đã mất.", en: "Type how much was lost." },
  savedMissing: { vi: "Xin gõ số tiền giữ được.", en: "Type how much was saved." },
  lostAndSaved: { vi: "Có tiền giữ được thì chọn “giữ được một phần”.", en: "If some was saved, choose “saved in part”." },
  whyAgain: { vi: "Xin ghi vì sao sửa kết quả, ví dụ ngân hàng vừa hoàn tiền.", en: "Say why this changes, such as a refund by the bank." },
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
