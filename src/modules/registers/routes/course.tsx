import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Read } from "../../../kernel/record.ts";
import { readReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { refuse } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import type { SummaryRow } from "../../../web/views/parts.tsx";
import { procedurePaths, stateTexts } from "../../procedures/index.ts";
import { instant } from "../cells.ts";
import { bookFrame, coursePaper, stepCells } from "../documents.ts";
import { parseCode } from "../forms.ts";
import { paths } from "../paths.ts";
import { findDossier } from "../queries/course.ts";
import { type Course, readCourse } from "../service/course.ts";
import { bookTexts } from "../texts/book.ts";
import { courseTexts as c } from "../texts/course.ts";
import { feeTexts } from "../texts/fees.ts";
import { formTexts } from "../texts/forms.ts";
import { CoursePage } from "../views/course.tsx";
import { menuPage } from "./book.tsx";

/** The course of one dossier: looked for, shown and printed. */
export const courseRoutes: readonly Route[] = [
  post("/can-bo/so/kiem-soat", "counter.read", async ({ tx, body, lang }) => {
    const form = parseCode(body);
    if (!form.ok) return await menuPage(tx, lang, form);
    const ref = await findRef(tx, form.value.ma);
    return ref ? seeOther(paths.course(ref)) : await menuPage(tx, lang, refuse(body, { ma: formTexts.codeUnknown }));
  }),

  get("/can-bo/so/kiem-soat/:ref", "counter.read", async ({ tx, params, lang }) => {
    const course = await readCourse(tx, refOf(params.ref));
    const { dossier, steps } = course;
    const shown = { now: tx.now, closed: dossier.closedAt !== null, lang };
    const props = {
      lang,
      ref: dossier.publicRef,
      dossierHref: procedurePaths.dossier(dossier.publicRef),
      facts: factsOf(course, lang),
      steps: steps.map((step) => stepCells(step, shown)),
    };
    return officePage(<CoursePage {...props} />, { title: `${dossier.code} · ${c.title[lang]}`, reads: [readOf(course)] });
  }),

  get("/can-bo/so/kiem-soat/:ref/phieu.pdf", "counter.read", async ({ tx, params }) => {
    const course = await readCourse(tx, refOf(params.ref));
    const mark = feeTexts.printedMark.vi(tx.actor.name, instant(tx.now, "vi"));
    const { template, data } = coursePaper({ frame: bookFrame(tx, "process"), course, now: tx.now, mark });
    return pdf(await tx.house.typesetter.typeset(template, data), `phieu-kiem-soat-${course.dossier.code}-${dayOf(tx.now)}.pdf`, [readOf(course)]);
  }),
];

/** A dossier of the post by what was typed or scanned: its code, or the address on its receipt. */
async function findRef(tx: Tx, typed: string): Promise<string | null> {
  const publicRef = readReference(typed.split("/").at(-1) ?? "");
  const found = await findDossier(tx, placeOf(tx.actor), publicRef ? { publicRef } : { code: typed.toUpperCase() });
  return found?.publicRef ?? null;
}

/** Steps tell of a dossier even without a name, so looking at them is a look at it. */
function readOf({ dossier }: Course): Read {
  return { communeId: dossier.communeId, provinceId: dossier.provinceId, regime: "counter", subject: `matter:${dossier.id}`, purpose: c.readPurpose.vi };
}

function factsOf({ dossier }: Course, lang: Lang): readonly SummaryRow[] {
  return [
    { term: bookTexts.code[lang], detail: dossier.code },
    { term: c.procedure[lang], detail: dossier.title },
    { term: c.receivedAt[lang], detail: instant(dossier.receivedAt, lang) },
    { term: c.dueAt[lang], detail: dossier.dueAt ? instant(dossier.dueAt, lang) : bookTexts.noTerm[lang] },
    { term: c.state[lang], detail: stateTexts[dossier.state as keyof typeof stateTexts][lang] },
  ];
}
