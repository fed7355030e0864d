import { dayOf } from "../../base/day.ts";
import { showReference } from "../../kernel/reference.ts";
import { officialProof } from "../../platform/typst/official.ts";
import type { Paper } from "../../platform/typst/typesetter.ts";
import { showNumber } from "./line.ts";
import { ticketTexts as t } from "./texts/office.ts";

export type PrintedTicket = {
  readonly agency: string;
  readonly number: number;
  readonly ref: string;
  readonly lane: string;
  readonly issuedAt: Date;
  readonly time: string;
  readonly publicUrl: string;
  readonly demo: boolean;
};

/** A ticket for a receipt printer, 72 mm wide: the number, its day and hour, and where it can be followed. */
export function ticketPaper({ agency, number, ref, lane, issuedAt, time, publicUrl, demo }: PrintedTicket): Paper {
  const shown = showNumber(number);
  const proof = officialProof({ caption: t.caption.vi, scanAddress: `${publicUrl}/lay-so/${ref}`, address: `${publicUrl}/lay-so`, code: showReference(ref) });
  return { template: "src/modules/queue/documents/ticket.typ", data: { agency, demo, lane, time, proof, number: shown, day: dayOf(issuedAt), title: t.title.vi(shown) } };
}
