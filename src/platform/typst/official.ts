import encodeQr from "qr";
import { dayOf, zone } from "../../base/day.ts";
import type { JsonValue } from "./typesetter.ts";

/** Who issues a paper, as its head shows it; written out in the case of running text, the layout makes the capitals. */
export type Issuer = {
  /** The superior agency: the police of the province. */
  readonly parentAgency: string;
  /** The post itself: the police of the commune. */
  readonly agency: string;
  /** Before the date: the name of the commune alone. */
  readonly place: string;
};

/** What every official paper has around its text (decree 30/2020/ND-CP, appendix I). */
export type OfficialFrame = {
  readonly issuer: Issuer;
  /** Number and symbol, "12/XN-CAX"; null on papers that bear none. */
  readonly symbol: string | null;
  /** The form and the text that issued it; a paper without a prescribed form has null. */
  readonly form: { readonly code: string; readonly issuedBy: string | null } | null;
  readonly paper: "a4" | "a5";
  /** Printed across the page; upright unless said. */
  readonly across?: boolean;
  /** The moment of making: the date below the motto, and the date inside the file. */
  readonly at: Date;
  /** Adds the mark and the line that say the paper has no legal value. */
  readonly demo: boolean;
};

/** Where a paper can be followed or checked, as a QR code and in letters. */
export type Proof = {
  /** What scanning is good for, one sentence without full stop. */
  readonly caption: string;
  /** The page one gets to by scanning. */
  readonly scanAddress: string;
  /** The shorter page into which the code is typed. */
  readonly address: string;
  readonly code: string;
};

/** Who signs. `signedAt` is given when the file will be signed electronically at that moment; else room is left for a pen. */
export type PaperSigner = {
  /** "TM.", "KT.", "TL.", "TUQ." with its words, or null when the head of the post signs for himself. */
  readonly authorityLine: string | null;
  readonly position: string;
  readonly rank: string | null;
  readonly name: string;
  readonly agency: string;
  readonly signedAt: Date | null;
};

/** The `frame` of a template that shows `official` of src/platform/typst-templates/official.typ. `title` names the file in readers. */
export function officialFrame(frame: OfficialFrame, title: string): JsonValue {
  return {
    title,
    parentAgency: frame.issuer.parentAgency,
    agency: frame.issuer.agency,
    place: frame.issuer.place,
    symbol: frame.symbol,
    form: frame.form,
    paper: frame.paper,
    across: frame.across ?? false,
    day: dayOf(frame.at),
    at: utcParts(frame.at),
    demo: frame.demo,
  };
}

/** The `proof` that `verification` of the layout draws. */
export function officialProof(proof: Proof): JsonValue {
  return { caption: proof.caption, address: proof.address, code: proof.code, qr: drawQr(qrRows(proof.scanAddress)) };
}

/** The `signer` that `signer-block` and `foot` of the layout show. */
export function officialSigner(signer: PaperSigner): JsonValue {
  const { authorityLine, position, rank, name, agency, signedAt } = signer;
  return { authorityLine, position, rank, name, signed: signedAt === null ? null : { name, agency, at: isoMoment(signedAt) } };
}

/** The dark ("1") and light ("0") modules of a QR code with the border of 4 that scanners need; a sixth may be lost to a fold or a stamp. */
export function qrRows(text: string): string[] {
  return encodeQr(text, "raw", { ecc: "medium", border: 4 }).map((row) => row.map((dark) => (dark ? "1" : "0")).join(""));
}

/** One path of all dark modules, a module being one unit wide. */
function drawQr(rows: readonly string[]): string {
  const runs = rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}"><path d="${runs.join("")}"/></svg>`;
}

/** "2026-11-22T10:30:00+07:00", to the second, on the clocks of Vietnam. */
function isoMoment(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone: zone, smallestUnit: "second" });
}

function utcParts(instant: Date): JsonValue {
  const { year, month, day, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO("UTC");
  return { year, month, day, hour, minute, second };
}
