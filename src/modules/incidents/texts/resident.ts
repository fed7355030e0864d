import { defineTexts } from "../../../base/lang.ts";

export const residentTexts = defineTexts({
  title: { vi: "Báo tin cho công an", en: "Report to the police" },
  description: { vi: "Gọi 113 khi nguy hiểm. Báo tin cho công an xã, phường, có tên hay không có tên.", en: "Call 113 in danger. Report to the commune police, named or not." },
  nowTitle: { vi: "Đang nguy hiểm? Gọi 113 trước", en: "In danger now? Call 113 first" },
  nowText: {
    vi: "Đang có người bị đánh, bị cướp, bị đe dọa, tai nạn: gọi ngay, đừng gõ ở đây.",
    en: "Somebody is being hurt, robbed or threatened, an accident: call now, do not type here.",
  },
  call113: { vi: "Gọi 113", en: "Call 113" },
  other: { vi: "Cháy, nổ, cứu nạn: 114. Cấp cứu: 115. Trẻ em bị xâm hại: 111.", en: "Fire and rescue: 114. Ambulance: 115. A child is harmed: 111." },
  duty: { vi: (phone: string) => `Trực ban công an tại đây, ngày và đêm: ${phone}`, en: (phone: string) => `Duty desk here, day and night: ${phone}` },
  write: { vi: "Viết tin báo", en: "Write a report" },
  writeText: { vi: "Không cần nói tên. Có mã biên nhận để xem trả lời.", en: "No name needed. You get a receipt code to read the answer." },
  lookUp: { vi: "Tôi đã có mã biên nhận", en: "I have a receipt code" },
  lookUpText: { vi: "Xem đã đến đâu, đọc trả lời, nhắn thêm.", en: "See how far it is, read the answer, add something." },
  figures: { vi: "Số vụ việc các năm", en: "Cases of past years" },
  figuresText: { vi: "Công an xã, phường đã công bố.", en: "As the post published them." },

  formTitle: { vi: "Viết tin báo", en: "Write a report" },
  to: { vi: (post: string) => `Gửi đến: ${post}`, en: (post: string) => `Goes to: ${post}` },
  anonymous: {
    vi: "Bạn không phải nói tên. Phần mềm không giữ địa chỉ máy, loại máy, giờ phút gửi của bạn.",
    en: "You need not say who you are. Neither your address, nor your device, nor the minute is kept.",
  },
  account: { vi: "Việc gì đã xảy ra", en: "What happened" },
  accountHint: { vi: "Ở đâu, lúc nào, ai thấy. Viết sao cũng được.", en: "Where, when, who saw it. Write as you like." },
  fullName: { vi: "Tên của bạn", en: "Your name" },
  phone: { vi: "Điện thoại của bạn", en: "Your telephone" },
  mayBeEmpty: {
    vi: "Để trống được. Chỉ cán bộ có việc mới mở xem, và mỗi lần mở đều được ghi lại.",
    en: "May stay empty. Only an officer with a purpose opens it, and each time is written down.",
  },
  photo: { vi: "Một tấm ảnh", en: "A photograph" },
  photoHint: {
    vi: "Vị trí và thông tin máy trong ảnh được xóa trước khi lưu. JPG hoặc PNG, đến 8 MB.",
    en: "Position and device are removed before it is kept. JPG or PNG, 8 MB at most.",
  },
  send: { vi: "Gửi tin báo", en: "Send" },
  sendConsequence: { vi: "Bạn nhận được mã biên nhận ngay", en: "You get a receipt code at once" },

  receiptTitle: { vi: "Biên nhận tin báo", en: "Receipt of your report" },
  sent: { vi: "Đã nhận tin của bạn", en: "Your report was received" },
  keepCode: { vi: "Xin chép lại mã này. Có mã mới xem được trả lời; mất mã thì không tìm lại được.", en: "Please write this code down. Only with it can the answer be read." },
  code: { vi: "Mã biên nhận", en: "Receipt code" },
  receivedOn: { vi: "Ngày nhận", en: "Received" },
  what: { vi: "Việc", en: "About" },
  state: { vi: "Tình trạng", en: "State" },
  inDanger: {
    vi: "Đang nguy hiểm thì gọi 113, đừng nhắn ở đây: tin nhắn có thể chưa được đọc ngay.",
    en: "In danger now? Call 113, do not write here: a message may not be read at once.",
  },
  letters: { vi: "Trao đổi với công an", en: "Letters with the police" },
  findTitle: { vi: "Xem lại tin đã báo", en: "Look up your report" },
  find: { vi: "Xem", en: "Show" },
  findHint: { vi: "16 chữ và số, có gạch hay không đều được.", en: "16 letters and digits, with or without hyphens." },
  back: { vi: "Về trang báo tin", en: "Back" },
  figuresTitle: { vi: "Số vụ việc theo năm", en: "Cases by year" },
  noFigures: { vi: "Chưa công bố năm nào.", en: "Nothing was published yet." },
  tooFew: { vi: "dưới 3", en: "fewer than 3" },
  cases: { vi: "Số vụ", en: "Cases" },
  year: { vi: (year: number) => `Năm ${year}`, en: (year: number) => `${year}` },
});

/** How far a report is, in words for whoever holds its receipt. */
export const heldStates = defineTexts({
  aside: { vi: "Đã nhận, chờ cán bộ xem", en: "Received, waiting for an officer" },
  received: { vi: "Đã nhận", en: "Received" },
  checking: { vi: "Đang kiểm tra, xác minh", en: "Being looked into" },
  referred: { vi: "Đã chuyển cơ quan có thẩm quyền", en: "Handed over to the competent authority" },
  acknowledged: { vi: "Cơ quan có thẩm quyền đã nhận", en: "The competent authority has it" },
  settled: { vi: "Đã giải quyết", en: "Settled" },
  prosecuted: { vi: "Công an đã khởi tố vụ án", en: "The police opened a criminal case" },
  declined: { vi: "Công an đã xem xét và quyết định không khởi tố vụ án", en: "The police looked into it and decided to open no criminal case" },
  suspended: { vi: "Tạm dừng giải quyết; khi có thêm căn cứ sẽ làm tiếp", en: "Put off for now; it goes on when more is known" },
  dismissed: { vi: "Không được xem là tin báo. Nếu đúng là có việc, xin nhắn thêm ở dưới", en: "Not taken as a report. If it is one, please write below" },
  discarded: { vi: "Không được xem là tin báo", en: "Not taken as a report" },
});
