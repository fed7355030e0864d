import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type Issuer, officialFrame } from "../../../platform/typst/official.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import { frameOf } from "../../procedures/index.ts";
import type { CommitmentRow } from "../queries/commitments.ts";
import type { OpinionRow } from "../queries/opinions.ts";
import { type Heading, headings } from "../queries/tables.ts";
import type { OpenedMeeting } from "../service/meetings.ts";
import { documentTexts as t } from "../texts/documents.ts";
import { headingTexts, meetingKindTexts } from "../texts/words.ts";
import { stateWord } from "../work.ts";

/** Minutes as they are read, whatever they are made into. They name no resident. */
export type Minutes = {
  readonly issuer: Issuer;
  /** The instant as of which they tell. */
  readonly madeAt: string;
  readonly title: string;
  readonly about: string;
  readonly facts: readonly { readonly term: string; readonly detail: string }[];
  readonly parts: readonly { readonly title: string; readonly groups: readonly { readonly title: string | null; readonly lines: readonly string[] }[] }[];
  readonly signers: readonly { readonly position: string; readonly name: string | null }[];
};

/** The minutes as they were closed; until then, as they stand now. */
export const minutesFor = (tx: Tx, opened: OpenedMeeting): Minutes => opened.meeting.minutes ?? minutesOf(tx, opened);

const frame = (tx: Tx, communeId: number, at: Date) => ({ ...frameOf(tx, { communeId, form: "", at, symbol: null }), form: null });

/** What the minutes of a meeting say as it stands now; who writes them down is their secretary. */
export function minutesOf(tx: Tx, opened: OpenedMeeting): Minutes {
  const { meeting, opinions, answers, commitments, fromLastTime, came } = opened;
  const last = [...fromLastTime.commitments.map(promiseLine), ...fromLastTime.opinions.map((row) => `${row.code}: ${opinionLine(row, undefined)}`)];
  const agenda = meeting.agenda.split("\n").filter((line) => line !== "");
  const inOrder = opinions.toReversed();
  return {
    issuer: frame(tx, opened.matter.communeId, tx.now).issuer,
    madeAt: tx.now.toISOString(),
    title: t.minutes.vi,
    about: t.about.vi(meetingKindTexts[meeting.kind].vi, meeting.topic),
    facts: [
      { term: t.when.vi, detail: `${formatMoment(meeting.startsAt, "vi")} – ${formatMoment(meeting.endsAt, "vi")}` },
      { term: t.where.vi, detail: [meeting.place, ...(meeting.hamletName ? [meeting.hamletName] : [])].join(", ") },
      { term: t.hosts.vi, detail: meeting.hosts },
      { term: t.came.vi, detail: t.cameCount.vi(came.households, came.people) },
      ...(agenda.length > 0 ? [{ term: t.agenda.vi, detail: agenda.join("; ") }] : []),
    ],
    parts: [
      { title: t.lastTime.vi, groups: [linesOr(last)] },
      { title: t.opinions.vi(opinions.length), groups: opinions.length === 0 ? [linesOr([])] : headings.flatMap((heading) => groupOf(heading, inOrder, answers)) },
      { title: t.commitments.vi, groups: [linesOr(commitments.map(promiseLine))] },
      { title: t.conclusion.vi, groups: [linesOr(meeting.conclusion ? [meeting.conclusion] : [])] },
    ],
    signers: [
      { position: t.secretary.vi, name: tx.actor.name },
      { position: t.chair.vi, name: null },
    ],
  };
}

const linesOr = (lines: readonly string[]) => ({ title: null, lines: lines.length === 0 ? [t.none.vi] : lines });

function groupOf(heading: Heading, rows: readonly OpinionRow[], answers: OpenedMeeting["answers"]) {
  const lines = rows.filter((row) => row.heading === heading).map((row) => opinionLine(row, answers.get(row.matterId)));
  return lines.length === 0 ? [] : [{ title: headingTexts[heading].vi, lines }];
}

function opinionLine({ said, state, dueAt, settledAt, assigneeName }: OpinionRow, answered: string | undefined): string {
  if (settledAt === null && dueAt) return `${said} (${t.toAnswer.vi(assigneeName ?? t.noOwner.vi, formatDate(dayOf(dueAt), "vi"))})`;
  return answered === undefined ? `${said} (${stateWord(state).vi})` : `${said} – ${t.answered.vi}: ${answered}`;
}

function promiseLine({ promise, ownerName, dueOn }: CommitmentRow): string {
  return t.promised.vi(/[.!?]$/.test(promise) ? promise : `${promise}.`, ownerName ?? t.noOwner.vi, formatDate(dueOn, "vi"));
}

/** The minutes as a print. */
export function minutesPaper(tx: Tx, opened: OpenedMeeting): Paper {
  const { issuer, madeAt, title, about, facts, parts, signers } = minutesFor(tx, opened);
  const around = { ...frame(tx, opened.matter.communeId, new Date(madeAt)), issuer };
  return {
    template: "src/modules/listening/documents/minutes.typ",
    data: { frame: officialFrame(around, `${title} ${opened.matter.code}`), title, about, facts, parts, signers },
  };
}
