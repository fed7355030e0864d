import { AlignmentType, BorderStyle, convertMillimetersToTwip, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { formatOfficialDate } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { OpenedMeeting } from "../service/meetings.ts";
import { documentTexts as t } from "../texts/documents.ts";
import { type Minutes, minutesFor } from "./minutes.ts";

// Decree 30/2020: Times New Roman 13 to 14 points (half-points here), margins of appendix I.
const size = 26;
const margin = { top: 20, bottom: 20, left: 30, right: 15 };

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number };
const run = (text: string, look: Look = {}): TextRun => new TextRun({ text, font: "Times New Roman", size, ...look });
const centred = (text: string, look: Look = {}): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)] });

/** The minutes as a document that can still be written in. */
export async function minutesDocument(tx: Tx, opened: OpenedMeeting): Promise<Uint8Array> {
  const minutes = minutesFor(tx, opened);
  const { parentAgency, agency, place } = minutes.issuer;
  const document = new Document({
    title: `${minutes.title} ${opened.matter.code}`,
    creator: agency,
    sections: [
      {
        properties: { page: { margin: { top: mm(margin.top), bottom: mm(margin.bottom), left: mm(margin.left), right: mm(margin.right) } } },
        children: [
          ...(tx.house.demo ? [centred(t.demo.vi, { bold: true, size: 22 })] : []),
          twoColumns(
            [centred(parentAgency.toLocaleUpperCase("vi"), { size: 24 }), centred(agency.toLocaleUpperCase("vi"), { bold: true, size: 24 })],
            [
              centred(t.republic.vi, { bold: true, size: 24 }),
              centred(t.motto.vi, { bold: true }),
              centred(`${place}, ${formatOfficialDate(dayOf(new Date(minutes.madeAt)), "vi")}`, { italics: true }),
            ],
          ),
          centred(""),
          centred(minutes.title.toLocaleUpperCase("vi"), { bold: true, size: 28 }),
          centred(minutes.about, { bold: true }),
          ...minutes.facts.map(({ term, detail }) => new Paragraph({ children: [run(`${term}: `), run(detail, { bold: true })], spacing: { before: 120 } })),
          ...minutes.parts.flatMap(partOf),
          centred(""),
          signatures(minutes),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

const mm = (length: number): number => convertMillimetersToTwip(length);

function partOf({ title, groups }: Minutes["parts"][number]): Paragraph[] {
  return [
    new Paragraph({ children: [run(title, { bold: true })], spacing: { before: 240, after: 120 }, keepNext: true }),
    ...groups.flatMap((group) => [
      ...(group.title === null ? [] : [new Paragraph({ children: [run(group.title, { italics: true })], keepNext: true })]),
      ...group.lines.map((line) => new Paragraph({ children: [run(line)], bullet: { level: 0 }, alignment: AlignmentType.JUSTIFIED, spacing: { after: 80 } })),
    ]),
  ];
}

function signatures({ signers }: Minutes): Table {
  const [left = [], right = []] = signers.map(({ position, name }) => [
    centred(position.toLocaleUpperCase("vi"), { bold: true }),
    ...[1, 2, 3].map(() => centred("")),
    centred(name ?? "", { bold: true }),
  ]);
  return twoColumns(left, right);
}

function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  const none = { style: BorderStyle.NONE, size: 0 };
  const borders = { top: none, bottom: none, left: none, right: none };
  const cells = [left, right].map((children) => new TableCell({ children, borders, width: { size: 50, type: WidthType.PERCENTAGE } }));
  return new Table({
    rows: [new TableRow({ children: cells })],
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
  });
}
