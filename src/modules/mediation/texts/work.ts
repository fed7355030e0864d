import { defineTexts } from "../../../base/lang.ts";

export const stateTexts = defineTexts({
  recorded: { vi: "Đã ghi nhận, chưa giao", en: "Recorded, not yet given out" },
  assigned: { vi: "Đã giao hòa giải viên", en: "Given to mediators" },
  mediating: { vi: "Đang hòa giải", en: "Being mediated" },
  settled: { vi: "Hòa giải thành", en: "Settled" },
  unsettled: { vi: "Hòa giải không thành", en: "Not settled" },
  ended: { vi: "Chấm dứt hòa giải", en: "Mediation ended" },
  excluded: { vi: "Không hòa giải ở cơ sở", en: "Not for grassroots mediation" },
});

export const actionTexts = defineTexts({
  open: { vi: "Ghi nhận vụ việc", en: "Recorded" },
  assign: { vi: "Giao hòa giải viên", en: "Given to mediators" },
  reassign: { vi: "Đổi hòa giải viên", en: "Mediators changed" },
  support: { vi: "Giao cán bộ hỗ trợ", en: "Given to an officer for support" },
  instruct: { vi: "Ý kiến chỉ đạo", en: "Instruction" },
  agreeStart: { vi: "Các bên hẹn ngày bắt đầu muộn hơn", en: "The parties agreed to begin later" },
  begin: { vi: "Buổi hòa giải đầu tiên", en: "First session" },
  meet: { vi: "Buổi hòa giải tiếp theo", en: "Further session" },
  settle: { vi: "Hòa giải thành", en: "Settled" },
  fail: { vi: "Hòa giải không thành", en: "Not settled" },
  end: { vi: "Chấm dứt hòa giải", en: "Mediation ended" },
  exclude: { vi: "Không thuộc phạm vi hòa giải", en: "Not for grassroots mediation" },
  correct: { vi: "Sửa tên, liên lạc ghi sai", en: "A name or contact put right" },
  resume: { vi: "Hòa giải tiếp", en: "Taken up again" },
  resumeGiven: { vi: "Mở lại, đã giao hòa giải viên", en: "Taken up again, given to mediators" },
  resumeRecorded: { vi: "Mở lại, chờ giao", en: "Taken up again, waits to be given out" },
  visit: { vi: "Thăm lại", en: "Follow-up visit" },
});
