import { defineTexts } from "../../../base/lang.ts";

/** The four headings under which opinions are grouped. */
export const headingTexts = defineTexts({
  strength: { vi: "Ưu điểm", en: "What is good" },
  shortcoming: { vi: "Khuyết điểm", en: "Shortcomings" },
  cause: { vi: "Tồn tại, nguyên nhân", en: "What remains, and why" },
  proposal: { vi: "Kiến nghị, đề xuất", en: "Requests, proposals" },
});

export const meetingKindTexts = defineTexts({
  forum: { vi: "Lắng nghe ý kiến nhân dân", en: "Listening to the people" },
  hamlet: { vi: "Họp thôn, tổ dân phố", en: "Hamlet meeting" },
  cell: { vi: "Sinh hoạt chi bộ", en: "Party cell meeting" },
});

export const letterKindTexts = defineTexts({
  complaint: { vi: "Khiếu nại", en: "Complaint" },
  denunciation: { vi: "Tố cáo", en: "Denunciation" },
  petition: { vi: "Kiến nghị", en: "Petition" },
  feedback: { vi: "Phản ánh", en: "Feedback" },
  mixed: { vi: "Nhiều nội dung", en: "Mixed" },
});

export const voiceTexts = defineTexts({
  room: { vi: "nói tại cuộc họp", en: "said in a meeting" },
  counter: { vi: "nói tại trụ sở", en: "said at the post" },
  anonymous: { vi: "qua mạng, không tên", en: "by web, without a name" },
  named: { vi: "qua mạng, có tên", en: "by web, with a name" },
});

/** Titles of matters and words for their states. */
export const stateTexts = defineTexts({
  opinionTitle: { vi: (heading: string) => `Ý kiến: ${heading}`, en: (heading: string) => `Opinion: ${heading}` },
  commitmentTitle: { vi: "Cam kết với bà con", en: "Commitment to residents" },
  letterTitle: { vi: "Đơn của công dân", en: "Letter of a citizen" },
  aside: { vi: "Chờ sàng lọc", en: "Waits to be sifted" },
  received: { vi: "Mới nhận", en: "Received" },
  working: { vi: "Đang giải quyết", en: "Being worked on" },
  answered: { vi: "Đã trả lời", en: "Answered" },
  discarded: { vi: "Đã bỏ", en: "Discarded" },
  planned: { vi: "Sắp họp", en: "Planned" },
  held: { vi: "Đang họp, chờ biên bản", en: "Being held" },
  minuted: { vi: "Đã có biên bản", en: "Minuted" },
  calledOff: { vi: "Đã hoãn", en: "Called off" },
  promised: { vi: "Đang làm", en: "Promised" },
  carriedOut: { vi: "Đã làm xong", en: "Carried out" },
  notCarriedOut: { vi: "Chưa làm được", en: "Not carried out" },
  settled: { vi: "Đã giải quyết", en: "Settled" },
  ledOn: { vi: "Đã chuyển, hướng dẫn", en: "Led on" },
  split: { vi: "Đã tách", en: "Split" },
});

/** What was done, as timelines and lists tell it. */
export const actionTexts = defineTexts({
  open: { vi: "Tiếp nhận", en: "Received" },
  takeIn: { vi: "Nhận vào", en: "Taken in" },
  discard: { vi: "Bỏ", en: "Discarded" },
  own: { vi: "Có người phụ trách", en: "Owned" },
  assign: { vi: "Giao người phụ trách", en: "Given to somebody" },
  instruct: { vi: "Chỉ đạo", en: "Instructed" },
  answer: { vi: "Trả lời", en: "Answered" },
  answerOnSpot: { vi: "Trả lời tại chỗ", en: "Answered on the spot" },
  correct: { vi: "Sửa dòng đã ghi", en: "Line corrected" },
  strike: { vi: "Gạch bỏ, ghi nhầm", en: "Struck out" },
  contest: { vi: "Người nói chưa đồng ý", en: "Contested by its author" },
  contestInPerson: { vi: "Người nói chưa đồng ý", en: "Contested by its author" },
  change: { vi: "Sửa kế hoạch", en: "Plan changed" },
  begin: { vi: "Bắt đầu họp", en: "Begun" },
  callOff: { vi: "Hoãn họp", en: "Called off" },
  closeMinutes: { vi: "Chốt biên bản", en: "Minutes closed" },
  carryOut: { vi: "Đã làm xong", en: "Carried out" },
  fail: { vi: "Chưa làm được", en: "Not carried out" },
  newDay: { vi: "Hẹn lại ngày", en: "Given a new day" },
  show: { vi: "Đưa lên trang của thôn", en: "Shown to everybody" },
  hide: { vi: "Rút khỏi trang của thôn", en: "Taken down" },
  keepEvidence: { vi: "Thêm bằng chứng", en: "Evidence added" },
  accept: { vi: "Thụ lý", en: "Accepted" },
  keepHere: { vi: "Nhận giải quyết", en: "Kept here" },
  leadOn: { vi: "Chuyển hoặc hướng dẫn", en: "Led on" },
  split: { vi: "Tách đơn", en: "Split" },
  settle: { vi: "Giải quyết xong", en: "Settled" },
});
