import { defineTexts, type Lang } from "../../../base/lang.ts";

/** Roles of persons, and what is kept with them. */
export const roleTexts = defineTexts({
  reporter: { vi: "Người báo tin", en: "Who reported" },
  victim: { vi: "Người bị hại", en: "Who was harmed" },
  witness: { vi: "Người làm chứng", en: "Witness" },
  mistaken: { vi: "Ghi nhầm, không có trong vụ việc", en: "Entered by mistake, not in this report" },
  concerned: { vi: "Người liên quan (đối tượng)", en: "Person concerned" },
});

/** A person as the page of a report speaks of her: what she is in it, and her number. */
export const personWord = ({ role, number }: { readonly role: string; readonly number: number }, lang: Lang): string =>
  `${roleTexts[role as keyof typeof roleTexts]?.[lang] ?? role} (${number})`;

export const personWords = defineTexts({
  email: { vi: "Thư điện tử", en: "E-mail" },
  guardian: { vi: "Người giám hộ, đại diện", en: "Guardian or representative" },
  interpreter: { vi: "Phiên dịch, tiếng nói", en: "Interpreter, language" },
  about: { vi: "Ghi thêm", en: "More" },
});
