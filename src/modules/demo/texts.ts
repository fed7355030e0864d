import { defineTexts } from "../../base/lang.ts";

/** Words of the demonstration that are not data: what the start says, and what stands in invented cards and dossiers. */
export const texts = defineTexts({
  building: { vi: "đang dựng dữ liệu trình diễn, chỉ lần đầu", en: "building the demonstration, this once" },
  again: { vi: "lần dựng trước bị ngắt giữa chừng, dựng lại từ đầu", en: "the building was interrupted before: starting anew" },
  built: { vi: (dossiers: number) => `dữ liệu trình diễn: ${dossiers} hồ sơ`, en: (dossiers: number) => `demonstration: ${dossiers} dossiers` },
  overlooked: { vi: "Lần trước cán bộ xem chưa kỹ mặt sau tờ khai.", en: "The back of the form was not looked at closely the first time." },
  apologyReason: {
    vi: "Còn chờ xác minh tại tổ dân phố, người phụ trách nghỉ ốm hai ngày.",
    en: "The check in the hamlet is not done yet: the officer in charge was ill for two days.",
  },
  sendBackReason: { vi: "Ghi rõ ngày có hiệu lực rồi trình lại", en: "State the day of effect, then submit again" },
  withdrawReason: { vi: "Bà con xin rút để chuẩn bị thêm giấy tờ", en: "The resident withdraws to prepare more papers" },
  deskOfResidence: { vi: "Cư trú", en: "Residence" },
  deskForAll: { vi: "Mọi thủ tục", en: "All procedures" },
  clockName: { vi: "Đồng hồ thời hạn", en: "Clock of deadlines" },
});

export const sexWords = { male: { vi: "Nam", en: "Male" }, female: { vi: "Nữ", en: "Female" } } as const;
