import { defineTexts } from "../../../base/lang.ts";

export const errorTexts = defineTexts({
  officer: { vi: "Hãy chọn cán bộ nhận việc.", en: "Choose the officer who takes the work." },
  nothingTicked: { vi: "Chưa đánh dấu việc nào. Hãy đánh dấu ít nhất một dòng.", en: "Nothing is ticked. Tick at least one row." },
  instruction: { vi: "Hãy ghi điều cần làm.", en: "Write what is to be done." },
  days: { vi: "Hãy gõ một số ngày từ 0 đến 366, hoặc để trống.", en: "Type a number of days from 0 to 366, or leave it empty." },
  daysOrder: { vi: "Số ngày sau phải bằng hoặc lớn hơn số ngày trước.", en: "The second number of days must not be below the first." },
  choice: { vi: "Hãy chọn một dòng trong danh sách, hoặc để trống.", en: "Choose from the list, or leave it empty." },
  filterName: { vi: "Hãy đặt tên cho bộ lọc.", en: "Give the filter a name." },
  tooManyFilters: { vi: "Mỗi người giữ được 10 bộ lọc. Hãy xóa bớt một bộ.", en: "You can keep 10 filters. Delete one first." },
  reason: { vi: "Hãy ghi lý do bàn giao.", en: "Write why the work is handed over." },
  returnDay: { vi: "Hãy gõ một ngày sau hôm nay, ví dụ 30/11/2026, hoặc để trống.", en: "Type a day after today, such as 30/11/2026, or leave it empty." },
});
