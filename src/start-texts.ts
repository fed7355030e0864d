import { defineTexts } from "./base/lang.ts";

/** What the start says on the console, in both languages on one line. */
export const startTexts = defineTexts({
  door: { vi: "Bà con tự gửi", en: "Handed in by residents" },
  residents: { vi: "bà con", en: "residents" },
  officers: { vi: "cán bộ", en: "officers" },
  province: { vi: "tỉnh", en: "province" },
  signIn: { vi: "đăng nhập một chạm (bản chạy thử)", en: "one-click sign-ins (trial version)" },
  stop: { vi: "Ctrl-C để dừng", en: "Ctrl-C stops" },
});
