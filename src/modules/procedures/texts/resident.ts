import { defineTexts } from "../../../base/lang.ts";
import type { DossierAction, DossierState } from "../matter.ts";

const manyVi = (count: number, what: string): string => `${count} ${what}`;
const manyEn = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** The list of procedures, and what each asks for. */
export const procedureTexts = defineTexts({
  listTitle: { vi: "Bà con muốn làm thủ tục gì?", en: "Which procedure do you need?" },
  listLead: {
    vi: "Xem trước cần giấy gì, mất mấy ngày, bao nhiêu tiền, để chỉ phải đi một lần.",
    en: "See beforehand which papers, how many days and how much money it takes, so that you come only once.",
  },
  searchLabel: { vi: "Tìm thủ tục", en: "Find a procedure" },
  searchHint: { vi: "Gõ vài chữ, không cần dấu. Ví dụ: tam tru, tach ho, giay xac nhan.", en: "Type a few words, marks are not needed. For example: tam tru, or household." },
  search: { vi: "Tìm", en: "Find" },
  found: {
    vi: (count: number, typed: string) => `Có ${manyVi(count, "thủ tục")} hợp với "${typed}".`,
    en: (count: number, typed: string) => `${manyEn(count, "procedure")} found for "${typed}".`,
  },
  showAll: { vi: "Xem tất cả", en: "Show all" },
  nothing: { vi: (typed: string) => `Chưa tìm thấy "${typed}"`, en: (typed: string) => `Nothing found for "${typed}"` },
  nothingText: {
    vi: "Thử gõ ít chữ hơn, hoặc xem cả danh sách. Không chắc là thủ tục nào thì gọi hoặc ghé, cán bộ chỉ giúp.",
    en: "Try fewer words, or see the whole list. If you are not sure which one it is, call or come in and an officer will help.",
  },
  atOnce: { vi: "Làm ngay tại chỗ", en: "Done at once" },
  free: { vi: "Không mất tiền", en: "Free of charge" },
  dong: { vi: (amount: string) => `${amount} đồng`, en: (amount: string) => `${amount} dong` },
  from: { vi: (least: string) => `từ ${least}`, en: (least: string) => `from ${least}` },
  upTo: { vi: (least: string, most: string) => `${least} đến ${most}`, en: (least: string, most: string) => `${least} to ${most}` },

  codeShown: { vi: (code: string) => `Mã thủ tục ${code}`, en: (code: string) => `Procedure code ${code}` },
  inShort: { vi: "Nói gọn", en: "In short" },
  howLong: { vi: "Mất bao lâu", en: "How long" },
  howMuch: { vi: "Mất bao nhiêu", en: "How much" },
  whoMayFile: { vi: "Ai đi nộp được", en: "Who may file" },
  whereToFile: { vi: "Nộp ở đâu", en: "Where to file" },
  atDwelling: {
    vi: "Công an xã, phường nơi đang ở",
    en: "The police post of the commune or ward where you live",
  },
  anyCommune: { vi: "Công an xã, phường nào trong cả nước cũng được", en: "Any commune or ward police post in the country" },
  whenToCome: { vi: "Giờ tiếp bà con", en: "Opening hours" },
  whatYouGet: { vi: "Nhận về", en: "What you get" },

  bringTitle: { vi: "Khi đi nhớ mang", en: "Bring with you" },
  papersTitle: { vi: "Cần nộp giấy gì?", en: "Which papers do you hand in?" },
  casesLead: { vi: "Tùy từng trường hợp. Bà con thuộc trường hợp nào?", en: "It depends. Which is your case?" },
  handIn: { vi: "Phải nộp", en: "To hand in" },
  nothingToHandIn: { vi: "Không phải nộp giấy gì.", en: "No paper has to be handed in." },
  doneByAuthority: { vi: "Công an tự làm, bà con không phải nộp gì.", en: "The police do this by themselves; you file nothing." },
  notAskedTitle: { vi: "Không phải nộp, ai đòi bà con cứ hỏi lại", en: "Not asked for; if somebody asks, ask why" },
  originals: { vi: (count: number) => `${count} bản chính`, en: (count: number) => manyEn(count, "original") },
  copies: { vi: (count: number) => `${count} bản chụp`, en: (count: number) => (count === 1 ? "1 copy" : `${count} copies`) },
  toCompare: { vi: "bản chính chỉ để đối chiếu, xem xong trả lại", en: "the original is only compared and given back" },
  formGiven: { vi: (form: string) => `Mẫu ${form} có sẵn ở quầy, cán bộ giúp ghi.`, en: (form: string) => `Form ${form} lies at the counter; an officer helps you fill it in.` },

  termsTitle: { vi: "Bao giờ thì xong?", en: "When will it be done?" },
  countWorkingDays: {
    vi: "Ngày nộp không tính. Thứ Bảy, Chủ nhật, ngày lễ không tính.",
    en: "The day of filing is not counted, nor are Saturdays, Sundays and public holidays.",
  },
  countWorkingHours: { vi: "Tính theo giờ làm việc, kể từ lúc nhận hồ sơ.", en: "Counted in office hours from the moment of receipt." },
  countClockHours: { vi: "Tính từng giờ, cả đêm và ngày nghỉ.", en: "Every hour counts, nights and days off included." },
  countCalendarDays: {
    vi: "Tính cả ngày nghỉ. Ngày cuối rơi vào ngày nghỉ thì lùi sang ngày làm việc tiếp theo.",
    en: "Days off are counted. When the last day is a day off, the next working day is the last.",
  },
  ifFiledNow: { vi: (due: string) => `Nộp bây giờ thì hẹn trả ${due}.`, en: (due: string) => `Filed now, it is due ${due}.` },
  ifFiledToday: { vi: (due: string) => `Nộp hôm nay thì hẹn trả ${due}.`, en: (due: string) => `Filed today, it is due ${due}.` },
  ifFiledOn: { vi: (day: string, due: string) => `Nộp ${day} thì hẹn trả ${due}.`, en: (day: string, due: string) => `Filed on ${day}, it is due ${due}.` },
  dueBy: { vi: (day: string, time: string) => `${day}, trước ${time}`, en: (day: string, time: string) => `on ${day}, before ${time}` },
  exampleOnly: { vi: "Ngày hẹn thật ghi trên giấy hẹn.", en: "The binding date stands on your slip." },
  notCountedTitle: { vi: "Thời gian không tính", en: "Time that is not counted" },
  nightRule: {
    vi: (before: string, lateBy: string) => `Khách đến trước ${before} thì báo trước ${before} cùng ngày; đến sau ${before} thì báo trước ${lateBy} sáng hôm sau.`,
    en: (before: string, lateBy: string) => `A guest who comes before ${before} is told of by ${before} the same day; one who comes later, by ${lateBy} the next morning.`,
  },
  fileWithin: { vi: (span: string) => `Nộp trong vòng ${span} trước ngày hết hạn tạm trú.`, en: (span: string) => `File within ${span} before the registration expires.` },

  feesTitle: { vi: "Tiền phải nộp", en: "What it costs" },
  feesFree: { vi: "Không mất tiền, nộp ở quầy hay qua mạng cũng vậy.", en: "Free of charge, at the counter and online." },
  feeFor: { vi: "Trường hợp", en: "Case" },
  atCounter: { vi: "Nộp ở quầy", en: "At the counter" },
  online: { vi: "Nộp qua mạng", en: "Online" },
  exemptTitle: { vi: "Những ai không phải nộp tiền", en: "Who pays nothing" },
  proof: { vi: (proof: string) => `Căn cứ: ${proof}`, en: (proof: string) => `Shown by: ${proof}` },

  onlineTitle: { vi: "Nộp qua mạng được không?", en: "Can it be filed online?" },
  onlineNone: { vi: "Chưa nộp qua mạng được, bà con tới quầy.", en: "Not online; please come to the counter." },
  onlinePartial: {
    vi: "Được một phần: nộp qua mạng, nhưng vẫn có lúc phải tới quầy.",
    en: "Partly: it can be filed online, but you may still have to come to the counter.",
  },
  onlineFull: { vi: "Được toàn bộ: nộp và nhận kết quả qua mạng, không phải đi lại.", en: "Fully: filing and result go online, nobody has to travel." },
  onlyPortal: {
    vi: "Nộp qua mạng chỉ làm ở Cổng Dịch vụ công quốc gia; trang này không nhận hồ sơ và không bao giờ hỏi mật khẩu.",
    en: "Online filing is done only at the National Public Service Portal; this site takes no files and never asks for a password.",
  },
  portal: { vi: "Cổng Dịch vụ công quốc gia", en: "National Public Service Portal" },

  validityTitle: { vi: "Giấy dùng được bao lâu?", en: "How long is the paper good for?" },
  afterTitle: { vi: "Nộp xong rồi sao nữa?", en: "What happens after?" },
  trackOffer: { vi: "Nộp rồi thì xem hồ sơ đến đâu", en: "After filing: see where your file stands" },

  sourceTitle: { vi: "Căn cứ pháp luật và nguồn", en: "Legal basis and source" },
  source: { vi: (source: string) => `Nguồn: ${source}`, en: (source: string) => `Source: ${source}` },
  inForceFrom: { vi: (day: string) => `Áp dụng từ ${day}`, en: (day: string) => `In force from ${day}` },
  unchecked: { vi: "chưa đối chiếu văn bản gốc", en: "not yet checked against the original text" },
  checked: { vi: "đã đối chiếu văn bản gốc", en: "checked against the original text" },
  uncheckedMeans: {
    vi: "Những con số có dấu này lấy từ trang mạng hoặc sách dẫn lại luật. Khác với điều cán bộ nói thì bà con hỏi lại, xin xem văn bản.",
    en: "Figures with this mark come from pages that quote the law. If an officer says otherwise, ask to see the text.",
  },
  doubt: { vi: "Chỗ còn chưa chắc", en: "What is still in doubt" },
});

/** Looking a dossier up, and its page. */
export const trackTexts = defineTexts({
  lookUpTitle: { vi: "Hồ sơ của tôi đến đâu?", en: "Where is my file?" },
  lookUpLead: { vi: "Không cần tài khoản. Chỉ cần tờ giấy hẹn.", en: "No account is needed, only your slip." },
  code: { vi: "Mã hồ sơ trên giấy hẹn", en: "File code on the slip" },
  codeHint: { vi: "In đậm ở đầu giấy hẹn. Ví dụ: H05.24.612-261120-0007.", en: "In bold on top of the slip. For example: H05.24.612-261120-0007." },
  codeMissing: { vi: "Xin gõ mã hồ sơ ghi ở đầu giấy hẹn.", en: "Please type the file code from the top of the slip." },
  codeWrong: {
    vi: "Mã chưa đủ. Mã có cả chữ và số, ví dụ: H05.24.612-261120-0007.",
    en: "The code is not complete. It has letters and digits, for example: H05.24.612-261120-0007.",
  },
  last4: { vi: "Bốn số cuối điện thoại hoặc số căn cước", en: "Last four digits of the phone or identity number" },
  last4Hint: { vi: "Số đã khai lúc nộp hồ sơ. Để người nhặt được mã không xem được.", en: "Of the number you gave when filing, so that nobody who finds the code can look." },
  last4Wrong: { vi: "Xin gõ đúng bốn chữ số, ví dụ: 4471.", en: "Please type exactly four digits, for example: 4471." },
  noMatch: {
    vi: "Không có hồ sơ nào khớp cả mã và bốn số này. Xin xem lại cả hai ô; vẫn không thấy thì gọi trực ban.",
    en: "No file matches this code together with these four digits. Please check both; if it still fails, call the duty desk.",
  },
  show: { vi: "Xem hồ sơ", en: "Show my file" },
  qrTip: { vi: "Có điện thoại thông minh thì quét mã QR trên giấy hẹn, khỏi phải gõ.", en: "With a smartphone, scan the QR code on the slip instead of typing." },
  lostSlip: { vi: "Mất giấy hẹn? Mang thẻ căn cước tới quầy, hoặc gọi", en: "Lost the slip? Bring your identity card to the counter, or call" },
  notFoundTitle: { vi: "Không thấy hồ sơ này", en: "This file was not found" },
  notFoundText: {
    vi: "Địa chỉ có thể bị thiếu vài chữ khi gửi qua tin nhắn. Bà con gõ mã trên giấy hẹn vào đây:",
    en: "Some letters of the address may have been lost in a message. Please type the code from your slip here:",
  },

  file: { vi: "Hồ sơ", en: "File" },
  promised: { vi: (day: string) => `Hẹn trả: ${day}`, en: (day: string) => `Due: ${day}` },
  before: { vi: (time: string) => `trước ${time}`, en: (time: string) => `before ${time}` },
  basis: { vi: (code: string, term: string) => `thủ tục ${code}, thời hạn ${term}`, en: (code: string, term: string) => `procedure ${code}, term of ${term}` },
  noTerm: { vi: "Việc này không có ngày hẹn: làm ngay khi nhận.", en: "There is no due date: it is done at once." },
  clockStands: { vi: "Đang tạm dừng tính ngày", en: "The clock stands still" },
  clockGoesOn: { vi: "Nộp đủ giấy thì tính tiếp, và có ngày hẹn mới.", en: "When the papers are here it goes on, with a new due date." },
  readySince: { vi: (day: string) => `Xong từ ${day}`, en: (day: string) => `Ready since ${day}` },
  endedOn: { vi: (day: string) => `Kết thúc ${day}`, en: (day: string) => `Ended on ${day}` },
  inTime: { vi: (day: string) => `Kịp hẹn ${day}.`, en: (day: string) => `In time for the due date, ${day}.` },
  lateTitle: { vi: (span: string) => `Hồ sơ đã ${span}. Công an xin lỗi bà con.`, en: (span: string) => `This file is ${span}. We apologise.` },
  lateText: {
    vi: "Chậm là lỗi của công an, không phải của bà con. Lần chậm này đã được máy ghi lại, không ai xóa được. Bà con gọi để hỏi vì sao và bao giờ xong.",
    en: "The delay is our fault, not yours. It has been recorded and nobody can erase it. Call to ask why, and when it will be done.",
  },
  wasLateTitle: { vi: "Kết quả xong chậm hơn hẹn. Công an xin lỗi bà con.", en: "The result came later than promised. We apologise." },
  wasLateText: { vi: (due: string, ready: string) => `Hẹn ${due}, đến ${ready} mới xong.`, en: (due: string, ready: string) => `Promised for ${due}, ready only on ${ready}.` },
  lateTag: { vi: "Quá hạn", en: "Late" },

  whatNow: { vi: "Bây giờ bà con cần làm gì?", en: "What do you have to do now?" },
  missing: { vi: "Còn thiếu:", en: "Still missing:" },
  bringSlip: { vi: "Giấy hẹn", en: "Your slip" },
  bringCard: { vi: "Thẻ căn cước", en: "Your identity card" },
  bringFee: { vi: (fee: string) => `Lệ phí ${fee}, nếu chưa nộp`, en: (fee: string) => `The fee of ${fee}, if not yet paid` },
  somebodyElse: { vi: "Nhờ người khác đi thay thì gọi trước để hỏi cần mang gì.", en: "If somebody comes for you, call first and ask what to bring." },
  where: { vi: (post: string) => `Tới ${post}.`, en: (post: string) => `Come to: ${post}.` },
  ask: { vi: "Có gì chưa rõ thì gọi trực ban, đọc mã hồ sơ:", en: "If anything is unclear call the duty desk and quote the file code:" },
  askPlain: { vi: "Có gì chưa rõ thì ghé quầy, đưa mã hồ sơ.", en: "If anything is unclear come to the counter with the file code." },
  rate: { vi: "Cho biết cán bộ phục vụ thế nào", en: "Say how you were served" },
  verify: { vi: "Kiểm tra giấy vừa nhận là thật", en: "Check that the paper is genuine" },
  history: { vi: "Việc đã làm", en: "What has been done" },
  facts: { vi: "Ghi trên hồ sơ", en: "On the file" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  receivedAt: { vi: "Nhận lúc", en: "Received" },
  receivedBy: { vi: "Nơi nhận", en: "Received at" },
  fee: { vi: "Lệ phí", en: "Fee" },
  handedIn: { vi: "Giấy đã nộp", en: "Papers handed in" },
  handedNothing: { vi: "Không phải nộp giấy gì", en: "None were needed" },
  privacy: { vi: "Trang này không hiện tên, số căn cước hay điện thoại của ai.", en: "This page shows nobody's name, identity number or phone." },
});

type Sentence = { readonly vi: string; readonly en: string };

/** The word for each state of a dossier, to its resident. */
export const stateWords: { readonly [S in DossierState]: Sentence } = {
  received: { vi: "Đã nhận", en: "Received" },
  working: { vi: "Đang giải quyết", en: "In progress" },
  awaitingSupplement: { vi: "Chờ bà con bổ sung giấy", en: "Waiting for your papers" },
  onHold: { vi: "Đang tạm dừng", en: "Paused" },
  toSign: { vi: "Chờ ký", en: "To be signed" },
  outForSigning: { vi: "Chờ ký", en: "To be signed" },
  signed: { vi: "Xong, mời tới nhận", en: "Ready to collect" },
  refused: { vi: "Không giải quyết được", en: "Refused" },
  handedOver: { vi: "Đã trả kết quả", en: "Handed over" },
  refusalHandedOver: { vi: "Đã trả phiếu từ chối", en: "Refusal handed over" },
  withdrawn: { vi: "Đã rút hồ sơ", en: "Withdrawn" },
  stopped: { vi: "Đã dừng giải quyết", en: "Stopped" },
};

/** What a resident has to do in each state. */
export const whatNow: { readonly [S in DossierState]: Sentence } = {
  received: {
    vi: "Chưa phải làm gì thêm. Đến ngày hẹn, bà con mang giấy hẹn và thẻ căn cước tới nhận.",
    en: "Nothing more. On the due day come with your slip and your identity card.",
  },
  working: {
    vi: "Chưa phải làm gì thêm. Đến ngày hẹn, bà con mang giấy hẹn và thẻ căn cước tới nhận.",
    en: "Nothing more. On the due day come with your slip and your identity card.",
  },
  awaitingSupplement: {
    vi: "Bà con mang giấy còn thiếu tới quầy. Không phải làm lại từ đầu, không mất thêm tiền.",
    en: "Bring what is missing to the counter. You need not start again, and it costs nothing more.",
  },
  onHold: {
    vi: "Hồ sơ đang tạm dừng theo luật. Hết tạm dừng thì công an làm tiếp và hẹn lại.",
    en: "The law lets the time stand still. Work goes on, with a new date, once the pause is over.",
  },
  toSign: { vi: "Chưa phải làm gì thêm. Kết quả đang chờ trưởng công an ký.", en: "Nothing more. The result is waiting for the chief's signature." },
  outForSigning: { vi: "Chưa phải làm gì thêm. Kết quả đang chờ trưởng công an ký.", en: "Nothing more. The result is waiting for the chief's signature." },
  signed: { vi: "Kết quả đã ký xong. Mời bà con tới nhận, mang theo:", en: "The result is signed. Please come and collect it, and bring:" },
  refused: {
    vi: "Hồ sơ này không giải quyết được. Phiếu từ chối ghi rõ vì sao và làm tiếp thế nào. Mời bà con tới nhận phiếu; không đồng ý thì bà con có quyền khiếu nại. Mang theo:",
    en: "This could not be granted. The refusal says why, and what to do next. Please come and collect it; if you do not agree you have the right to complain. Bring:",
  },
  handedOver: {
    vi: "Việc đã xong. Bà con đọc lại tờ giấy đã nhận; có chỗ ghi sai thì báo ngay để sửa.",
    en: "It is done. Please read the paper again; if anything in it is wrong, tell us at once.",
  },
  refusalHandedOver: {
    vi: "Phiếu từ chối ghi vì sao và làm tiếp thế nào. Chưa rõ hoặc không đồng ý thì hỏi lại cán bộ; bà con có quyền khiếu nại.",
    en: "The refusal says why, and what to do next. If it is unclear or you do not agree, ask us; you have the right to complain.",
  },
  withdrawn: { vi: "Hồ sơ đã rút, không làm nữa. Muốn làm lại thì nộp hồ sơ mới.", en: "The file was withdrawn. To start again, file anew." },
  stopped: {
    vi: "Công an đã dừng, không làm tiếp hồ sơ này. Thông báo dừng ghi rõ vì sao. Không đồng ý thì bà con có quyền khiếu nại.",
    en: "Work on this has stopped; the notice says why. If you do not agree you have the right to complain.",
  },
};

/** What was done, as the resident reads it. What is not public is not shown. */
export const doneWords: {
  readonly [A in Exclude<DossierAction, "attach" | "removeFile" | "sendBack" | "assign" | "instruct" | "joinNational" | "sendOut" | "takeBack"> | "open"]: Sentence;
} = {
  open: { vi: "Nhận hồ sơ, đủ giấy tờ", en: "Received, papers complete" },
  start: { vi: "Cán bộ bắt đầu giải quyết", en: "An officer began to work on it" },
  askSupplement: { vi: "Còn thiếu giấy, mời bà con bổ sung", en: "Papers are missing; you were asked for them" },
  resume: { vi: "Nhận đủ giấy bổ sung, làm tiếp", en: "The missing papers came, work goes on" },
  hold: { vi: "Tạm dừng tính ngày theo luật", en: "The clock stands still by law" },
  release: { vi: "Hết tạm dừng, làm tiếp", en: "The pause is over, work goes on" },
  apologise: { vi: "Công an xin lỗi và hẹn lại", en: "We apologised and gave a new date" },
  stop: { vi: "Dừng giải quyết hồ sơ", en: "Work on it stopped" },
  propose: { vi: "Giải quyết xong, trình trưởng công an ký", en: "Worked out and put before the chief" },
  sign: { vi: "Trưởng công an đã ký kết quả", en: "The chief signed the result" },
  correct: { vi: "Trưởng công an thấy chỗ chưa đúng, cho làm lại giấy", en: "The chief saw a mistake; the paper is being made anew" },
  signRefusal: { vi: "Trưởng công an đã ký phiếu từ chối", en: "The chief signed the refusal" },
  revoke: { vi: "Công an thu hồi giấy đã cấp: giấy ấy không dùng được nữa", en: "The post took the issued paper back: it is void" },
  handOver: { vi: "Đã trả kết quả", en: "The result was handed over" },
  handOverRefusal: { vi: "Đã trả phiếu từ chối", en: "The refusal was handed over" },
  withdraw: { vi: "Rút hồ sơ", en: "Withdrawn" },
};

/** Rating how one was served. */
export const ratingTexts = defineTexts({
  title: { vi: "Bà con thấy được phục vụ thế nào?", en: "How were you served?" },
  lead: { vi: "Bấm một nút là xong.", en: "One touch is enough." },
  verySatisfied: { vi: "Rất hài lòng", en: "Very satisfied" },
  satisfied: { vi: "Hài lòng", en: "Satisfied" },
  notSatisfied: { vi: "Chưa hài lòng", en: "Not satisfied" },
  privacyTitle: { vi: "Cán bộ không biết ai chấm", en: "No officer learns who rated" },
  privacy: {
    vi: "Máy không ghi tên. Không cán bộ nào xem được lượt chấm của bà con. Đủ năm lượt trở lên mới cộng lại thành con số chung.",
    en: "No name is recorded. No officer can see your rating. Only from five ratings on do they appear, added up as one figure.",
  },
  thanks: { vi: "Cảm ơn bà con. Đã ghi.", en: "Thank you. It is recorded." },
  thanksText: { vi: "Lượt chấm đã vào hòm phiếu, không ai mở ra xem được.", en: "Your rating is in the box; nobody can open it." },
  already: { vi: "Hồ sơ này đã được chấm rồi", en: "This file has been rated already" },
  alreadyText: {
    vi: "Lượt chấm trước đã được tính, nên máy không ghi thêm. Muốn nói thêm điều gì, bà con cứ gọi hoặc ghé.",
    en: "The first rating counts, so a second one is not recorded. If you want to say more, call or come in.",
  },
  notYet: { vi: "Chưa đến lúc chấm", en: "It is too early to rate" },
  notYetText: { vi: "Bà con chấm sau khi có kết quả. Bây giờ có thể xem hồ sơ đến đâu.", en: "Please rate once there is a result. Meanwhile you can see where the file stands." },
  backToFile: { vi: "Xem lại hồ sơ", en: "Back to the file" },
  slipTitle: { vi: "Chấm theo phiếu giấy", en: "Rate with the paper slip" },
  slipLead: {
    vi: "Dành cho bà con chấm trên giấy, và cho người giúp gõ lại. Gõ đúng ô đã đánh dấu trên phiếu.",
    en: "For those who rated on paper, and for whoever helps them type. Choose what is ticked on the slip.",
  },
  score: { vi: "Ô đã đánh dấu trên phiếu", en: "What is ticked on the slip" },
  scoreMissing: { vi: "Xin chọn một trong ba ô.", en: "Please choose one of the three." },
  send: { vi: "Gửi lượt chấm", en: "Send the rating" },
});
