import { defineTexts } from "../../../base/lang.ts";

export const fileTexts = defineTexts({
  title: { vi: "Bản chụp giấy tờ", en: "Files of papers" },
  add: { vi: "Thêm bản chụp", en: "Add a file" },
  addTitle: { vi: "Thêm bản chụp giấy tờ", en: "Add a file of a paper" },
  paper: { vi: "Bản chụp của giấy nào?", en: "Which paper is it?" },
  paperHint: { vi: (kinds: string, mb: number) => `${kinds}, không quá ${mb} MB`, en: (kinds: string, mb: number) => `${kinds}, at most ${mb} MB` },
  file: { vi: "Tệp", en: "File" },
  rule: {
    vi: "Không bao giờ tải lên ảnh thẻ căn cước, hộ chiếu hay khuôn mặt: số định danh đã có từ lúc quét thẻ. Ảnh được vẽ lại, bỏ vị trí và tên máy chụp. Tệp PDF có lệnh tự chạy không được nhận.",
    en: "Never upload a picture of an identity card, a passport or a face: the number was read from the card already. Pictures are drawn anew, without place or camera. A PDF that runs commands is not taken.",
  },
  notCard: { vi: "Tôi đã xem: đây không phải ảnh thẻ căn cước, hộ chiếu hay khuôn mặt", en: "I have looked: this is no picture of an identity card, a passport or a face" },
  confirm: { vi: "Trước khi lưu", en: "Before it is kept" },
  notScannedTitle: { vi: "Tệp không được quét vi-rút", en: "Files are not scanned for viruses" },
  notScanned: {
    vi: "Máy chủ này chưa nối máy quét vi-rút: tệp được lưu mà chưa ai quét. Khi tải về, xin mở cẩn thận.",
    en: "This server has no virus scanner: files are kept without anybody having scanned them. Please open with care what you download.",
  },
  save: { vi: "Lưu bản chụp", en: "Keep the file" },
  cancel: { vi: "Về hồ sơ", en: "Back to the dossier" },
  download: { vi: (paper: string, kind: string) => `Tải về: ${paper} (${kind})`, en: (paper: string, kind: string) => `Download: ${paper} (${kind})` },
  kept: { vi: (by: string, at: string) => `${by} lưu lúc ${at}`, en: (by: string, at: string) => `kept by ${by}, ${at}` },
  clean: { vi: "đã quét vi-rút", en: "scanned for viruses" },
  unscanned: { vi: "chưa quét vi-rút", en: "not scanned for viruses" },
  pages: { vi: (n: number) => `${n} trang`, en: (n: number) => `${n} page${n === 1 ? "" : "s"}` },
  remove: { vi: "Xóa", en: "Remove" },
  removeTitle: { vi: "Xóa bản chụp", en: "Remove a file" },
  removeText: {
    vi: "Nội dung tệp bị xóa hẳn, không lấy lại được. Việc từng có tệp, ai xóa và vì sao vẫn còn trong diễn biến của hồ sơ.",
    en: "What the file holds is deleted for good. That it was there, who removed it and why stays in the timeline of the dossier.",
  },
  removeReason: { vi: "Vì sao xóa?", en: "Why is it removed?" },
  removeButton: { vi: "Xóa bản chụp", en: "Remove the file" },
  removed: {
    vi: (by: string, at: string, why: string) => `Đã xóa: ${by}, ${at}. Lý do: ${why}`,
    en: (by: string, at: string, why: string) => `Removed: ${by}, ${at}. Reason: ${why}`,
  },
  readPurpose: { vi: "Xem bản chụp giấy tờ", en: "Looking at a file of a paper" },
  system: { vi: "Hệ thống", en: "System" },
});

export const fileErrors = {
  paper: { vi: "Xin chọn giấy tờ.", en: "Please choose the paper." },
  file: { vi: "Xin chọn tệp.", en: "Please choose the file." },
  notCard: { vi: "Xin xem lại tệp rồi đánh dấu vào ô này.", en: "Please look at the file, then tick this box." },
  tooMany: { vi: "Hồ sơ đã có 20 bản chụp. Xin xóa bớt trước khi thêm.", en: "The dossier has 20 files already. Please remove one first." },
  reason: { vi: "Xin ghi lý do xóa.", en: "Please write why it is removed." },
} as const;
