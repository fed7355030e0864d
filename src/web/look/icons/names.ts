/** The icons in use. After adding a name of `lucide-static`, run `node src/web/look/make.ts`. */
export const iconNames = [
  "arrow-right", "award", "badge-check", "book-open", "building", "calendar-days", "camera", "chart-column", "check", "chevron-right",
  "circle-alert", "circle-check", "circle-pause", "circle-question-mark", "circle-x", "clock", "download", "external-link", "eye",
  "file-check", "file-text", "flag", "handshake", "house", "id-card", "inbox", "info", "keyboard", "list-todo", "lock", "log-out", "map",
  "map-pin", "megaphone", "menu", "message-square", "paperclip", "pen-line", "phone", "plus", "printer", "qr-code", "scale",
  "scan-line", "search", "send", "shield-check", "siren", "square-pen", "stamp", "triangle-alert", "undo-2", "user", "users", "x",
] as const;
export type IconName = (typeof iconNames)[number];
