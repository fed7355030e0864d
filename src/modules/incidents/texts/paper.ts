import { defineTexts } from "../../../base/lang.ts";

type At = { readonly hour: number; readonly minute: number; readonly day: string };
const two = (value: number): string => String(value).padStart(2, "0");

export const paperTexts = defineTexts({
  issuedBy: { vi: "Thông tư số 119/2021/TT-BCA", en: "Circular 119/2021/TT-BCA" },
  moment: {
    vi: (at: At) => `${at.hour} giờ ${two(at.minute)} phút, ${at.day}`,
    en: (at: At) => `${two(at.hour)}:${two(at.minute)}, ${at.day}`,
  },
  hour: { vi: (at: At) => `khoảng ${at.hour} giờ, ${at.day}`, en: (at: At) => `about ${at.hour} o'clock, ${at.day}` },
  minutes: { vi: "Biên bản tiếp nhận nguồn tin về tội phạm", en: "Minutes of receipt of a report" },
  referral: { vi: "Phiếu chuyển nguồn tin về tội phạm", en: "Referral of a report" },
  receipt: { vi: "Giấy biên nhận", en: "Receipt" },
  book: { vi: "Sổ theo dõi tiếp nhận nguồn tin về tội phạm", en: "Book of reports" },
  about: { vi: (code: string) => `Số: ${code}`, en: (code: string) => `Number: ${code}` },
  minutesOpening: {
    vi: (at: string, agency: string, officer: string) => `Hồi ${at}, tại ${agency}, tôi là ${officer} tiếp nhận nguồn tin sau đây:`,
    en: (at: string, agency: string, officer: string) => `At ${at}, at ${agency}, I, ${officer}, received the following report:`,
  },
  minutesOfWeb: {
    vi: (at: string, agency: string, officer: string, came: string) =>
      `Hồi ${at}, tại ${agency}, tôi là ${officer} lập biên bản này về nguồn tin do người báo tự gửi qua mạng, đến ${agency} ${came}:`,
    en: (at: string, agency: string, officer: string, came: string) => `At ${at}, at ${agency}, I, ${officer}, write down what was sent by the web and came ${came}:`,
  },
  referralOpening: {
    vi: (agency: string, to: string) => `${agency} chuyển đến ${to} nguồn tin sau đây để giải quyết theo thẩm quyền:`,
    en: (agency: string, to: string) => `${agency} hands over to ${to} the following report:`,
  },
  receiptOpening: {
    vi: (agency: string, at: string) => `${agency} đã nhận nguồn tin của ông/bà: ${at}.`,
    en: (agency: string, at: string) => `${agency} received your report at ${at}.`,
  },
  kind: { vi: "Loại nguồn tin", en: "Kind" },
  nature: { vi: "Việc", en: "About" },
  channel: { vi: "Hình thức tiếp nhận", en: "How it came" },
  place: { vi: "Nơi xảy ra", en: "Where" },
  happenedOn: { vi: "Ngày xảy ra", en: "Day" },
  due: { vi: "Hạn xử lý", en: "Due" },
  told: { vi: "Nội dung người báo trình bày", en: "What was told" },
  reporter: { vi: "Người báo tin", en: "Who reported" },
  reporterKept: { vi: "Họ tên được giữ riêng theo yêu cầu bảo vệ người báo tin", en: "Name kept apart to protect whoever reported" },
  reporterRefused: { vi: "Không muốn nói tên", en: "Would not give a name" },
  reporterUnnamed: { vi: "Không nêu tên", en: "No name given" },
  guardian: { vi: "Người giám hộ, đại diện", en: "Guardian or representative" },
  interpreter: { vi: "Người phiên dịch", en: "Interpreter" },
  byHand: { vi: "…………………………………………", en: "…………………………………………" },
  besideKept: { vi: "Có; họ tên được giữ riêng cùng với người báo tin", en: "There is one; the name is kept apart with that of whoever reported" },
  papers: { vi: "Tài liệu, đồ vật kèm theo", en: "Papers and things" },
  receiptCode: { vi: "Mã biên nhận để xem trả lời", en: "Receipt code" },
  rights: {
    vi: "Người báo tin được giữ bí mật, được bảo vệ, được thông báo kết quả giải quyết; chịu trách nhiệm nếu cố ý báo sai sự thật.",
    en: "Whoever reports is kept secret, protected and told the result; who knowingly reports what is false answers for it.",
  },
  readBack: { vi: "Biên bản đã được đọc lại cho những người có mặt nghe, công nhận đúng và ký tên dưới đây.", en: "Read back to those present, found right, and signed." },
  notPresent: {
    vi: "Người báo tin không có mặt khi lập biên bản, nên không ký.",
    en: "Whoever reported was not present and does not sign.",
  },
  twoCopies: { vi: "Giấy này lập thành hai bản: người báo tin giữ một bản, công an giữ một bản.", en: "Two copies: one for whoever reported, one for the post." },
  signerReporter: { vi: "Người báo tin", en: "Who reported" },
  signerGuardian: { vi: "Người giám hộ, đại diện", en: "Guardian or representative" },
  signerInterpreter: { vi: "Người phiên dịch", en: "Interpreter" },
  signerMaker: { vi: "Cán bộ lập biên bản", en: "Who wrote it down" },
  signerOfficer: { vi: "Cán bộ tiếp nhận", en: "Receiving officer" },
  signerReceiver: { vi: "Bên nhận", en: "Received by" },
  chief: { vi: "Trưởng công an", en: "Chief" },
  keptBy: { vi: "Người giữ sổ", en: "Kept by" },
  signHint: { vi: "(ký, ghi rõ họ tên)", en: "(signature, full name)" },
  serial: { vi: "TT", en: "No." },
  code: { vi: "Số", en: "Number" },
  received: { vi: "Tiếp nhận lúc", en: "Received" },
  state: { vi: "Tình trạng", en: "State" },
  goneTo: { vi: "Chuyển đến, xác nhận", en: "Handed over, acknowledged" },
  closed: { vi: "Kết thúc", en: "Closed" },
  noTerm: { vi: "Không có", en: "None" },
  year: { vi: (year: number) => `Năm ${year}`, en: (year: number) => `${year}` },
  acknowledged: { vi: (at: string) => `xác nhận ${at}`, en: (at: string) => `acknowledged ${at}` },
  mark: {
    vi: (name: string, at: string) => `In bởi ${name}, ${at}. Sổ không ghi tên người báo tin, người bị hại, người liên quan.`,
    en: (name: string, at: string) => `Printed by ${name}, ${at}. No names of persons.`,
  },
});
