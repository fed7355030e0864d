import { defineTexts } from "../../../base/lang.ts";

export const repeatTexts = defineTexts({
  repeats: { vi: "Yêu cầu bổ sung lại", en: "Asked again" },
  repeatsOf: { vi: (repeated: number, requests: number) => `${repeated} trong ${requests} lần`, en: (repeated: number, requests: number) => `${repeated} of ${requests}` },
  lead: {
    vi: "Những lần yêu cầu bổ sung mà lần trước đã có thể nói, trong tháng này và hai tháng trước. Máy xét từ giấy đã nộp; lý do của cán bộ nằm ở đơn vị.",
    en: "Requests for what could have been named before, in this month and the two before. Decided by the papers handed in; the officers' reasons stay at the post.",
  },
  none: { vi: "Không có lần yêu cầu lại nào", en: "Nothing was asked for again" },
  dossier: { vi: "Mã hồ sơ", en: "Dossier" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  requestNumber: { vi: "Lần thứ", en: "Request" },
  askedAt: { vi: "Yêu cầu lúc", en: "Asked" },
});
