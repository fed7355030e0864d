import type { Bilingual } from "../../../base/lang.ts";

export const texts = {
  held: { vi: "Cơ sở dữ liệu của Nhà nước đã có, bà con không phải nộp", en: "A state database holds it, so it is not asked for" },
  noDefault: {
    vi: "mục cuối cùng phải dùng được cho mọi trường hợp, nên không ghi điều kiện",
    en: "the last entry must hold in every other case, so it has no condition",
  },
  twice: (id: string): Bilingual => ({ vi: `có hai trường hợp cùng tên "${id}"`, en: `two cases are called "${id}"` }),
  noForm: (code: string, day: string): Bilingual => ({
    vi: `mẫu "${code}" không có bản nào hiệu lực ngày ${day}: viết câu hỏi của mẫu vào thư mục forms, hoặc ghi onPaperOnly: true`,
    en: `no form "${code}" is in force on ${day}: write its questions into the folder forms, or say onPaperOnly: true`,
  }),
  alsoInForm: (id: string, code: string): Bilingual => ({ vi: `câu hỏi "${id}" đã có trong mẫu ${code}`, en: `the question "${id}" is asked by the form ${code} already` }),
  noSuchPlace: (id: string): Bilingual => ({
    vi: `"{${id}}" không phải là câu hỏi riêng nào của thủ tục này`,
    en: `"{${id}}" is none of the procedure's own questions`,
  }),
  noSource: { vi: "câu hỏi riêng cần ghi lấy từ đâu và chắc đến đâu (questionsFrom)", en: "questions need their source and certainty (questionsFrom)" },
  asksForNothing: { vi: "việc cơ quan tự làm thì không được đòi giấy tờ", en: "what the authority does by itself may not ask for papers" },
  noReason: { vi: "giấy tờ không phải nộp cần ghi lý do (reason)", en: "a paper that is not asked for needs its reason" },
};
