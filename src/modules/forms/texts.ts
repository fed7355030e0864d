import { type Bilingual, defineTexts } from "../../base/lang.ts";

/** What is wrong in a file of questions, for whoever mends it. */
export const faultTexts = {
  pageTwice: (id: string): Bilingual => ({ vi: `có hai trang cùng tên "${id}"`, en: `two pages are called "${id}"` }),
  questionTwice: (id: string): Bilingual => ({ vi: `có hai câu hỏi cùng tên "${id}"`, en: `two questions are called "${id}"` }),
  columnTwice: (id: string): Bilingual => ({ vi: `có hai cột cùng tên "${id}"`, en: `two columns are called "${id}"` }),
  optionTwice: (id: string): Bilingual => ({ vi: `có hai lựa chọn cùng tên "${id}"`, en: `two options are called "${id}"` }),
  noTitle: { vi: "trang có nhiều câu hỏi thì phải có tiêu đề (title)", en: "a page of several questions needs a title" },
  noOptions: { vi: "câu chọn phải có ít nhất hai lựa chọn (options)", en: "a choice needs at least two options" },
  optionsElsewhere: { vi: "chỉ câu chọn (choice) mới có options", en: "only a choice has options" },
  noColumns: { vi: "bảng (rows) phải có ít nhất một cột (columns)", en: "rows need at least one column" },
  columnsElsewhere: { vi: "chỉ bảng (rows) mới có columns", en: "only rows have columns" },
  whenElsewhere: { vi: "chỉ câu hỏi ngày (day) mới có when", en: "only a day has when" },
  minAboveMax: { vi: "min lớn hơn max", en: "min is above max" },
  nothingPrinted: { vi: "dòng in phải có question hoặc text", en: "a printed value needs a question or a text" },
  emptyCondition: { vi: "onlyIf không ghi điều kiện nào", en: "onlyIf names no condition" },
  isOfNothing: { vi: "is phải đi cùng question", en: "is needs a question" },
  isOfFreeText: (id: string): Bilingual => ({
    vi: `câu "${id}" trả lời tự do nên không so với is được; bỏ is thì nghĩa là "có trả lời"`,
    en: `"${id}" is answered freely, so is cannot be compared; without is it means "was answered"`,
  }),
  noSuchCase: (id: string): Bilingual => ({ vi: `thủ tục không có trường hợp "${id}"`, en: `the procedure has no case "${id}"` }),
  noSuchQuestion: (id: string): Bilingual => ({ vi: `không có câu hỏi nào tên "${id}"`, en: `there is no question called "${id}"` }),
  laterQuestion: (id: string): Bilingual => ({
    vi: `câu "${id}" được hỏi cùng trang hoặc sau trang này; điều kiện chỉ xét câu ở trang trước`,
    en: `"${id}" is asked on this page or later; a condition looks at an earlier page`,
  }),
  noSuchValue: (id: string, value: string): Bilingual => ({ vi: `câu "${id}" không có lựa chọn "${value}"`, en: `"${id}" has no option "${value}"` }),
};

/** What a questionnaire says about an answer. */
export const answerErrors = {
  missing: { vi: "Xin trả lời câu này.", en: "Please answer this question." },
  badId: { vi: "Số định danh cá nhân gồm 12 chữ số, in trên thẻ căn cước.", en: "A personal number has 12 digits; it is printed on the identity card." },
  badEmail: { vi: "Chưa đúng kiểu thư điện tử. Ví dụ: hoa@thu.vn. Không có thì để trống.", en: "This is no e-mail address. Example: hoa@thu.vn. Leave it empty if there is none." },
  notPast: { vi: "Ngày này phải từ năm 1900 đến hôm nay.", en: "This day must lie between 1900 and today." },
  tooEarly: { vi: "Ngày này phải từ năm 1900 trở đi.", en: "This day must be in 1900 or later." },
  notFuture: { vi: "Ngày này phải từ hôm nay trở đi.", en: "This day must be today or later." },
  badDay: { vi: "Không có ngày này. Xin gõ ngày/tháng/năm, ví dụ: 05/03/1981.", en: "There is no such day. Please type day/month/year, for example 05/03/1981." },
  notANumber: { vi: "Xin gõ một số nguyên, chỉ gồm chữ số.", en: "Please type a whole number, in digits only." },
  outside: (min: number, max: number | null): Bilingual => ({
    vi: max === null ? `Số này phải từ ${min} trở lên.` : `Số này phải từ ${min} đến ${max}.`,
    en: max === null ? `This number must be ${min} or more.` : `This number must lie between ${min} and ${max}.`,
  }),
  noRows: { vi: "Xin ghi ít nhất một dòng.", en: "Please fill in at least one row." },
  tooManyRows: (max: number): Bilingual => ({ vi: `Nhiều nhất ${max} dòng.`, en: `At most ${max} rows.` }),
} as const;

/** Around the questions. */
export const formTexts = defineTexts({
  yes: { vi: "Có", en: "Yes" },
  no: { vi: "Không", en: "No" },
  rowN: { vi: (n: number) => `Dòng ${n}`, en: (n: number) => `Row ${n}` },
  anotherRow: { vi: "Thêm một dòng", en: "Another row" },
  leftEmpty: { vi: "để trống", en: "left empty" },
  noneOfRows: { vi: "không có ai, không có gì", en: "none" },
  endsWith: { vi: (last4: string) => `số cuối …${last4}`, en: (last4: string) => `ending in …${last4}` },
  goOn: { vi: "Tiếp tục", en: "Go on" },
  back: { vi: "Quay lại câu trước", en: "Back to the question before" },
});

/** On papers; they are Vietnamese. */
export const documentTexts = defineTexts({ number: { vi: "TT", en: "No." } });
