import type { Lang } from "../../../base/lang.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { toldChannels } from "../../../kernel/told.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, refuse, type Typed, typedOf } from "../../../web/form.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route } from "../../../web/route.ts";
import { toldAnswer } from "../../../web/told.tsx";
import { toldTexts as t } from "../../../web/told-texts.ts";
import { parseReport } from "../forms/report.ts";
import { incident } from "../matter.ts";
import { paths } from "../paths.ts";
import { writeDownReport } from "../service/intake.ts";
import { TellPage } from "../views/told.tsx";
import { boundsOf } from "./list.tsx";
import { photoOf } from "./resident.tsx";
import { statusOf } from "./shown.ts";

/** Whatever somebody tells any officer of the post is written down; she is shown its receipt once. */
export const toldRoutes: readonly Route[] = [
  get("/can-bo/ghi-tin-bao", "officer", async ({ tx, lang }) => await tellPage(tx, lang, { errors: {}, typed: {} })),

  post("/can-bo/ghi-tin-bao", "officer", async ({ tx, body, files, lang }) => {
    const { bounds } = await boundsOf(tx);
    const form = parseReport(body, bounds, toldChannels);
    if (!form.ok) return await tellPage(tx, lang, form);
    const photo = await photoOf({ tx }, files);
    if (photo !== null && "shown" in photo) return await tellPage(tx, lang, refuse(body, { photo: photo.shown }));
    const receipt = await writeDownReport(tx, referenceFor(tx.house.vault, incident.kind, formKey(typedOf(body))), form.value, photo);
    return toldAnswer(tx, lang, { receipt, answer: paths.receipt(receipt.publicRef), again: paths.tell() });
  }),
];

async function tellPage(tx: Tx, lang: Lang, { errors, typed }: { readonly errors: FieldErrors; readonly typed: Typed }): Promise<Answer> {
  const { natures, hamlets } = await boundsOf(tx);
  return officePage(<TellPage {...{ lang, natures, hamlets, errors, typed }} publicRef={formKey(typed)} />, { title: t.title[lang], status: statusOf(errors) });
}
