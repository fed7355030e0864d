import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { may, must } from "../../../kernel/actor.ts";
import { listIdentities, openIdentity, type Who } from "../../../kernel/identity.ts";
import { addMessage, listMessages, markRead } from "../../../kernel/messages.ts";
import { findOfficerName } from "../../../kernel/officers.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, lastShown, refuse, type Typed, typedOf } from "../../../web/form.ts";
import { parseOpening } from "../../../web/opening.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, attachment as attachmentAnswer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { Conversation } from "../../../web/views/conversation.tsx";
import { Persons } from "../../../web/views/persons.tsx";
import { checkFile, endingOf, evidence, FileFault, keepAttachment, listAttachments, openAttachment } from "../../attachments/index.ts";
import { parseEnding, parseLetter, parseMark, parseStep } from "../forms.ts";
import { bankName, banksOn, kindName } from "../law.ts";
import { type Outcome, outcomes } from "../matter.ts";
import { paths, readWritten, type Written } from "../paths.ts";
import { listMarks } from "../queries/marks.ts";
import { listEndings, listSteps, type SaidEnding, type WrittenStep } from "../queries/reports.ts";
import { addMark, getReport, noteStep, type Opened, settleReport, timesReported } from "../service/report.ts";
import { outcomeTexts, stepTexts, officeTexts as t } from "../texts/office.ts";
import { titleTexts } from "../texts/title.ts";
import { workTexts } from "../texts/work.ts";
import { ReportPage } from "../views/report.tsx";
import { money } from "./list.tsx";
import { choicesOf, offered } from "./public.tsx";

type Filled = { readonly errors: FieldErrors; readonly typed: Typed };
type Showing = Filled & { readonly conflict?: boolean; readonly written?: Written | null; readonly person?: { readonly id: number; readonly who: Who } };
const fresh: Showing = { errors: {}, typed: {} };
/** Somebody was faster: the page as it is now, with what was typed. */
const outrun = (body: unknown): Showing => ({ errors: {}, typed: typedOf(body), conflict: true });

/** One report, and everything that is done to it. */
export const reportRoutes: readonly Route[] = [
  get("/can-bo/lua-dao/:ref", "scams.read", async ({ tx, params, query, lang }) => {
    return await reportPage(tx, lang, refOf(params.ref), { ...fresh, written: readWritten(query["vua-ghi"]) });
  }),

  post("/can-bo/lua-dao/:ref/buoc", "scams.process", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const { receivedAt } = (await getReport(tx, ref)).matter;
    const form = parseStep(body, { now: tx.now, receivedAt, banks: offered(tx).banks });
    if (!form.ok) return await reportPage(tx, lang, ref, form);
    return (await unlessChanged(noteStep(tx, ref, form.value))) ? seeOther(paths.written(ref, "step")) : await reportPage(tx, lang, ref, outrun(body));
  }),

  post("/can-bo/lua-dao/:ref/ket-qua", "scams.process", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseEnding(body, { again: (await getReport(tx, ref)).matter.state === "settled" });
    if (!form.ok) return await reportPage(tx, lang, ref, form);
    return (await unlessChanged(settleReport(tx, ref, form.value))) ? seeOther(paths.written(ref, "ending")) : await reportPage(tx, lang, ref, outrun(body));
  }),

  post("/can-bo/lua-dao/:ref/dau-vet", "scams.receive", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseMark(body);
    if (!form.ok) return await reportPage(tx, lang, ref, form);
    await addMark(tx, ref, form.value.mark);
    return seeOther(paths.written(ref, "mark"));
  }),

  post("/can-bo/lua-dao/:ref/nguoi-bao", "scams.identity", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const { matter } = await getReport(tx, ref);
    const form = parseOpening(body);
    if (!form.ok) return await reportPage(tx, lang, ref, form);
    const { id, purpose } = form.value;
    if (!(await listIdentities(tx, matter)).some((mark) => mark.id === id)) throw new Problem("notFound");
    return await reportPage(tx, lang, ref, { ...fresh, person: { id, who: await openIdentity(tx, placeOf(tx.actor), { id, purpose }) } });
  }),

  post("/can-bo/lua-dao/:ref/tin-nhan", "scams.process", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseLetter(body);
    if (!form.ok) return await reportPage(tx, lang, ref, form);
    const { matter } = await getReport(tx, ref);
    must(tx.actor, "scams.process", matter);
    await addMessage(tx, matter, { fromPost: true, text: form.value.message });
    return seeOther(paths.report(ref));
  }),

  post("/can-bo/lua-dao/:ref/tin-nhan/da-doc", "scams.process", async ({ tx, params, body }) => {
    const { matter } = await getReport(tx, refOf(params.ref));
    must(tx.actor, "scams.process", matter);
    await markRead(tx, matter, lastShown(body));
    return seeOther(paths.report(matter.publicRef));
  }),

  post("/can-bo/lua-dao/:ref/tep", "scams.process", async ({ tx, params, body, files, lang }) => {
    const ref = refOf(params.ref);
    const [file] = files;
    if (!file) return await reportPage(tx, lang, ref, refuse(body, { file: t.fileMissing }));
    const { matter } = await getReport(tx, ref);
    try {
      await keepAttachment(tx, matter, { paperCode: "evidence", file: await checkFile(file.bytes, evidence, tx.house.scanner) });
    } catch (error) {
      if (error instanceof FileFault) return await reportPage(tx, lang, ref, refuse(body, { file: error.shown }));
      throw error;
    }
    return seeOther(paths.report(ref));
  }),

  get("/can-bo/lua-dao/:ref/tep/:code", "scams.read", async ({ tx, params }) => {
    const opened = await getReport(tx, refOf(params.ref));
    const { attachment, bytes } = await openAttachment(tx, opened.matter, refOf(params.code));
    const name = `${opened.matter.code}-${attachment.code.slice(0, 4)}.${endingOf(attachment.mediaType)}`;
    return attachmentAnswer(bytes, { type: attachment.mediaType, name, reads: [readOf(opened)] });
  }),
];

/** The look that opening a report is: what was told may tell of persons. */
function readOf({ matter }: Opened): Read {
  return { communeId: matter.communeId, provinceId: matter.provinceId, regime: "scams", subject: `matter:${matter.id}`, purpose: t.readPurpose.vi };
}

async function reportPage(tx: Tx, lang: Lang, ref: string, { errors, typed, conflict = false, written = null, person }: Showing): Promise<Answer> {
  const opened = await getReport(tx, ref);
  const { matter, report } = opened;
  // What has ended goes on being written down: a refund or a statement comes days later.
  const goesOn = matter.state !== "aside" && matter.outcome !== "discarded";
  const mayStep = goesOn && may(tx.actor, "scams.process", matter);
  const props = {
    publicRef: ref,
    code: matter.code,
    title: titleTexts[report.stage][lang],
    version: matter.version,
    facts: factsOf(tx, opened, { lang, receiver: await findOfficerName(tx, report.receivedBy) }),
    told: report.toldSealed === null ? null : tx.house.vault.open(report.toldSealed),
    steps: await courseOf(tx, opened, lang),
    ended: endedOf(opened, lang),
    marks: await marksOf(tx, opened),
    files: await filesOf(tx, opened, lang),
    banks: choicesOf(tx, lang).banks,
    persons: await personsOf(tx, opened, lang, { errors, typed, person: person ?? null }),
    conversation: (
      <Conversation
        {...{ lang, errors, typed }}
        messages={await listMessages(tx, matter)}
        side="post"
        daysOnly={matter.channel === "web"}
        action={mayStep ? paths.message(ref) : null}
        readAction={matter.writtenAt !== null && may(tx.actor, "scams.process", matter) ? paths.messageRead(ref) : null}
      />
    ),
    mayStep,
    mayWarn: may(tx.actor, "scams.warn", matter),
    mayAdd: goesOn && may(tx.actor, "scams.receive", matter),
  };
  const status = conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200;
  return officePage(<ReportPage lang={lang} {...props} {...{ errors, typed, conflict, written }} />, { title: matter.code, status, reads: [readOf(opened)] });
}

function factsOf(tx: Tx, { matter, report }: Opened, { lang, receiver }: { readonly lang: Lang; readonly receiver: string | null }) {
  const { state, outcome, receivedAt, dueAt } = matter;
  const ended = outcomeTexts[outcome as keyof typeof outcomeTexts]?.[lang];
  const hotline = banksOn(tx).find(({ bank }) => bank === report.bank)?.hotline;
  const bank = report.bank === null ? "–" : [bankName(tx, report.bank), hotline].filter((word) => word != null).join(", ");
  const { attemptedDong, lostDong, savedDong } = report;
  const sums = [
    { term: t.attempted[lang], dong: attemptedDong },
    { term: t.lost[lang], dong: lostDong },
    { term: t.saved[lang], dong: savedDong },
  ];
  return [
    { term: t.state[lang], detail: workTexts.states[state as keyof typeof workTexts.states][lang] },
    ...(ended === undefined ? [] : [{ term: t.outcome[lang], detail: ended }]),
    { term: t.what[lang], detail: kindName(tx, report.kind)[lang] },
    { term: t.bank[lang], detail: bank },
    { term: t.received[lang], detail: formatMoment(receivedAt, lang) },
    ...(receiver === null ? [] : [{ term: t.writtenBy[lang], detail: receiver }]),
    ...(dueAt === null ? [] : [{ term: t.due[lang], detail: formatMoment(dueAt, lang) }]),
    ...sums.flatMap(({ term, dong }) => (dong === null ? [] : [{ term, detail: money(dong, lang) }])),
  ];
}

/** What the form of the ending is filled with when it is said anew; null before it is said at all. */
function endedOf({ matter, report }: Opened, lang: Lang): Readonly<Record<string, string>> | null {
  if (matter.state !== "settled") return null;
  const { attemptedDong, lostDong, savedDong } = report;
  const shown = (dong: number | null): string => (dong === null ? "" : money(dong, lang));
  return { outcome: matter.outcome ?? "", attempted: shown(attemptedDong), lost: shown(lostDong), saved: shown(savedDong) };
}

/** What was done and how it was said to have ended, in the order in which it happened. */
async function courseOf(tx: Tx, { matter }: Opened, lang: Lang) {
  const steps = (await listSteps(tx, matter)).map((step) => ({ when: step.doneAt, shown: stepOf(tx, step, lang) }));
  const endings = (await listEndings(tx, matter)).map((one) => ({ when: one.at, shown: endingShown(one, lang) }));
  return [...steps, ...endings].sort((one, other) => one.when.getTime() - other.when.getTime()).map(({ shown }) => shown);
}

function endingShown({ at, action, byName, note, facts }: SaidEnding, lang: Lang) {
  const [outcome] = (Object.keys(outcomes) as Outcome[]).filter((name) => outcomes[name] === action);
  const sums = (["attempted", "lost", "saved"] as const).flatMap((name) => (facts[name] === undefined ? [] : [`${t[name][lang]}: ${money(facts[name], lang)}`]));
  const detail = (
    <>
      {sums.length > 0 && <p>{sums.join(" · ")}</p>}
      {note !== null && <p>{note}</p>}
    </>
  );
  return { state: "done" as const, title: t.endedAs[lang](outcome ? outcomeTexts[outcome][lang] : ""), at: formatMoment(at, lang), by: byName ?? undefined, detail };
}

/** Written down within these minutes it was written down at once. */
const atOnce = 10 * 60_000;

function stepOf(tx: Tx, { kind, bank, doneAt, recordedAt, byName, note }: WrittenStep, lang: Lang) {
  const title = [stepTexts[kind][lang], bank === null ? null : bankName(tx, bank)].filter((word) => word !== null).join(": ");
  const done = formatMoment(doneAt, lang);
  const at = recordedAt.getTime() - doneAt.getTime() <= atOnce ? done : t.recordedAt[lang](done, formatMoment(recordedAt, lang));
  return { state: "done" as const, title, at, by: byName ?? undefined, detail: note === null ? undefined : <p>{note}</p> };
}

async function marksOf(tx: Tx, { matter }: Opened) {
  const shown: { text: string; times: number }[] = [];
  for (const { sealed } of await listMarks(tx, matter)) {
    const text = tx.house.vault.open(sealed);
    shown.push({ text, times: await timesReported(tx, matter.communeId, text) });
  }
  return shown;
}

async function filesOf(tx: Tx, { matter }: Opened, lang: Lang) {
  const kept = await listAttachments(tx, { communeId: matter.communeId, matterId: matter.id });
  return kept
    .filter(({ removedAt }) => removedAt === null)
    .map(({ code, mediaType, keptAt }) => ({ name: t.fileName[lang](endingOf(mediaType).toUpperCase(), formatMoment(keptAt, lang)), href: paths.file(matter.publicRef, code) }));
}

type AboutPersons = Pick<Showing, "errors" | "typed"> & { readonly person: Showing["person"] | null };

async function personsOf(tx: Tx, { matter }: Opened, lang: Lang, { errors, typed, person }: AboutPersons) {
  const action = may(tx.actor, "scams.identity", matter) ? paths.person(matter.publicRef) : null;
  return <Persons {...{ lang, action, errors, typed }} marks={await listIdentities(tx, matter)} roleWord={() => t.reporter[lang]} opened={person ?? null} />;
}
