import { dayOf, instantAt } from "../../base/day.ts";
import { shortName } from "../../base/identity.ts";
import type { Bilingual, Lang } from "../../base/lang.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../web/form.ts";
import { type Answer, get, officePage, pdf, post, type Route } from "../../web/route.ts";
import { dossierWork } from "../procedures/index.ts";
import { mostPapers, parseJob } from "./forms.ts";
import { paths } from "./paths.ts";
import { listPile, type Pile, piles } from "./queries.ts";
import { printTogether } from "./service.ts";
import { texts as t } from "./texts.ts";
import { PrintingPage } from "./views.tsx";

/** Ticking papers, and the one PDF that they become. */
export const printingRoutes: readonly Route[] = [
  get("/can-bo/in", "counter.read", async ({ tx, query, lang }) =>
    pilePage(tx, lang, { pile: pileOf(query["gi"]), after: Number(query["sau"]) || 0, errors: {}, typed: {}, gone: null }),
  ),

  post("/can-bo/in", "counter.read", async ({ tx, body, lang }) => {
    const form = parseJob(body);
    const pile = pileOf(typedText(typedOf(body), "gi"));
    if (!form.ok) return await pilePage(tx, lang, { pile, after: 0, ...form, gone: null });
    const printed = await printTogether(tx, form.value);
    if (printed.ok) return pdf(printed.pdf, `${form.value.pile}-${dayOf(tx.now)}.pdf`, printed.reads);
    const codes = printed.gone.join(", ");
    return await pilePage(tx, lang, { pile, after: 0, errors: {}, typed: typedOf(body), gone: { vi: t.gone.vi(codes), en: t.gone.en(codes) } });
  }),
];

const pileOf = (typed: string | undefined): Pile => piles.find((one) => one === typed) ?? "giay-hen";

type Shown = { readonly pile: Pile; readonly after: number; readonly errors: FieldErrors; readonly typed: Typed; readonly gone: Bilingual | null };

async function pilePage(tx: Tx, lang: Lang, { pile, after, errors, typed, gone }: Shown): Promise<Answer> {
  const rows = await listPile(tx, placeOf(tx.actor), { pile, since: instantAt(dayOf(tx.now), "00:00"), after, size: mostPapers + 1 });
  const page = rows.slice(0, mostPapers);
  const faces = await dossierWork.facesOf(
    tx,
    page.map(({ id }) => id),
  );
  const lines = page.map((row) => {
    const face = faces.get(row.id);
    return {
      ref: row.publicRef,
      code: row.code,
      title: row.title,
      href: dossierWork.href(row.publicRef),
      whose: face ? `${shortName(face.fullName)} …${face.idLast4}` : "",
      look: dossierWork.lookOf(row.state),
      word: dossierWork.stateWord(row.state, lang),
    };
  });
  const last = page.at(-1);
  const nextHref = rows.length > mostPapers && last ? paths.next(pile, last.id) : null;
  const status = gone ? 409 : Object.keys(errors).length > 0 ? 422 : 200;
  return officePage(<PrintingPage {...{ lang, pile, lines, errors, typed, nextHref }} gone={gone?.[lang] ?? null} />, { title: t.title[lang], status });
}
