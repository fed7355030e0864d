import { type Bilingual, defineTexts } from "../../../base/lang.ts";

export const tellingTexts = defineTexts({
  title: { vi: "Báo tin cho bà con", en: "Telling you" },
  lead: {
    vi: "Trang này lúc nào cũng có tin mới nhất, không đăng ký gì cũng xem được. Muốn được báo khi có tin thì chọn thêm dưới đây. Tin chỉ có mã hồ sơ, không có tên.",
    en: "This page always has the latest, and you need to do nothing more. If you want to be told when there is news, choose below. A notice carries the code of the dossier and no name.",
  },
  ended: { vi: "Hồ sơ đã kết thúc nên không còn tin mới.", en: "The dossier has ended, so there will be no more news." },
  email: { vi: "Email", en: "E-mail" },
  emailHint: {
    vi: "Chúng tôi gửi một thư để bà con xác nhận; chưa xác nhận thì không gửi gì thêm. Ví dụ: ten@gmail.com",
    en: "We send one letter for you to confirm; nothing else goes there before that. Example: name@gmail.com",
  },
  emailMissing: { vi: "Xin điền địa chỉ email.", en: "Please give an e-mail address." },
  askEmail: { vi: "Báo qua email", en: "Tell me by e-mail" },
  noMail: { vi: "Trụ sở này chưa nối kênh gửi email.", en: "This post has no way to send e-mail yet." },
  askPush: { vi: "Báo trên điện thoại này", en: "Tell me on this phone" },
  pushHint: {
    vi: "Điện thoại sẽ hỏi bà con có cho phép không. Ai cầm điện thoại này cũng đọc được tin.",
    en: "The phone will ask whether you allow it. Whoever holds this phone can read the notices.",
  },
  pushDenied: {
    vi: "Điện thoại đang chặn tin báo từ trang này. Mở phần cài đặt của trình duyệt để cho phép.",
    en: "This phone blocks notices from this page. Allow them in the settings of the browser.",
  },
  pushFailed: { vi: "Chưa bật được trên điện thoại này. Xin thử lại, hoặc dùng email.", en: "It could not be switched on here. Please try again, or use e-mail." },
  pushNone: { vi: "Trình duyệt này không nhận được tin báo.", en: "This browser cannot take notices." },
  pushUnknown: { vi: "Chưa nhận ra dịch vụ báo tin của trình duyệt này. Bà con dùng email giúp.", en: "The notice service of this browser is not known here. Please use e-mail." },
  thisPhone: { vi: "Điện thoại đã bật báo tin", en: "A phone that takes notices" },
  placesTitle: { vi: "Đang báo qua", en: "You are told by" },
  waiting: { vi: "chờ bà con bấm xác nhận trong thư", en: "waiting for you to confirm by the link in the letter" },
  demoLetter: { vi: "Bản dùng thử: xem thư xác nhận", en: "Trial: see the letter" },
  demoLetterLead: {
    vi: "Bản dùng thử không gửi thư đi đâu cả. Đây là thư bà con sẽ nhận được, bấm được các đường dẫn trong thư.",
    en: "In the trial no letter leaves the house. This is the letter that would be received; its links work.",
  },
  isOn: { vi: "đang bật", en: "on" },
  stop: { vi: "Dừng", en: "Stop" },
  tooMany: {
    vi: "Hôm nay đã gửi đủ số thư xác nhận. Xin xem cả mục thư rác, hoặc thử lại ngày mai.",
    en: "Enough letters were sent for today. Please look into the junk folder too, or try again tomorrow.",
  },
  tooManyPlaces: { vi: "Hồ sơ này đã có đủ số nơi nhận tin. Xin dừng bớt một nơi trước.", en: "This dossier has as many places as it may. Please stop one of them first." },
  asked: { vi: "Đã gửi thư xác nhận. Bà con mở hộp thư và bấm đường dẫn trong thư.", en: "A letter to confirm is on its way. Open your mailbox and follow the link in it." },
  already: { vi: "Nơi này đã bật từ trước.", en: "This was on already." },
  started: { vi: "Đã bật báo tin.", en: "You will be told from now on." },
  stopped: { vi: "Đã dừng, địa chỉ đã xóa.", en: "Stopped, and the address is erased." },
  toldTitle: { vi: "Đã báo", en: "What you were told" },

  confirmTitle: { vi: "Nhận tin qua email", en: "News by e-mail" },
  confirmText: {
    vi: "Bấm nút dưới đây thì từ nay có tin mới về hồ sơ, chúng tôi báo vào địa chỉ email đã nhận thư này.",
    en: "Press the button, and from now on news of the dossier goes to the e-mail address that got the letter.",
  },
  confirm: { vi: "Đúng, báo tin cho tôi", en: "Yes, tell me" },
  confirmed: { vi: "Đã xác nhận", en: "Confirmed" },
  confirmedText: {
    vi: "Từ nay có tin mới, bà con được báo qua email. Muốn dừng lúc nào cũng được, bằng đường dẫn ở cuối mỗi thư.",
    en: "You will be told by e-mail. You can stop at any time by the link at the end of each letter.",
  },
  stopTitle: { vi: "Dừng nhận tin", en: "Stop the news" },
  stopText: { vi: "Bấm nút dưới đây thì chúng tôi không gửi nữa và xóa địa chỉ này.", en: "Press the button, and nothing more is sent; the address is erased." },
  stopNow: { vi: "Dừng và xóa địa chỉ", en: "Stop and erase the address" },
  followedTitle: { vi: (hamlet: string) => `Máy này sẽ nhận cảnh báo của ${hamlet}`, en: (hamlet: string) => `This device is told of warnings for ${hamlet}` },
  followedText: {
    vi: "Đã bật. Khi Công an đăng cảnh báo cho thôn, tổ này hoặc cho cả xã, phường, máy hiện câu đầu; bấm vào là mở trang cảnh báo. Giữ đường dẫn của trang này để dừng lúc nào cũng được; bật lại trên máy này cũng về đúng trang này.",
    en: "It is on. When the police publish a warning for this hamlet or for the whole commune, the device shows its headline and opens its page. Keep the address of this page to stop at any time; switching it on again on this device leads here too.",
  },
  followEnded: {
    vi: "Địa chỉ đã xóa, máy này không được báo nữa. Muốn nhận lại thì vào trang cảnh báo của trụ sở.",
    en: "The address is erased and nothing more is sent. To be told again, go to the page of warnings.",
  },
  stoppedTitle: { vi: "Đã dừng", en: "Stopped" },
  stoppedText: {
    vi: "Địa chỉ đã xóa, không còn thư nào nữa. Muốn nhận lại thì vào trang tra cứu hồ sơ.",
    en: "The address is erased and nothing more is sent. To be told again, go to the page of the dossier.",
  },
  unknownTitle: { vi: "Đường dẫn này không còn dùng được", en: "This link no longer works" },
  unknownText: {
    vi: "Có thể nó đã quá hạn, hoặc bị thiếu chữ khi chép. Bà con vào trang tra cứu hồ sơ để chọn lại.",
    en: "It may be too old, or was cut when it was copied. Go to the page of the dossier to choose again.",
  },
});

/** How one telling went: sent is what the next server took, more is not known. */
export const toldTexts = defineTexts({
  byEmail: { vi: "email", en: "e-mail" },
  byPush: { vi: "điện thoại", en: "phone" },
  waiting: { vi: "đang chờ gửi", en: "waiting" },
  retrying: { vi: "chưa gửi được, sẽ thử lại", en: "not sent yet, will be tried again" },
  notConnected: { vi: "đang chờ: trụ sở chưa nối kênh email", en: "waiting: no server for e-mail is connected" },
  confirmation: { vi: "thư xin xác nhận địa chỉ", en: "letter to confirm the address" },
  confirmationBy: { vi: (how: string) => `${how} (thư xin xác nhận)`, en: (how: string) => `${how} (letter to confirm)` },
  stepSent: { vi: (how: string) => `Đã báo bà con qua ${how}`, en: (how: string) => `The resident was told by ${how}` },
  stepWaiting: { vi: (how: string) => `Chưa báo được qua ${how}`, en: (how: string) => `Not yet told by ${how}` },
  stepGivenUp: { vi: (how: string) => `Không báo được qua ${how}`, en: (how: string) => `Could not be told by ${how}` },
  sentAt: { vi: (how: string, at: string) => `Đã báo qua ${how} lúc ${at}`, en: (how: string, at: string) => `Told by ${how} at ${at}` },
  notSent: { vi: (how: string, why: string) => `Qua ${how}: ${why}`, en: (how: string, why: string) => `By ${how}: ${why}` },
});

/** Why a telling did not arrive. */
export const faultTexts = {
  timeout: { vi: "máy nhận không trả lời, đã thôi không thử nữa", en: "the receiving server did not answer; no longer tried" },
  connection: { vi: "không nối được tới máy nhận, đã thôi không thử nữa", en: "the receiving server could not be reached; no longer tried" },
  busy: { vi: "máy nhận bận mãi, đã thôi không thử nữa", en: "the receiving server stayed busy; no longer tried" },
  refused: { vi: "máy nhận không nhận tin này", en: "the receiving server refused this notice" },
  gone: { vi: "địa chỉ không còn nhận tin, đã xóa", en: "the address takes no more; it was erased" },
  ourFault: { vi: "máy của trụ sở chưa gửi được, bà con xem tin ở trang này", en: "this post could not send it; please look at this page" },
  expired: { vi: "chờ lâu quá nên thôi không báo nữa", en: "waited too long and was not told" },
  ended: { vi: "bà con đã dừng nhận tin", en: "the resident had stopped it" },
} as const satisfies Record<string, Bilingual>;
