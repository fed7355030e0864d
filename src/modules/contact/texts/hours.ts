/** What people say before an hour, and instead of its half; with or without marks. */
export const about = /^(?:khoảng|khoang|tầm|tam|lúc|luc|độ)\s+/i;
export const half = /\s*(?:giờ|gio|h)\s*(?:rưỡi|ruoi)/i;

/** What people add to an hour, with or without marks; it ends what they typed. */
export const partsOfDay = {
  morning: /\s*(?:sáng|sang)$/i,
  noon: /\s*(?:trưa|trua)$/i,
  afternoon: /\s*(?:chiều|chieu)$/i,
  evening: /\s*(?:tối|toi)$/i,
  night: /\s*(?:đêm|dem|khuya)$/i,
} as const;
