import { defineTexts } from "../base/lang.ts";

/** The sentences of the layouts and of the shared components. */
export const texts = defineTexts({
  product: { vi: "Gần Dân", en: "Gần Dân" },
  skipToMain: { vi: "Tới thẳng nội dung", en: "Skip to the content" },
  otherLanguage: { vi: "English", en: "Tiếng Việt" },
  demoLabel: { vi: "Bản chạy thử", en: "Trial version" },
  demo: {
    vi: "Bản chạy thử: người và việc trong này đều là tưởng tượng. Đừng nhập thông tin thật.",
    en: "Trial version: the people and matters here are invented. Do not enter real information.",
  },
  homePage: { vi: "Trang đầu", en: "Home" },
  footFacts: { vi: "Liên hệ", en: "Contact" },
  hours: { vi: "Giờ tiếp bà con", en: "Opening hours" },
  dutyPhone: { vi: "Trực ban, cả ngày lẫn đêm", en: "Duty desk, day and night" },
  address: { vi: "Trụ sở", en: "Address" },

  danger: { vi: "Đang nguy hiểm? Gọi 113", en: "In danger? Call 113" },
  duty: { vi: "Trực ban, cả ngày lẫn đêm:", en: "Duty desk, day and night:" },

  officeNav: { vi: "Các mục công việc", en: "Sections" },
  openNav: { vi: "Các mục", en: "Sections" },
  signOut: { vi: "Thoát", en: "Sign out" },
  keys: { vi: "Phím tắt", en: "Keyboard shortcuts" },
  keysNote: { vi: "Các phím này không chạy khi đang gõ trong ô.", en: "These keys do nothing while you type in a field." },
  keyNew: { vi: "Tiếp nhận mới", en: "New matter" },
  keySearch: { vi: "Tới ô tìm, hoặc quét mã", en: "Search, or scan a code" },
  keyHelp: { vi: "Mở bảng phím tắt này", en: "Open this list of keys" },
  keyRows: { vi: "Xuống, lên từng dòng trong danh sách", en: "Next and previous row of a list" },
  keyTick: { vi: "Đánh dấu hoặc bỏ dấu dòng đang chọn", en: "Tick or untick the chosen row" },
  keyAssign: { vi: "Tới ô giao việc đã đánh dấu", en: "Give what is ticked to somebody" },
  keyEnter: { vi: "Mở dòng đang chọn, hoặc gửi", en: "Open the chosen row, or send" },
  keyEscape: { vi: "Đóng bảng đang mở", en: "Close what is open" },
  close: { vi: "Đóng", en: "Close" },
  late: { vi: "quá hạn", en: "late" },

  nobodyKnown: { vi: "Không ai để lại tên.", en: "Nobody left a name." },
  minor: { vi: "chưa đủ 18 tuổi", en: "under 18" },
  notForYou: { vi: "tên được giữ kín", en: "the name is kept closed" },
  purpose: { vi: "Cần xem để làm gì?", en: "What do you need it for?" },
  purposeHint: { vi: "Ghi ngắn gọn. Lần xem này được ghi lại, người có trách nhiệm kiểm tra đọc được.", en: "In a few words. This look is written down and can be checked." },
  purposeMissing: { vi: "Ghi rõ cần xem để làm gì, ít nhất năm chữ cái.", en: "Say what you need it for, at least five letters." },
  openPerson: { vi: "Mở xem tên", en: "Open the name" },
  corrected: { vi: (day: string) => `đã sửa ${day}`, en: (day: string) => `put right ${day}` },
  lookNoted: { vi: "Lần xem này đã được ghi lại.", en: "This look has been written down." },
  fullName: { vi: "Họ tên", en: "Name" },
  phone: { vi: "Điện thoại", en: "Phone" },
  idNumber: { vi: "Số định danh", en: "Identity number" },
  noMessages: { vi: "Chưa có thư nào.", en: "No message yet." },
  written: { vi: "Bà con vừa nhắn", en: "A new message" },
  markRead: { vi: "Đã đọc, không cần trả lời", en: "Read, no answer needed" },
  fromPost: { vi: "Công an", en: "The police post" },
  fromYou: { vi: "Ông/bà", en: "You" },
  fromResident: { vi: "Người gửi", en: "The sender" },
  newMessage: { vi: "Viết thêm", en: "Write" },
  leftOver: { vi: "Chữ vừa gõ, chưa được ghi", en: "What you typed; it was not written down" },
  sendMessage: { vi: "Gửi", en: "Send" },

  siftTitle: { vi: "Chờ sàng lọc", en: "Waiting to be sifted" },
  siftLead: {
    vi: "Gửi qua mạng dồn dập hơn thường lệ thì nằm ở đây, chưa vào danh sách. Tin thật thì nhận vào, giờ nhận là lúc đã gửi; tin rác thì bỏ, kèm lý do. Hiện 200 tin mới nhất; tìm theo chữ thì xem cả tin cũ hơn.",
    en: "What comes by web faster than people write lies here and stands in no list. Take in what is real, at the time when it was sent; discard the rubbish, with a reason. The newest 200 are shown; a search looks at older ones too.",
  },
  siftBack: { vi: "Về danh sách", en: "Back to the list" },
  siftSearch: { vi: "Tìm chữ trong lời gửi", en: "Search what was told" },
  siftSearchHint: { vi: "Có dấu hay không dấu đều được.", en: "With or without marks." },
  siftFind: { vi: "Tìm", en: "Search" },
  siftShown: { vi: (n: number, all: number) => `Hiện ${n} trong ${all} tin đang chờ`, en: (n: number, all: number) => `${n} of ${all} shown` },
  siftAll: { vi: (n: number) => `Chọn cả ${n} tin đang hiện`, en: (n: number) => `All ${n} shown` },
  siftEvery: { vi: "Chọn hết", en: "All of them" },
  siftPick: { vi: "Chọn từng tin", en: "Which ones" },
  siftReason: { vi: "Vì sao bỏ", en: "Why they are discarded" },
  siftTakeIn: { vi: "Nhận vào", en: "Take in" },
  siftDiscard: { vi: "Bỏ", en: "Discard" },
  siftEmpty: { vi: "Không có tin nào chờ", en: "Nothing waits" },
  siftNotFound: { vi: (n: number) => `Không có tin nào có chữ này; còn ${n} tin đang chờ`, en: (n: number) => `None has these words; ${n} still wait` },
  siftNone: { vi: "Chọn ít nhất một tin.", en: "Choose at least one." },
  siftReasonMissing: { vi: "Ghi vì sao bỏ.", en: "Say why they are discarded." },

  trap: { vi: "Xin để trống ô này", en: "Please leave this field empty" },
  optional: { vi: "(không bắt buộc)", en: "(optional)" },
  choose: { vi: "Chọn một dòng", en: "Choose one" },
  dateHint: { vi: "Ngày, tháng, năm. Ví dụ 26/11/2026, hoặc gõ liền 26112026.", en: "Day, month, year. For example 26/11/2026, or 26112026 in one go." },
  fileHint: { vi: (mb: string) => `Ảnh chụp hoặc tệp PDF, mỗi tệp nhẹ hơn ${mb} MB.`, en: (mb: string) => `A photo or a PDF, each below ${mb} MB.` },
  errorsTitle: { vi: "Còn chỗ cần sửa", en: "Something needs to be corrected" },
  errorsText: { vi: "Những gì đã gõ vẫn còn đây. Xin sửa các chỗ sau rồi gửi lại:", en: "What you typed is still here. Please correct the following and send again:" },
  errorWord: { vi: "Cần sửa:", en: "Correct this:" },
  whyDisabled: { vi: "Chưa làm được:", en: "Not possible yet:" },

  scanCamera: { vi: "Quét bằng máy ảnh", en: "Scan with the camera" },
  scanTitle: { vi: "Đưa mã vào giữa khung hình", en: "Hold the code in the middle of the picture" },
  scanPrivate: { vi: "Hình ảnh chỉ ở trong máy này, không gửi đi, không lưu lại.", en: "The picture stays in this device; it is neither sent nor stored." },
  scanRefused: {
    vi: "Không mở được máy ảnh. Xin cho phép dùng máy ảnh, hoặc gõ mã vào ô.",
    en: "The camera could not be opened. Please allow it, or type the code.",
  },
  find: { vi: "Tìm", en: "Find" },

  stateDraft: { vi: "Bản nháp, chưa gửi", en: "Draft, not sent" },
  stateReceived: { vi: "Đã nhận", en: "Received" },
  stateAssigned: { vi: "Đã giao", en: "Assigned" },
  stateWorking: { vi: "Đang giải quyết", en: "In progress" },
  stateToSign: { vi: "Chờ ký", en: "To sign" },
  stateDone: { vi: "Đã xong", en: "Done" },
  stateLate: { vi: "Quá hạn", en: "Late" },
  statePaused: { vi: "Tạm dừng", en: "Paused" },
  stateReturned: { vi: "Cần bổ sung", en: "Needs more papers" },
  stateRefused: { vi: "Không nhận", en: "Refused" },

  whyThisDate: { vi: "Vì sao là ngày này?", en: "Why this date?" },
  basis: { vi: "Căn cứ:", en: "Basis:" },
  timelineDone: { vi: "Đã làm:", en: "Done:" },
  timelineNext: { vi: "Tiếp theo:", en: "Next:" },
  timelineLater: { vi: "Sau đó:", en: "Later:" },
  expected: { vi: "dự kiến", en: "expected" },

  openNow: { vi: "Đang mở cửa", en: "Open now" },
  closedNow: { vi: "Đang đóng cửa", en: "Closed now" },
  change: { vi: "Sửa", en: "Change" },
  nextPage: { vi: "Xem tiếp", en: "Next" },
  firstPage: { vi: "Về đầu danh sách", en: "Back to the start" },
  pages: { vi: "Các phần của danh sách", en: "Parts of the list" },
  qrLabel: { vi: (text: string) => `Mã QR, mở ra: ${text}`, en: (text: string) => `QR code that opens: ${text}` },

  whatNow: { vi: "Bây giờ làm gì?", en: "What to do now?" },
  callDuty: { vi: "Cần gấp thì gọi trực ban:", en: "If it is urgent, call the duty desk:" },
  goBack: { vi: "Quay lại trang trước", en: "Back to the page before" },
  goHome: { vi: "Về trang đầu", en: "To the home page" },
  goSignIn: { vi: "Đăng nhập", en: "Sign in" },
  reference: { vi: "Số để báo khi gọi:", en: "Number to quote when you call:" },
  tryAgainIn: { vi: (wait: string) => `Thử lại sau ${wait}.`, en: (wait: string) => `Try again in ${wait}.` },
});

type Sentences = { readonly title: string; readonly text: string; readonly now: string };
type InBoth = { readonly vi: Sentences; readonly en: Sentences };

/** What each problem says: what happened, without blame, and what to do now. */
export const problemTexts = {
  malformed: {
    vi: {
      title: "Máy chưa hiểu yêu cầu này",
      text: "Địa chỉ trang có thể bị thiếu một đoạn khi gửi qua tin nhắn.",
      now: "Xin quay lại trang trước rồi làm lại, hoặc gõ mã ghi trên giấy hẹn.",
    },
    en: {
      title: "This request could not be understood",
      text: "Part of the address may have been lost in a message.",
      now: "Please go back and try again, or type the code on your appointment slip.",
    },
  },
  signInNeeded: {
    vi: {
      title: "Cần đăng nhập lại",
      text: "Lâu không dùng thì máy tự thoát, để người khác không xem được.",
      now: "Xin đăng nhập rồi làm tiếp.",
    },
    en: {
      title: "Please sign in again",
      text: "After a long pause the system signs out, so that nobody else can look.",
      now: "Sign in and carry on.",
    },
  },
  notPermitted: {
    vi: {
      title: "Chỗ này chỉ mở cho người được giao",
      text: "Người đang dùng máy chưa được giao quyền xem hoặc làm việc này.",
      now: "Nếu là việc của mình, xin nhờ trưởng công an giao quyền. Hỏi về hồ sơ đã nộp thì tra bằng mã trên giấy hẹn.",
    },
    en: {
      title: "This is open only to the person in charge",
      text: "The person signed in has not been given the right to see or do this.",
      now: "If it is your task, ask the chief for the right. For papers already handed in, look them up with the code on the slip.",
    },
  },
  notFound: {
    vi: {
      title: "Không tìm thấy",
      text: "Có thể gõ nhầm một chữ hoặc một số, hoặc trang đã chuyển chỗ.",
      now: "Xin xem lại mã trên giấy hẹn, từng chữ một. Vẫn không thấy thì gọi trực ban, cán bộ tìm giúp.",
    },
    en: {
      title: "Not found",
      text: "A letter or a digit may be mistyped, or the page has moved.",
      now: "Please check the code on the slip letter by letter. If it still fails, call the duty desk; an officer will help.",
    },
  },
  changedMeanwhile: {
    vi: {
      title: "Có người vừa sửa trước",
      text: "Trong lúc trang này đang mở, người khác đã sửa. Phần vừa gửi chưa được ghi, để không đè lên việc của họ.",
      now: "Xin mở lại để xem bản mới nhất. Nếu vẫn cần thì làm lại.",
    },
    en: {
      title: "Someone changed this just before",
      text: "While this page was open, another person changed it. What you sent was not recorded, so that their work is not overwritten.",
      now: "Open it again to see the latest. If it is still needed, do it again.",
    },
  },
  notNow: {
    vi: {
      title: "Lúc này chưa làm được bước đó",
      text: "Việc này đang ở bước khác, nên bước vừa bấm chưa đến lượt hoặc đã qua.",
      now: "Xin mở lại việc để xem đang ở bước nào.",
    },
    en: {
      title: "That step is not possible now",
      text: "The matter stands at another step, so this one is too early or already past.",
      now: "Open the matter again to see where it stands.",
    },
  },
  alreadyDone: {
    vi: {
      title: "Việc này đã được ghi rồi",
      text: "Máy đã nhận một lần, nên không ghi thêm lần nữa.",
      now: "Không cần gửi lại. Xin mở việc để xem kết quả.",
    },
    en: {
      title: "This has already been recorded",
      text: "It was received once and is not recorded a second time.",
      now: "There is no need to send it again. Open the matter to see the result.",
    },
  },
  tooLarge: {
    vi: {
      title: "Tệp gửi lên nặng quá",
      text: "Tệp chưa được nhận.",
      now: "Xin chụp lại ảnh nhỏ hơn, hoặc gửi từng tệp một. Không được thì mang giấy đến, cán bộ nhận tại chỗ.",
    },
    en: {
      title: "The file is too large",
      text: "It was not received.",
      now: "Please take a smaller photo, or send one file at a time. Or bring the paper to the counter.",
    },
  },
  invalid: {
    vi: {
      title: "Còn chỗ cần sửa",
      text: "Có chỗ bỏ trống hoặc chưa đúng, nên chưa gửi đi được.",
      now: "Xin quay lại, sửa những chỗ được đánh dấu rồi gửi lại.",
    },
    en: {
      title: "Something needs to be corrected",
      text: "A field is empty or not right, so nothing was sent.",
      now: "Go back, correct what is marked and send again.",
    },
  },
  tooMany: {
    vi: {
      title: "Thử nhiều lần quá, xin chờ một lát",
      text: "Để giữ an toàn, máy tạm dừng nhận từ chỗ này.",
      now: "Xin chờ ít phút rồi thử lại. Trong lúc chờ, bà con vẫn gọi hoặc ghé được.",
    },
    en: {
      title: "Too many tries, please wait a little",
      text: "For safety the system takes nothing more from here for the moment.",
      now: "Wait a few minutes and try again. Meanwhile you can always call or come in.",
    },
  },
  lawMissing: {
    vi: {
      title: "Dữ liệu pháp luật chưa có ngày hoặc nơi này",
      text: "Máy không đoán: ngày nghỉ, giờ làm việc hay mã hồ sơ cho lúc này, nơi này chưa được ghi vào dữ liệu.",
      now: "Xin báo người quản trị bổ sung dữ liệu (thư mục db/law) rồi khởi động lại. Bà con đến thì nhận trên giấy trước.",
    },
    en: {
      title: "The law data does not cover this day or place",
      text: "The system does not guess: holidays, office hours or the dossier code for this time and place are not in its data.",
      now: "Please ask the administrator to complete the data (folder db/law) and start again. Receive on paper meanwhile.",
    },
  },
  unavailable: {
    vi: {
      title: "Máy đang bận, hoặc đang được sửa",
      text: "Giấy hẹn và giấy xác nhận trên tay bà con vẫn có giá trị.",
      now: "Xin thử lại sau ít phút.",
    },
    en: {
      title: "The system is busy or being repaired",
      text: "Slips and confirmations already in your hand remain valid.",
      now: "Please try again in a few minutes.",
    },
  },
  bug: {
    vi: {
      title: "Máy gặp trục trặc",
      text: "Lỗi này do máy, không phải do người dùng. Việc vừa gửi có thể chưa được ghi.",
      now: "Trước khi gửi lại, xin mở xem việc đã được ghi chưa. Gọi báo thì đọc số dưới đây.",
    },
    en: {
      title: "Something went wrong on our side",
      text: "This is our fault, not yours. What you just sent may not have been recorded.",
      now: "Before sending again, look whether it was recorded. If you call, quote the number below.",
    },
  },
} as const satisfies { readonly [code: string]: InBoth };
