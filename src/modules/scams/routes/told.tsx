import { z } from "zod";
import type { Lang } from "../../../base/lang.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { toldChannels } from "../../../kernel/told.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { choice, parseForm, typedOf } from "../../../web/form.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route } from "../../../web/route.ts";
import { toldAnswer } from "../../../web/told.tsx";
import { toldTexts as t } from "../../../web/told-texts.ts";
import { parseTold } from "../forms.ts";
import { scam } from "../matter.ts";
import { paths } from "../paths.ts";
import { writeDownScam } from "../service/report.ts";
import { TellPage } from "../views/warn.tsx";
import type { Filled } from "./list.tsx";
import { choicesOf, offered } from "./public.tsx";

/** Whatever fraud somebody tells any officer of the post is written down; she is shown its receipt once. */
export const toldRoutes: readonly Route[] = [
  get("/can-bo/ghi-tin-bao/lua-dao", "officer", async ({ tx, lang }) => tellPage(tx, lang, { errors: {}, typed: {} })),

  post("/can-bo/ghi-tin-bao/lua-dao", "officer", async ({ tx, body, lang }) => {
    const form = parseTold(body, offered(tx));
    if (!form.ok) return tellPage(tx, lang, form);
    const how = parseForm(z.object({ channel: choice(toldChannels) }), { channel: "counter", ...typedOf(body) });
    if (!how.ok) return tellPage(tx, lang, how);
    const receipt = await writeDownScam(tx, form.value, { ...how.value, publicRef: referenceFor(tx.house.vault, scam.kind, formKey(typedOf(body))) });
    return toldAnswer(tx, lang, { receipt, answer: paths.receipt(receipt.publicRef), again: paths.tell() });
  }),
];

function tellPage(tx: Tx, lang: Lang, { errors, typed }: Filled): Answer {
  placeOf(tx.actor);
  const channels = toldChannels.map((value) => ({ value, text: t[value][lang] }));
  return officePage(<TellPage lang={lang} {...choicesOf(tx, lang)} {...{ channels, errors, typed }} publicRef={formKey(typed)} />, {
    title: t.title[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
