import { type Bilingual, defineTexts, type Lang } from "../../../base/lang.ts";

const ordinals = ["", "nhất", "hai", "ba", "tư", "năm"];
/** "thứ hai" in Vietnamese, "second" in English. */
const nth = {
  vi: (n: number): string => `thứ ${ordinals[n] ?? n}`,
  en: (n: number): string => ["", "first", "second", "third", "fourth", "fifth"][n] ?? `${n}th`,
};

/** What officers read where a dossier does not run straight: what is missing, what is waited for, apologies, ends without a result. */
export const courseTexts = defineTexts({
  supplement: { vi: "Yêu cầu bổ sung", en: "Ask for what is missing" },
  supplementLead: {
    vi: "Đánh dấu hết những chỗ còn thiếu, chưa đúng, một lần cho đủ. Mỗi chỗ nói luôn bà con phải làm gì.",
    en: "Tick all that is missing or wrong, everything at once. Each says what the resident has to do.",
  },
  supplementSend: { vi: "Gửi yêu cầu bổ sung", en: "Send the request" },
  supplementConsequence: { vi: "Đồng hồ dừng cho tới khi bổ sung đủ; bà con được báo", en: "The clock stands still until it is complete; the resident is told" },
  ofPaper: { vi: (paper: string) => `${paper} (đã nộp)`, en: (paper: string) => `${paper} (here)` },
  ofMissing: { vi: (paper: string) => `${paper} (chưa nộp)`, en: (paper: string) => `${paper} (not here)` },
  ofDossier: { vi: "Cả hồ sơ", en: "The dossier as a whole" },
  other: { vi: "Chỗ khác, không có ở trên", en: "Something else, not listed above" },
  otherHint: {
    vi: "Chỉ ghi thêm vào những chỗ đã đánh dấu. Bà con đọc được, nên đừng ghi tên người.",
    en: "Only beside what is ticked. The resident reads it, so do not name anybody.",
  },
  otherPaper: { vi: "Của giấy nào?", en: "Of which paper?" },
  otherWhat: { vi: "Còn thiếu, chưa đúng chỗ nào?", en: "What is missing or wrong?" },
  otherTodo: { vi: "Bà con phải làm gì?", en: "What does the resident have to do?" },
  againTitle: { vi: (n: number) => `Đây là lần yêu cầu ${nth.vi(n)}`, en: (n: number) => `This is the ${nth.en(n)} request` },
  againText: {
    vi: "Chỗ nào lần trước đã có thể nói mà chưa nói thì phải ghi vì sao, và được tính vào số yêu cầu lại của đơn vị. Lỗi của giấy mới nộp sau lần trước thì không tính. Máy tự xét từ giấy đã nộp.",
    en: "What could have been named before needs a reason, and counts as a repeated request of the post. What is wrong with a paper that came only afterwards does not count. The papers decide, not the officer.",
  },
  askedBefore: { vi: (n: number) => `Lần ${n} đã yêu cầu`, en: (n: number) => `Request ${n} named` },
  why: { vi: "Vì sao lần trước chưa nói?", en: "Why was it not named before?" },
  whyHint: { vi: "Bà con đọc được lý do này trên trang tra cứu và trên phiếu.", en: "The resident reads this on her page and on the slip." },
  requests: { vi: "Đã yêu cầu bổ sung", en: "What was asked for" },
  requestN: { vi: (n: number, at: string) => `Lần ${n}, ${at}`, en: (n: number, at: string) => `Request ${n}, ${at}` },
  countedAgain: { vi: "tính vào yêu cầu lại", en: "counted as repeated" },
  todo: { vi: (what: string) => `Việc cần làm: ${what}`, en: (what: string) => `To do: ${what}` },
  print: { vi: "In phiếu", en: "Print the slip" },
  printSupplement: { vi: (form: string) => `In phiếu yêu cầu bổ sung (${form})`, en: (form: string) => `Print what is missing (${form})` },
  resume: { vi: "Đã bổ sung đủ", en: "Complete now" },
  resumeConsequence: { vi: "Đồng hồ chạy tiếp, hẹn trả lùi đúng thời gian đã dừng", en: "The clock runs on; the due date moves by the time paused" },
  broughtLater: { vi: (paper: string) => `${paper} (nộp bổ sung)`, en: (paper: string) => `${paper} (brought later)` },
  brought: { vi: "Bà con mang tới giấy nào?", en: "Which papers did the resident bring?" },
  broughtHint: { vi: "Đánh dấu giấy vừa nhận, kể cả giấy làm lại.", en: "Tick what you have just received, also what was made anew." },

  hold: { vi: "Tạm dừng theo luật", en: "Pause by law" },
  holdFor: { vi: "Chờ việc gì?", en: "Waiting for what?" },
  holdConsequence: { vi: "Đồng hồ dừng, có căn cứ; bà con được báo", en: "The clock stands still, with its legal basis; the resident is told" },
  release: { vi: "Hết tạm dừng, làm tiếp", en: "The pause is over, go on" },

  apology: { vi: "Xin lỗi và hẹn lại", en: "Apologise, with a new date" },
  apologyDraft: { vi: "Sắp đến hạn mà chưa có kết quả", en: "Nearly due, and no result yet" },
  apologyDraftText: {
    vi: "Máy đã soạn sẵn thư xin lỗi và hẹn lại (mẫu số 04). Xong trước hạn thì thư tự mất. Không kịp thì ghi lý do để trưởng công an ký trước khi quá hạn.",
    en: "An apology with a new date was drafted (form 04). It goes away once the result is ready. If that will be late, write the reason, so that the chief can sign before the term ends.",
  },
  apologyLate: {
    vi: "Hẹn cũ đã qua. Vẫn phải xin lỗi và hẹn lại, nhưng lần quá hạn đã ghi thì còn nguyên.",
    en: "The first date has passed. The apology is still due, but the breach that was written down stays.",
  },
  apologyReason: { vi: "Vì sao chưa xong?", en: "Why is it not ready?" },
  apologyReasonHint: { vi: "Nói thật, ngắn gọn. Bà con đọc được, nên đừng ghi tên người.", en: "Truthful and short. The resident reads it, so do not name anybody." },
  newDate: { vi: "Hẹn lại", en: "New date" },
  newDateOption: { vi: (at: string, added: string) => `${at} (thêm ${added})`, en: (at: string, added: string) => `${at} (${added} more)` },
  keepReason: { vi: "Ghi lý do, chờ trưởng công an ký", en: "Keep the reason for the chief" },
  reasonKept: { vi: "Đã có lý do, chờ trưởng công an ký.", en: "The reason is written; it waits for the chief." },
  signApology: { vi: "Ký thư xin lỗi và hẹn lại", en: "Sign the apology" },
  signApologyConsequence: {
    vi: "Thư được cấp số, ký số; hẹn mới có hiệu lực; bà con được báo. Chỉ được hẹn lại một lần.",
    en: "The letter gets its number and signature; the new date stands; the resident is told. Only once.",
  },

  decidedElsewhere: {
    vi: "Quyết định có hiệu lực ngay, bà con được báo. Tờ giấy chờ ở Ký giấy để ký bằng thiết bị riêng.",
    en: "The decision stands at once and the resident is told. The paper waits in the signature folder for your own device.",
  },

  apologies: { vi: "Thư xin lỗi", en: "Apologies" },
  apologiesLead: {
    vi: "Những hồ sơ sắp đến hạn hoặc đã quá hạn mà chưa có kết quả. Xong việc thì thư tự mất khỏi đây.",
    en: "Dossiers that are nearly due, or late, and have no result. A letter goes away once the result is ready.",
  },
  apologiesNone: { vi: "Không có thư xin lỗi nào chờ", en: "No apology is waiting" },
  apologiesShown: { vi: (n: number) => `Đang xem ${n} thư`, en: (n: number) => `${n} shown` },
  promised: { vi: "Đã hẹn", en: "Promised" },
  reasonMissing: { vi: "Chưa ghi lý do", en: "No reason yet" },

  refuse: { vi: "Đề nghị từ chối", en: "Propose a refusal" },
  refuseReasons: { vi: "Vì sao không giải quyết được?", en: "Why can it not be granted?" },
  refuseExplanation: { vi: "Nói rõ hơn cho trường hợp này", en: "What this means in this case" },
  refuseNext: { vi: "Bà con làm gì thêm, mỗi dòng một việc", en: "What else the resident can do, one a line" },
  refuseNextHint: { vi: "Mỗi lý do ở trên đã có sẵn việc làm tiếp.", en: "Each reason above brings its own." },
  stop: { vi: "Dừng giải quyết", en: "Stop work" },
  stopReason: { vi: "Vì sao dừng?", en: "Why?" },
  stopRemark: { vi: "Nói rõ hơn", en: "More exactly" },
  stopRemarkHint: { vi: "Bà con đọc được, nên đừng ghi tên người.", en: "The resident reads it, so do not name anybody." },
  stopSend: { vi: "Ký thông báo dừng và kết thúc", en: "Sign the notice and close" },
  stopConsequence: {
    vi: "Thông báo (mẫu số 05) được cấp số, ký số; hồ sơ kết thúc; bà con được báo",
    en: "The notice (form 05) gets its number and signature; the dossier ends; the resident is told",
  },
  withdraw: { vi: "Bà con rút hồ sơ", en: "The resident withdraws" },
  withdrawReason: { vi: "Bà con rút vì sao?", en: "Why does she withdraw?" },
  withdrawSlip: { vi: "In phiếu đề nghị rút để bà con ký", en: "Print the slip for her signature" },
  withdrawnNotice: { vi: "In thông báo dừng theo đề nghị của công dân", en: "Print the notice that work has stopped at her wish" },

  repeats: { vi: "Yêu cầu bổ sung lại", en: "Repeated requests" },
  repeatsLead: {
    vi: "Những lần yêu cầu bổ sung mà lần trước đã có thể nói. Máy tính từ giấy đã nộp, không ai nhập tay.",
    en: "Requests for what could have been named before. Computed from the papers handed in; nobody types these.",
  },
  repeatsOf: {
    vi: (count: number, of: number) => `${count} lần yêu cầu lại trong ${of} lần yêu cầu bổ sung`,
    en: (count: number, of: number) => `${count} repeated of ${of} requests`,
  },
  repeatsNone: { vi: "Tháng này không có lần yêu cầu lại nào", en: "No repeated request in this month" },
  month: { vi: "Tháng", en: "Month" },
  repeatDossier: { vi: "Hồ sơ", en: "Dossier" },
  repeatTime: { vi: "Lần, lúc", en: "Request" },
  repeatWhy: { vi: "Vì sao lần trước chưa nói", en: "Why it was not named before" },
  shown: { vi: (n: number) => `Đang xem ${n} lần`, en: (n: number) => `${n} shown` },
});

/** "CT05" as it is, a form of the one-stop shop by its number. */
export function formName(form: string, lang: Lang): string {
  return /^\d/.test(form) ? numbered[lang](form) : form;
}

const numbered = defineTexts({ form: { vi: (n: string) => `mẫu số ${n}`, en: (n: string) => `form ${n}` } }).form;

/** What is said when these forms will not do. */
export const courseErrors = {
  defects: {
    vi: "Xin đánh dấu ít nhất một chỗ còn thiếu hoặc chưa đúng. Chỗ ghi tay chỉ là ghi thêm.",
    en: "Tick at least one thing that is missing or wrong. What is typed by hand only adds to it.",
  },
  why: { vi: "Chỗ này lần trước đã có thể nói. Xin ghi vì sao lần trước chưa nói.", en: "This could have been named before. Please say why it was not." },
  otherPaper: { vi: "Xin chọn chỗ ấy của giấy nào.", en: "Please choose which paper it is about." },
  otherWhat: { vi: "Xin ghi còn thiếu, chưa đúng chỗ nào.", en: "Please say what is missing or wrong." },
  otherTodo: { vi: "Xin ghi bà con phải làm gì.", en: "Please say what the resident has to do." },
  hold: { vi: "Xin chọn đang chờ việc gì.", en: "Please choose what is waited for." },
  reason: { vi: "Xin ghi vì sao chưa xong, để bà con hiểu.", en: "Please say why it is not ready, so that the resident understands." },
  newDate: { vi: "Xin chọn hẹn lại khi nào.", en: "Please choose the new date." },
  refusal: { vi: "Xin đánh dấu ít nhất một lý do.", en: "Tick at least one reason." },
  stop: { vi: "Xin chọn vì sao dừng.", en: "Please choose why." },
  withdraw: { vi: "Xin ghi bà con rút vì sao.", en: "Please say why she withdraws." },
} satisfies Record<string, Bilingual>;
