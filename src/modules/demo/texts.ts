import { defineTexts } from "../../base/lang.ts";

/** Words of the demonstration that are not data: what the start says, and what stands in invented cards and dossiers. */
export const texts = defineTexts({
  building: { vi: "đang dựng dữ liệu trình diễn, chỉ lần đầu", en: "building the demonstration, this once" },
  again: { vi: "lần dựng trước bị ngắt giữa chừng, dựng lại từ đầu", en: "the building was interrupted before: starting anew" },
  built: { vi: (dossiers: number) => `dữ liệu trình diễn: ${dossiers} hồ sơ`, en: (dossiers: number) => `demonstration: ${dossiers} dossiers` },
  supplementBasis: { vi: "Thông tư về đăng ký, quản lý cư trú: hướng dẫn bổ sung, mẫu CT05", en: "Circular on residence: request for completion, form CT05" },
  sendBackReason: { vi: "Ghi rõ ngày có hiệu lực rồi trình lại", en: "State the day of effect, then submit again" },
  withdrawReason: { vi: "Bà con xin rút để chuẩn bị thêm giấy tờ", en: "The resident withdraws to prepare more papers" },
  deskOfResidence: { vi: "Cư trú", en: "Residence" },
  deskForAll: { vi: "Mọi thủ tục", en: "All procedures" },
  clockName: { vi: "Đồng hồ thời hạn", en: "Clock of deadlines" },
});

export const sexWords = { male: { vi: "Nam", en: "Male" }, female: { vi: "Nữ", en: "Female" } } as const;
