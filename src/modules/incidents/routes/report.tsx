import type { Lang } from "../../../base/lang.ts";
import { must } from "../../../kernel/actor.ts";
import { openIdentity, type Who } from "../../../kernel/identity.ts";
import { markRead } from "../../../kernel/messages.ts";
import { unlessChanged } from "../../../kernel/problem.ts";
import { showReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, lastShown, parseMessage, type Typed } from "../../../web/form.ts";
import { parseOpening } from "../../../web/opening.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, attachment, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { endingOf, openAttachment } from "../../attachments/index.ts";
import { minutesPaper, receiptPaper, referralPaper } from "../documents.ts";
import { parseSeen } from "../forms/work.ts";
import { paths } from "../paths.ts";
import { getReport, type OpenedReport } from "../service/read.ts";
import { answerReporter, beginChecking } from "../service/work.ts";
import { officeTexts as t, verbTexts } from "../texts/office.ts";
import { actionTexts } from "../texts/work.ts";
import { ReportPage } from "../views/report.tsx";
import { propsOf } from "./report-props.ts";
import { readOf, statusOf } from "./shown.ts";

type Showing = {
  readonly opened: OpenedReport;
  readonly fresh?: boolean;
  readonly conflict?: boolean;
  readonly done?: string | null;
  readonly person?: { readonly id: number; readonly who: Who } | null;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};
const nothing = { errors: {}, typed: {} } as const;

/** One report: its page, who is in it, letters, and its papers. */
export const reportRoutes: readonly Route[] = [
  get("/can-bo/vu-viec/:ref", "incidents.read", async ({ tx, params, query, lang }) => {
    const opened = await getReport(tx, refOf(params.ref));
    return await reportPage(tx, lang, { opened, fresh: query["moi"] === "1" && opened.matter.version === 1, done: doneWord(query["xong"], lang), ...nothing });
  }),

  post("/can-bo/vu-viec/:ref/nguoi", "incidents.identity", async ({ tx, params, body, lang }) => {
    const opened = await getReport(tx, refOf(params.ref));
    const form = parseOpening(body);
    if (!form.ok) return await reportPage(tx, lang, { opened, ...form });
    const { id, purpose } = form.value;
    const who = await openIdentity(tx, opened.matter, { id, purpose });
    return await reportPage(tx, lang, { opened, person: { id, who }, ...nothing });
  }),

  post("/can-bo/vu-viec/:ref/bat-dau", "incidents.process", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseSeen(body);
    if (form.ok && (await unlessChanged(beginChecking(tx, ref, form.value)))) return seeOther(paths.done(ref, "begin"));
    return await reportPage(tx, lang, { opened: await getReport(tx, ref), conflict: true, ...nothing });
  }),

  post("/can-bo/vu-viec/:ref/tra-loi", "incidents.process", async ({ tx, params, body, lang }) => {
    const opened = await getReport(tx, refOf(params.ref));
    const form = parseMessage(body);
    if (!form.ok) return await reportPage(tx, lang, { opened, ...form });
    const { publicRef, version } = opened.matter;
    if (await unlessChanged(answerReporter(tx, publicRef, { version, text: form.value.message }))) return seeOther(paths.done(publicRef, "answer"));
    return await reportPage(tx, lang, { opened, conflict: true, errors: {}, typed: { message: form.value.message } });
  }),

  post("/can-bo/vu-viec/:ref/da-doc", "incidents.process", async ({ tx, params, body }) => {
    const { matter } = await getReport(tx, refOf(params.ref));
    must(tx.actor, "incidents.process", matter);
    await markRead(tx, matter, lastShown(body));
    return seeOther(paths.report(matter.publicRef));
  }),

  get("/can-bo/vu-viec/:ref/tep/:code", "incidents.read", async ({ tx, params }) => {
    const { matter } = await getReport(tx, refOf(params.ref));
    const { attachment: file, bytes } = await openAttachment(tx, matter, refOf(params.code));
    return attachment(bytes, {
      type: file.mediaType,
      name: `${matter.code}-${file.code.slice(0, 4)}.${endingOf(file.mediaType)}`,
      reads: [readOf(tx, matter.id, t.readPurpose.vi)],
    });
  }),

  get("/can-bo/vu-viec/:ref/mau-01.pdf", "incidents.read", async ({ tx, params }) => await paperOf(tx, params.ref, "01")),
  get("/can-bo/vu-viec/:ref/mau-03.pdf", "incidents.read", async ({ tx, params }) => await paperOf(tx, params.ref, "03")),
  get("/can-bo/vu-viec/:ref/mau-214.pdf", "incidents.read", async ({ tx, params }) => await paperOf(tx, params.ref, "214")),
];

const papers = { "01": minutesPaper, "03": referralPaper, "214": receiptPaper } as const;

async function paperOf(tx: Tx, typed: string, form: keyof typeof papers): Promise<Answer> {
  const opened = await getReport(tx, refOf(typed));
  const { template, data } = await papers[form](tx, opened);
  return pdf(await tx.house.typesetter.typeset(template, data), `${opened.matter.code}-mau-${form}.pdf`, [readOf(tx, opened.matter.id, t.readPurpose.vi)]);
}

/** What was just done, as the page says it; null for a word that is none. */
function doneWord(typed: string | undefined, lang: Lang): string | null {
  if (typed === "answer") return actionTexts.answer[lang];
  return typed !== undefined && Object.hasOwn(verbTexts, typed) ? verbTexts[typed as keyof typeof verbTexts][lang] : null;
}

async function reportPage(tx: Tx, lang: Lang, showing: Showing): Promise<Answer> {
  const { opened, fresh = false, conflict = false, done = null, person = null, errors, typed } = showing;
  const shown = await propsOf(tx, opened, { lang, person, errors, typed });
  return officePage(<ReportPage {...shown} {...{ fresh, conflict, done, errors, typed }} receipt={showReference(opened.matter.publicRef)} />, {
    title: opened.matter.code,
    status: conflict ? 409 : statusOf(errors),
    reads: [readOf(tx, opened.matter.id, t.readPurpose.vi)],
  });
}
