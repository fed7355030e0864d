import type { Lang } from "../../../base/lang.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Read } from "../../../kernel/record.ts";
import { readReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { zipFiles } from "../../../platform/zip.ts";
import { typedOf } from "../../../web/form.ts";
import { type Answer, batch, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { findSignable, getOutside, listOutside, type OutsidePaper } from "../../papers/index.ts";
import { mostAtOnce, parseReturn } from "../forms.ts";
import { paths } from "../paths.ts";
import { type BroughtFile, bringFiles, limits } from "../service/bring.ts";
import { refusalTexts, texts as t } from "../texts.ts";
import { type DoneLine, DonePage } from "../views/done.tsx";
import { folderPage } from "./folder.tsx";

/** Papers that are signed elsewhere: taking them away, taking them back, bringing them in. */
export const outsideRoutes: readonly Route[] = [
  get("/can-bo/ky/ban-xuat.zip", "counter.sign", async ({ tx }) => {
    const papers = await listOutside(tx, placeOf(tx.actor).communeId, mostAtOnce);
    const files = [];
    for (const paper of papers) files.push({ name: nameOf(paper), bytes: (await getOutside(tx, paper.code)).pdf });
    return { kind: "file", bytes: zipFiles(files, tx.now), type: "application/zip", name: "giay-cho-ky.zip", inline: false, reads: papers.map(readOf) };
  }),

  get("/can-bo/ky/ban-xuat/:code", "counter.sign", async ({ tx, params }) => {
    const code = readReference(params.code.replace(/\.pdf$/, ""));
    if (code === null) throw new Problem("notFound");
    const paper = await getOutside(tx, code);
    return { kind: "file", bytes: paper.pdf, type: "application/pdf", name: nameOf(paper), inline: false, reads: [readOf(paper)] };
  }),

  post("/can-bo/ky/thu-lai/:ref", "counter.sign", async ({ tx, params, body, lang }) => {
    const ref = readReference(params.ref);
    if (ref === null) throw new Problem("notFound");
    const typed = typedOf(body);
    const form = parseReturn({ ...typed, note: typed["note"] ?? typed[`note-${ref}`] });
    if (!form.ok) return await folderPage(tx, lang, { after: null, ...form, typed: { ref } });
    const { signable } = await findSignable(tx, ref);
    await signable.takeBack(tx, ref, form.value);
    return seeOther(paths.folder());
  }),

  batch(
    "/can-bo/ky/tep-da-ky",
    "counter.sign",
    async (asked) => {
      const { files, lang, apart } = asked;
      if (files.length === 0) return await apart((tx: Tx) => folderPage(tx, lang, { after: null, typed: {}, errors: { tep: t.filesMissing } }));
      return broughtPage(await bringFiles(asked, files), lang);
    },
    { uploads: { files: limits.files, bytesEach: limits.bytesEach, bytesInAll: limits.bytesInAll } },
  ),
];

/** A name that says which paper it is and not whose. */
const nameOf = (paper: Pick<OutsidePaper, "form" | "number" | "symbol" | "code">): string => `${paper.form}-${paper.number}-${paper.symbol}-${paper.code}.pdf`;

function readOf({ communeId, provinceId, regime, matterId }: OutsidePaper): Read {
  return { communeId, provinceId, regime, subject: `matter:${matterId}`, purpose: t.readPurpose.vi };
}

function broughtPage(brought: readonly BroughtFile[], lang: Lang): Answer {
  const title = t.broughtTitle[lang];
  return officePage(<DonePage lang={lang} title={title} of={t.file[lang]} lines={brought.map((one) => lineOf(one, lang))} />, { title });
}

function lineOf(file: BroughtFile, lang: Lang): DoneLine {
  const named = { name: file.name, href: null };
  if ("paper" in file) {
    const paper = `${file.paper.form} ${file.paper.number}/${file.paper.symbol}`;
    return { ...named, ok: true, look: "done", word: file.outcome === "accepted" ? t.signed[lang](paper) : t.already[lang](paper) };
  }
  if (file.outcome === "failed") return { ...named, ok: false, look: "refused", word: t.failed[lang](file.reference) };
  return { ...named, ok: false, look: "refused", word: refusalTexts[file.refusal][lang] };
}
