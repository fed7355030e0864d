import { defineTexts } from "../../../base/lang.ts";

/** What file readers show as the name of a paper, and what stands beside its QR code. The papers themselves are Vietnamese. */
export const texts = defineTexts({
  confirmationTitle: { vi: "Xác nhận thông tin về cư trú", en: "Confirmation of residence" },
  absenceTitle: { vi: "Phiếu khai báo tạm vắng", en: "Slip of temporary absence" },
  withdrawalTitle: { vi: "Phiếu đề nghị rút hồ sơ", en: "Request to withdraw" },
  ratingTitle: { vi: "Phiếu đánh giá", en: "Rating slip" },
  ratingCaption: { vi: "Quét mã này để đánh giá bằng điện thoại", en: "Scan to rate by phone" },
  followCaption: { vi: "Quét mã này để xem hồ sơ đang đến đâu", en: "Scan to see where the dossier is" },
  verifyCaption: { vi: "Quét mã này để kiểm tra giấy thật hay giả", en: "Scan to check that this paper is genuine" },
});
