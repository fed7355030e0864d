import { z } from "zod";
import { formatMoment } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import { enqueue } from "../../kernel/jobs.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Tx } from "../../kernel/tx.ts";
import { choice, type FieldErrors, parseForm, type Typed } from "../../web/form.ts";
import { type Answer, get, post, type Route, residentPage, seeOther } from "../../web/route.ts";
import { paths } from "./paths.ts";
import { listFilings, makeFiled } from "./stand-in/filing.ts";
import { dropDocument, dropText, listStandIn, type StandInFile } from "./stand-in/folder.ts";
import { standInTexts as t } from "./texts.ts";
import { StandInPage } from "./views.tsx";

const troubles = ["none", "twice", "broken"] as const;

/** The stand-in of the national portal: in a demonstration only. */
export const demoRoutes: readonly Route[] = [
  get("/cong-quoc-gia-mo-phong", "anybody", ({ tx, lang }) => standInPage(tx, lang, { errors: {}, typed: {} })),

  post(
    "/cong-quoc-gia-mo-phong",
    "anybody",
    async ({ tx, body, lang }) => {
      const dir = folderOf(tx);
      const filings = listFilings(tx.house, tx.now);
      const form = parseForm(z.object({ filing: choice(filings.map(({ key }) => key)), trouble: choice(troubles) }), body);
      if (!form.ok) return standInPage(tx, lang, form);
      const filing = filings.find(({ key }) => key === form.value.filing);
      if (!filing) throw new Problem("notFound");
      const filed = makeFiled(tx.house, filing, { now: tx.now });
      const text = JSON.stringify(filed);
      if (form.value.trouble === "broken") await dropText(dir, filed.messageId, text.slice(0, text.length / 2));
      else await dropDocument(dir, filed);
      if (form.value.trouble === "twice") await dropText(dir, `${filed.messageId}-again`, text);
      await enqueue(tx, "portal:exchange", {}, "now");
      return seeOther(paths.standIn());
    },
    { perMinute: 30 },
  ),
];

/** @throws Problem("notFound") where nobody plays */
function folderOf({ house }: Tx): string {
  if (!house.demo || house.portalDir === null) throw new Problem("notFound");
  return house.portalDir;
}

async function standInPage(tx: Tx, lang: Lang, { errors, typed }: { readonly errors: FieldErrors; readonly typed: Typed }): Promise<Answer> {
  const files = await listStandIn(folderOf(tx));
  const filings = listFilings(tx.house, tx.now).map(({ key, name, request }) => ({ value: key, text: name, hint: request.says.replace(/\{\w+\}/g, "…") }));
  return residentPage(<StandInPage lang={lang} files={files.map((file) => shownFile(file, lang))} filings={filings} troubles={troubles} errors={errors} typed={typed} />, {
    title: t.title[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}

function shownFile({ filed, heard }: StandInFile, lang: Lang) {
  return {
    number: filed.nationalNumber,
    procedure: filed.procedure,
    submitted: formatMoment(new Date(filed.submittedAt), lang),
    code: heard.find((document) => document.code)?.code ?? null,
    steps: heard.map((document) =>
      document.kind === "receipt"
        ? t.answers[lang](document.outcome, document.code ?? "")
        : t.step[lang](document.stateWord, formatMoment(new Date(document.at), lang), (document.reasons ?? []).join(", ")),
    ),
  };
}
