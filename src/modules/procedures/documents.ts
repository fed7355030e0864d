import { formatDay, formatTime } from "../../base/day/format.ts";
import type { Day } from "../../base/day.ts";
import { dayOf } from "../../base/day.ts";
import type { Dong } from "../../base/dong.ts";
import { formatDong } from "../../base/dong.ts";
import type { OfficialFrame, PaperSigner, Proof } from "../../platform/typst/official.ts";
import { officialFrame, officialProof, officialSigner } from "../../platform/typst/official.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { texts } from "./documents/texts.ts";

export type ProcedureName = { readonly name: string; readonly code: string };

/** The addresses of the check or tracking page and the code of this paper or dossier. */
export type PaperProof = Omit<Proof, "caption">;

/** How a form of the counter is laid out, as the law data says: a template of this module, and what the paper is called. */
export type Layout = { readonly layout: string; readonly title: string };

/** Receipt and appointment (CT04, 01). `code` is the code of the dossier; `steps` are the short lines of the arithmetic, in Vietnamese. */
export type Receipt = {
  readonly frame: OfficialFrame;
  readonly proof: PaperProof;
  readonly code: string;
  readonly handedInBy: string;
  readonly address: string;
  /** As the resident may see it, usually shortened; null when none was given. */
  readonly phone: string | null;
  readonly procedure: ProcedureName;
  /** What she asks for, in the officer's words. */
  readonly request: string;
  /** The term of the law in words; null when there is none. */
  readonly term: string | null;
  /** `kind` is original, copy or electronic, in Vietnamese. */
  readonly papers: readonly { readonly name: string; readonly kind: string; readonly count: number }[];
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly returnPlace: string;
  readonly steps: readonly string[];
  /** 0 is printed as "not charged". */
  readonly feeDong: Dong;
  readonly officer: string;
};

/** A paper with a number that the post signs and hands or sends out. */
export type IssuedPaper = {
  readonly frame: OfficialFrame;
  readonly proof: PaperProof;
  readonly signer: PaperSigner;
  /** The lines below the heading of recipients, without dashes. */
  readonly recipients: readonly string[];
};

/** What is still missing (CT05, 02). `before` is the last moment to hand in, null when there is none. */
export type Supplement = IssuedPaper & {
  readonly addressee: string;
  readonly code: string | null;
  readonly procedure: ProcedureName;
  readonly receivedAt: Date;
  /** `todo`: what the resident has to do about it. */
  readonly missing: readonly { readonly what: string; readonly todo: string | null }[];
  /** A later request says so, and why this was not named before. */
  readonly again: { readonly number: number; readonly why: string } | null;
  readonly before: Date | null;
  readonly handInPlace: string | null;
  readonly askWhom: string | null;
};

/** Refusal (CT06, 03). Refused at the counter ("receiving", the dossier may have no code yet) or after examination ("resolving"). */
export type Refusal = IssuedPaper & {
  readonly stage: "receiving" | "resolving";
  readonly addressee: string;
  readonly code: string | null;
  readonly procedure: ProcedureName;
  readonly receivedAt: Date;
  /** `basis` is the article that the reason rests on. */
  readonly reasons: readonly { readonly reason: string; readonly basis: string | null }[];
  readonly nextSteps: readonly string[];
  readonly askWhom: string | null;
};

/** A line that is null is not printed. */
export type Resident = {
  readonly fullName: string;
  readonly bornOn: Day;
  readonly sex: string | null;
  readonly identityNumber: string;
  readonly permanentAddress: string | null;
  readonly temporaryAddress: string | null;
  readonly currentAddress: string | null;
  readonly headOfHousehold: string | null;
  readonly relationToHead: string | null;
};

export type HouseholdMember = Pick<Resident, "fullName" | "bornOn" | "identityNumber"> & { readonly relationToHead: string };

/** CT07. An empty household prints no table. */
export type ResidenceConfirmation = IssuedPaper & {
  readonly person: Resident;
  readonly household: readonly HouseholdMember[];
  readonly remark: string | null;
  /** The last day on which the paper counts. */
  readonly validUntil: Day;
};

/** CT03, of somebody who told beforehand that she will be away; both days included. */
export type AbsenceSlip = IssuedPaper & {
  readonly person: Pick<Resident, "fullName" | "bornOn" | "identityNumber">;
  readonly address: string;
  readonly absentFrom: Day;
  readonly absentUntil: Day;
  readonly destination: string;
  readonly reason: string;
};

/** CT08. `decision` is the sentence that says what was decided; `changes` prints a table when it is not empty. */
export type ResultNotice = IssuedPaper & {
  readonly code: string;
  readonly procedure: ProcedureName;
  readonly person: Pick<Resident, "fullName" | "bornOn" | "identityNumber">;
  readonly decision: string;
  readonly address: string | null;
  readonly effectiveOn: Day | null;
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  readonly remark: string | null;
};

// Form numbers are those of the residence circulars (circular 66/2023/TT-BCA, reissued by 116/2026/TT-BCA).
const template = (form: string): string => `src/modules/procedures/documents/${form}.typ`;

/** Receipt and appointment: the paper in the hand of who came. */
export function receiptPaper(receipt: Receipt, { layout, title }: Layout): Paper {
  const { frame, proof, receivedAt, dueAt, feeDong, ...rest } = receipt;
  return {
    template: template(layout),
    data: {
      ...rest,
      frame: officialFrame(frame, title),
      proof: officialProof({ ...proof, caption: texts.followCaption.vi }),
      received: moment(receivedAt),
      due: moment(dueAt),
      fee: feeDong === 0n ? null : formatDong(feeDong, "vi"),
    },
  };
}

/** A slip on which a resident without a phone says how she was served. It names nobody. */
export type RatingSlip = { readonly agency: string; readonly proof: PaperProof; readonly on: Day; readonly demo: boolean; readonly choices: readonly string[] };

/** The slip, A5 across. It has no form of the law: the wording is ours. */
export function ratingSlipPaper({ agency, proof, on, demo, choices }: RatingSlip): Paper {
  return {
    template: template("rating-slip"),
    data: { agency, demo, choices, day: on, title: texts.ratingTitle.vi, proof: officialProof({ ...proof, caption: texts.ratingCaption.vi }) },
  };
}

/** What is still missing. */
export function supplementPaper(supplement: Supplement, { layout, title }: Layout): Paper {
  const { receivedAt, before, ...rest } = supplement;
  return {
    template: template(layout),
    data: {
      ...rest,
      ...issued(supplement, title, texts.followCaption.vi),
      received: moment(receivedAt),
      before: before === null ? null : moment(before),
    },
  };
}

/** Refusal to receive or to resolve. */
export function refusalPaper(refusal: Refusal, { layout, title }: Layout): Paper {
  const { receivedAt, ...rest } = refusal;
  const data = { ...rest, ...issued(refusal, title, texts.verifyCaption.vi), received: moment(receivedAt) };
  return { template: template(layout), data };
}

/** CT07, confirmation of residence. */
export function confirmationPaper(confirmation: ResidenceConfirmation): Paper {
  const data = { ...confirmation, ...issued(confirmation, texts.confirmationTitle.vi, texts.verifyCaption.vi) };
  return { template: template("ct07"), data };
}

/** CT03, slip of temporary absence. */
export function absencePaper(slip: AbsenceSlip): Paper {
  const data = { ...slip, ...issued(slip, texts.absenceTitle.vi, texts.verifyCaption.vi) };
  return { template: template("ct03"), data };
}

/** Notice of the result (CT08, or of a procedure without a form of its own). */
export function noticePaper(notice: ResultNotice, { layout, title }: Layout): Paper {
  const data = { ...notice, ...issued(notice, title, texts.verifyCaption.vi) };
  return { template: template(layout), data };
}

/** The parts of an issued paper in the shape that the layout reads; file titles carry no name of a person. */
function issued(paper: IssuedPaper, title: string, caption: string) {
  return {
    frame: officialFrame(paper.frame, title),
    proof: officialProof({ ...paper.proof, caption }),
    signer: officialSigner(paper.signer),
  };
}

/** Time, weekday and date, "17:00, ... 26/11/2026". */
function moment(instant: Date): string {
  return `${formatTime(instant)}, ${formatDay(dayOf(instant), "vi")}`;
}
