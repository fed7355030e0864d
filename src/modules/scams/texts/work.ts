import { defineTexts } from "../../../base/lang.ts";

export const workTexts = {
  states: defineTexts({
    received: { vi: "Mới báo", en: "Reported" },
    working: { vi: "Đang can thiệp", en: "Being dealt with" },
    settled: { vi: "Đã xong", en: "Settled" },
    aside: { vi: "Chờ sàng lọc", en: "To be sifted" },
  }),
  actions: defineTexts({
    open: { vi: "Nhận tin báo", en: "Reported" },
    takeIn: { vi: "Đưa vào xử lý", en: "Taken in" },
    discard: { vi: "Bỏ tin", en: "Put away" },
    assign: { vi: "Giao việc", en: "Assigned" },
    instruct: { vi: "Chỉ đạo", en: "Instructed" },
    step: { vi: "Can thiệp", en: "Stepped in" },
    stepAfter: { vi: "Can thiệp thêm sau khi xong", en: "Went on after the end" },
    stop: { vi: "Đã chặn được", en: "Stopped" },
    savePart: { vi: "Giữ được một phần", en: "Saved in part" },
    lose: { vi: "Đã mất", en: "Lost" },
    clear: { vi: "Không phải lừa đảo", en: "No fraud" },
  }),
} as const;
