import { defineTexts } from "../../../base/lang.ts";

export const officeTexts = defineTexts({
  title: { vi: "Hòa giải ở cơ sở", en: "Grassroots mediation" },
  lead: {
    vi: "Tổ hòa giải của thôn, tổ dân phố hòa giải; công an chỉ hỗ trợ. Tên các bên được niêm phong, mở ra phải nêu lý do.",
    en: "The hamlet's own team mediates; the police only support. The parties are sealed and opened for a purpose.",
  },
  record: { vi: "Ghi nhận vụ việc", en: "Record a dispute" },
  register: { vi: "Sổ theo dõi", en: "Register" },
  teams: { vi: "Tổ hòa giải", en: "Mediation teams" },
  figures: { vi: "Số liệu", en: "Figures" },
  openTitle: { vi: "Vụ việc đang hòa giải", en: "Open disputes" },
  openEmpty: { vi: "Không có vụ việc nào đang chờ", en: "No dispute is waiting" },
  openEmptyText: { vi: "Vụ việc đã xong nằm trong sổ theo dõi.", en: "Those that ended are in the register." },
  code: { vi: "Số vụ việc", en: "Number" },
  kindAndPlace: { vi: "Loại và nơi xảy ra", en: "Kind and place" },
  state: { vi: "Đang ở bước", en: "State" },
  beginBy: { vi: (at: string) => `Bắt đầu trước ${at}`, en: (at: string) => `To begin by ${at}` },
  beginLate: { vi: (at: string) => `Quá hạn bắt đầu từ ${at}`, en: (at: string) => `Should have begun by ${at}` },
  receivedOn: { vi: (day: string) => `Nhận ${day}`, en: (day: string) => `Recorded ${day}` },
  shown: { vi: (n: number) => `Hiện ${n} vụ việc`, en: (n: number) => `${n} shown` },
  visitsTitle: { vi: "Thăm lại sau hòa giải thành", en: "Visits after agreements" },
  visitsEmpty: { vi: "Trong bảy ngày tới không phải thăm lại vụ việc nào.", en: "No visit is due within seven days." },
  visitOf: { vi: (code: string, n: number) => `${code}, lần thăm ${n}`, en: (code: string, n: number) => `${code}, visit ${n}` },
  visitLate: { vi: (day: string, n: number) => `Hẹn ${day}, chậm ${n} ngày`, en: (day: string, n: number) => `Planned ${day}, ${n} days late` },
  visitComing: { vi: (day: string) => `Hẹn ${day}`, en: (day: string) => `Planned ${day}` },
  back: { vi: "Về danh sách hòa giải", en: "Back to mediation" },
  conflictTitle: { vi: "Đồng nghiệp vừa ghi thêm vào vụ việc này", en: "A colleague has just added to this dispute" },
  conflictText: { vi: "Chưa ghi gì của anh, chị. Xin xem lại rồi làm tiếp.", en: "Nothing of yours was written. Please look again, then go on." },
  readPurpose: { vi: "Xem vụ việc hòa giải", en: "Looking at a dispute" },
});

export const intakeWords = defineTexts({
  title: { vi: "Ghi nhận mâu thuẫn, tranh chấp", en: "Record a dispute" },
  lead: {
    vi: "Hòa giải không mất tiền, các bên tự nguyện. Tên các bên chỉ ghi ở phần các bên.",
    en: "Mediation is free and voluntary. Names stand nowhere but among the parties.",
  },
  kind: { vi: "Loại mâu thuẫn", en: "Kind of dispute" },
  hamlet: { vi: "Thôn, tổ dân phố", en: "Hamlet" },
  spot: { vi: "Chỗ xảy ra", en: "Spot" },
  spotHint: { vi: "Ví dụ: mương sau nhà văn hóa. Không ghi tên người.", en: "Such as: the ditch behind the culture house. No names." },
  askedBy: { vi: "Căn cứ hòa giải", en: "Why it is mediated" },
  channel: { vi: "Biết bằng cách nào", en: "How it came here" },
  told: { vi: "Nội dung chủ yếu", en: "What it is about" },
  partiesTitle: { vi: "Các bên", en: "The parties" },
  partyN: { vi: (n: number) => `Người ${n}`, en: (n: number) => `Person ${n}` },
  side: { vi: "Thuộc bên nào", en: "Side" },
  fullName: { vi: "Họ tên", en: "Name" },
  phone: { vi: "Điện thoại", en: "Telephone" },
  idNumber: { vi: "Số định danh", en: "Identity number" },
  idHint: { vi: "Có số định danh hoặc điện thoại thì lần sau nhận ra được.", en: "With a number or a telephone a later dispute finds this one." },
  address: { vi: "Địa chỉ", en: "Address" },
  minor: { vi: "Tuổi", en: "Age" },
  isMinor: { vi: "Chưa thành niên", en: "A minor" },
  more: { vi: "Thêm một người", en: "One person more" },
  blank: { vi: "Dòng để trống thì không ghi.", en: "Empty rows are left out." },
  excluded: { vi: "Có thuộc việc không hòa giải ở cơ sở không?", en: "Is it one that is not mediated in the hamlet?" },
  excludedHint: {
    vi: "Để trống nếu hòa giải được. Chọn một mục thì vụ việc được ghi và bà con được chỉ nơi giải quyết.",
    en: "Leave empty when it can be mediated. Chosen, it is recorded with where to go.",
  },
  save: { vi: "Ghi nhận vụ việc", en: "Record the dispute" },
});

const askers = defineTexts({
  party: { vi: "Một bên hoặc các bên yêu cầu", en: "A party or the parties asked" },
  witnessed: { vi: "Hòa giải viên chứng kiến hoặc biết", en: "A mediator saw or heard of it" },
  referred: { vi: "Cơ quan, tổ chức, cá nhân đề nghị", en: "An authority or somebody else proposed it" },
});
const sides = defineTexts({
  sideOne: { vi: "Bên thứ nhất", en: "First side" },
  sideTwo: { vi: "Bên thứ hai", en: "Second side" },
  related: { vi: "Người có quyền lợi, nghĩa vụ liên quan", en: "Somebody concerned" },
});
const channels = defineTexts({
  counter: { vi: "Đến trụ sở", en: "At the post" },
  phone: { vi: "Gọi điện", en: "By telephone" },
  field: { vi: "Gặp dưới thôn, tổ", en: "In the hamlet" },
});
const findings = defineTexts({
  kept: { vi: "Các bên thực hiện đúng thỏa thuận", en: "The agreement is kept" },
  partly: { vi: "Mới thực hiện một phần", en: "Kept in part" },
  broken: { vi: "Không thực hiện", en: "Broken" },
});

/** Words by the codes that the tables hold. */
export const words = { askers, sides, channels, findings } as const;

/** The word of a code; a code that nobody knows stands for itself. */
export function wordOf(list: Readonly<Record<string, { readonly vi: string; readonly en: string }>>, code: string): { readonly vi: string; readonly en: string } {
  return list[code] ?? { vi: code, en: code };
}
