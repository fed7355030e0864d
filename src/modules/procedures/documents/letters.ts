import { formatDay, formatTime } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import { officialFrame, officialProof, officialSigner } from "../../../platform/typst/official.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import type { IssuedPaper, Layout, ProcedureName } from "../documents.ts";
import { texts } from "./texts.ts";

/** What every letter about a dossier names. */
type Letter = IssuedPaper & Layout & { readonly addressee: string; readonly code: string; readonly procedure: ProcedureName; readonly receivedAt: Date };

/** Form 04: what was promised, why it is not kept, what is promised now. `steps` are lines of the arithmetic, in Vietnamese. */
export type ApologyLetter = Letter & {
  readonly promisedAt: Date;
  readonly dueAt: Date;
  readonly reason: string;
  readonly late: boolean;
  readonly steps: readonly string[];
};

/** Form 05. */
export type StopNotice = Letter & {
  readonly stoppedAt: Date;
  readonly reason: string;
  readonly remark: string | null;
  readonly basis: string;
  readonly nextSteps: readonly string[];
};

/** The resident's own slip. `reason` null leaves room for her pen. */
export type WithdrawalSlip = Pick<Letter, "frame" | "proof" | "code" | "procedure" | "receivedAt"> & {
  readonly fullName: string;
  readonly reason: string | null;
  readonly officer: string;
};

const template = (name: string): string => `src/modules/procedures/documents/${name}.typ`;

/** Form 04, apology and new date. */
export function apologyPaper({ promisedAt, dueAt, ...letter }: ApologyLetter): Paper {
  const data = { ...letter, ...common(letter, texts.verifyCaption.vi), promised: moment(promisedAt), due: moment(dueAt) };
  return { template: template(letter.layout), data };
}

/** Form 05, work has stopped. `signed` false: a paper for the pen, which can be followed but not verified. */
export function stopPaper({ stoppedAt, ...notice }: StopNotice): Paper {
  const caption = notice.signer.signedAt === null ? texts.followCaption.vi : texts.verifyCaption.vi;
  return { template: template(notice.layout), data: { ...notice, ...common(notice, caption), stopped: moment(stoppedAt) } };
}

/** The slip by which a resident takes her dossier back. */
export function withdrawalPaper({ receivedAt, frame, proof, ...slip }: WithdrawalSlip): Paper {
  const head = { frame: officialFrame(frame, texts.withdrawalTitle.vi), proof: officialProof({ ...proof, caption: texts.followCaption.vi }) };
  return { template: template("withdrawal"), data: { ...slip, ...head, received: moment(receivedAt) } };
}

function common({ frame, title, proof, signer, receivedAt }: Letter, caption: string) {
  return { frame: officialFrame(frame, title), proof: officialProof({ ...proof, caption }), signer: officialSigner(signer), receivedAt: null, received: moment(receivedAt) };
}

/** Time, weekday and date, "17:00, ... 26/11/2026". */
function moment(instant: Date): string {
  return `${formatTime(instant)}, ${formatDay(dayOf(instant), "vi")}`;
}
