import { defineTexts } from "../../../base/lang.ts";

export const lawTexts = defineTexts({ hoursOnly: { vi: "thời gian này tính bằng giờ, ví dụ 24 hours", en: "this length is counted in hours, such as 24 hours" } });
