import { defineTexts } from "../../../base/lang.ts";

/** What residents read about mediation in their hamlet. */
export const publicTexts = defineTexts({
  title: { vi: "Nhờ hòa giải ở thôn", en: "Mediation in your hamlet" },
  description: {
    vi: "Xích mích hàng xóm, ranh đất, lối đi: nhờ tổ hòa giải của thôn thế nào, việc gì không hòa giải ở thôn và phải đến đâu.",
    en: "Quarrels between neighbours, a boundary, a path: how the hamlet's mediators help, what they do not mediate, and where to go with that.",
  },
  lead: {
    vi: "Hàng xóm, người nhà xích mích: tổ hòa giải của thôn, tổ dân phố giúp hai bên ngồi lại nói chuyện. Không mất tiền, không phải làm đơn, không ai bị ép.",
    en: "When neighbours or relatives quarrel, the hamlet's own mediators help both sides to talk. It is free, needs no letter, and nobody is forced.",
  },
  danger: { vi: "Đang đánh nhau, bị đánh, bị dọa thì gọi 113 ngay.", en: "If somebody is being beaten or threatened, call 113 now." },
  how: { vi: "Nhờ thế nào", en: "How it goes" },
  ask: {
    vi: "Nói với trưởng thôn, người trong tổ hòa giải, hoặc công an xã, phường: gọi điện hay ghé đều được. Một bên nhờ cũng được.",
    en: "Tell the head of your hamlet, one of the mediators, or the police post, by telephone or in person. One side alone may ask.",
  },
  term: {
    vi: (term: string) => `Tổ hòa giải bắt đầu trong ${term} từ khi được giao. Các bên hẹn ngày khác thì theo ngày hẹn.`,
    en: (term: string) => `The mediators begin within ${term} of being given it, or on another day that both sides agree on.`,
  },
  result: {
    vi: "Hai bên tự thỏa thuận; muốn thì ghi thành giấy, hai bên cùng ký. Sau đó có người ghé hỏi xem đã làm như đã hứa chưa.",
    en: "Both sides agree by themselves, on paper if they want. Later somebody comes by to ask whether it is kept.",
  },
  secret: { vi: "Chuyện nói ra chỉ người hòa giải và cán bộ được giao biết.", en: "What is told stays with the mediators and the officer in charge." },
  kinds: { vi: "Việc hay được hòa giải", en: "What is often mediated" },
  excluded: { vi: "Việc không hòa giải ở thôn, và phải đến đâu", en: "What is not mediated in the hamlet, and where to go" },
});
