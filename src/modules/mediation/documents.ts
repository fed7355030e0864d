import { formatDate } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { type OfficialFrame, officialFrame } from "../../platform/typst/official.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { type Cell, writeWorkbook } from "../../platform/workbook.ts";
import { frameOf } from "../procedures/index.ts";
import { instant, type Period } from "../registers/index.ts";
import { ruleName } from "./law.ts";
import type { OpenedDispute } from "./service/read.ts";
import type { NamedParty, RegisterLine } from "./service/register.ts";
import { wordOf, words } from "./texts/office.ts";
import { paperTexts as p, registerTexts, bookTexts as t } from "./texts/register.ts";
import { stateTexts } from "./texts/work.ts";
import { periodLine } from "./views/register.tsx";

const frame = (tx: Tx): OfficialFrame => ({ ...frameOf(tx, { communeId: placeOf(tx.actor).communeId, form: "", at: tx.now, symbol: null }), form: null });

/** What the parties agreed, for their own hands. It is a paper of the hamlet's team, so the team stands in its head and not the police. */
export function agreementPaper(tx: Tx, { matter, dispute, mediators, told, agreement, sessions }: OpenedDispute, parties: readonly NamedParty[]): Paper {
  const commune = tx.house.units.getUnit(matter.communeId);
  const base = frame(tx);
  const issuer = { ...base.issuer, parentAgency: commune.name, agency: p.team.vi(dispute.hamletName ?? commune.name) };
  return {
    template: "src/modules/mediation/documents/agreement.typ",
    data: {
      frame: officialFrame({ ...base, issuer }, p.title.vi),
      title: p.title.vi,
      about: p.about.vi(matter.code, ruleName(tx.house.mediationRules, "kind", dispute.kind).vi),
      facts: [
        [p.basis.vi, words.askers[dispute.askedBy].vi],
        [p.place.vi, [dispute.spot, dispute.hamletName].filter((one) => one !== null).join(", ")],
        [p.mediators.vi, mediators.map(({ fullName }) => fullName).join(", ")],
      ],
      partiesTitle: p.parties.vi,
      parties: parties.map((party) => `${wordOf(words.sides, party.side).vi}: ${nameOf(party)}`),
      parts: [
        [p.told.vi, told],
        [p.course.vi, sessions.map(({ number, heldAt, told: course }) => `${p.session.vi(number, instant(heldAt, "vi"))}: ${course}`).join("\n")],
        [p.agreed.vi, agreement ?? ""],
      ],
      closing: p.closing.vi,
      signers: [words.sides.sideOne.vi, words.sides.sideTwo.vi, p.mediators.vi],
      sign: p.sign.vi,
    },
  };
}

/** Name and address; of a child only that it is one. */
function nameOf({ minor, fullName, address }: NamedParty): string {
  if (minor) return t.minor.vi;
  return [fullName ?? t.sealed.vi, address].filter((one) => one !== null).join(", ");
}

/** The register of a period as it leaves the house, in the ten columns of its form. */
export type WholeBook = {
  readonly period: Period;
  readonly lines: readonly RegisterLine[];
  readonly parties: ReadonlyMap<number, readonly NamedParty[]>;
  readonly sums: string;
  readonly mark: string;
};

const columns = [
  { title: t.serial.vi, width: 6 },
  { title: t.receivedOn.vi, width: 14 },
  { title: t.mediators.vi, width: 26 },
  { title: t.parties.vi, width: 40 },
  { title: t.about.vi, width: 40 },
  { title: t.agreed.vi, width: 40 },
  { title: t.settled.vi, width: 10 },
  { title: t.unsettled.vi, width: 10 },
  { title: t.signatures.vi, width: 14 },
  { title: t.remarks.vi, width: 30 },
] as const;

/** One row a dispute, in the order of `columns`. */
function rowsOf(tx: Tx, { lines, parties }: WholeBook): readonly (readonly Cell[])[] {
  const { mediationRules, vault } = tx.house;
  return lines.map((line, i) => {
    const { outcome, reason } = line;
    const why = reason === null ? null : ruleName(mediationRules, outcome === "excluded" ? "exclusion" : "ending", reason).vi;
    const late = line.startBy !== null && (line.startedAt ?? line.endedAt ?? tx.now) > line.startBy;
    const about = [ruleName(mediationRules, "kind", line.kind).vi, [line.spot, line.hamletName].filter((one) => one !== null).join(", "), vault.open(line.toldSealed)];
    const remarks = [
      line.code,
      stateTexts[line.state as keyof typeof stateTexts].vi,
      why,
      line.finding === null ? null : words.findings[line.finding].vi,
      late ? registerTexts.late.vi : null,
    ];
    return [
      i + 1,
      formatDate(dayOf(line.receivedAt), "vi"),
      line.mediators.join(", "),
      (parties.get(line.matterId) ?? []).map((party) => `${wordOf(words.sides, party.side).vi}: ${nameOf(party)}`).join("; "),
      about.join(". "),
      line.agreementSealed === null ? "" : vault.open(line.agreementSealed),
      outcome === "settled" ? t.tick.vi : "",
      outcome === "unsettled" ? t.tick.vi : "",
      "",
      remarks.filter((one) => one !== null).join("; "),
    ];
  });
}

/** The register as a workbook. */
export async function bookSheet(tx: Tx, book: WholeBook): Promise<Uint8Array> {
  return await writeWorkbook({
    title: t.sheet.vi,
    above: [frame(tx).issuer.agency, registerTexts.title.vi, periodLine(book.period, "vi"), book.mark],
    columns,
    rows: rowsOf(tx, book),
    below: [book.sums, book.mark],
  });
}

/** The register as a print, A4 across. */
export function bookPaper(tx: Tx, book: WholeBook): Paper {
  return {
    template: "src/modules/mediation/documents/register.typ",
    data: {
      frame: officialFrame(frame(tx), registerTexts.title.vi),
      title: registerTexts.title.vi,
      about: periodLine(book.period, "vi"),
      columns: columns.map(({ title }) => title),
      rows: rowsOf(tx, book).map((row) => row.map(String)),
      sums: [book.sums],
      mark: book.mark,
      signers: [
        { position: t.keptBy.vi, name: tx.actor.name },
        { position: t.head.vi, name: null },
      ],
    },
  };
}
