import { type Bilingual, defineTexts } from "../../../base/lang.ts";
import type { Standing } from "../counting.ts";
import type { Evidence } from "../evidence.ts";

/** What each figure is called, and what it counts, in words. */
export const evidenceTexts = {
  received: { name: { vi: "Đã nhận", en: "Received" }, meaning: { vi: "Hồ sơ trụ sở nhận trong tháng.", en: "Dossiers that the post received in the month." } },
  online: {
    name: { vi: "Nhận từ Cổng quốc gia", en: "From the national portal" },
    meaning: { vi: "Trong số đã nhận, hồ sơ bà con nộp trên Cổng Dịch vụ công quốc gia.", en: "Of those received, what was filed on the National Public Service Portal." },
  },
  open: {
    name: { vi: "Đang giải quyết", en: "Open" },
    meaning: { vi: "Hồ sơ lúc này chưa đến tay bà con, nhận từ bao giờ cũng tính.", en: "Dossiers not yet in the resident's hand now, whenever received." },
  },
  lateNow: {
    name: { vi: "Đang quá hạn", en: "Late now" },
    meaning: { vi: "Hồ sơ lúc này đã qua giờ hẹn mà chưa có kết quả.", en: "Dossiers past their time now and without an answer." },
  },
  answered: {
    name: { vi: "Đã có kết quả", en: "Answered" },
    meaning: {
      vi: "Hồ sơ có kết quả lần đầu trong tháng, cả kết quả từ chối và hồ sơ trễ hẹn rồi mới rút, mới dừng. Làm lại về sau thì vẫn ở tháng này.",
      en: "Dossiers first answered in the month, refusals too, and those withdrawn or stopped after they were late. Taken up again later, they stay in this month.",
    },
  },
  timed: {
    name: { vi: "Có kết quả, có hạn", en: "Answered, with a term" },
    meaning: { vi: "Trong số đã có kết quả, hồ sơ mà luật định hạn: mẫu số của tỷ lệ đúng hẹn.", en: "Of those answered, what has a term by law: the whole of the share in time." },
  },
  onTime: {
    name: { vi: "Đúng hẹn", en: "In time" },
    meaning: { vi: "Kết quả sẵn sàng trước giờ hẹn, và chưa lần nào bị ghi là trễ.", en: "The answer was ready by its time, and nothing was ever written down as late." },
  },
  onTimeAfterPause: {
    name: { vi: "Đúng hẹn, có lần chờ bổ sung", en: "In time, after a wait for papers" },
    meaning: {
      vi: "Trong số đúng hẹn: đồng hồ có lúc dừng vì đã gửi bà con phiếu yêu cầu bổ sung.",
      en: "Of those in time: the clock had stood still because the resident was asked for papers in writing.",
    },
  },
  pausedUnasked: {
    name: { vi: "Dừng mà không báo bà con", en: "Stopped without telling the resident" },
    meaning: {
      vi: "Kịp giờ chỉ vì đồng hồ bị dừng mà bà con không nhận được yêu cầu nào. Không tính là đúng hẹn.",
      en: "Ready by its time only because the clock was stopped without any request to the resident. Not counted as in time.",
    },
  },
  extended: {
    name: { vi: "Kịp hẹn mới, lỡ hẹn đầu", en: "In time for a second promise only" },
    meaning: {
      vi: "Đã xin lỗi và hẹn lại trước khi hết hạn, có kết quả sau hẹn đầu. Không bị ghi là trễ, nhưng không tính là đúng hẹn.",
      en: "An apology named a new day before the first was over, and the answer came after the first. Not late, and not counted as in time.",
    },
  },
  late: {
    name: { vi: "Trễ hẹn", en: "Late" },
    meaning: {
      vi: "Đã có lần qua giờ hẹn. Làm lại, gia hạn hay rút hồ sơ về sau cũng vẫn là trễ.",
      en: "Its time had passed once. Taking it up again, extending or withdrawing it later does not change that.",
    },
  },
  lateWithdrawn: {
    name: { vi: "Trễ rồi mới rút", en: "Late, then withdrawn" },
    meaning: { vi: "Trong số trễ hẹn: bà con rút sau khi đã trễ.", en: "Of those late: withdrawn after they were late." },
  },
  withdrawn: {
    name: { vi: "Bà con rút", en: "Withdrawn" },
    meaning: { vi: "Rút khi chưa trễ hẹn. Không tính vào đúng hẹn, cũng không tính là trễ.", en: "Withdrawn before it was late. Neither in time nor late." },
  },
  stopped: {
    name: { vi: "Dừng giải quyết", en: "Stopped" },
    meaning: {
      vi: "Dừng giải quyết theo luật khi chưa trễ hẹn, không có kết quả. Không tính vào đúng hẹn, cũng không tính là trễ.",
      en: "Ended by law without an answer, before it was late. Neither in time nor late.",
    },
  },
  untimed: {
    name: { vi: "Không có hạn", en: "Without a term" },
    meaning: { vi: "Việc mà luật không định hạn. Không tính vào đúng hẹn.", en: "What the law gives no term. Not counted as in time." },
  },
  digitisable: {
    name: { vi: "Phải số hóa", en: "To be digitised" },
    meaning: {
      vi: "Hồ sơ đã có kết quả mà kết quả phải có tệp điện tử: mẫu số của tỷ lệ số hóa.",
      en: "Answered dossiers whose answer must exist as a file: the whole of the share digitised.",
    },
  },
  digitised: {
    name: { vi: "Đã số hóa", en: "Digitised" },
    meaning: { vi: "Kết quả được ký số thành tệp PDF và tra được bằng mã.", en: "The answer was signed as a PDF that its code verifies." },
  },
  notDigitised: { name: { vi: "Chưa số hóa", en: "Not digitised" }, meaning: { vi: "Đã có kết quả mà không có tệp ký số.", en: "Answered without a signed file." } },
  paused: {
    name: { vi: "Có lúc dừng đồng hồ", en: "The clock stood still" },
    meaning: {
      vi: "Hồ sơ có kết quả trong tháng mà đồng hồ đã dừng ít nhất một lần trước đó.",
      en: "Dossiers answered in the month whose clock had stood still at least once before.",
    },
  },
  returned: {
    name: { vi: "Phải bổ sung", en: "Asked to bring more" },
    meaning: { vi: "Hồ sơ có kết quả trong tháng mà bà con bị yêu cầu bổ sung ít nhất một lần.", en: "Dossiers answered in the month for which more was asked at least once." },
  },
  returnedAgain: {
    name: { vi: "Phải bổ sung lại", en: "Asked again" },
    meaning: {
      vi: "Hồ sơ có kết quả trong tháng mà bà con bị yêu cầu lại điều lần trước đã có thể nói. Lẽ ra phải nói hết trong một lần.",
      en: "Dossiers for which something was asked again that could have been named before. All of it should have been said at once.",
    },
  },
  reopened: {
    name: { vi: "Phải làm lại", en: "Taken up again" },
    meaning: { vi: "Đã ký rồi phải làm lại trước khi trả bà con.", en: "Signed, and taken up again before it was handed over." },
  },
} as const satisfies Record<Evidence, { readonly name: Bilingual; readonly meaning: Bilingual }>;

export const standingTexts = {
  onTime: { vi: "Đúng hẹn", en: "In time" },
  onTimeAfterPause: { vi: "Đúng hẹn, có chờ bổ sung", en: "In time, after a wait" },
  pausedUnasked: { vi: "Dừng không báo", en: "Stopped untold" },
  extended: { vi: "Kịp hẹn mới", en: "In time for a new day" },
  late: { vi: "Trễ hẹn", en: "Late" },
  withdrawn: { vi: "Bà con rút", en: "Withdrawn" },
  stopped: { vi: "Dừng giải quyết", en: "Stopped" },
  untimed: { vi: "Không có hạn", en: "No term" },
} as const satisfies Record<Standing, Bilingual>;

export const listTexts = defineTexts({
  title: { vi: (figure: string, unit: string) => `${figure}: ${unit}`, en: (figure: string, unit: string) => `${figure}: ${unit}` },
  count: { vi: (n: number) => `${n} hồ sơ`, en: (n: number) => (n === 1 ? "1 dossier" : `${n} dossiers`) },
  ofMonth: { vi: (month: string) => `Của ${month}`, en: (month: string) => `Of ${month}` },
  now: { vi: "Lúc này", en: "Now" },
  noPersons: { vi: "Danh sách này không có tên bà con.", en: "This list names no resident." },
  code: { vi: "Mã hồ sơ", en: "Code" },
  whose: { vi: "Của ai", en: "Whose" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  receivedAt: { vi: "Nhận lúc", en: "Received" },
  dueAt: { vi: "Hẹn trả", en: "Due" },
  answeredAt: { vi: "Có kết quả", en: "Answered" },
  standing: { vi: "So với hẹn", en: "In time?" },
  openState: { vi: "Đang làm", en: "Open" },
  lateState: { vi: "Đang quá hạn", en: "Late now" },
  withdrawnLater: { vi: "Bà con đã rút", en: "Withdrawn" },
  digitised: { vi: "Số hóa", en: "Digitised" },
  yes: { vi: "Có", en: "Yes" },
  no: { vi: "Không", en: "No" },
  pauses: { vi: (n: number) => `dừng ${n} lần`, en: (n: number) => `stopped ${n} times` },
  unaskedPauses: { vi: (n: number) => `${n} lần không báo`, en: (n: number) => `${n} untold` },
  returns: { vi: (n: number) => `bổ sung ${n} lần`, en: (n: number) => `asked ${n} times` },
  reopened: { vi: (n: number) => `làm lại ${n} lần`, en: (n: number) => `taken up again ${n} times` },
  none: { vi: "Không có hồ sơ nào.", en: "No dossiers." },
  back: { vi: "Về trang số liệu", en: "Back to the figures" },
  purpose: { vi: "Xem hồ sơ sau con số", en: "Looking at the dossiers behind a figure" },
  noTerm: { vi: "không có hạn", en: "no term" },
});
