import { dayOf } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { OfficialFrame } from "../../../platform/typst/official.ts";
import type {} from "../house.ts";
import { type FormSheet, sheetOn } from "../law/sheets.ts";
import { frameOf } from "./frame.ts";

/** A form of the counter, ready to be laid out: its frame, and the layout and title that the law data gives it. */
export type Sheet = { readonly frame: OfficialFrame; readonly layout: string; readonly title: string };

/**
 * The form as it stood at an instant, on the paper and by the layout of the law data.
 *
 * @throws LawGap when the law data does not know the form
 */
export function sheetOf(tx: Tx, given: { readonly communeId: number; readonly form: string; readonly at: Date; readonly symbol: string | null }): Sheet {
  const law: FormSheet = sheetOn(tx.house.formSheets, dayOf(given.at), given.form);
  const { paper, across, issuedBy } = law;
  const form = law.numbered ? { code: given.form, issuedBy } : null;
  return { frame: { ...frameOf(tx, given), form, paper, across }, layout: law.layout, title: law.title.vi };
}
