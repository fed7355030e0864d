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

/** The page of the national portal's stand-in. */
export const standInTexts = defineTexts({
  title: { vi: "Cổng quốc gia mô phỏng", en: "Stand-in of the national portal" },
  notReal: { vi: "Đây không phải Cổng dịch vụ công quốc gia", en: "This is not the national public service portal" },
  notRealText: {
    vi: "Chưa có bản mô tả công khai nào về cách nối với cổng thật. Trang này đóng vai phía bên kia, trao đổi tệp đúng theo tài liệu national-port của Gần Dân.",
    en: "No description of the interface of the real one is public. This page plays the other side and exchanges files exactly as the document national-port of Gần Dân says.",
  },
  fileTitle: { vi: "Đóng vai bà con nộp trực tuyến", en: "File as a resident would" },
  filing: { vi: "Bà con nộp gì?", en: "What is filed?" },
  trouble: { vi: "Gửi đi thế nào?", en: "How is it sent?" },
  none: { vi: "Bình thường", en: "As it should be" },
  twice: { vi: "Gửi hai lần cùng một tin", en: "The same message twice" },
  broken: { vi: "Tệp chỉ ghi được một nửa", en: "Only half of the file" },
  file: { vi: "Nộp", en: "File" },
  fileConsequence: { vi: "Vài giây sau hồ sơ nằm trong hộp việc của đơn vị", en: "Some seconds later it stands in the inbox of the post" },
  filesTitle: { vi: "Cổng mô phỏng đang biết gì", en: "What the stand-in knows" },
  number: { vi: "Mã hồ sơ quốc gia", en: "National file number" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  submitted: { vi: "Nộp lúc", en: "Submitted" },
  code: { vi: "Mã ở đơn vị", en: "Code at the post" },
  noCode: { vi: "chưa có", en: "none yet" },
  heard: { vi: "Đã nghe báo", en: "What was heard" },
  nothingHeard: { vi: "chưa nghe gì", en: "nothing yet" },
  empty: { vi: "Chưa ai nộp gì", en: "Nothing was filed yet" },
  answers: {
    vi: (outcome: "received" | "notOurs" | "refused", code: string) =>
      outcome === "received" ? `Đơn vị đã nhận, mã ${code}` : outcome === "notOurs" ? "Không thuộc đơn vị này" : "Tệp không được nhận",
    en: (outcome: "received" | "notOurs" | "refused", code: string) =>
      outcome === "received" ? `Received as ${code}` : outcome === "notOurs" ? "Not for this post" : "The file was refused",
  },
  step: {
    vi: (word: string, at: string, why: string) => `${word}, ${at}${why ? ` (${why})` : ""}`,
    en: (word: string, at: string, why: string) => `${word}, ${at}${why ? ` (${why})` : ""}`,
  },
});

/** What is written when an incident of the demonstration is handed over. */
export const incidentWords = defineTexts({
  papers: { vi: "Biên bản tiếp nhận, biên bản ghi lời khai", en: "Minutes of receipt, statements" },
  acknowledged: { vi: "Giấy báo nhận của cơ quan điều tra (bản trình diễn)", en: "Acknowledgement of the investigators (demonstration)" },
});
