import { formatDate, formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { can } from "../../../kernel/matter.ts";
import { findOfficerName } from "../../../kernel/officers.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { refuse } from "../../../web/form.ts";
import { readDayPosition, writeDayPosition } from "../../../web/position.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, attachment, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { checkFile, endingOf, evidence, FileFault, keepAttachment, listAttachments, openAttachment } from "../../attachments/index.ts";
import { parseNewDay, parseReport, parseShown } from "../forms/meetings.ts";
import { commitment as life } from "../matter.ts";
import { paths } from "../paths.ts";
import { type Kept, listCommitments } from "../queries/commitments.ts";
import { answersFor, getCommitment, giveNewDay, isOpenToAll, noteEvidence, report, showToAll } from "../service/commitments.ts";
import { meetingTexts as t } from "../texts/meetings.ts";
import { officeTexts } from "../texts/office.ts";
import { CommitmentPage, CommitmentsPage } from "../views/commitments.tsx";
import type { Filled } from "../views/list.tsx";
import { stateWord } from "../work.ts";
import { typedAgain } from "./list.tsx";
import { stepped } from "./step.ts";

const pageSize = 50;
type Shown = Filled & { readonly conflict?: boolean };

const reportedMark = "xong_";
/** "2026-12-05_17", or "xong_2026-12-05_17" among what was reported on. */
const writeKept = ({ reported, ...day }: Kept): string => `${reported ? reportedMark : ""}${writeDayPosition(day)}`;

function readKept(typed = ""): Kept | null {
  const reported = typed.startsWith(reportedMark);
  const day = readDayPosition(reported ? typed.slice(reportedMark.length) : typed);
  return day && { ...day, reported };
}

/** What was promised, what became of it, and the evidence. */
export const commitmentRoutes: readonly Route[] = [
  get("/can-bo/lang-nghe/cam-ket", "listening.read", async ({ tx, query, lang }) => {
    const after = readKept(query["sau"]);
    const rows = await listCommitments(tx, placeOf(tx.actor), { after, size: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const nextHref = rows.length > pageSize && last ? paths.commitmentsAfter(writeKept({ on: last.dueOn, id: last.matterId, reported: last.outcome !== null })) : null;
    return officePage(<CommitmentsPage {...{ lang, nextHref }} now={tx.now} rows={shown} firstHref={after && paths.commitments()} />, { title: t.commitments[lang] });
  }),

  get("/can-bo/lang-nghe/cam-ket/:ref", "listening.read", async ({ tx, params, lang }) => await commitmentPage(tx, lang, refOf(params.ref), { errors: {}, typed: {} })),

  post("/can-bo/lang-nghe/cam-ket/:ref", "listening.answer", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseReport(body);
    if (!form.ok) return await commitmentPage(tx, lang, ref, form);
    if (await unlessChanged(report(tx, ref, form.value))) return seeOther(paths.commitment(ref));
    return await commitmentPage(tx, lang, ref, { ...typedAgain(body), conflict: true });
  }),

  post("/can-bo/lang-nghe/cam-ket/:ref/hen-lai", "listening.answer", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const again = (shown: Shown) => commitmentPage(tx, lang, ref, shown);
    return await stepped({ ref, body, form: parseNewDay(body, tx.now), again, to: paths.commitment(ref) }, async (_, given) => await giveNewDay(tx, ref, given));
  }),

  post("/can-bo/lang-nghe/cam-ket/:ref/trang-thon", "listening.publish", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseShown(body);
    const again = (shown: Shown) => commitmentPage(tx, lang, ref, shown);
    return await stepped({ ref, body, form, again, to: paths.commitment(ref) }, async (_, given) => await showToAll(tx, ref, given));
  }),

  post("/can-bo/lang-nghe/cam-ket/:ref/tep/moi", "listening.answer", async ({ tx, params, body, files, lang }) => {
    const ref = refOf(params.ref);
    const { matter } = await getCommitment(tx, ref);
    const sent = files.find(({ field }) => field === "file");
    if (!sent) return await commitmentPage(tx, lang, ref, refuse(body, { file: t.noFile }));
    try {
      const file = await checkFile(sent.bytes, evidence, tx.house.scanner);
      const { attachment: kept, isNew } = await keepAttachment(tx, matter, { paperCode: "evidence", file });
      if (isNew) await noteEvidence(tx, matter, { sha256: kept.sha256.toString("hex"), mediaType: kept.mediaType });
    } catch (error) {
      if (error instanceof FileFault) return await commitmentPage(tx, lang, ref, refuse(body, { file: error.shown }));
      if (error instanceof Problem && error.code === "tooMany") return await commitmentPage(tx, lang, ref, refuse(body, { file: t.tooMany }));
      throw error;
    }
    return seeOther(paths.commitment(ref));
  }),

  get("/can-bo/lang-nghe/cam-ket/:ref/tep/:code", "listening.read", async ({ tx, params }) => {
    const { matter } = await getCommitment(tx, refOf(params.ref));
    const { attachment: found, bytes } = await openAttachment(tx, matter, refOf(params.code));
    const { communeId, provinceId, regime, id, code } = matter;
    const reads = [{ communeId, provinceId, regime, subject: `matter:${id}`, purpose: t.readEvidence.vi }];
    return attachment(bytes, { type: found.mediaType, name: `bang-chung-${code}.${endingOf(found.mediaType)}`, reads });
  }),
];

async function commitmentPage(tx: Tx, lang: Lang, ref: string, { errors, typed, conflict = false }: Shown): Promise<Answer> {
  const { matter, commitment } = await getCommitment(tx, ref);
  const kept = (await listAttachments(tx, { communeId: matter.communeId, matterId: matter.id })).filter(({ removedAt }) => removedAt === null);
  const props = {
    lang,
    publicRef: ref,
    code: matter.code,
    version: matter.version,
    promise: commitment.promise,
    facts: [
      { term: t.state[lang], detail: stateWord(matter.state)[lang] },
      { term: t.owner[lang], detail: (await findOfficerName(tx, matter.assigneeId)) ?? officeTexts.noOwner[lang] },
      { term: t.dueDay[lang], detail: formatDate(commitment.dueOn, lang) },
      ...(commitment.report && commitment.reportedAt ? [{ term: t.became[lang], detail: `${commitment.report} (${formatMoment(commitment.reportedAt, lang)})` }] : []),
    ],
    files: kept.map((one) => ({ href: paths.commitmentFile(ref, one.code), name: `${endingOf(one.mediaType).toUpperCase()}, ${formatMoment(one.keptAt, lang)}` })),
    answersFor: answersFor(tx.actor, matter),
    mayReport: can(life, "carryOut", matter, tx.actor).ok,
    mayFail: can(life, "fail", matter, tx.actor).ok,
    mayNewDay: can(life, "newDay", matter, tx.actor).ok,
    mayKeep: can(life, "keepEvidence", matter, tx.actor).ok,
    shown: (await isOpenToAll(tx, commitment)) ? commitment.shownAt !== null : null,
    mayPublish: may(tx.actor, "listening.publish", matter),
    conflict,
    errors,
    typed,
  };
  return officePage(<CommitmentPage {...props} />, { title: `${t.commitments[lang]} ${matter.code}`, status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200 });
}
