import { defineTexts } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "Giấy này thật hay giả?", en: "Is this paper genuine?" },
  lead: {
    vi: "Giấy do công an xã, phường cấp có mã QR. Quét mã, gõ mã, hoặc gửi tệp PDF vào đây để biết ngay.",
    en: "Papers issued by the police post carry a QR code. Scan it, type the code, or send the PDF here to know at once.",
  },
  codeTitle: { vi: "Có tờ giấy trong tay", en: "You hold the paper" },
  code: { vi: "Mã kiểm tra, cạnh mã QR", en: "Check code, beside the QR code" },
  codeHint: {
    vi: "16 chữ và số, chia làm bốn nhóm. Chữ hoa, chữ thường, có gạch hay không đều được.",
    en: "16 letters and digits in four groups. Capitals and dashes do not matter.",
  },
  codeMissing: { vi: "Xin gõ mã in cạnh mã QR trên tờ giấy.", en: "Please type the code that is printed beside the QR code." },
  codeWrong: {
    vi: "Mã chưa đúng: mã có 16 chữ và số, không có chữ O, I, L, S, Z, B. Xin nhìn lại từng chữ.",
    en: "This is not a code: it has 16 letters and digits, never O, I, L, S, Z or B. Please look again letter by letter.",
  },
  check: { vi: "Kiểm tra", en: "Check" },
  fileTitle: { vi: "Có tệp PDF được gửi qua mạng", en: "You were sent a PDF" },
  file: { vi: "Tệp PDF của tờ giấy", en: "The PDF of the paper" },
  fileHint: { vi: "Nhẹ hơn 20 MB. Máy chỉ xem rồi bỏ ngay, không lưu lại tệp của bà con.", en: "Below 20 MB. It is looked at and forgotten at once; your file is not kept." },
  fileMissing: { vi: "Xin chọn tệp PDF trước khi gửi.", en: "Please choose the PDF before sending." },
  checkFile: { vi: "Kiểm tra tệp", en: "Check the file" },
  another: { vi: "Kiểm tra giấy khác", en: "Check another paper" },
  fileForgotten: { vi: "Tệp vừa gửi đã được bỏ đi, không lưu lại.", en: "The file you sent was not kept." },

  valid: { vi: "Giấy thật, còn giá trị", en: "Genuine and valid" },
  validText: {
    vi: "Giấy này do công an cấp và đã ký. Bà con so các dòng dưới đây với tờ giấy: phải giống hệt.",
    en: "This paper was issued and signed by the police post. Compare the lines below with the paper: they must be the same.",
  },
  validDo: { vi: "Có dòng nào khác thì tờ giấy đã bị sửa: gọi ngay cho công an.", en: "If a line differs, the paper was changed: call the post at once." },
  expired: { vi: "Giấy thật, nhưng đã hết hạn", en: "Genuine, but expired" },
  expiredText: { vi: "Giấy này do công an cấp, nay đã quá ngày dùng được.", en: "This paper was issued by the police post; its last day of use has passed." },
  expiredDo: { vi: "Cần dùng tiếp thì tới bất cứ công an xã, phường nào xin giấy mới.", en: "If you still need it, ask any police post for a new one." },
  superseded: { vi: "Đã có giấy mới thay giấy này", en: "Replaced by a newer paper" },
  supersededText: {
    vi: (day: string) => `Giấy này thật, nhưng từ ${day} đã có giấy khác thay.`,
    en: (day: string) => `This paper is genuine, but since ${day} another takes its place.`,
  },
  supersededDo: { vi: "Xin hỏi người đưa giấy lấy tờ mới, đừng dùng tờ này.", en: "Ask whoever gave it to you for the new one, and do not use this one." },
  revoked: { vi: "Giấy đã bị thu hồi", en: "Revoked" },
  revokedText: {
    vi: (day: string, why: string) => `Công an đã thu hồi giấy này ${day}. Lý do: ${why}.`,
    en: (day: string, why: string) => `The post revoked this paper on ${day}. Reason: ${why}.`,
  },
  revokedDo: { vi: "Giấy này không còn giá trị, đừng nhận và đừng dùng.", en: "It is void: do not accept it and do not use it." },
  unknown: { vi: "Không có giấy nào như vậy", en: "No such paper" },
  unknownText: {
    vi: "Trong sổ của công an không có tờ giấy này. Có thể gõ nhầm mã, cũng có thể là giấy giả.",
    en: "It is not in our books. The code may be mistyped, or the paper may be false.",
  },
  altered: { vi: "Giấy đã bị sửa", en: "Altered" },
  alteredText: { vi: "Tệp này có chữ ký, nhưng nội dung đã bị thay đổi sau khi ký.", en: "This file bears a signature, but its content was changed after it was signed." },
  beware: {
    vi: "Rất có thể là lừa đảo. Đừng chuyển tiền, đừng đọc mã OTP, đừng đưa giấy tờ cho ai. Giữ lại tờ giấy và gọi công an.",
    en: "It may well be a fraud. Send no money, tell nobody a one-time code, hand over no papers. Keep the paper and call the police.",
  },
  unreadable: { vi: "Máy không đọc được tệp này", en: "This file cannot be read" },
  unreadableText: {
    vi: "Đây không phải tệp PDF có chữ ký, hoặc tệp bị hỏng. Ảnh chụp màn hình và bản quét thì máy không kiểm tra được.",
    en: "It is not a signed PDF, or it is damaged. Screenshots and scans cannot be checked.",
  },
  unreadableDo: { vi: "Xin gõ mã in cạnh mã QR trên tờ giấy, hoặc xin người gửi tệp gốc.", en: "Type the code beside the QR code, or ask the sender for the original file." },

  draft: { vi: "BẢN THẢO", en: "DRAFT" },
  supersededWhy: { vi: (why: string) => `Lý do: ${why}.`, en: (why: string) => `Reason: ${why}.` },
  successor: { vi: "Giấy thay thế", en: "Replaced by" },
  successorShown: {
    vi: (kind: string, number: string, day: string) => `${kind}, số ${number}, cấp ngày ${day}`,
    en: (kind: string, number: string, day: string) => `${kind}, no. ${number}, issued on ${day}`,
  },
  kind: { vi: "Loại giấy", en: "Kind of paper" },
  number: { vi: "Số", en: "Number" },
  issuer: { vi: "Nơi cấp", en: "Issued by" },
  signer: { vi: "Người ký", en: "Signed by" },
  issuedOn: { vi: "Ngày cấp", en: "Issued on" },
  validUntil: { vi: "Dùng được đến hết", en: "Valid through" },
  noEnd: { vi: "Không ghi ngày hết hạn", en: "No last day is given" },
  codeShown: { vi: "Mã kiểm tra", en: "Check code" },
  privacy: {
    vi: "Trang này không cho biết giấy cấp cho ai. Tên và số trên giấy thì xem trên chính tờ giấy.",
    en: "This page does not say whom the paper is about: that stands only on the paper itself.",
  },
  call: { vi: "Gọi trực ban, cả ngày lẫn đêm:", en: "Call the duty desk, day and night:" },
  call113: { vi: "Bị ép chuyển tiền ngay thì gọi 113.", en: "If you are being pressed to send money now, call 113." },

  readPurpose: { vi: "Xem giấy đã ban hành", en: "Looking at an issued paper" },
  revokeTitle: { vi: "Thu hồi giấy", en: "Take a paper back" },
  revokeText: {
    vi: "Thu hồi có hiệu lực ngay và không rút lại được. Ai kiểm tra giấy này cũng đọc được lý do, nên đừng ghi tên người.",
    en: "This takes effect at once and cannot be undone. Everybody who checks the paper reads the reason, so do not name anybody.",
  },
  revokeReason: { vi: "Lý do thu hồi", en: "Reason" },
  revokeReasonMissing: { vi: "Xin ghi lý do thu hồi.", en: "Please give the reason." },
  revoke: { vi: "Thu hồi giấy này", en: "Take this paper back" },
});
