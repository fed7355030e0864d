import type { Bilingual } from "../../../base/lang.ts";
import { defineTexts } from "../../../base/lang.ts";

export const nationalPageTexts = defineTexts({
  channel: { vi: "Nộp ở đâu", en: "Where it was filed" },
  channelPortal: { vi: "Trên Cổng dịch vụ công quốc gia", en: "On the national public service portal" },
  number: { vi: "Mã hồ sơ quốc gia", en: "National file number" },
  join: { vi: "Bà con đã nộp trên Cổng quốc gia?", en: "Filed on the national portal too?" },
  joinHint: {
    vi: "Gõ hoặc quét mã hồ sơ quốc gia trên điện thoại của bà con. Từ đó cổng được báo mỗi khi hồ sơ này chuyển bước.",
    en: "Type or scan the national file number from the resident's phone. From then on the portal is told of each step of this dossier.",
  },
  joinButton: { vi: "Ghi mã và nối hai nơi", en: "Write it down and join the two" },
});

export const nationalTexts = {
  badNumber: {
    vi: "Mã hồ sơ quốc gia gồm từ 6 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch ngang. Xin xem lại trên điện thoại của bà con.",
    en: "A national file number has 6 to 40 plain letters, digits, dots or dashes. Please look again at the resident's phone.",
  },
  taken: (code: string): Bilingual => ({
    vi: `Mã này đã ghi ở hồ sơ ${code}. Một mã quốc gia chỉ thuộc một hồ sơ.`,
    en: `This number stands on dossier ${code} already. One national number belongs to one dossier.`,
  }),
} as const;
