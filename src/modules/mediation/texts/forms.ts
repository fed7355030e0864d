import { defineTexts } from "../../../base/lang.ts";

export const intakeTexts = defineTexts({
  hamletMissing: { vi: "Xin chọn thôn, tổ dân phố.", en: "Please choose the hamlet." },
  spotMissing: { vi: "Xin ghi chỗ xảy ra, đừng ghi tên người.", en: "Please say the spot, without anybody's name." },
  toldMissing: { vi: "Xin ghi nội dung chủ yếu của vụ việc.", en: "Please say what it is about." },
  exclusionUnknown: { vi: "Xin chọn một trong các mục.", en: "Please choose one of the list." },
  bothSides: { vi: "Xin ghi ít nhất một người của mỗi bên.", en: "Please enter at least one person of each side." },
  nameMissing: { vi: "Xin ghi họ tên hoặc cách gọi.", en: "Please enter the name." },
  badIdentityNumber: { vi: "Số định danh có 12 chữ số.", en: "An identity number has 12 digits." },
});

export const teamFormTexts = defineTexts({
  nameMissing: { vi: "Xin ghi họ tên hòa giải viên.", en: "Please enter the mediator's name." },
});

export const assignTexts = defineTexts({
  nobodyChosen: { vi: "Xin chọn ít nhất một hòa giải viên.", en: "Please choose at least one mediator." },
  ownTeamMissing: { vi: "Phải có ít nhất một hòa giải viên của tổ ở chính thôn ấy.", en: "At least one mediator must be of the hamlet's own team." },
  changeReason: { vi: "Xin ghi vì sao đổi hòa giải viên.", en: "Please say why the mediators change." },
});

export const actFormTexts = defineTexts({
  toldMissing: { vi: "Xin ghi diễn biến của buổi hòa giải.", en: "Please say how the session went." },
  later: { vi: "Giờ này chưa đến.", en: "That time has not come yet." },
  beforeRecorded: { vi: "Buổi hòa giải không thể trước ngày ghi nhận vụ việc.", en: "A session cannot lie before the day the dispute was recorded." },
  agreementMissing: { vi: "Xin ghi các bên đã thỏa thuận điều gì.", en: "Please say what the parties agreed." },
  agreementWithout: {
    vi: "Đã ghi thỏa thuận mà kết quả không phải hòa giải thành. Xin chọn lại kết quả, hoặc xóa chữ ở đây.",
    en: "An agreement is written here, but the outcome is not settled. Choose another outcome, or empty this field.",
  },
  visitWithout: {
    vi: "Chỉ hẹn thăm lại khi hòa giải thành. Xin chọn lại kết quả, hoặc xóa ngày ở đây.",
    en: "A visit follows an agreement only. Choose another outcome, or empty this field.",
  },
  beforeAgreement: { vi: "Ngày thăm phải sau ngày thỏa thuận.", en: "A visit lies after the agreement." },
  notComing: { vi: "Xin ghi một ngày sắp tới, ví dụ 20/12/2026.", en: "Please enter a coming day, such as 20/12/2026." },
});
