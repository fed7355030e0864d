import type { Lang } from "../../../base/lang.ts";
import { newReference, readReference, referenceFor } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route } from "../../../web/route.ts";
import { toldAnswer, toldChannels } from "../../../web/told.tsx";
import { toldTexts as t } from "../../../web/told-texts.ts";
import { parseReport } from "../forms/report.ts";
import { incident } from "../matter.ts";
import { paths } from "../paths.ts";
import { writeDownReport } from "../service/told.ts";
import { TellPage } from "../views/told.tsx";
import { boundsOf } from "./list.tsx";
import { statusOf } from "./shown.ts";

/** Whatever somebody tells any officer of the post is written down; she is shown its receipt once. */
export const toldRoutes: readonly Route[] = [
  get("/can-bo/ghi-tin-bao", "officer", async ({ tx, lang }) => await tellPage(tx, lang, { errors: {}, typed: {} })),

  post("/can-bo/ghi-tin-bao", "officer", async ({ tx, body, lang }) => {
    const { bounds } = await boundsOf(tx);
    const form = parseReport(body, bounds, toldChannels);
    if (!form.ok) return await tellPage(tx, lang, form);
    const receipt = await writeDownReport(tx, referenceFor(tx.house.vault, incident.kind, keyOf(typedOf(body))), form.value);
    return toldAnswer(tx, lang, { receipt, answer: paths.receipt(receipt.publicRef), again: paths.tell() });
  }),
];

/** The key that the form was given out with: pressed twice, it sends the same one. */
const keyOf = (typed: Typed): string => readReference(typedText(typed, "ref")) ?? newReference();

async function tellPage(tx: Tx, lang: Lang, { errors, typed }: { readonly errors: FieldErrors; readonly typed: Typed }): Promise<Answer> {
  const { natures, hamlets } = await boundsOf(tx);
  return officePage(<TellPage {...{ lang, natures, hamlets, errors, typed }} publicRef={keyOf(typed)} />, { title: t.title[lang], status: statusOf(errors) });
}
