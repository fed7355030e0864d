import { defineTexts } from "../../../base/lang.ts";

/** What residents read. */
export const residentTexts = defineTexts({
  sayTitle: { vi: "Góp ý với công an", en: "Tell the police" },
  sayLead: {
    vi: "Khen, chê, hỏi hay đề nghị đều được. Không cần nêu tên. Gửi xong có mã biên nhận để đọc câu trả lời.",
    en: "Praise, criticism, a question or a request. No name is needed. A receipt code then shows the answer.",
  },
  urgent: { vi: "Đang có nguy hiểm, đang bị lừa?", en: "Danger now, or being cheated?" },
  urgentText: { vi: "Gọi ngay 113. Trang này không dành cho việc khẩn cấp.", en: "Call 113 now. This page is not for emergencies." },
  to: { vi: (post: string) => `Gửi đến ${post}.`, en: (post: string) => `To ${post}.` },
  otherPost: { vi: "Gửi nơi khác", en: "Another post" },
  heading: { vi: "Ý kiến về điều gì", en: "What is it about" },
  said: { vi: "Ý kiến của bà con", en: "What you want to say" },
  saidHint: { vi: "Đừng ghi mật khẩu, mã OTP hay số tài khoản.", en: "No passwords, one-time codes or account numbers." },
  hamlet: { vi: "Thôn, tổ dân phố nào", en: "Which hamlet" },
  nameTitle: { vi: "Để lại tên (không bắt buộc)", en: "Leave a name (not required)" },
  nameText: {
    vi: "Không để tên thì không ai biết ai gửi: hệ thống không ghi địa chỉ mạng, không ghi giờ chính xác. Để tên thì tên được cất riêng, cán bộ muốn xem phải nêu mục đích và bị ghi lại.",
    en: "Without a name nobody knows who sent it: no network address and no exact time is kept. With a name, it is kept apart; an officer opens it for a purpose, and that is written down.",
  },
  fullName: { vi: "Họ và tên", en: "Full name" },
  phone: { vi: "Số điện thoại", en: "Telephone" },
  send: { vi: "Gửi ý kiến", en: "Send" },
  sendHint: { vi: (term: string) => `Được trả lời trong ${term}.`, en: (term: string) => `Answered within ${term}.` },
  haveCode: { vi: "Đã gửi rồi? Xem câu trả lời", en: "Sent already? See the answer" },
  code: { vi: "Mã biên nhận", en: "Receipt code" },
  codeHint: { vi: "16 chữ và số, gõ cách hay liền đều được.", en: "16 letters and digits, with or without spaces." },
  seeAnswer: { vi: "Xem", en: "See it" },
  badCode: { vi: "Không có ý kiến nào mang mã này. Xin xem lại từng chữ.", en: "No opinion has this code. Check each letter." },
  heldTitle: { vi: "Ý kiến đã gửi", en: "What you sent" },
  receipt: { vi: "Mã biên nhận", en: "Receipt code" },
  keep: { vi: "Chép lại hoặc chụp mã này. Chỉ có mã mới đọc được câu trả lời.", en: "Write this code down or photograph it. Only the code shows the answer." },
  state: { vi: "Tình trạng", en: "State" },
  due: { vi: "Được trả lời trước", en: "Answered by" },
  you: { vi: "Ý kiến", en: "What you said" },
  answers: { vi: "Câu trả lời", en: "The answer" },
  waiting: { vi: "Chưa có câu trả lời.", en: "No answer yet." },
  contestTitle: { vi: "Chưa đồng ý với câu trả lời?", en: "Not satisfied with the answer?" },
  contestText: { vi: "Ý kiến được mở lại, có thời hạn mới và được đếm vào số liệu của trụ sở.", en: "It is opened again with a new term, and counted in the figures of the post." },
  contestWords: { vi: "Chưa đồng ý vì sao", en: "Why not" },
  contest: { vi: "Chưa đồng ý, mở lại", en: "Open it again" },
  youContested: { vi: "Bà con chưa đồng ý", en: "You did not agree" },
  openAgain: { vi: "Ý kiến này đã được mở lại rồi", en: "This is open again already" },
  openAgainText: { vi: "Bà con nhắn thêm ở dưới: chữ vừa gõ đã để sẵn trong ô.", en: "Add it as a message below: what you typed is in its field." },
  inOffice: { vi: "Máy này đang đăng nhập tài khoản cán bộ", en: "An officer is signed in here" },
  inOfficeText: {
    vi: "Chỉ người đã nói mới nhắn thêm hay chưa đồng ý bằng mã này. Bà con mở mã trên máy của mình, hoặc thoát tài khoản cán bộ trước. Cán bộ nghe bà con nói lại thì ghi ở trang làm việc.",
    en: "Only the author writes or contests under this code. Open it on your own device, or sign the officer out first. An officer who is told so writes it down on the office page.",
  },
  messages: { vi: "Nhắn thêm", en: "Messages" },
  listTitle: { vi: "Bà con nói, công an làm", en: "Residents said, the police did" },
  listLead: {
    vi: (unit: string) => `Từng thôn, tổ dân phố của ${unit}: bà con nói gì, công an đã làm gì, họp khi nào.`,
    en: (unit: string) => `Each hamlet of ${unit}: what was said, what was done, when the next meeting is.`,
  },
  hamlets: { vi: "Thôn, tổ dân phố", en: "Hamlets" },
  countWords: { vi: (n: number) => `${n} việc đã trả lời`, en: (n: number) => `${n} answered` },
  meetings: { vi: "Cuộc họp sắp tới", en: "Coming meetings" },
  noMeetings: { vi: "Chưa có lịch họp mới.", en: "No meeting is planned." },
  calledOff: { vi: "Đã hoãn", en: "Called off" },
  calledOffWhy: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Why: ${reason}` },
  addToCalendar: { vi: "Thêm vào lịch điện thoại", en: "Add to the calendar" },
  noWords: { vi: "Chưa có việc nào được đưa lên.", en: "Nothing has been published yet." },
  saidBy: { vi: "Bà con nói", en: "Residents said" },
  doneBy: { vi: "Công an làm", en: "The police did" },
  contested: { vi: "Bà con chưa đồng ý, công an đang xem lại", en: "Not accepted; the police look at it again" },
  on: { vi: (day: string) => `đưa lên ngày ${day}`, en: (day: string) => `published on ${day}` },
  promises: { vi: "Công an đã hứa", en: "What the police promised" },
  promiseBy: { vi: (post: string, day: string) => `${post} chịu trách nhiệm, xong chậm nhất ngày ${day}`, en: (post: string, day: string) => `${post}, by ${day}` },
  sheet: { vi: "Tờ in treo nhà văn hóa (PDF)", en: "Sheet for the hall (PDF)" },
  loudspeaker: { vi: "Bài đọc loa", en: "Text for the loudspeaker" },
  sayMore: { vi: "Góp ý", en: "Say something" },
  backToList: { vi: "Các thôn khác", en: "Other hamlets" },
  loudspeakerLead: { vi: "Đọc chậm, rõ; hết mỗi đoạn nghỉ một nhịp.", en: "Read slowly; pause after each paragraph." },
  loudOpening: { vi: (hamlet: string) => `Kính thưa bà con ${hamlet}.`, en: (hamlet: string) => `To the people of ${hamlet}.` },
  loudIntro: {
    vi: (post: string) => `${post} xin thông báo những việc bà con đã nói và công an đã làm.`,
    en: (post: string) => `${post} tells what residents said and what was done.`,
  },
  loudWord: {
    vi: (n: number, said: string, done: string) => `Việc thứ ${n}. Bà con nói: ${said} Công an đã làm: ${done}`,
    en: (n: number, said: string, done: string) => `Number ${n}. Residents said: ${said} The police did: ${done}`,
  },
  loudPromises: { vi: "Sau đây là những việc công an đã hứa với bà con.", en: "This is what the police promised." },
  loudPromise: {
    vi: (n: number, promise: string, by: string, became: string) => `Việc hứa thứ ${n}. ${promise} ${by}. ${became}`,
    en: (n: number, promise: string, by: string, became: string) => `Promise number ${n}. ${promise} ${by}. ${became}`,
  },
  loudMeeting: {
    vi: (topic: string, when: string, place: string) => `Kính mời bà con dự họp: ${topic}, lúc ${when}, tại ${place}.`,
    en: (topic: string, when: string, place: string) => `You are invited: ${topic}, ${when}, ${place}.`,
  },
  loudCalledOff: {
    vi: (topic: string, when: string, place: string) => `Xin báo bà con, cuộc họp sau đây đã hoãn: ${topic}, lúc ${when}, tại ${place}.`,
    en: (topic: string, when: string, place: string) => `Please note that this meeting is called off: ${topic}, ${when}, ${place}.`,
  },
  loudClosing: {
    vi: "Bà con có ý kiến gì xin nói tại cuộc họp hoặc đến trụ sở, không cần nêu tên. Xin cảm ơn bà con.",
    en: "Whatever you have to say, say it in the meeting or at the post; no name is needed. Thank you.",
  },
});

/** What residents choose from: the four headings of the office in their words. */
export const sayTexts = defineTexts({
  strength: { vi: "Khen", en: "Praise" },
  shortcoming: { vi: "Chê, chỗ chưa được", en: "What is not good" },
  cause: { vi: "Việc còn vướng, vì sao", en: "What is stuck, and why" },
  proposal: { vi: "Hỏi, đề nghị", en: "A question or a request" },
});

/** How a promise stands, for everybody. */
export const standingTexts = defineTexts({
  open: { vi: "Đang làm", en: "Under way" },
  late: { vi: "Đã quá ngày hứa, chưa xong", en: "The day has passed, not done yet" },
  carriedOut: { vi: "Đã làm xong", en: "Carried out" },
  notCarriedOut: { vi: "Chưa làm được", en: "Not carried out" },
});
