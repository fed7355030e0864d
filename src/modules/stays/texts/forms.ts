import type { Bilingual } from "../../../base/lang.ts";

/** What the forms of stays say beside a field. */
export const formTexts = {
  reasonMissing: { vi: "Xin ghi vì sao đính chính.", en: "Please say why this is corrected." },
  hostMissing: { vi: "Xin ghi họ tên chủ nhà, hoặc người báo.", en: "Please give the name of the host, or of whoever tells it." },
  addressMissing: { vi: "Xin ghi địa chỉ nơi khách ở.", en: "Please give the address where the guest stays." },
  purposeMissing: { vi: "Xin ghi khách ở lại để làm gì.", en: "Please say what the guest stays for." },
  hamlet: { vi: "Xin chọn một thôn, tổ dân phố trong danh sách.", en: "Please choose a hamlet from the list." },
  arrivedOnMissing: { vi: "Xin điền ngày khách đến. Ví dụ: 25/11/2026.", en: "Please give the day the guest came. Example: 25/11/2026." },
  timeMissing: { vi: "Xin điền giờ, phút từ 00:00 đến 23:59. Ví dụ: 22:40.", en: "Please give the time from 00:00 to 23:59. Example: 22:40." },
  badDay: { vi: "Không có ngày này. Xin gõ ngày/tháng/năm, ví dụ: 25/11/2026.", en: "There is no such day. Please type day/month/year, for example 25/11/2026." },
  arrivesTooFarOff: {
    vi: "Chỉ ghi khách đến trong vòng một ngày tới. Xin xem lại ngày, giờ đến.",
    en: "Only guests who come within a day are entered. Please check day and time.",
  },
  stayTooLong: (days: number): Bilingual => ({
    vi: `Ở từ ${days} ngày trở lên không còn là lưu trú: khách phải đăng ký tạm trú. Xin xem lại ngày.`,
    en: `${days} days or more are not an overnight stay any longer: the guest must register temporary residence. Please check the day.`,
  }),
  leavesBeforeArrival: { vi: "Ngày đi phải từ ngày đến trở đi.", en: "The day of leaving must not be before the day of arrival." },
  toldLater: { vi: "Giờ báo không thể sau lúc này. Để trống nếu vừa báo xong.", en: "It cannot have been told later than now. Leave empty if it was just told." },
  toldTooEarly: { vi: "Báo trước khi khách đến quá một ngày thì chưa ghi. Xin xem lại ngày báo.", en: "It was told more than a day before the guest came. Please check the day." },
  noGuest: { vi: "Xin ghi ít nhất một khách: quét thẻ hoặc gõ họ tên.", en: "Please enter at least one guest: scan a card or type the name." },
  guestTwice: { vi: "Khách này đã ghi ở trên.", en: "This guest stands above already." },
  badName: { vi: "Họ tên chỉ gồm chữ cái, dấu cách, dấu gạch. Xin gõ lại.", en: "A name has letters, spaces and hyphens only. Please type it again." },
  badIdentityNumber: { vi: "Số định danh gồm 12 chữ số.", en: "A personal identity number has 12 digits." },
  numberMissing: { vi: "Xin ghi số trên giấy tờ, ít nhất 4 chữ.", en: "Please give the number of the paper, four characters at least." },
  whichPaper: { vi: "Đã ghi số thì xin chọn loại giấy tờ.", en: "There is a number: please choose the kind of paper." },
  cardTwice: { vi: "Thẻ này đã quét, hoặc đã đủ số khách của một lần báo.", en: "This card was scanned already, or the declaration is full." },
  noGuestChosen: { vi: "Xin chọn khách nào đã đi.", en: "Please choose which guest left." },
  leftLater: { vi: "Giờ đi không thể sau lúc này.", en: "The guest cannot have left later than now." },
  leftBeforeArrival: { vi: "Giờ đi phải sau giờ đến.", en: "The guest cannot have left before arriving." },
  searchMissing: { vi: "Xin gõ họ tên khách.", en: "Please type the guest's name." },
  searchShort: { vi: "Xin gõ ít nhất hai chữ cái.", en: "Please type two letters at least." },
} as const;
