import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { download, get, officePage, type Route } from "../../../web/route.ts";
import { parseMonth, readEvidence } from "../forms.ts";
import { nameOfProcedure, readPostEvidence } from "../service/evidence.ts";
import { readPost } from "../service/post.ts";
import { postSheet, xlsxType } from "../sheet.ts";
import { evidenceTexts } from "../texts/evidence.ts";
import { postTexts } from "../texts/post.ts";
import { EvidencePage } from "../views/evidence.tsx";
import { PostPage } from "../views/post.tsx";

/** A chief's own months. */
export const postRoutes: readonly Route[] = [
  get("/can-bo/so-lieu", "counter.figures", async ({ tx, query, lang }) => {
    const today = dayOf(tx.now);
    const form = parseMonth(query, today);
    const shown = form.ok ? await readPost(tx, form.value.thang) : null;
    const chosen = form.ok ? form.value.thang.slice(0, 7) : "";
    return officePage(<PostPage {...{ lang, today, chosen, shown }} procedureName={naming(tx, lang)} errors={form.ok ? {} : form.errors} />, {
      title: postTexts.title[lang],
      status: form.ok ? 200 : 422,
    });
  }),

  get("/can-bo/so-lieu.xlsx", "counter.figures", async ({ tx, query, lang }) => {
    const form = parseMonth(query, dayOf(tx.now));
    if (!form.ok) throw new Problem("notFound");
    const month = form.value.thang;
    return download(await postSheet(await readPost(tx, month), naming(tx, lang), lang), { type: xlsxType, name: `so-lieu-${month.slice(0, 7)}.xlsx` });
  }),

  get("/can-bo/so-lieu/ho-so", "counter.figures", async ({ tx, query, lang }) => {
    const asked = readEvidence(query, dayOf(tx.now));
    if (!asked) throw new Problem("notFound");
    const { reads, ...page } = await readPostEvidence(tx, asked, lang);
    return officePage(<EvidencePage {...page} lang={lang} />, { title: evidenceTexts[asked.kind].name[lang], reads });
  }),
];

const naming =
  (tx: Tx, lang: Lang) =>
  (code: string): string =>
    nameOfProcedure(tx, code, lang);
