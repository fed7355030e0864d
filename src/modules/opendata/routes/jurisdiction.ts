import { z } from "zod";
import { type Bilingual, type Lang, langs } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type DataFormat, troubleData } from "../../../web/data.ts";
import type { DataAnswer } from "../../../web/route.ts";
import { requestTexts as t } from "../texts.ts";
import { findWhere, type Where } from "../where.ts";

export const formats = ["json", "xml"] as const satisfies readonly DataFormat[];
export const mimeOf = { json: "application/json", xml: "text/xml" } as const;

/** What every question of GeoReport may say: which post, by the official code of its commune, and in which language. */
export const anywhere = {
  jurisdiction_id: z.string().max(20).optional().describe("Official code of the commune; the post that this server belongs to unless given."),
  lang: z.enum(langs).optional().describe("Language of names and sentences; Vietnamese unless given."),
};

export type Anywhere = { readonly jurisdiction_id?: string | undefined; readonly lang?: Lang | undefined };

/** Answers for the post that is asked, or says that there is none such. */
export async function atJurisdiction(tx: Tx, asked: Anywhere, format: DataFormat, answer: (where: Where, lang: Lang) => Promise<DataAnswer>): Promise<DataAnswer> {
  const { units, homePost } = tx.house;
  const where = await findWhere(tx, asked.jurisdiction_id || (units.findUnit(homePost)?.code ?? ""));
  return where ? await answer(where, asked.lang ?? "vi") : troubleData(404, [t.unknownJurisdiction], format);
}

export const refused = (status: number, said: Bilingual, format: DataFormat): DataAnswer => troubleData(status, [said], format);
