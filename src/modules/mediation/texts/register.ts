import { defineTexts } from "../../../base/lang.ts";

type Counts = {
  readonly all: number;
  readonly settled: number;
  readonly kept: number;
  readonly partly: number;
  readonly broken: number;
  readonly unsettled: number;
  readonly ended: number;
  readonly excluded: number;
  readonly open: number;
};

export const registerTexts = defineTexts({
  title: { vi: "Sổ theo dõi hoạt động hòa giải ở cơ sở", en: "Register of grassroots mediation" },
  period: { vi: (from: string, to: string) => `Ghi nhận từ ${from} đến hết ${to}`, en: (from: string, to: string) => `Recorded from ${from} to ${to}` },
  empty: { vi: "Kỳ này không có vụ việc nào", en: "No dispute in this period" },
  emptyText: { vi: "Xin chọn kỳ khác.", en: "Choose another period." },
  sums: {
    vi: (n: Counts) =>
      `${n.all} vụ việc: ${n.settled} hòa giải thành (thăm lại: ${n.kept} thực hiện đúng, ${n.partly} một phần, ${n.broken} không thực hiện), ${n.unsettled} không thành, ${n.ended} chấm dứt, ${n.excluded} ngoài phạm vi, ${n.open} đang làm`,
    en: (n: Counts) =>
      `${n.all} disputes: ${n.settled} settled (visited: ${n.kept} kept, ${n.partly} in part, ${n.broken} broken), ${n.unsettled} not settled, ${n.ended} ended, ${n.excluded} not for mediation, ${n.open} open`,
  },
  shown: { vi: (n: number, all: number) => `Hiện ${n} trong ${all} vụ việc`, en: (n: number, all: number) => `${n} of ${all} shown` },
  exportTitle: { vi: "Xuất sổ của một kỳ", en: "Take the register of a period out" },
  exportLead: {
    vi: "Sổ xuất ra theo mười cột của mẫu, có tên các bên (trừ người chưa thành niên), nên mỗi vụ việc được ghi vào nhật ký xem kèm mục đích.",
    en: "It has the ten columns of the form with the parties' names (never a minor's), so each dispute is written into the log of reads with the purpose.",
  },
  exportPurpose: { vi: (purpose: string) => `Xuất sổ hòa giải: ${purpose}`, en: (purpose: string) => `Register of mediation taken out: ${purpose}` },
  mediators: { vi: "Hòa giải viên", en: "Mediators" },
  begun: { vi: "Giao, bắt đầu", en: "Given, begun" },
  sessionsAndParties: {
    vi: (sessions: number, parties: number) => `${sessions} buổi, ${parties} người`,
    en: (sessions: number, parties: number) => `${sessions} sessions, ${parties} people`,
  },
  outcome: { vi: "Kết quả", en: "Outcome" },
  notGiven: { vi: "chưa giao", en: "not given out" },
  notBegun: { vi: "chưa bắt đầu", en: "not begun" },
  inTime: { vi: "trong hạn", en: "in time" },
  late: { vi: "quá hạn", en: "late" },
});

/** The ten columns of the form, and what stands around them. */
export const bookTexts = defineTexts({
  sheet: { vi: "Sổ hòa giải", en: "Mediation" },
  serial: { vi: "STT", en: "No." },
  receivedOn: { vi: "Ngày, tháng, năm nhận vụ, việc hòa giải", en: "Day the dispute was received" },
  mediators: { vi: "Họ và tên hòa giải viên, người được mời tham gia", en: "Mediators and invited persons" },
  parties: { vi: "Họ tên, địa chỉ các bên, người có quyền, nghĩa vụ liên quan", en: "Names and addresses of the parties and of those concerned" },
  about: { vi: "Nội dung chủ yếu của vụ, việc", en: "What it is about" },
  agreed: { vi: "Thỏa thuận của các bên", en: "What the parties agreed" },
  settled: { vi: "Hòa giải thành", en: "Settled" },
  unsettled: { vi: "Hòa giải không thành", en: "Not settled" },
  signatures: { vi: "Chữ ký", en: "Signatures" },
  remarks: { vi: "Ghi chú", en: "Remarks" },
  minor: { vi: "người chưa thành niên", en: "a minor" },
  sealed: { vi: "không mở tên", en: "not opened" },
  tick: { vi: "x", en: "x" },
  keptBy: { vi: "Người xuất sổ", en: "Taken out by" },
  head: { vi: "Tổ trưởng tổ hòa giải", en: "Head of the team" },
  mark: {
    vi: (who: string, at: string, purpose: string) => `Xuất bởi ${who}, lúc ${at}. Mục đích: ${purpose}`,
    en: (who: string, at: string, purpose: string) => `Taken out by ${who} at ${at}. For: ${purpose}`,
  },
});

export const paperTexts = defineTexts({
  title: { vi: "Văn bản hòa giải thành", en: "Record of an agreement" },
  team: { vi: (hamlet: string) => `Tổ hòa giải ${hamlet}`, en: (hamlet: string) => `Mediation team of ${hamlet}` },
  about: { vi: (code: string, kind: string) => `Vụ việc ${code}: ${kind}`, en: (code: string, kind: string) => `Dispute ${code}: ${kind}` },
  basis: { vi: "Căn cứ tiến hành hòa giải", en: "Why it was mediated" },
  place: { vi: "Nơi xảy ra", en: "Place" },
  mediators: { vi: "Hòa giải viên", en: "Mediators" },
  parties: { vi: "Các bên", en: "The parties" },
  told: { vi: "Nội dung chủ yếu của vụ, việc", en: "What it was about" },
  course: { vi: "Diễn biến hòa giải", en: "How it was mediated" },
  agreed: { vi: "Thỏa thuận đạt được, trách nhiệm, phương thức, thời hạn thực hiện", en: "What was agreed: who does what, how and by when" },
  closing: {
    vi: "Các bên tự nguyện thỏa thuận, đã đọc lại và cùng ký tên. Mỗi bên giữ một bản, tổ hòa giải giữ một bản.",
    en: "The parties agreed of their own will, read this and sign. Each keeps a copy, and so does the team.",
  },
  session: { vi: (n: number, at: string) => `Buổi ${n}, ${at}`, en: (n: number, at: string) => `Session ${n}, ${at}` },
  sign: { vi: "Ký, ghi rõ họ tên", en: "Signature and name" },
  purpose: { vi: (code: string) => `In văn bản hòa giải thành ${code}`, en: (code: string) => `Printing the agreement ${code}` },
});

export const figureTexts = defineTexts({
  title: { vi: "Số liệu hòa giải", en: "Figures of mediation" },
  lead: { vi: "Đếm theo ngày ghi nhận vụ việc. Chỉ có số, không có người.", en: "By the day a dispute was recorded. Numbers only, no persons." },
  outcomeCaption: { vi: "Theo kết quả", en: "By outcome" },
  kindCaption: { vi: "Theo loại mâu thuẫn", en: "By kind of dispute" },
  what: { vi: "Kết quả", en: "Outcome" },
  kind: { vi: "Loại", en: "Kind" },
  count: { vi: "Số vụ việc", en: "Disputes" },
  settled: { vi: "Hòa giải thành", en: "Settled" },
  all: { vi: "Tất cả", en: "All" },
  open: { vi: "Đang làm", en: "Open" },
  startedLate: { vi: "Bắt đầu quá hạn", en: "Begun late" },
  kept: { vi: "Trong số thành: các bên thực hiện đúng", en: "Of the settled: kept" },
  partly: { vi: "Trong số thành: mới thực hiện một phần", en: "Of the settled: kept in part" },
  broken: { vi: "Trong số thành: không thực hiện", en: "Of the settled: broken" },
  visitsPlanned: { vi: "Lần thăm lại đã hẹn trong kỳ", en: "Visits planned in the period" },
  visitsMade: { vi: "Trong đó đã thăm", en: "Of these made" },
  visitsLate: { vi: "Trong đó chậm hẹn", en: "Of these late" },
});
