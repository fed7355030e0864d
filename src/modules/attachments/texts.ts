import type { Bilingual } from "../../base/lang.ts";

const sentences = (vi: string, en: string): Bilingual => ({ vi, en });

/** What is said of a file that is not taken, and of one that is kept. */
export const texts = {
  faults: {
    empty: sentences("Tệp trống không. Xin chọn lại tệp.", "The file is empty. Please choose it again."),
    brokenPicture: sentences("Ảnh hỏng hoặc mới tải được một nửa. Xin chụp lại.", "The picture is damaged or only half of it is there. Please take it again."),
    hugePicture: sentences("Ảnh có quá nhiều điểm ảnh. Xin chụp ở cỡ nhỏ hơn.", "The picture has too many pixels. Please take a smaller one."),
    brokenPdf: sentences("Tệp PDF hỏng, không đọc được. Xin quét lại giấy.", "The PDF is damaged and cannot be read. Please scan the paper again."),
    lockedPdf: sentences("Tệp PDF bị khóa bằng mật khẩu. Xin quét lại giấy, không đặt mật khẩu.", "The PDF is locked by a password. Please scan the paper again, without one."),
    actingPdf: sentences(
      "Tệp PDF có lệnh tự chạy hoặc giấu tệp khác bên trong, nên không nhận. Xin quét lại giấy thành PDF mới hoặc ảnh.",
      "The PDF runs commands or hides other files, so it is not taken. Please scan the paper into a new PDF or a picture.",
    ),
    twoFaced: sentences(
      "Tệp vừa là PDF vừa là thứ khác, nên không nhận. Xin quét lại giấy thành PDF mới hoặc ảnh.",
      "The file is a PDF and something else at once, so it is not taken. Please scan the paper into a new PDF or a picture.",
    ),
    longPdf: sentences("Tệp PDF dài quá 50 trang. Xin chỉ quét những trang cần.", "The PDF has more than 50 pages. Please scan only those that are needed."),
    scannerTooLarge: sentences(
      "Máy quét vi-rút không nhận tệp lớn như vậy. Xin gửi tệp nhỏ hơn.",
      "The virus scanner does not take files of this size. Please send a smaller one.",
    ),
    scannerUnreachable: sentences(
      "Chưa quét được vi-rút nên chưa nhận tệp. Xin thử lại sau, hoặc báo người trông coi máy.",
      "The file could not be scanned for viruses, so it was not taken. Please try again later, or tell whoever runs the machine.",
    ),
  },
  infected: (name: string): Bilingual =>
    sentences(
      `Máy quét thấy mã độc (${name}), nên không nhận tệp. Xin đừng mở tệp này.`,
      `The scanner found malicious code (${name}), so the file was not taken. Please do not open it.`,
    ),
  tooHeavy: (megabytes: number): Bilingual =>
    sentences(`Tệp nặng hơn ${megabytes} MB. Xin gửi tệp nhỏ hơn.`, `The file is heavier than ${megabytes} MB. Please send a smaller one.`),
  wrongKind: (kinds: string): Bilingual =>
    sentences(
      `Ở đây chỉ nhận tệp ${kinds}. Hệ thống xem nội dung bên trong, không xem tên tệp.`,
      `Only ${kinds} is taken here. What counts is the content, not the name of the file.`,
    ),
} as const;
