import { defineTexts } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "In hàng loạt", en: "Print together" },
  lead: {
    vi: "Đánh dấu những giấy cần in rồi bấm một lần; máy gộp thành một tệp theo đúng thứ tự. Bản in không nói gì về chữ ký: thật hay giả thì quét mã trên giấy.",
    en: "Tick what you need and press once; it becomes one file in this order. A print says nothing about signatures: scan the code on the paper for that.",
  },
  which: { vi: "In giấy gì", en: "What to print" },
  "giay-hen": { vi: "Giấy hẹn hôm nay", en: "Receipts of today" },
  "bo-sung": { vi: "Phiếu bổ sung đang chờ", en: "What is still missing" },
  "ket-qua": { vi: "Kết quả chờ trả", en: "Results to hand over" },
  "ky-hom-nay": { vi: "Ký hôm nay", en: "Signed today" },
  papers: { vi: "Giấy để in", en: "Papers" },
  code: { vi: "Hồ sơ", en: "Dossier" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  state: { vi: "Trạng thái", en: "State" },
  print: { vi: "In các giấy đã đánh dấu", en: "Print what is ticked" },
  printConsequence: { vi: "Mở một tệp PDF; mỗi hồ sơ là một lần xem được ghi lại", en: "Opens one PDF; each dossier is a look on record" },
  duplex: { vi: "In hai mặt: mỗi giấy bắt đầu ở tờ mới", en: "Both sides: each paper begins on a new sheet" },
  how: { vi: "Cách in", en: "How" },
  emptyTitle: { vi: "Không có giấy nào để in", en: "Nothing to print" },
  emptyText: { vi: "Chọn loại giấy khác ở trên.", en: "Choose another kind above." },
  shown: { vi: (n: number) => `Đang xem ${n} giấy`, en: (n: number) => `${n} shown` },
  nothingTicked: { vi: "Xin đánh dấu ít nhất một giấy.", en: "Please tick at least one paper." },
  tooMany: { vi: "Mỗi lần in nhiều nhất 100 giấy. Xin bỏ bớt dấu.", en: "At most 100 papers at once. Please tick fewer." },
  gone: {
    vi: (codes: string) => `Không còn giấy để in của: ${codes}. Danh sách dưới đây là mới nhất; xin xem rồi in lại.`,
    en: (codes: string) => `There is nothing to print any more of: ${codes}. The list below is the newest; please look and print again.`,
  },
  fileTitle: { vi: "Bản in", en: "Print" },
  readPurpose: { vi: "In giấy của hồ sơ", en: "Printing papers of a dossier" },
});
