import { defineTexts } from "../../../base/lang.ts";

/** How a report ends, for whoever reported, and whether it ended in time. */
export const endingTexts = defineTexts({
  told: { vi: "Lời báo cho người báo tin", en: "What whoever reported is told" },
  toldHint: {
    vi: "Hiện ở biên nhận của người báo tin. Không nói tên ai. Để trống thì chỉ hiện tình trạng.",
    en: "It stands on the receipt. Names nobody. Left empty, only the state is shown.",
  },
  inTime: { vi: (length: string) => `Xong trước hạn ${length}`, en: (length: string) => `Done ${length} before it was due` },
  justInTime: { vi: "Xong đúng hạn", en: "Done in time" },
  late: { vi: (length: string) => `Xong, trễ ${length}`, en: (length: string) => `Done ${length} late` },
  goneTo: { vi: "Đã chuyển đến", en: "Handed over to" },
});
