import { formatDate, formatMoment, formatOfficialDate } from "../../base/day/format.ts";
import { type Day, dayOf, instantAt, timeOf } from "../../base/day.ts";
import { type IdentityMark, listIdentities } from "../../kernel/identity.ts";
import type { Matter } from "../../kernel/matter.ts";
import { findOfficerName } from "../../kernel/officers.ts";
import { showReference } from "../../kernel/reference.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { type OfficialFrame, officialFrame } from "../../platform/typst/official.ts";
import type { JsonValue, Paper } from "../../platform/typst/typesetter.ts";
import { frameOf } from "../procedures/index.ts";
import { ruleName } from "./law.ts";
import { type BookRow, listBook } from "./queries/figures.ts";
import { findReferral, listCourse } from "./queries/lines.ts";
import type { OpenedReport } from "./service/read.ts";
import { destinationOf } from "./service/work.ts";
import { channelTexts, kindTexts } from "./texts/office.ts";
import { paperTexts as t } from "./texts/paper.ts";
import { stateTexts } from "./texts/work.ts";

function formFrame(tx: Tx, communeId: number, form: string): OfficialFrame {
  return { ...frameOf(tx, { communeId, form, at: tx.now, symbol: null }), form: { code: form, issuedBy: t.issuedBy.vi } };
}

type Sheet = {
  readonly title: string;
  readonly opening: readonly string[];
  readonly lines: readonly (readonly [label: string, value: string | null])[];
  readonly told: string | null;
  readonly closing: readonly string[];
  readonly signers: readonly { readonly position: string; readonly name: string | null }[];
};

function sheet(tx: Tx, { matter }: OpenedReport, form: string, { title, lines, told, signers, ...rest }: Sheet): Paper {
  const data: JsonValue = {
    ...rest,
    frame: officialFrame(formFrame(tx, matter.communeId, form), title),
    title,
    about: t.about.vi(matter.code),
    lines: lines.map(([label, value]) => ({ label, value })),
    told: told === null ? null : { label: t.told.vi, text: told },
    signers: signers.map((one) => ({ ...one, hint: t.signHint.vi })),
  };
  return { template: "src/modules/incidents/documents/sheet.typ", data };
}

const agencyOf = (tx: Tx, communeId: number): string => formFrame(tx, communeId, "").issuer.agency;

function commonLines(tx: Tx, { matter, incident, place }: OpenedReport): Sheet["lines"] {
  return [
    [t.kind.vi, kindTexts[incident.kind].vi],
    [t.nature.vi, ruleName(tx.house.incidentRules, "nature", incident.nature).vi],
    [t.channel.vi, channelTexts[matter.channel as keyof typeof channelTexts]?.vi ?? matter.channel],
    [t.place.vi, place],
    [t.happenedOn.vi, incident.happenedOn && formatDate(incident.happenedOn, "vi")],
  ];
}

/** Hour, minute, day, month and year in words, as papers write a moment. */
const momentOf = (at: Date): string => t.moment.vi(clockOf(at));
const clockOf = (at: Date) => ({ ...timeOf(at), day: formatOfficialDate(dayOf(at), "vi") });

/** When it came; of what came by the web only the hour is known. */
const cameAt = ({ channel, receivedAt }: Pick<Matter, "channel" | "receivedAt">): string => (channel === "web" ? t.hour.vi(clockOf(receivedAt)) : momentOf(receivedAt));

/** Who took the report in; what came by the web nobody did, so whoever prints it answers for the paper. */
async function receiverOf(tx: Tx, { matter, incident }: OpenedReport): Promise<string> {
  if (incident.receivedBy !== null) return (await findOfficerName(tx, incident.receivedBy)) ?? tx.actor.name;
  if (matter.channel === "web") return tx.actor.name;
  const [opening] = await listCourse(tx, incident);
  return opening?.actorName ?? tx.actor.name;
}

/** Who told it, as far as papers say: whether there is a name, and who stands beside her. */
type Reporting = { readonly word: string; readonly minor: boolean; readonly guarded: boolean; readonly interpreted: boolean };

async function reporting(tx: Tx, { matter, incident }: OpenedReport): Promise<Reporting> {
  const marks = (await listIdentities(tx, matter)).filter(({ role }) => role === "reporter");
  const has = (what: "minor" | "guarded" | "interpreted"): boolean => marks.some((mark: IdentityMark) => mark[what] === true);
  const kept = marks.length > 0 ? t.reporterKept.vi : t.reporterUnnamed.vi;
  return { word: incident.nameRefused ? t.reporterRefused.vi : kept, minor: has("minor"), guarded: has("guarded"), interpreted: has("interpreted") };
}

/** Guardian and interpreter, where the reporter needs one: their names are kept apart as hers is, or are yet to be written by hand. */
function besideLines({ minor, guarded, interpreted }: Reporting): Sheet["lines"] {
  return [...(minor || guarded ? [[t.guardian.vi, guarded ? t.besideKept.vi : t.byHand.vi] as const] : []), ...(interpreted ? [[t.interpreter.vi, t.besideKept.vi] as const] : [])];
}

/** Only who stands before the officer hears the minutes read, and signs them. */
const isPresent = (channel: string): boolean => channel === "counter" || channel === "field";

function minutesSigners({ minor, guarded, interpreted }: Reporting, channel: string, officer: string): Sheet["signers"] {
  const receiving = { position: channel === "web" ? t.signerMaker.vi : t.signerOfficer.vi, name: officer };
  if (!isPresent(channel)) return [receiving];
  const present = [t.signerReporter.vi, ...(minor || guarded ? [t.signerGuardian.vi] : []), ...(interpreted ? [t.signerInterpreter.vi] : [])];
  return [...present.map((position) => ({ position, name: null })), receiving];
}

/** Minutes of receipt, form 01. Who reported is not named: the paper goes through many hands, the name is opened for a purpose. */
export async function minutesPaper(tx: Tx, opened: OpenedReport): Promise<Paper> {
  const { matter, account } = opened;
  const { channel, receivedAt, communeId } = matter;
  const officer = await receiverOf(tx, opened);
  const reporter = await reporting(tx, opened);
  const agency = agencyOf(tx, communeId);
  return sheet(tx, opened, "01", {
    title: t.minutes.vi,
    // Nobody took in what came by the web.
    opening: [channel === "web" ? t.minutesOfWeb.vi(momentOf(tx.now), agency, officer, cameAt(matter)) : t.minutesOpening.vi(momentOf(receivedAt), agency, officer)],
    lines: [...commonLines(tx, opened), [t.reporter.vi, reporter.word], ...besideLines(reporter), [t.due.vi, matter.dueAt ? momentOf(matter.dueAt) : t.noTerm.vi]],
    told: account,
    closing: [t.rights.vi, isPresent(channel) ? t.readBack.vi : t.notPresent.vi],
    signers: minutesSigners(reporter, channel, officer),
  });
}

/** Referral, form 03: to whom it went, by the law of that day. */
export async function referralPaper(tx: Tx, opened: OpenedReport): Promise<Paper> {
  const { matter, incident, account } = opened;
  const referral = await findReferral(tx, incident);
  const authority = referral?.authority ?? destinationOf(tx, matter).name.vi;
  return sheet(tx, opened, "03", {
    title: t.referral.vi,
    opening: [t.referralOpening.vi(agencyOf(tx, matter.communeId), authority)],
    lines: [...commonLines(tx, opened), [t.received.vi, cameAt(matter)], [t.papers.vi, referral?.papers ?? null]],
    told: account,
    closing: [],
    signers: [
      { position: t.signerReceiver.vi, name: null },
      { position: t.chief.vi, name: null },
    ],
  });
}

/** What whoever reported keeps, form 214, in two copies. */
export async function receiptPaper(tx: Tx, opened: OpenedReport): Promise<Paper> {
  const { matter } = opened;
  return sheet(tx, opened, "214", {
    title: t.receipt.vi,
    opening: [t.receiptOpening.vi(agencyOf(tx, matter.communeId), cameAt(matter))],
    lines: [...commonLines(tx, opened), [t.receiptCode.vi, showReference(matter.publicRef)]],
    told: null,
    closing: [t.rights.vi, t.twoCopies.vi],
    signers: [
      { position: t.signerReporter.vi, name: null },
      { position: t.signerOfficer.vi, name: await receiverOf(tx, opened) },
    ],
  });
}

/** So many reports fit into one print; a post has some hundred a year. */
const mostInBook = 2_000;
const columns = [t.serial, t.code, t.received, t.kind, t.nature, t.due, t.state, t.goneTo, t.closed] as const;

/** The book of a year, form 294, oldest first. */
export async function bookPaper(tx: Tx, year: number): Promise<Paper> {
  const { communeId } = placeOf(tx.actor);
  const span = { from: instantAt(`${year}-01-01` as Day, "00:00"), before: instantAt(`${year + 1}-01-01` as Day, "00:00") };
  const rows = await listBook(tx, communeId, span, mostInBook);
  return {
    template: "src/modules/incidents/documents/book.typ",
    data: {
      frame: officialFrame({ ...formFrame(tx, communeId, "294"), across: true }, t.book.vi),
      title: t.book.vi,
      about: t.year.vi(year),
      columns: columns.map((title) => title.vi),
      rows: rows.map((row, i) => bookRow(tx, row, i)),
      mark: t.mark.vi(tx.actor.name, formatMoment(tx.now, "vi")),
      signers: [
        { position: t.keptBy.vi, name: tx.actor.name },
        { position: t.chief.vi, name: null },
      ],
    },
  };
}

function bookRow(tx: Tx, row: BookRow, i: number): string[] {
  const gone = [row.authority, row.acknowledgedAt && t.acknowledged.vi(formatDate(dayOf(row.acknowledgedAt), "vi"))].filter(Boolean).join(", ");
  return [
    String(i + 1),
    row.code,
    formatMoment(row.receivedAt, "vi"),
    kindTexts[row.kind].vi,
    ruleName(tx.house.incidentRules, "nature", row.nature).vi,
    row.dueAt ? formatMoment(row.dueAt, "vi") : t.noTerm.vi,
    stateTexts[row.state as keyof typeof stateTexts]?.vi ?? row.state,
    gone,
    row.closedAt ? formatDate(dayOf(row.closedAt), "vi") : "",
  ];
}
