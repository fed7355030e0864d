import { defineTexts } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "Bà con cần gì hôm nay?", en: "What do you need today?" },
  lead: {
    vi: "Không cần tài khoản. Không biết bắt đầu từ đâu thì cứ gọi hoặc ghé, cán bộ sẽ giúp.",
    en: "No account is needed. If you do not know where to begin, call or come in and an officer will help.",
  },
  procedures: { vi: "Chuẩn bị thủ tục", en: "Prepare a procedure" },
  proceduresText: {
    vi: "Thường trú, tạm trú, giấy xác nhận... Biết trước cần giấy gì, mất mấy ngày, bao nhiêu tiền",
    en: "Residence, confirmations and more. Know beforehand which papers, how many days, how much money",
  },
  track: { vi: "Hồ sơ của tôi đến đâu?", en: "Where is my file?" },
  trackText: { vi: "Nhập mã trên giấy hẹn và 4 số cuối điện thoại", en: "Type the code of your slip and the last 4 digits of your phone" },
  alert: { vi: "Cảnh báo lừa đảo mới", en: "New warning of a fraud" },
  cheated: { vi: "Tôi đang bị lừa?", en: "Am I being cheated?" },
  cheatedText: { vi: "Việc phải làm trong ba mươi phút đầu, và nút báo công an.", en: "What to do in the first thirty minutes, and a button that tells the police." },
  genuine: { vi: "Có phải công an không?", en: "Is it really the police?" },
  genuineText: { vi: "Kiểm tra người gọi điện, đến nhà hay gửi giấy mời.", en: "Check whoever calls, comes or summons you." },
  verify: { vi: "Giấy này thật hay giả?", en: "Is this paper genuine?" },
  verifyText: { vi: "Quét mã QR, gõ mã, hoặc gửi tệp PDF của tờ giấy", en: "Scan the QR code, type the code, or send the PDF" },
  waiting: { vi: (n: number) => `${n} người đang chờ.`, en: (n: number) => `${n} waiting.` },
  book: { vi: "Đặt hẹn trước", en: "Make an appointment" },
  chooseOther: { vi: "Xem công an xã, phường khác", en: "Choose another police post" },

  doesTitle: { vi: "Công an xã, phường giúp bà con việc gì?", en: "What does the police post do for you?" },
  doesReceive: { vi: "Nhận hồ sơ cư trú, hẹn rõ ngày trả và nói rõ vì sao là ngày ấy.", en: "Takes residence files, gives a due date and says why it is that date." },
  doesConfirm: { vi: "Ký giấy xác nhận mà ai cũng tự kiểm tra được là thật hay giả.", en: "Signs confirmations that anybody can check." },
  doesDuty: {
    vi: "Trực cả ngày lẫn đêm: có việc gấp thì gọi, không phải chờ giờ làm việc.",
    en: "Is on duty day and night: call when it is urgent, without waiting for office hours.",
  },

  area: { vi: "diện tích", en: "area" },
  hectares: { vi: (count: string) => `${count} ha`, en: (count: string) => `${count} ha` },
  hamlets: { vi: "thôn, tổ dân phố", en: "hamlets and residential groups" },
  population: { vi: "người dân", en: "residents" },
  satisfied: {
    vi: (month: string) => `lượt chấm hài lòng trong ${month}; không cán bộ nào biết ai chấm`,
    en: (month: string) => `ratings of ${month} were satisfied; no officer knows who rated`,
  },
  fromTo: { vi: (from: string, to: string) => `${from} đến ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  ofThem: { vi: (part: string, all: string) => `${part} / ${all}`, en: (part: string, all: string) => `${part} / ${all}` },
  source: { vi: (source: string) => `Nguồn: ${source}`, en: (source: string) => `Source: ${source}` },

  madeOf: { vi: (day: string, names: string) => `Từ ${day} gồm địa bàn cũ: ${names}`, en: (day: string, names: string) => `Since ${day} made of the former ${names}` },
  partOf: { vi: (name: string) => `một phần ${name}`, en: (name: string) => `part of ${name}` },
  oldTitle: { vi: "Chỉ nhớ tên xã cũ?", en: "Only know the old name?" },
  oldLabel: { vi: "Tên xã, phường, thị trấn trước khi sắp xếp", en: "Name of the commune before the reorganisation" },
  oldHint: { vi: "Gõ không dấu cũng được. Ví dụ: quy son.", en: "Marks are not needed. Example: quy son." },
  oldFind: { vi: "Tìm", en: "Find" },
  oldNow: { vi: (before: string, after: string) => `${before}: nay là ${after}`, en: (before: string, after: string) => `${before}: now ${after}` },
  oldStill: { vi: (name: string) => `${name}: vẫn giữ tên này`, en: (name: string) => `${name}: still bears this name` },
  oldNothing: { vi: "Không tìm thấy nơi nào có tên ấy. Xin gõ ít chữ hơn, hoặc gọi trực ban.", en: "No place of that name was found. Type fewer letters, or call the duty desk." },

  postsTitle: { vi: "Bà con ở xã, phường nào?", en: "Which commune or ward is yours?" },
  postsLead: { vi: "Chọn để thấy số trực ban và giờ tiếp dân của nơi mình ở.", en: "Choose to see the duty phone and the opening hours of your place." },
  choosePost: { vi: "Xin chọn một xã, phường trong danh sách.", en: "Please choose one from the list." },
  choose: { vi: "Chọn nơi này", en: "Choose this one" },
  back: { vi: "Về trang đầu", en: "Back to the first page" },
});
