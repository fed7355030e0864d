import { defineTexts } from "../../base/lang.ts";

/** Words on papers; papers are Vietnamese, the English side is for readers of the code and of translations. */
const words = defineTexts({
  toPerson: { vi: (name: string) => `Ông/bà ${name}`, en: (name: string) => name },
  toFile: { vi: "Lưu: hồ sơ", en: "File" },
  policeOf: { vi: (unit: string) => `Công an ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`, en: (unit: string) => `Police of ${unit}` },
  original: { vi: "bản chính", en: "original" },
  copy: { vi: "bản sao", en: "copy" },
  draft: { vi: "BẢN THẢO", en: "DRAFT" },
  notSigned: { vi: "(chưa ký)", en: "(not signed)" },
  receivingOfficer: { vi: "Cán bộ tiếp nhận", en: "Receiving officer" },
  chief: { vi: "Trưởng Công an", en: "Chief of Police" },
});

export const documentTexts = {
  ...words,
  sex: { male: { vi: "Nam", en: "Male" }, female: { vi: "Nữ", en: "Female" } },
} as const;
