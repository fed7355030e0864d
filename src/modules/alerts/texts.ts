import { defineTexts, type Lang } from "../../base/lang.ts";
import type { Facts } from "../../kernel/tables.ts";

export const texts = defineTexts({
  title: { vi: "Tin báo cho tôi", en: "Alerts for me" },
  lead: {
    vi: "Việc cần đồng chí xem ngay. Tin chỉ có mã hồ sơ, không có tên bà con.",
    en: "What calls for you at once. An alert carries the code of a dossier and no name.",
  },
  text: { vi: "Nội dung", en: "Alert" },
  at: { vi: "Lúc", en: "When" },
  state: { vi: "Trạng thái", en: "State" },
  isNew: { vi: "Mới", en: "New" },
  seen: { vi: "Đã xem", en: "Seen" },
  markSeen: { vi: "Đánh dấu đã xem hết", en: "Mark all as seen" },
  emptyTitle: { vi: "Chưa có tin báo nào", en: "No alert yet" },
  emptyText: { vi: "Khi có việc cần đồng chí xem ngay, tin hiện ở đây.", en: "When something calls for you at once, it appears here." },
  shown: { vi: (n: number) => `Đang xem ${n} tin`, en: (n: number) => `${n} shown` },
  devicesTitle: { vi: "Báo cả khi không mở trang này", en: "Be told with this page closed" },
  devicesLead: {
    vi: "Bật trên máy của riêng đồng chí. Máy dùng chung thì không nên bật: ai ngồi trước máy cũng đọc được tin.",
    en: "Switch it on where only you sit. Not on a shared machine: whoever sits there can read the alerts.",
  },
  device: { vi: (since: string) => `Máy bật từ ${since}`, en: (since: string) => `A device, since ${since}` },
  stop: { vi: "Tắt", en: "Switch off" },
  add: { vi: "Bật trên máy này", en: "Switch on here" },
  addHint: { vi: "Trình duyệt sẽ hỏi có cho phép hiện tin báo không.", en: "The browser will ask whether you allow it." },
  unknownService: { vi: "Chưa nhận ra dịch vụ báo tin của trình duyệt này.", en: "The notice service of this browser is not known here." },
  tooManyDevices: {
    vi: (most: number) => `Tin đã bật trên ${most} máy rồi. Đồng chí tắt bớt máy không dùng nữa rồi bật lại.`,
    en: (most: number) => `Alerts are switched on for ${most} devices already. Switch off one that you no longer use, then try again.`,
  },
  trial: { vi: "Gửi thử cho tôi", en: "Send me a trial" },
  trialHint: { vi: "Tin thử hiện ở trang này và trên các máy đã bật.", en: "The trial appears here and on the devices switched on." },
});

/** The code of the matter that an alert is of; empty where it is of none. */
export const codeOf = ({ code }: Facts): string => (typeof code === "string" ? code : "");

/** What each alert says, by its template. */
const words: Readonly<Record<string, Readonly<Record<Lang, (facts: Facts) => string>>>> = {
  "work.nearlyLate": {
    vi: (facts) => `Hồ sơ ${codeOf(facts)} sắp đến hạn mà chưa xong.`,
    en: (facts) => `Dossier ${codeOf(facts)} is nearly late and not done.`,
  },
  "work.written": {
    vi: (facts) => `${codeOf(facts)}: bà con vừa nhắn thêm.`,
    en: (facts) => `${codeOf(facts)}: a new message came.`,
  },
  "scams.reported": {
    vi: (facts) => `${codeOf(facts)}: bà con đang bị lừa, công an xem ngay.`,
    en: (facts) => `${codeOf(facts)}: somebody is being cheated, look at once.`,
  },
  "incidents.reported": {
    vi: (facts) => `${codeOf(facts)}: có tin báo mới.`,
    en: (facts) => `${codeOf(facts)}: a new report came.`,
  },
  "mediation.recorded": {
    vi: (facts) => `${codeOf(facts)}: vụ việc hòa giải chờ giao.`,
    en: (facts) => `${codeOf(facts)}: a dispute waits to be given out.`,
  },
  "incidents.crowded": {
    vi: () => "Tin báo gửi dồn dập đang chờ sàng lọc. Trong đó có thể có tin thật: xin xem ngay.",
    en: () => "Reports came in a rush and wait to be sifted. A real one may be among them: look at once.",
  },
  "alert.trial": { vi: () => "Tin thử: máy này nhận được tin báo.", en: () => "A trial: this device gets alerts." },
};
const other: Readonly<Record<Lang, (facts: Facts) => string>> = {
  vi: (facts) => (codeOf(facts) ? `Hồ sơ ${codeOf(facts)} cần đồng chí xem.` : "Có việc cần đồng chí xem."),
  en: (facts) => (codeOf(facts) ? `Dossier ${codeOf(facts)} calls for you.` : "Something calls for you."),
};

/** An alert in words; a plain sentence where its template has none of its own. */
export function alertWords(template: string, facts: Facts, lang: Lang): string {
  return (words[template] ?? other)[lang](facts);
}
