import { defineTexts } from "../../../base/lang.ts";

/** How a host tells of a guest, for the page of that procedure. */
export const tellingTexts = defineTexts({
  title: { vi: "Báo thế nào?", en: "How do you tell us?" },
  lead: {
    vi: "Chọn cách nào tiện thì làm, cả ngày lẫn đêm. Không phải viết đơn, không mất tiền.",
    en: "Choose what suits you, day or night. There is no form to write and nothing to pay.",
  },
  call: { vi: "Gọi trực ban", en: "Call the duty desk" },
  callText: {
    vi: "Nói là muốn báo khách lưu trú. Cán bộ ghi ngay và đọc lại một số lưu trú: bà con chép số ấy lại.",
    en: "Say that you have a guest. The officer enters it at once and reads a number back: write it down.",
  },
  callNoPhone: { vi: "Gọi trực ban của công an xã, phường nơi khách ở.", en: "Call the duty desk of the post where the guest stays." },
  portal: { vi: "Báo qua mạng", en: "Tell it online" },
  portalText: { vi: "Trên VNeID hoặc", en: "On VNeID or the" },
  come: { vi: "Đến trụ sở, hoặc gặp cán bộ phụ trách thôn, tổ", en: "Come to the post, or tell the officer of your hamlet" },
  comeText: { vi: "Lấy được phiếu nhỏ in số lưu trú.", en: "You can have a slip with the number." },
  sayTitle: { vi: "Cần nói những gì", en: "What to say" },
  sayHost: { vi: "Tên chủ nhà, số điện thoại, khách ở nhà nào", en: "The host's name and telephone, and where the guest stays" },
  sayGuests: {
    vi: "Họ tên, ngày sinh, giới tính, số căn cước của từng khách; trẻ em thì nói số giấy khai sinh",
    en: "Name, birth day, sex and identity number of each guest; for a child the birth certificate",
  },
  sayTimes: { vi: "Đến lúc mấy giờ, định ở đến hôm nào, vì việc gì", en: "When the guest came, until when, and why" },
  nightTitle: { vi: "Phải báo trước mấy giờ", en: "By when" },
  shorter: {
    vi: (span: string) => `Chỉ báo lưu trú khi khách ở chưa tới ${span}. Ở lâu hơn thì làm đăng ký tạm trú.`,
    en: (span: string) => `A stay is told when it is shorter than ${span}. Who stays longer registers temporary residence.`,
  },
  foreigners: {
    vi: "Khách là người nước ngoài thì không báo theo thủ tục này: chủ nhà khai báo tạm trú cho người nước ngoài. Chưa rõ thì gọi trực ban.",
    en: "Foreign guests are not told by this procedure: the host declares their stay by another one. If in doubt, call the duty desk.",
  },
  late: { vi: "Lỡ quá giờ thì vẫn cứ báo ngay: báo muộn còn hơn không báo.", en: "If the hour has passed, tell us all the same: late is better than never." },
  dayAndNight: { vi: "Cả ngày lẫn đêm, kể cả ngày nghỉ", en: "Day and night, days off included" },
});
