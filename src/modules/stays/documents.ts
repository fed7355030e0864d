import { formatDate } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import { shortName } from "../../base/identity.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { type OfficialFrame, officialFrame } from "../../platform/typst/official.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { type Cell, writeWorkbook } from "../../platform/workbook.ts";
import { frameOf } from "../procedures/index.ts";
import { instant, type Period } from "../registers/index.ts";
import { kindName } from "./law.ts";
import { measured } from "./night.ts";
import type { ShownGuest } from "./queries.ts";
import type { LogLine } from "./service/log.ts";
import type { OpenedStay } from "./service/read.ts";
import { nightTexts } from "./texts/night.ts";
import { stayTexts } from "./texts/office.ts";
import { paperTexts as t } from "./texts/paper.ts";

/** The slip for a receipt printer, 72 mm wide: what the host keeps. It has no form of the law. */
export function slipPaper(tx: Tx, { matter, last, guests }: OpenedStay): Paper {
  const { communeId } = matter;
  const { agency } = stayFrame(tx, communeId).issuer;
  const phone = tx.house.postProfiles.get(communeId)?.phone ?? null;
  const lines = [
    [t.host.vi, last.hostName],
    [t.place.vi, last.address],
    [t.guests.vi, guests.map(({ fullName }) => shortName(fullName)).join(", ")],
    [t.arrived.vi, instant(last.arrivedAt, "vi")],
    ...(last.leavesOn ? [[t.leaves.vi, formatDate(last.leavesOn, "vi")]] : []),
    [t.told.vi, instant(last.toldAt, "vi")],
  ];
  return {
    template: "src/modules/stays/documents/slip.typ",
    data: {
      agency,
      demo: tx.house.demo,
      title: t.slipTitle.vi,
      day: dayOf(last.writtenAt),
      numberWord: t.number.vi,
      code: matter.code,
      amended: last.entry > 1 ? t.amended.vi(last.entry - 1) : null,
      lines,
      officer: t.officer.vi(last.writerName ?? ""),
      change: phone === null ? t.changeNoPhone.vi : t.change.vi(phone),
    },
  };
}

export function stayFrame(tx: Tx, communeId: number): OfficialFrame {
  return { ...frameOf(tx, { communeId, form: "", at: tx.now, symbol: null }), form: null };
}

/** The log of a period as it leaves the house: whole names and numbers, and on every page who took it out and what for. */
export type WholeLog = {
  readonly period: Period;
  readonly lines: readonly LogLine[];
  readonly numberOf: (matterId: number, guest: number) => string | null;
  readonly sums: string;
  readonly mark: string;
};

const columns = [
  { title: t.serial.vi, width: 6 },
  { title: t.number.vi, width: 18 },
  { title: t.told.vi, width: 18 },
  { title: t.standing.vi, width: 16 },
  { title: t.guest.vi, width: 30 },
  { title: t.bornOn.vi, width: 14 },
  { title: t.sex.vi, width: 8 },
  { title: t.paper.vi, width: 30 },
  { title: t.hostColumn.vi, width: 30 },
  { title: t.placeColumn.vi, width: 40 },
  { title: t.arrived.vi, width: 18 },
  { title: t.left.vi, width: 18 },
  { title: t.reason.vi, width: 24 },
] as const;

/** One row a guest, in the order of `columns`, the oldest declaration first as a book is kept. */
function rowsOf(tx: Tx, { lines, numberOf }: WholeLog): readonly (readonly Cell[])[] {
  const guests = lines.toReversed().flatMap((line) => line.people.map((guest) => ({ line, guest })));
  return guests.map(({ line, guest }, i) => {
    const { code, toldAt, hostName, hostPhone, placeKind, address, hamletName, arrivedAt, purpose } = line;
    const { inTime } = measured(line);
    const paper = [kindName(tx.house.stayKinds, "paper", guest.paperKind).vi, numberOf(line.matterId, guest.number)].filter((one) => one !== null).join(": ");
    const place = [kindName(tx.house.stayKinds, "place", placeKind).vi, address, hamletName].filter((one) => one !== null).join(", ");
    return [
      i + 1,
      code,
      instant(toldAt, "vi"),
      inTime ? nightTexts.inTimeWord.vi : nightTexts.lateWord.vi,
      guest.fullName,
      formatDate(guest.bornOn, "vi"),
      stayTexts[guest.sex].vi,
      paper,
      [hostName, hostPhone].filter((one) => one !== null).join(", "),
      place,
      instant(arrivedAt, "vi"),
      leftCell(line, guest),
      purpose,
    ];
  });
}

function leftCell({ leavesOn }: LogLine, { leftAt }: ShownGuest): string {
  if (leftAt) return instant(leftAt, "vi");
  return leavesOn ? t.planned.vi(formatDate(leavesOn, "vi")) : "";
}

const about = ({ from, to }: Period): string => t.period.vi(formatDate(from, "vi"), formatDate(to, "vi"));

/** The log as a workbook. */
export async function logSheet(tx: Tx, log: WholeLog): Promise<Uint8Array> {
  const { issuer } = stayFrame(tx, placeOf(tx.actor).communeId);
  return await writeWorkbook({
    title: t.logTitle.vi,
    above: [issuer.agency, t.logTitle.vi, about(log.period), log.mark],
    columns,
    rows: rowsOf(tx, log),
    below: [log.sums, log.mark],
  });
}

/** The log as a print, A4 across. */
export function logPaper(tx: Tx, log: WholeLog): Paper {
  return {
    template: "src/modules/stays/documents/log.typ",
    data: {
      frame: officialFrame(stayFrame(tx, placeOf(tx.actor).communeId), t.logTitle.vi),
      title: t.logTitle.vi,
      about: about(log.period),
      columns: columns.map(({ title }) => title),
      rows: rowsOf(tx, log).map((row) => row.map(String)),
      sums: [log.sums],
      mark: log.mark,
      signers: [
        { position: t.keptBy.vi, name: tx.actor.name },
        { position: t.chief.vi, name: null },
      ],
    },
  };
}
