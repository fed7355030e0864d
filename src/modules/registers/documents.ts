import { formatDate, formatMinutes } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import { formatDong } from "../../base/dong.ts";
import { findInForce } from "../../kernel/law/table.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { type OfficialFrame, officialFrame } from "../../platform/typst/official.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { actionTexts, frameOf, stateTexts } from "../procedures/index.ts";
import { cellsOf, columnsOf, instant, sumsLine } from "./cells.ts";
import { type ExemptionName, feeLines, feeTotals } from "./fee-cells.ts";
import type { Period } from "./forms.ts";
import type {} from "./house.ts";
import type { BookForm } from "./law.ts";
import type { BookRow, BookSums } from "./service/book.ts";
import type { Course, CourseStep, Party } from "./service/course.ts";
import type { FeeDay } from "./service/fees.ts";
import { bookTexts as t } from "./texts/book.ts";
import { courseTexts } from "./texts/course.ts";
import { feeTexts } from "./texts/fees.ts";

/** A register as it leaves the house. `mark` says who took it out, when and what for; `keptBy` is the officer's name. */
export type WholeBook = {
  readonly frame: OfficialFrame;
  readonly period: Period;
  readonly rows: readonly BookRow[];
  readonly sums: BookSums;
  readonly mark: string;
  readonly keptBy: string;
};

const template = (name: string): string => `src/modules/registers/documents/${name}.typ`;
const dong = (amount: bigint): string => formatDong(amount, "vi");

/** Head of a book of the actor's post, with the form that the law gave it on the day. `formOn` null: the book has none. */
export function bookFrame(tx: Tx, form: BookForm["id"] | null): OfficialFrame {
  const { communeId } = placeOf(tx.actor);
  const law = form && findInForce(tx.house.bookForms, dayOf(tx.now), form);
  return { ...frameOf(tx, { communeId, form: "", at: tx.now, symbol: null }), form: law && { code: law.code, issuedBy: law.issuedBy } };
}

/** The register of dossiers, A4 across; every page says who took it out. */
export function bookPaper({ frame, period, rows, sums, mark, keptBy }: WholeBook): Paper {
  return {
    template: template("dossiers"),
    data: {
      frame: officialFrame(frame, t.title.vi),
      title: t.title.vi,
      about: t.periodShown.vi(formatDate(period.from, "vi"), formatDate(period.to, "vi")),
      columns: columnsOf("vi"),
      rows: rows.map((row) => cellsOf(row, "vi").map((cell) => (typeof cell === "number" ? dong(BigInt(cell)) : cell))),
      sums: sumsLine(sums, "vi", dong),
      mark,
      signers: [
        { position: t.keptBy.vi, name: keptBy },
        { position: t.chief.vi, name: null },
      ],
    },
  };
}

export type CoursePaper = { readonly frame: OfficialFrame; readonly course: Course; readonly now: Date; readonly mark: string };

/** The slip of the course of one dossier, A4 across. It names officers, and no resident. */
export function coursePaper({ frame, course, now, mark }: CoursePaper): Paper {
  const { dossier, steps } = course;
  const c = courseTexts;
  return {
    template: template("course"),
    data: {
      frame: officialFrame(frame, c.title.vi),
      title: c.title.vi,
      facts: [
        { term: t.code.vi, detail: dossier.code },
        { term: c.procedure.vi, detail: dossier.title },
        { term: c.receivedAt.vi, detail: instant(dossier.receivedAt, "vi") },
        { term: c.dueAt.vi, detail: dossier.dueAt ? instant(dossier.dueAt, "vi") : t.noTerm.vi },
        { term: c.state.vi, detail: stateTexts[dossier.state as keyof typeof stateTexts].vi },
      ],
      columns: [t.number, c.step, c.handedBy, c.receivedBy, c.from, c.to, c.length, c.result].map((title) => title.vi),
      rows: steps.map((step, i) => [String(i + 1), ...stepCells(step, { now, closed: dossier.closedAt !== null })]),
      note: c.note.vi,
      mark,
    },
  };
}

/** A step as the slip shows it: what, by whom, to whom, from, to, how long, in time or not. */
export function stepCells(step: CourseStep, { now, closed, lang = "vi" }: { readonly now: Date; readonly closed: boolean; readonly lang?: "vi" | "en" }): readonly string[] {
  const c = courseTexts;
  const action = actionTexts[step.action as keyof typeof actionTexts]?.[lang] ?? step.action;
  const over = step.to === null && closed;
  const minutes = Math.floor(((step.to ?? now).getTime() - step.from.getTime()) / 60_000);
  const ends = step.to ? instant(step.to, lang) : over ? c.ended[lang] : c.lasts[lang];
  const party = (one: Party): string => (one.kind === "officer" ? one.name : c.parties[one.kind][lang]);
  return [
    action,
    party(step.handedBy),
    party(step.receivedBy),
    instant(step.from, lang),
    ends,
    over ? "" : formatMinutes(minutes, lang),
    over ? "" : c.standings[step.standing][lang],
  ];
}

export type FeePaper = { readonly frame: OfficialFrame; readonly day: FeeDay; readonly exemption: ExemptionName; readonly mark: string };

/** The fees of one day, A4 across: by officer, by dossier, and how it was closed. */
export function feePaper({ frame, day, exemption, mark }: FeePaper): Paper {
  const f = feeTexts;
  const { closing, difference } = day;
  const columns = [f.code, f.procedure, f.receivedAt, f.officer, f.fee, f.ground].map((title) => title.vi);
  return {
    template: template("fees"),
    data: {
      frame: officialFrame(frame, f.title.vi),
      title: f.title.vi,
      about: f.shownDay.vi(formatDate(day.takenOn, "vi")),
      officers: { columns: [f.officer, f.dossiers, f.charged, f.exempted, f.sum].map((title) => title.vi), rows: feeTotals(day, "vi") },
      lines: { title: f.lines.vi, columns, rows: feeLines(day.entries, exemption, "vi"), nothing: f.nothing.vi },
      standing: closing ? f.closedBy.vi(closing.closedByName, instant(closing.closedAt, "vi"), closing.dossiers, dong(closing.sumDong)) : f.notClosed.vi,
      difference: difference && {
        title: difference.entries.length === 0 ? f.noDifference.vi : f.difference.vi(difference.entries.length, dong(difference.sumDong)),
        columns,
        rows: feeLines(difference.entries, exemption, "vi", { all: true }),
      },
      mark,
      signers: [
        { position: f.closer.vi, name: closing?.closedByName ?? null },
        { position: f.chief.vi, name: null },
      ],
    },
  };
}
