import { defineTexts } from "../../../base/lang.ts";

/** The name under which the portal stands on timelines. */
export const portalActorName = { vi: "Cổng dịch vụ công quốc gia", en: "National public service portal" } as const;

export const officeTexts = defineTexts({
  title: { vi: "Trao đổi với Cổng quốc gia", en: "Exchange with the national portal" },
  lead: {
    vi: "Hồ sơ bà con nộp trên Cổng dịch vụ công quốc gia tự vào hộp việc, chưa giao cho ai. Mỗi bước công khai được báo lại cho cổng, không kèm tên ai.",
    en: "What residents file on the national portal comes into the inbox by itself, given to nobody yet. Each public step is told to the portal, without any name.",
  },
  notConnected: { vi: "Máy chủ này chưa nối với Cổng quốc gia", en: "This server is not connected to the national portal" },
  notConnectedText: {
    vi: "Người trông coi máy đặt thư mục trao đổi (PORTAL_DIR). Trong lúc chờ, cán bộ vẫn ghi được mã hồ sơ quốc gia vào hồ sơ.",
    en: "Whoever runs the machine sets the folder of the exchange (PORTAL_DIR). Until then an officer can still write a national number on to a dossier.",
  },
  about: { vi: "Hồ sơ", en: "Dossier" },
  number: { vi: "Mã quốc gia", en: "National number" },
  told: { vi: "Đã báo cho cổng", en: "What the portal is told" },
  at: { vi: "Lúc", en: "When" },
  state: { vi: "Trạng thái", en: "State" },
  sent: { vi: "Đã gửi", en: "Sent" },
  waiting: { vi: "Đang chờ gửi", en: "Waiting" },
  receipt: { vi: (code: string) => `Đã nhận, mã ${code}`, en: (code: string) => `Received as ${code}` },
  emptyTitle: { vi: "Chưa trao đổi gì", en: "Nothing exchanged yet" },
  emptyText: { vi: "Khi có hồ sơ từ Cổng quốc gia, các tin gửi đi hiện ở đây.", en: "Once a file comes from the national portal, what is sent appears here." },
  shown: { vi: (n: number) => `Đang xem ${n} tin`, en: (n: number) => `${n} shown` },
});
