import { defineTexts } from "../../../base/lang.ts";

/** Words on papers: minutes, the sheet of a hamlet, what the loudspeaker says, the book of letters. */
export const documentTexts = defineTexts({
  minutes: { vi: "Biên bản", en: "Minutes" },
  about: { vi: (kind: string, topic: string) => `${kind}: ${topic}`, en: (kind: string, topic: string) => `${kind}: ${topic}` },
  when: { vi: "Thời gian", en: "Time" },
  where: { vi: "Địa điểm", en: "Place" },
  hosts: { vi: "Chủ trì, phối hợp", en: "Hosts" },
  came: { vi: "Thành phần dự", en: "Present" },
  cameCount: {
    vi: (households: number, people: number) => `${households} hộ, ${people} người`,
    en: (households: number, people: number) => `${households} households, ${people} people`,
  },
  agenda: { vi: "Chương trình", en: "Agenda" },
  lastTime: { vi: "I. Việc còn từ lần trước", en: "I. Still open from last time" },
  opinions: { vi: (n: number) => `II. Ý kiến của nhân dân (${n})`, en: (n: number) => `II. Opinions (${n})` },
  commitments: { vi: "III. Cam kết", en: "III. Commitments" },
  conclusion: { vi: "IV. Kết luận", en: "IV. Conclusion" },
  none: { vi: "Không có.", en: "None." },
  answered: { vi: "Trả lời", en: "Answer" },
  toAnswer: {
    vi: (owner: string, day: string) => `người phụ trách: ${owner}; trả lời chậm nhất ngày ${day}`,
    en: (owner: string, day: string) => `in charge: ${owner}; to be answered by ${day}`,
  },
  promised: {
    vi: (promise: string, owner: string, day: string) => `${promise} Người chịu trách nhiệm: ${owner}; xong chậm nhất ngày ${day}.`,
    en: (promise: string, owner: string, day: string) => `${promise} Responsible: ${owner}; by ${day}.`,
  },
  noOwner: { vi: "chưa phân công", en: "nobody yet" },
  secretary: { vi: "Người ghi biên bản", en: "Secretary" },
  chair: { vi: "Chủ trì", en: "Chair" },
  republic: { vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM" },
  motto: { vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness" },
  demo: { vi: "BẢN TRÌNH DIỄN – không có giá trị pháp lý", en: "DEMONSTRATION – without legal value" },
  sheetTitle: { vi: "Bà con nói, công an làm", en: "Residents said, the police did" },
  said: { vi: "Bà con nói", en: "Residents said" },
  done: { vi: "Công an làm", en: "The police did" },
  nextMeeting: { vi: "Cuộc họp sắp tới", en: "The next meeting" },
  sayMore: { vi: "Góp ý tiếp, không cần nêu tên, tại", en: "Say more, without a name, at" },
});
