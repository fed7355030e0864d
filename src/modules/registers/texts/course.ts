import { defineTexts } from "../../../base/lang.ts";

const words = defineTexts({
  title: { vi: "Phiếu kiểm soát quá trình giải quyết hồ sơ", en: "Slip of the course of a dossier" },
  menuText: { vi: "Một hồ sơ đã qua tay ai, từ lúc nào đến lúc nào.", en: "Through whose hands a dossier went, from when to when." },
  find: { vi: "Mã hồ sơ", en: "Code of the dossier" },
  findHint: { vi: "Quét mã trên giấy hẹn, hoặc gõ mã hồ sơ.", en: "Scan the receipt, or type the code." },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  receivedAt: { vi: "Nhận lúc", en: "Received" },
  dueAt: { vi: "Hẹn trả", en: "Due" },
  state: { vi: "Trạng thái", en: "State" },
  dossier: { vi: "Mở hồ sơ", en: "Open the dossier" },
  print: { vi: "In phiếu", en: "Print the slip" },
  step: { vi: "Bước", en: "Step" },
  from: { vi: "Từ lúc", en: "From" },
  to: { vi: "Đến lúc", en: "To" },
  handedBy: { vi: "Người giao", en: "Handed by" },
  receivedBy: { vi: "Người nhận", en: "Received by" },
  length: { vi: "Trong", en: "For" },
  result: { vi: "Kết quả", en: "Result" },
  lasts: { vi: "đang giữ", en: "still there" },
  ended: { vi: "kết thúc", en: "the end" },
  readPurpose: { vi: "Xem phiếu kiểm soát quá trình", en: "Looked at the slip of its course" },
  note: {
    vi: "Lập từ diễn biến của hồ sơ. Thời gian chờ bổ sung và chờ bà con đến nhận không tính vào thời hạn.",
    en: "Told from the timeline of the dossier. Waiting for papers and waiting to be fetched do not count.",
  },
});

export const courseTexts = {
  ...words,
  parties: defineTexts({
    resident: { vi: "Bà con", en: "Resident" },
    authorised: { vi: "Người được ủy quyền", en: "Authorised person" },
    chief: { vi: "Lãnh đạo", en: "Chief" },
    counter: { vi: "Bộ phận một cửa", en: "Counter" },
    authority: { vi: "Cơ quan khác", en: "Another authority" },
    system: { vi: "Hệ thống", en: "System" },
  }),
  standings: defineTexts({
    onTime: { vi: "Trong hạn", en: "In time" },
    late: { vi: "Quá hạn", en: "Late" },
    running: { vi: "Còn trong hạn", en: "Not yet due" },
    notCounted: { vi: "Không tính hạn", en: "Not counted" },
  }),
} as const;
