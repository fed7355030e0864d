import { formatDate, formatMoment } from "../../../base/day/format.ts";
import type { Day } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { describeSteps } from "../../../kernel/clock/describe.ts";
import type { Step } from "../../../kernel/clock/step.ts";
import { type IdentityMark, listIdentities, type Who } from "../../../kernel/identity.ts";
import { can } from "../../../kernel/matter.ts";
import { listMessages } from "../../../kernel/messages.ts";
import { findOfficerName } from "../../../kernel/officers.ts";
import type { Facts } from "../../../kernel/tables.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { listAttachments } from "../../attachments/index.ts";
import { type VerbName, verbActions, verbNames } from "../forms/verbs.ts";
import { ruleName } from "../law.ts";
import { incident } from "../matter.ts";
import { paths } from "../paths.ts";
import { findClock, findReferral, listCourse, listCustody, listLinked, listMeasures, listStatements } from "../queries/lines.ts";
import { alsoIn, fits, type OpenedReport } from "../service/read.ts";
import { destinationOf } from "../service/work.ts";
import { correctionTexts } from "../texts/correction.ts";
import { decisionTexts } from "../texts/decision.ts";
import { junkTexts } from "../texts/junk.ts";
import { channelTexts, custodyTexts, kindTexts, officeTexts as t } from "../texts/office.ts";
import { personWord, roleTexts } from "../texts/person.ts";
import { actionTexts } from "../texts/work.ts";
import type { ReportProps } from "../views/report.tsx";
import { dueShown } from "./shown.ts";

type Asked = { readonly lang: Lang; readonly person: { readonly id: number; readonly who: Who } | null; readonly errors: FieldErrors; readonly typed: Typed };
type Props = Omit<ReportProps, "fresh" | "conflict" | "done" | "errors" | "typed" | "receipt">;

/** What the page of a report shows. */
export async function propsOf(tx: Tx, opened: OpenedReport, asked: Asked): Promise<Props> {
  const { matter, incident: report, account } = opened;
  const { lang } = asked;
  const clock = await findClock(tx, report);
  const receiver = await findOfficerName(tx, report.receivedBy);
  const due = dueShown(tx, matter, lang);
  const marks = await listIdentities(tx, matter);
  return {
    lang,
    publicRef: matter.publicRef,
    code: matter.code,
    version: matter.version,
    state: matter.state,
    title: ruleName(tx.house.incidentRules, "nature", report.nature)[lang],
    account,
    facts: factsOf(opened, receiver, lang),
    clock: clock && due && { due, basis: clock.basis, lines: describeSteps(clock.steps as readonly Step[], lang, t.aReport) },
    persons: personsOf(tx, opened, { ...asked, marks }),
    unguarded: hasUnguarded(marks),
    same:
      asked.person && (await alsoIn(tx, opened, asked.person.who)).map(({ publicRef, code, title }) => ({ title: code, href: paths.report(publicRef), under: title, text: "" })),
    ...(await linesOf(tx, opened, { lang, marks })),
    referral: await referralOf(tx, opened, lang),
    conversation: await conversationOf(tx, opened, asked),
    course: (await listCourse(tx, report)).map((step) => ({
      state: "done" as const,
      title: actionTexts[step.action as keyof typeof actionTexts]?.[lang] ?? step.action,
      at: formatMoment(step.at, lang),
      by: (step.action === "open" ? receiver : null) ?? step.actorName ?? t.system[lang],
      ...detailOf(step, lang),
    })),
    verbs: verbsNow(tx, opened),
    mayBegin: can(incident, "begin", matter, tx.actor).ok,
  };
}

/** What stands under a step: the number and day of its paper, and what the officer said. */
function detailOf({ note, facts: { number, decidedOn } }: { readonly note: string | null; readonly facts: Facts }, lang: Lang): { readonly detail?: string } {
  const paper = typeof number === "string" && typeof decidedOn === "string" ? decisionTexts.paper[lang](number, formatDate(decidedOn as Day, lang)) : null;
  const said = [paper, note].filter((one) => one !== null).join(" ");
  return said === "" ? {} : { detail: said };
}

/** What the actor may do now with the report as it is read. */
export function verbsNow(tx: Tx, opened: OpenedReport): readonly VerbName[] {
  return verbNames.filter((verb) => can(incident, verbActions[verb], opened.matter, tx.actor).ok && fits(verbActions[verb], opened));
}

function factsOf({ matter, incident: report, place }: OpenedReport, receiver: string | null, lang: Lang): Props["facts"] {
  const rows = [
    { term: t.received[lang], detail: formatMoment(matter.receivedAt, lang) },
    { term: t.channel[lang], detail: channelTexts[matter.channel as keyof typeof channelTexts]?.[lang] ?? matter.channel },
    { term: t.writtenBy[lang], detail: receiver },
    { term: t.kind[lang], detail: kindTexts[report.kind][lang] },
    { term: t.place[lang], detail: place },
    { term: t.happenedOn[lang], detail: report.happenedOn && formatDate(report.happenedOn, lang) },
    { term: t.teller[lang], detail: report.nameRefused ? t.refused[lang] : null },
  ];
  return rows.flatMap(({ term, detail }) => (detail === null ? [] : [{ term, detail }]));
}

/** Whether a minor stands there without a guardian; whoever was put right since stands there no more. */
const hasUnguarded = (marks: readonly IdentityMark[]): boolean => marks.some(({ role, minor, guarded }) => role !== "mistaken" && minor && guarded === false);

function personsOf(tx: Tx, { matter }: OpenedReport, { lang, person, errors, typed, marks }: Asked & { readonly marks: readonly IdentityMark[] }): Props["persons"] {
  return {
    lang,
    errors,
    typed,
    marks,
    numbered: true,
    roleWord: (role) => roleTexts[role as keyof typeof roleTexts]?.[lang] ?? role,
    action: may(tx.actor, "incidents.identity", matter) ? paths.verb(matter.publicRef, "nguoi") : null,
    opened: person,
  };
}

/** Whose statement it is, by the number that the person bears on this page. */
function whose(identityId: number | null, marks: readonly IdentityMark[], lang: Lang): string {
  const mark = marks.find(({ id, formerly }) => id === identityId || formerly.some((one) => one === identityId));
  return mark ? personWord(mark, lang) : "";
}

async function linesOf(
  tx: Tx,
  { matter, incident: report }: OpenedReport,
  { lang, marks }: { readonly lang: Lang; readonly marks: readonly IdentityMark[] },
): Promise<Pick<Props, "statements" | "measures" | "things" | "links">> {
  const { vault, incidentRules } = tx.house;
  const files = await listAttachments(tx, report);
  const under = (writerName: string | null, at: Date): string => `${writerName ?? t.system[lang]}, ${formatMoment(at, lang)}`;
  const ofFile = (thing: string) => files.find(({ code, removedAt }) => code === thing && removedAt === null);
  const [statements, measures, custody, links] = [await listStatements(tx, report), await listMeasures(tx, report), await listCustody(tx, report), await listLinked(tx, report)];
  // A picture that came with the report has no line of its own yet.
  const loose = files.filter(({ code, removedAt }) => removedAt === null && !custody.some(({ thing }) => thing === code));
  return {
    statements: statements.map((one) => ({
      title: t.saidBy[lang](t[one.kind][lang], whose(one.identityId, marks, lang)),
      under: t.writtenAt[lang](one.writerName ?? t.system[lang], formatMoment(one.at, lang)),
      text: vault.open(one.sealed),
    })),
    measures: measures.map((one) => ({
      title: ruleName(incidentRules, "measure", one.measure)[lang],
      under: under(one.writerName, one.writtenAt),
      text: `${t.people[lang](one.people)}, ${formatDate(one.doneOn, lang)}. ${one.legalBasis}${measures.some(({ corrects }) => corrects === one.seq) ? ` ${correctionTexts.corrected[lang]}` : ""}`,
    })),
    things: [
      ...loose.map((file) => ({ title: t.sentFile[lang], href: paths.file(matter.publicRef, file.code), under: under(null, file.keptAt), text: "" })),
      ...custody.map((one) => ({
        title: ofFile(one.thing) ? ((one.captionSealed && vault.open(one.captionSealed)) ?? t.file[lang]) : one.thing,
        href: ofFile(one.thing) && paths.file(matter.publicRef, one.thing),
        under: under(one.writerName, one.at),
        text: `${custodyTexts[one.event][lang]}: ${vault.open(one.holderSealed)}, ${one.place}`,
      })),
    ],
    links: links.map((one) => ({
      title: one.code,
      href: paths.report(one.publicRef),
      under: one.title,
      text: one.sameCase ? `${junkTexts.sameCase[lang]} ${one.reason}` : one.reason,
    })),
  };
}

async function referralOf(tx: Tx, { matter, incident: report }: OpenedReport, lang: Lang): Promise<Props["referral"]> {
  const referral = await findReferral(tx, report);
  if (!referral) return [{ term: t.goesTo[lang], detail: destinationOf(tx, matter).name[lang] }];
  const { authority, papers, referredAt, acknowledgedAt, answer } = referral;
  return [
    { term: t.referral[lang], detail: authority },
    { term: t.referredAt[lang], detail: formatMoment(referredAt, lang) },
    { term: t.papers[lang], detail: papers },
    { term: t.acknowledgedAt[lang], detail: acknowledgedAt ? `${formatMoment(acknowledgedAt, lang)}. ${answer ?? ""}` : t.notYet[lang] },
  ];
}

async function conversationOf(tx: Tx, { matter }: OpenedReport, { lang, errors, typed }: Asked): Promise<Props["conversation"]> {
  return {
    lang,
    errors,
    typed,
    messages: await listMessages(tx, matter),
    side: "post",
    daysOnly: matter.channel === "web",
    action: can(incident, "answer", matter, tx.actor).ok ? paths.verb(matter.publicRef, "tra-loi") : null,
    readAction: matter.writtenAt !== null && may(tx.actor, "incidents.process", matter) ? paths.verb(matter.publicRef, "da-doc") : null,
  };
}
