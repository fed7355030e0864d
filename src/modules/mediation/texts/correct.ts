import { defineTexts } from "../../../base/lang.ts";

export const correctTexts = defineTexts({
  title: { vi: "Sửa tên, liên lạc ghi sai", en: "Put a name or contact right" },
  lead: { vi: "Ghi lại cho đúng. Điều đã ghi trước vẫn nằm trong hồ sơ, niêm phong.", en: "Write it as it is. What was written before stays in the record, sealed." },
  mistake: { vi: "Vì sao sửa?", en: "Why?" },
  misspelt: { vi: "Ghi sai chữ", en: "Misspelt" },
  misheard: { vi: "Nghe nhầm", en: "Misheard" },
  paper: { vi: "Đối chiếu giấy tờ thấy khác", en: "Papers say otherwise" },
  changed: { vi: "Người ấy đổi số, đổi chỗ ở", en: "The number or address has changed" },
  correct: { vi: "Ghi lại", en: "Write it anew" },
});
