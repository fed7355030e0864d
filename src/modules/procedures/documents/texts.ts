import { defineTexts } from "../../../base/lang.ts";

/** What file readers show as the name of a paper, and what stands beside its QR code. The papers themselves are Vietnamese. */
export const texts = defineTexts({
  receiptTitle: { vi: "Phiếu tiếp nhận hồ sơ và hẹn trả kết quả", en: "Receipt and appointment" },
  supplementTitle: { vi: "Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ", en: "What is still missing" },
  refusalTitle: { vi: "Phiếu từ chối tiếp nhận, giải quyết hồ sơ", en: "Refusal" },
  confirmationTitle: { vi: "Xác nhận thông tin về cư trú", en: "Confirmation of residence" },
  noticeTitle: { vi: "Thông báo kết quả giải quyết về cư trú", en: "Notice of the result" },
  absenceTitle: { vi: "Phiếu khai báo tạm vắng", en: "Slip of temporary absence" },
  apologyTitle: { vi: "Văn bản xin lỗi và hẹn lại ngày trả kết quả", en: "Apology and new date" },
  stopTitle: { vi: "Thông báo dừng giải quyết hồ sơ", en: "Notice that work has stopped" },
  withdrawalTitle: { vi: "Phiếu đề nghị rút hồ sơ", en: "Request to withdraw" },
  ratingTitle: { vi: "Phiếu đánh giá", en: "Rating slip" },
  ratingCaption: { vi: "Quét mã này để đánh giá bằng điện thoại", en: "Scan to rate by phone" },
  followCaption: { vi: "Quét mã này để xem hồ sơ đang đến đâu", en: "Scan to see where the dossier is" },
  verifyCaption: { vi: "Quét mã này để kiểm tra giấy thật hay giả", en: "Scan to check that this paper is genuine" },
});
