import { type Bilingual, defineTexts } from "../base/lang.ts";
import type { BreakKind, Chain } from "../kernel/verify-chains.ts";

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

const help = defineTexts({
  program: { vi: "Lệnh cho người trông coi máy của Gần Dân", en: "Commands for those who run Gần Dân" },
  usage: { vi: "Cách gõ:", en: "Usage:" },
  commands: { vi: "Các lệnh:", en: "Commands:" },
  options: { vi: "Tùy chọn:", en: "Options:" },
  arguments: { vi: "Tham số:", en: "Arguments:" },
  globalOptions: { vi: "Tùy chọn chung:", en: "Global Options:" },
  optionsWord: { vi: "[tùy chọn]", en: "[options]" },
  commandWord: { vi: "[lệnh]", en: "[command]" },
  help: { vi: "xem hướng dẫn của chương trình hoặc của một lệnh", en: "show the help of the program or of a command" },
  helpOption: { vi: "xem hướng dẫn này", en: "show this help" },
  json: { vi: "in kết quả và lỗi ra stdout dạng JSON", en: "print results and errors on stdout as JSON" },
  lang: { vi: "ngôn ngữ: vi hoặc en", en: "language: vi or en" },
  example: {
    vi: 'Ví dụ: npm run --silent gandan -- due --term "3 working days" --from 2026-11-20T15:00:00+07:00',
    en: 'For instance: npm run --silent gandan -- due --term "3 working days" --from 2026-11-20T15:00:00+07:00',
  },
  exits: {
    vi: "Mã kết thúc: 0 xong, 1 không xong hoặc có điều phát hiện, 2 gõ sai.",
    en: "Exit codes: 0 done, 1 not done or something found, 2 not understood.",
  },
  units: { vi: "đơn vị hành chính: units import", en: "administrative units: units import" },
  unitsImport: {
    vi: "nhập một hay nhiều tệp đơn vị hành chính, cả mẻ trong một lần ghi; nhập lại cũng không sao",
    en: "import one or more files of units, all of them or none; importing again is harmless",
  },
  unitsFiles: {
    vi: "tệp JSON: danh mục tháng 3/2025, bảng cũ sang mới, bảng mới từ cũ",
    en: "JSON files: the list of March 2025, the table from old to new, the table of new from old",
  },
  dryRun: { vi: "làm thử: đối chiếu và báo cáo, không ghi gì", en: "try: compare and report, write nothing" },
  progress: { vi: "báo tiến độ ra stderr", en: "tell the progress on stderr" },
  law: { vi: "dữ liệu pháp luật: law check", en: "the law data: law check" },
  lawCheck: { vi: "kiểm tra dữ liệu pháp luật, chỉ ra từng chỗ sai", en: "check the law data and name every mistake" },
  lawDir: { vi: "thư mục dữ liệu (mặc định db/law)", en: "folder of the data (db/law unless given)" },
  portal: { vi: "tệp trao đổi với Cổng quốc gia: portal check, portal schema", en: "files of the exchange with the national portal: portal check, portal schema" },
  portalCheck: { vi: "kiểm tra tệp trao đổi, chỉ ra từng dòng sai; không cần cơ sở dữ liệu", en: "check files of the exchange and name every wrong line; needs no database" },
  portalFiles: { vi: "tệp JSON theo docs/national-port.md", en: "JSON files as in docs/national-port.md" },
  portalSchema: { vi: "in JSON Schema của tệp trao đổi", en: "print the JSON Schema of the exchange" },
  verifyChains: { vi: "tính lại mọi chuỗi ghi chép, chỉ ra từng chỗ đứt", en: "recompute every chain of the record and name every break" },
  figures: { vi: "số liệu: figures rebuild", en: "figures: figures rebuild" },
  figuresRebuild: {
    vi: "đếm lại số liệu từ dòng thời gian của từng hồ sơ; đang chạy vẫn đếm lại được",
    en: "count the figures anew from the timelines; harmless while the server runs",
  },
  figuresCommune: {
    vi: "chỉ xã có mã này, kể cả khi mã ấy từng thuộc đơn vị khác (mặc định mọi xã)",
    en: "only the commune of this code, in every time that it had it (every commune unless given)",
  },
  open: { vi: "dữ liệu mở: open key", en: "open data: open key" },
  openKey: { vi: "khóa cho chương trình gửi phản ánh: add, list, end", en: "keys of programs that send reports: add, list, end" },
  openKeyAdd: { vi: "cấp một khóa; khóa chỉ hiện một lần", en: "give out a key; it is shown once" },
  openKeyName: { vi: "cấp cho ai, chương trình nào", en: "whom, and which program, it is for" },
  openKeyPerHour: { vi: "mỗi giờ gửi được nhiều nhất bao nhiêu phản ánh", en: "how many reports it may send in an hour" },
  openKeyList: { vi: "các khóa đã cấp", en: "the keys that were given out" },
  openKeyEnd: { vi: "thu lại một khóa", en: "take a key back" },
  openKeyNumber: { vi: "số của khóa, xem ở list", en: "number of the key, see list" },
  user: { vi: "tài khoản cán bộ: user add", en: "officers' accounts: user add" },
  userAdd: { vi: "thêm một tài khoản; mật khẩu chỉ hiện một lần", en: "add an account; its password is shown once" },
  userLogin: { vi: "tên đăng nhập", en: "login" },
  userName: { vi: "họ và tên", en: "name" },
  userRank: { vi: "cấp bậc, chức vụ ghi trên giấy", en: "rank, as it stands on papers" },
  userRole: { vi: "vai trò", en: "role" },
  userPost: { vi: "mã xã nơi làm việc", en: "code of the commune" },
  userProvince: { vi: "mã tỉnh nơi làm việc", en: "code of the province" },
  userNation: { vi: "làm việc cho cả nước", en: "works for the nation" },
  userFrom: { vi: "có quyền từ ngày, viết 2026-11-20 (mặc định hôm nay)", en: "first day of the right, like 2026-11-20 (today unless given)" },
  userTo: { vi: "đến trước ngày", en: "first day without the right" },
  due: { vi: "tính hạn trả và giải thích từng bước; không cần cơ sở dữ liệu", en: "reckon a due moment and explain each step; needs no database" },
  dueTerm: {
    vi: 'thời hạn: "3 working days", "nửa ngày làm việc", "24 hours", "7 days", "2 months"',
    en: 'the term: "3 working days", "half working day", "24 hours", "7 days", "2 months"',
  },
  dueFrom: { vi: "lúc nhận, có múi giờ: 2026-11-20T15:00:00+07:00", en: "moment of receipt with its offset: 2026-11-20T15:00:00+07:00" },
  duePost: { vi: "mã xã, hoặc tỉnh/xã: 24/07612", en: "code of the commune, or province/commune: 24/07612" },
});

const units = {
  files: {
    before: { vi: "Danh mục tháng 3/2025", en: "The list of March 2025" },
    oldToNew: { vi: "Bảng cũ sang mới", en: "The table from old to new" },
    newFromOld: { vi: "Bảng mới từ cũ", en: "The table of new from old" },
  },
  kinds: {
    province: { vi: "tỉnh", en: "province" },
    district: { vi: "huyện", en: "district" },
    commune: { vi: "xã", en: "commune" },
    lineage: { vi: "bước chuyển", en: "step" },
  },
  ...defineTexts({
    listed: { vi: "tệp có", en: "in the file" },
    listedFigures: {
      vi: (provinces: string, districts: string, communes: string, steps: string) => `${provinces} tỉnh, ${districts} huyện, ${communes} xã, ${steps} bước chuyển`,
      en: (provinces: string, districts: string, communes: string, steps: string) => `${provinces} provinces, ${districts} districts, ${communes} communes, ${steps} steps`,
    },
    inserted: { vi: "mới", en: "new" },
    confirmed: { vi: "tệp khác đã có", en: "known from another file" },
    unchanged: { vi: "đã nhập trước đây", en: "imported before" },
    mismatches: { vi: "không khớp", en: "not matching" },
    dryRun: { vi: "Làm thử: chưa ghi gì.", en: "Tried only: nothing was written." },
    line: { vi: "dòng", en: "line" },
  }),
} as const;

const law = defineTexts({
  summary: {
    vi: (files: number, rows: number, findings: number) => `${files} tệp, ${rows} dòng: ${findings === 0 ? "không có lỗi" : `${findings} lỗi`}`,
    en: (files: number, rows: number, findings: number) => `${plural(files, "file")}, ${plural(rows, "row")}: ${findings === 0 ? "no mistakes" : plural(findings, "mistake")}`,
  },
});

const portal = defineTexts({
  summary: {
    vi: (files: number, findings: number) => `${files} tệp: ${findings === 0 ? "không có lỗi" : `${findings} lỗi`}`,
    en: (files: number, findings: number) => `${plural(files, "file")}: ${findings === 0 ? "no mistakes" : plural(findings, "mistake")}`,
  },
  tooLarge: { vi: "tệp quá lớn", en: "the file is too large" },
});

const breaks = {
  gap: { vi: "số thứ tự bị thiếu hoặc lặp", en: "a number is missing or comes twice" },
  notLinked: { vi: "không nối với dòng trước", en: "does not continue the row before" },
  contentChanged: { vi: "nội dung không còn như lúc ghi", en: "the content is not what was sealed" },
  endDiffers: { vi: "việc không kết thúc ở dòng cuối của dòng thời gian", en: "the matter does not end where its timeline ends" },
  versionDiffers: { vi: "số phiên bản khác dòng thời gian", en: "the version differs from the timeline" },
  stateDiffers: { vi: "trạng thái khác dòng thời gian", en: "the state differs from the timeline" },
  timelineMissing: { vi: "không có dòng thời gian", en: "there is no timeline" },
  changeDiffers: { vi: "khác với nhật ký thay đổi", en: "differs from the audit" },
  auditMissing: { vi: "thiếu trong nhật ký thay đổi", en: "is missing in the audit" },
  auditLeftOver: { vi: "nhật ký thay đổi có, dòng thời gian không có", en: "is in the audit and not in the timeline" },
  matterMissing: { vi: "việc không còn nữa", en: "the matter is gone" },
} satisfies Record<BreakKind, Bilingual>;

const chainNames = {
  timeline: { vi: "dòng thời gian", en: "timeline" },
  audit: { vi: "nhật ký thay đổi", en: "audit" },
  matter: { vi: "việc", en: "matter" },
} satisfies Record<Chain, Bilingual>;

const chains = {
  kinds: breaks,
  ...defineTexts({
    at: {
      vi: (commune: number, subject: string, chain: Chain, seq: number | null) => `đơn vị ${commune}, ${subject}, ${chainNames[chain].vi}${seq === null ? "" : ` ${seq}`}`,
      en: (commune: number, subject: string, chain: Chain, seq: number | null) => `unit ${commune}, ${subject}, ${chainNames[chain].en}${seq === null ? "" : ` ${seq}`}`,
    },
    progress: { vi: (matters: number) => `đã xem ${matters} việc`, en: (matters: number) => `${plural(matters, "matter")} seen` },
    summary: {
      vi: (matters: number, timeline: number, audit: number, count: number) =>
        `${matters} việc, ${timeline} dòng thời gian, ${audit} dòng nhật ký: ${count === 0 ? "nguyên vẹn" : `${count} chỗ đứt`}`,
      en: (matters: number, timeline: number, audit: number, count: number) =>
        `${plural(matters, "matter")}, ${plural(timeline, "timeline row")}, ${plural(audit, "audit row")}: ${count === 0 ? "whole" : plural(count, "break")}`,
    },
  }),
} as const;

const figures = defineTexts({
  commune: { vi: (name: string, matters: number) => `${name}: ${matters} việc`, en: (name: string, matters: number) => `${name}: ${plural(matters, "matter")}` },
  summary: {
    vi: (communes: number, matters: number) => `đã đếm lại ${matters} việc của ${communes} đơn vị`,
    en: (communes: number, matters: number) => `counted ${plural(matters, "matter")} of ${plural(communes, "commune")} anew`,
  },
});

const user = defineTexts({
  made: { vi: "Đã thêm tài khoản:", en: "The account is made:" },
  login: { vi: "đăng nhập", en: "login" },
  unit: { vi: "đơn vị", en: "unit" },
  role: { vi: "vai trò", en: "role" },
  password: { vi: "mật khẩu", en: "password" },
  totp: { vi: "mã xác thực", en: "authenticator" },
  once: { vi: "Mật khẩu và mã xác thực chỉ hiện lần này; đưa tận tay cho cán bộ.", en: "The password and the authenticator code are shown this once; hand them to the officer." },
});

const due = defineTexts({
  term: { vi: "Thời hạn:", en: "Term:" },
  ends: { vi: "Hạn trả:", en: "Due:" },
});

const errors = {
  notRead: (file: string, why: string): Bilingual => ({ vi: `không đọc được ${file}: ${why}`, en: `${file} cannot be read: ${why}` }),
  hint: { vi: "Gõ lệnh help để xem các lệnh.", en: "Type the command help to see the commands." },
  didYouMean: (word: string): Bilingual => ({ vi: `Có phải "${word}" không?`, en: `Did you mean "${word}"?` }),
  unknownCommand: (word: string): Bilingual => ({ vi: `Không có lệnh "${word}".`, en: `There is no command "${word}".` }),
  commandNeeded: { vi: "Còn thiếu lệnh con.", en: "A command is missing." },
  unknownOption: (word: string): Bilingual => ({ vi: `Không có tùy chọn "${word}".`, en: `There is no option "${word}".` }),
  missingArgument: (word: string): Bilingual => ({ vi: `Thiếu tham số "${word}".`, en: `The argument "${word}" is missing.` }),
  missingValue: (word: string): Bilingual => ({ vi: `Tùy chọn "${word}" chưa có giá trị.`, en: `The option "${word}" has no value.` }),
  missingOption: (word: string): Bilingual => ({ vi: `Thiếu tùy chọn "${word}".`, en: `The option "${word}" is missing.` }),
  tooMany: { vi: "Thừa tham số.", en: "There are too many arguments." },
  notUnderstood: { vi: "Không hiểu lệnh này.", en: "This command is not understood." },
  unknownLang: (word: string): Bilingual => ({ vi: `Không có ngôn ngữ "${word}": chỉ có vi và en.`, en: `There is no language "${word}": only vi and en.` }),
  brokenFile: (file: string): Bilingual => ({ vi: `Không nhập được ${file}, chưa ghi gì:`, en: `${file} cannot be imported, nothing was written:` }),
  moreFaults: (count: number): Bilingual => ({ vi: `và ${count} lỗi nữa`, en: `and ${count} more` }),
  otherProcess: (message: string): Bilingual => ({
    vi: `Một tiến trình khác đang giữ thư mục dữ liệu mà cơ sở dữ liệu chưa sẵn sàng, hoặc thuộc phiên bản khác (${message}). Đợi một lát, hoặc dừng máy chủ rồi chạy lại.`,
    en: `Another process holds the data folder, and its database is not ready or of another version (${message}). Wait a moment, or stop the server and try again.`,
  }),
  settings: { vi: "Cấu hình có chỗ sai:", en: "The settings have mistakes:" },
  noDatabase: {
    vi: "Không kết nối được cơ sở dữ liệu, hoặc kết nối bị đứt giữa chừng; chưa ghi gì.",
    en: "The database cannot be reached, or the connection was lost; nothing was written.",
  },
  unexpected: (message: string): Bilingual => ({ vi: `Lỗi không lường trước: ${message}`, en: `An unexpected error: ${message}` }),
  lawBroken: { vi: "Dữ liệu pháp luật có chỗ sai:", en: "The law data has mistakes:" },
  unreadableTerm: (text: string): Bilingual => ({
    vi: `"${text}" không phải là một thời hạn. Ví dụ: "3 working days", "nửa ngày làm việc", "24 hours", "7 days", "2 months".`,
    en: `"${text}" is not a term. Write for instance "3 working days", "half working day", "24 hours", "7 days" or "2 months".`,
  }),
  unreadableInstant: (text: string): Bilingual => ({
    vi: `"${text}" không phải là một thời điểm có múi giờ. Viết kiểu 2026-11-20T15:00:00+07:00.`,
    en: `"${text}" is not a moment with an offset. Write it like 2026-11-20T15:00:00+07:00.`,
  }),
  unreadablePost: (text: string): Bilingual => ({
    vi: `"${text}" không phải mã xã. Viết kiểu 07612 hoặc 24/07612.`,
    en: `"${text}" is not the code of a commune. Write it like 07612 or 24/07612.`,
  }),
  provinceNeeded: (code: string): Bilingual => ({
    vi: `Có tỉnh có giờ làm việc riêng, nên cần cả mã tỉnh: 24/${code}.`,
    en: `Some provinces have hours of their own, so the province is needed too: 24/${code}.`,
  }),
  yearNotCovered: (year: number): Bilingual => ({
    vi: `Chưa có lịch nghỉ lễ năm ${year}: bổ sung vào db/law/holidays.yaml.`,
    en: `The holidays of ${year} are not known: add them to db/law/holidays.yaml.`,
  }),
  hoursNotCovered: (day: string): Bilingual => ({
    vi: `Chưa có giờ làm việc cho ngày ${day}: bổ sung vào db/law/office-hours.yaml.`,
    en: `The office hours of ${day} are not known: add them to db/law/office-hours.yaml.`,
  }),
  outOfRange: { vi: "Thời hạn dài quá, không tính được.", en: "The term is too long to be reckoned." },
  badLogin: (text: string): Bilingual => ({
    vi: `"${text}" không dùng làm tên đăng nhập được: chỉ chữ không dấu, số, dấu chấm, gạch ngang, gạch dưới.`,
    en: `"${text}" cannot be a login: only letters without marks, digits, dots, hyphens and underscores.`,
  }),
  badName: { vi: "Chưa có họ tên, hoặc dài quá.", en: "The name is empty or too long." },
  badRole: (text: string, known: string): Bilingual => ({ vi: `Không có vai trò "${text}". Các vai trò: ${known}.`, en: `There is no role "${text}". The roles are: ${known}.` }),
  badNumber: (text: string): Bilingual => ({ vi: `"${text}" không phải là một số dùng được ở đây.`, en: `"${text}" is not a number that fits here.` }),
  unknownKey: (text: string): Bilingual => ({ vi: `Không có khóa số ${text} đang dùng.`, en: `There is no key ${text} in use.` }),
  badDay: (text: string): Bilingual => ({ vi: `"${text}" không phải là một ngày, viết kiểu 2026-11-26.`, en: `"${text}" is not a day written like 2026-11-26.` }),
  endsBeforeItBegins: (from: string, to: string): Bilingual => ({ vi: `Quyền hết (${to}) trước khi bắt đầu (${from}).`, en: `The right ends (${to}) before it begins (${from}).` }),
  onePlace: { vi: "Chọn đúng một nơi làm việc: --post, --province hoặc --nation.", en: "Choose exactly one place: --post, --province or --nation." },
  unknownUnit: (code: string): Bilingual => ({
    vi: `Hôm nay không có đơn vị nào mang mã ${code}. Đã nhập đơn vị hành chính chưa (units import)?`,
    en: `No unit bears the code ${code} today. Were the units imported (units import)?`,
  }),
  noMatters: (code: string): Bilingual => ({
    vi: `Chưa đơn vị nào mang mã ${code} có việc để đếm.`,
    en: `No unit of the code ${code} has anything to count.`,
  }),
  unknownProvince: (code: string): Bilingual => ({ vi: `Chưa biết xã ${code} thuộc tỉnh nào.`, en: `It is not known which province the commune ${code} lies in.` }),
  loginTaken: (login: string): Bilingual => ({ vi: `Tên đăng nhập "${login}" đã có người dùng.`, en: `The login "${login}" is taken.` }),
} as const;

const openKey = defineTexts({
  made: { vi: (id: number, name: string) => `Khóa số ${id}, cấp cho ${name}:`, en: (id: number, name: string) => `Key ${id}, for ${name}:` },
  once: { vi: "Khóa chỉ hiện lần này; trong máy chỉ giữ dấu của nó.", en: "It is shown this once; only its hash is kept." },
  anHour: { vi: (count: number) => `${count} phản ánh/giờ`, en: (count: number) => `${count} reports an hour` },
  opens: { vi: "đang dùng", en: "in use" },
  ended: { vi: (at: string) => `thu lại ${at}`, en: (at: string) => `taken back ${at}` },
  none: { vi: "Chưa cấp khóa nào.", en: "No key was given out." },
  done: { vi: (id: number) => `Đã thu lại khóa số ${id}.`, en: (id: number) => `Key ${id} was taken back.` },
});

export const texts = { help, units, law, portal, chains, figures, openKey, user, due, errors } as const;
