import { defineTexts } from "../../../base/lang.ts";

export const publicTexts = defineTexts({
  title: { vi: "Có phải công an không?", en: "Is it really the police?" },
  description: {
    vi: "Kiểm tra người gọi điện, đến nhà hay gửi giấy mời có đúng là cán bộ Công an không.",
    en: "Check whether whoever calls, comes or summons you is really a police officer.",
  },
  lead: {
    vi: "Cán bộ thật khi gọi điện, đến nhà hay gửi giấy mời đều có mã liên lạc sáu chữ và số. Bác hỏi mã rồi kiểm tra ở đây.",
    en: "A real officer who calls, comes or summons you has a code of six letters and digits. Ask for it and check it here.",
  },
  never: {
    vi: "Công an không bao giờ hỏi mật khẩu, mã OTP, không bảo chuyển tiền, không làm việc qua gọi video. Ai bảo thế là lừa đảo, dù mã có đúng.",
    en: "The police never ask for passwords or one-time codes, never have you transfer money and do not work by video call. Whoever does so is a fraud, even with a right code.",
  },
  neverTitle: { vi: "Điều công an không bao giờ làm", en: "What the police never do" },
  byCode: { vi: "Kiểm tra bằng mã", en: "Check a code" },
  code: { vi: "Mã liên lạc", en: "Code" },
  codeHint: { vi: "Sáu chữ và số, ví dụ GHK-347", en: "Six letters and digits, such as GHK-347" },
  codeMissing: { vi: "Xin gõ mã mà người ấy đọc.", en: "Type the code that you were told." },
  ask: { vi: "Kiểm tra", en: "Check" },
  byCall: { vi: "Không có mã: kiểm tra theo cuộc gọi", en: "No code: check a call" },
  phone: { vi: "Số máy của bác (số được gọi đến)", en: "Your number (the one that was called)" },
  phoneMissing: { vi: "Xin gõ số máy đã được gọi đến.", en: "Type the number that was called." },
  calledOn: { vi: "Gọi hôm nào", en: "On which day" },
  calledTime: { vi: "Khoảng mấy giờ", en: "About what time" },
  timeHint: { vi: "Ví dụ 9:30, 14h hay 2 giờ chiều", en: "Such as 9:30 or 14h" },
  timeMissing: { vi: "Xin gõ giờ gọi, ví dụ 9:30.", en: "Type the time, such as 9:30." },
  badTime: { vi: "Giờ gõ như 9:30, 14h hay 2 giờ chiều.", en: "Write the time as 9:30 or 14h." },
  timeToCome: { vi: "Giờ này chưa đến. Xin xem lại ngày và giờ gọi.", en: "That time is still to come. Please check day and time." },
  asked: {
    vi: (phone: string, hours: string, day: string) => `Bác hỏi: số ${phone}, khoảng ${hours}, ngày ${day}. Gõ nhầm thì kiểm tra lại.`,
    en: (phone: string, hours: string, day: string) => `You asked about ${phone}, about ${hours} on ${day}. If that is wrong, check again.`,
  },
  or: { vi: " hay ", en: " or " },
  askCall: { vi: "Có cán bộ nào gọi không?", en: "Did an officer call?" },
  trueTitle: { vi: "Đúng, đây là cán bộ Công an", en: "Yes, this is a police officer" },
  trueText: {
    vi: (who: string, post: string) => `${who}, ${post}.`,
    en: (who: string, post: string) => `${who}, ${post}.`,
  },
  trueFor: {
    vi: (what: string, at: string, until: string) => `Việc: ${what.toLowerCase()}, lấy mã lúc ${at}. Mã có hiệu lực đến ${until}.`,
    en: (what: string, at: string, until: string) => `For: ${what.toLowerCase()}, code taken at ${at}. Valid until ${until}.`,
  },
  compare: { vi: "Hỏi tên người ấy: phải khớp với tên trên.", en: "Ask for the name: it must be the one above." },
  falseTitle: { vi: "Không đúng mã nào đang có hiệu lực", en: "No such code is valid now" },
  falseText: {
    vi: "Có thể gõ nhầm, mã đã hết hạn, hoặc người ấy không phải công an. Bác đừng nói gì thêm, đừng chuyển tiền; tự gọi trực ban để hỏi.",
    en: "It may be mistyped or too old, or this is not the police. Say nothing more, transfer nothing, and call the duty desk yourself.",
  },
  calledTitle: { vi: "Có cán bộ gọi số này khoảng giờ đó", en: "An officer did call this number about then" },
  calledText: {
    vi: (post: string) => `${post} có ghi một cuộc gọi. Muốn biết là ai thì hỏi mã liên lạc, hoặc gọi trực ban.`,
    en: (post: string) => `${post} has written a call down. To know who it was, ask for the code or call the duty desk.`,
  },
  nobodyTitle: { vi: "Không có cán bộ nào ghi là đã gọi", en: "No officer wrote down a call" },
  nobodyText: {
    vi: "Không trụ sở nào ở đây ghi có gọi số này khoảng giờ đó. Rất có thể là giả danh công an: cúp máy, đừng chuyển tiền. Cũng có khi cán bộ không ghi được số máy: bác tự gọi trực ban để hỏi cho chắc.",
    en: "No post here wrote down a call to this number about then. It may well be somebody posing as police: hang up and transfer nothing. An officer may also have been unable to note the number: call the duty desk to be sure.",
  },
  report: { vi: "Báo người này lừa đảo", en: "Report this as a fraud" },
  again: { vi: "Kiểm tra lại", en: "Check again" },
  duty: { vi: (phone: string) => `Trực ban, cả ngày lẫn đêm: ${phone}`, en: (phone: string) => `Duty desk, day and night: ${phone}` },
});
