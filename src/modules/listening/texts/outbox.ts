import { defineTexts } from "../../../base/lang.ts";

/** What officers read about lines that wait on their device. `{n}` is put in there. */
export const outboxTexts = defineTexts({
  title: { vi: "Còn trên máy này", en: "Still on this device" },
  waiting: {
    vi: "{n} dòng chưa gửi. Có mạng là máy tự gửi; đóng trang hay tắt máy cũng không mất.",
    en: "{n} lines not sent yet. They go by themselves once there is a network, and stay if the page is closed.",
  },
  refusedOnly: { vi: "Có dòng không gửi được: xem vì sao, rồi sửa hoặc bỏ.", en: "Some lines were refused: see why, then correct or discard them." },
  signedOut: {
    vi: "Phiên làm việc đã hết. {n} dòng vẫn còn trên máy này; đăng nhập lại bằng tài khoản của mình thì máy gửi tiếp.",
    en: "You are signed out. {n} lines are still on this device; they go on once you sign in again.",
  },
  signIn: { vi: "Đăng nhập lại", en: "Sign in again" },
  now: { vi: "Gửi ngay", en: "Send now" },
  stateWaiting: { vi: "chưa gửi", en: "not sent yet" },
  stateRefused: { vi: "không gửi được", en: "refused" },
  edit: { vi: "Sửa", en: "Correct" },
  discard: { vi: "Bỏ", en: "Discard" },
  sure: { vi: "Bỏ hẳn dòng này? Dòng này chưa được ghi vào cuộc họp.", en: "Discard this line? It has not been taken." },
  noNetwork: {
    vi: "Mạng yếu, chưa gửi được. Chữ còn nguyên, có mạng thì bấm lại.",
    en: "No network: not sent. What you typed is still there; press again once there is a network.",
  },
  notPermitted: { vi: "Tài khoản này không được ghi dòng như vậy.", en: "This account may not take such a line." },
  notFound: { vi: "Không tìm thấy cuộc họp này nữa.", en: "This meeting is no longer found." },
  first: { vi: "Còn {n} dòng của cuộc họp này chưa gửi. Gửi xong rồi hãy chốt biên bản.", en: "{n} lines of this meeting are not sent yet. Close the minutes after them." },
  notTaken: { vi: "Máy chủ không nhận dòng này. Xin sửa rồi gửi lại, hoặc ghi tại trụ sở.", en: "The server did not take this line. Correct it and send it again." },
  planned: { vi: "Cuộc họp chưa bắt đầu nên chưa ghi được ý kiến.", en: "The meeting has not begun." },
  minuted: {
    vi: "Biên bản cuộc họp đã chốt trước khi dòng này gửi tới, nên không ghi thêm được. Ý kiến này ghi ở mục Ghi ý kiến tại trụ sở.",
    en: "The minutes were closed before this line arrived. Take it as an opinion at the post.",
  },
  standInTitle: { vi: "Ghi ý kiến khi mất mạng", en: "Taking opinions without a network" },
  standInGoOn: { vi: "Đang mất mạng. Cứ ghi tiếp ý kiến của bà con.", en: "There is no network. Go on taking down what people say." },
  standInText: {
    vi: "Mỗi dòng nằm trên máy này; có mạng là máy tự gửi vào đúng cuộc họp. Hộ đến dự, cam kết và biên bản thì chờ có mạng rồi ghi.",
    en: "Each line lies on this device and goes to its meeting by itself once there is a network. Households, promises and minutes wait for the network.",
  },
  standInAgain: { vi: "Mở lại trang cuộc họp", en: "Open the page of the meeting again" },
  calledOff: { vi: "Cuộc họp đã hoãn nên không ghi được ý kiến.", en: "The meeting was called off." },
});
