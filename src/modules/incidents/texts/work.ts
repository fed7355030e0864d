import { defineTexts } from "../../../base/lang.ts";

export const stateTexts = defineTexts({
  aside: { vi: "Chờ sàng lọc", en: "Waiting to be sifted" },
  received: { vi: "Đã tiếp nhận", en: "Received" },
  checking: { vi: "Đang kiểm tra, xác minh", en: "Being looked into" },
  referred: { vi: "Đã chuyển, chờ xác nhận", en: "Handed over, not yet acknowledged" },
  acknowledged: { vi: "Cơ quan có thẩm quyền đã nhận", en: "The competent authority has it" },
  settled: { vi: "Đã giải quyết", en: "Settled" },
  discarded: { vi: "Đã loại: không phải tin báo", en: "Thrown away: no report" },
});

export const actionTexts = defineTexts({
  open: { vi: "Tiếp nhận", en: "Received" },
  takeIn: { vi: "Nhận vào sổ", en: "Taken in" },
  discard: { vi: "Loại", en: "Thrown away" },
  assign: { vi: "Giao việc", en: "Given out" },
  instruct: { vi: "Chỉ đạo", en: "Instructed" },
  begin: { vi: "Bắt đầu kiểm tra, xác minh", en: "Looking into it" },
  grade: { vi: "Sửa loại vụ việc", en: "Read as something else" },
  fallUnder: { vi: "Hạn kiểm tra, xác minh tính từ lúc nhận", en: "The term to look into it holds, counted from the receipt" },
  speed: { vi: "Chuyển sang hạn theo giờ", en: "The term of hours holds" },
  keepHere: { vi: "Được phân công giải quyết tại xã", en: "Kept at the post" },
  extend: { vi: "Gia hạn", en: "Time added" },
  refer: { vi: "Chuyển cơ quan có thẩm quyền", en: "Handed over" },
  acknowledge: { vi: "Cơ quan có thẩm quyền xác nhận đã nhận", en: "Acknowledged" },
  settle: { vi: "Giải quyết xong", en: "Settled" },
  state: { vi: "Ghi lời trình bày, ghi chép", en: "A statement was added" },
  measure: { vi: "Ghi việc đã làm", en: "A measure was entered" },
  addPerson: { vi: "Thêm người liên quan đến vụ việc", en: "A person was added" },
  link: { vi: "Nối với vụ việc khác", en: "Linked with another report" },
  keepThing: { vi: "Ghi đồ vật, tài liệu", en: "A thing or file was entered" },
  answer: { vi: "Trả lời người báo tin", en: "Whoever reported was answered" },
});
