import { type Day, dayOf, findDay } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { type Answer, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { instant } from "../cells.ts";
import { bookFrame, feePaper } from "../documents.ts";
import { exemptionNames } from "../fee-cells.ts";
import { parseClosing, parseFeeDay, typedDay } from "../forms.ts";
import { paths } from "../paths.ts";
import { closeDay, readFeeDay } from "../service/fees.ts";
import { feeTexts as t } from "../texts/fees.ts";
import { formTexts } from "../texts/forms.ts";
import { FeesPage } from "../views/fees.tsx";

/** The book of fees, day by day, and its closing. */
export const feeRoutes: readonly Route[] = [
  get("/can-bo/so/le-phi", "counter.read", async ({ tx, query, lang }) => {
    const form = parseFeeDay(query, dayOf(tx.now));
    return form.ok ? await feesPage(tx, lang, { day: form.value }) : await feesPage(tx, lang, { day: null, ...form, status: 422 });
  }),

  get("/can-bo/so/le-phi/:day/so.pdf", "counter.read", async ({ tx, params }) => {
    const day = findDay(params.day);
    if (day === null || day > dayOf(tx.now)) throw new Problem("notFound");
    const mark = t.printedMark.vi(tx.actor.name, instant(tx.now, "vi"));
    const { template, data } = feePaper({ frame: bookFrame(tx, null), day: await readFeeDay(tx, day), exemption: exemptionNames(tx), mark });
    return pdf(await tx.house.typesetter.typeset(template, data), `so-le-phi-${day}.pdf`);
  }),

  post("/can-bo/so/le-phi/chot-so", "counter.closeDay", async ({ tx, body, lang }) => {
    const form = parseClosing(body, dayOf(tx.now));
    if (!form.ok) return await feesPage(tx, lang, { day: null, ...form, status: 422 });
    const { takenOn } = form.value;
    if (await unlessChanged(closeDay(tx, form.value))) return seeOther(paths.feesOf(takenOn));
    return await feesPage(tx, lang, { day: takenOn, errors: { ngay: formTexts.dayChanged }, status: 409 });
  }),
];

type Asked = { readonly day: Day | null; readonly errors?: FieldErrors; readonly typed?: Typed; readonly status?: number };

async function feesPage(tx: Tx, lang: Lang, { day, errors = {}, typed = day ? typedDay(day) : {}, status = 200 }: Asked): Promise<Answer> {
  const mayClose = may(tx.actor, "counter.closeDay", placeOf(tx.actor));
  const shown = day && (await readFeeDay(tx, day));
  return officePage(<FeesPage {...{ lang, errors, typed, mayClose }} day={shown} exemption={exemptionNames(tx)} />, { title: t.title[lang], status });
}
