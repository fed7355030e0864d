import { defineTexts } from "../../../base/lang.ts";

export const workTexts = defineTexts({
  entered: { vi: "Đã ghi sổ lưu trú", en: "Entered in the log of stays" },
  open: { vi: "Nhận khai báo lưu trú", en: "Stay declared" },
  enter: { vi: "Ghi vào sổ lưu trú", en: "Entered in the log of stays" },
  amend: { vi: "Đính chính", en: "Corrected" },
  leave: { vi: "Khách đã rời đi", en: "The guest has left" },
});
