import { distance, formatDate, formatDay, formatShortDay, formatTime } from "../../../../base/day/format.ts";
import { dayOf } from "../../../../base/day.ts";
import { formatDong } from "../../../../base/dong.ts";
import type { Lang } from "../../../../base/lang.ts";
import { describeSteps } from "../../../../kernel/clock/describe.ts";
import type { Step } from "../../../../kernel/clock/step.ts";
import { formatTerm, type Term } from "../../../../kernel/clock/term.ts";
import type { SummaryRow } from "../../../../web/views/parts.tsx";
import { describeOpening, findOpening, type Post, promise } from "../../../../web/views/post.ts";
import type { TimelineStep } from "../../../../web/views/state.tsx";
import { caseOf, type Procedure } from "../../law.ts";
import type { DossierState } from "../../matter.ts";
import { paths } from "../../paths.ts";
import type { findTracked } from "../../queries.ts";
import { endedTexts } from "../../texts/ended.ts";
import { doneWords, procedureTexts, stateWords, trackTexts as t, whatNow } from "../../texts/resident.ts";
import { comingWords, turnTexts, whatNowLate } from "../../texts/track.ts";
import type { Moment, TrackedProps, WhatNow } from "../../views/resident/tracked.tsx";
import { lookOf } from "../../views/state.ts";
import { extendedOf, extensionOf, holdTold, isUnanswered, missingOf, moment, type Turning, turnTold } from "./turns.ts";

export type Tracked = NonNullable<Awaited<ReturnType<typeof findTracked>>>;

type Seen = { readonly procedure: Procedure; readonly post: Post; readonly now: Date; readonly lang: Lang; readonly house: Turning };

const rateable: readonly string[] = ["signed", "refused", "handedOver", "refusalHandedOver"] satisfies DossierState[];

/** Whether there is a result to have an opinion on. */
export function isRateable(state: string): boolean {
  return rateable.includes(state);
}

/** All that the page of a dossier says, as of now. */
export function trackedProps(tracked: Tracked, seen: Seen): Omit<TrackedProps, "telling"> {
  const { matter, clock } = tracked;
  const { procedure, post, now, lang } = seen;
  const state = matter.state as DossierState;
  const isLate = matter.settledAt === null && matter.dueAt !== null && matter.dueAt < now;
  return {
    lang,
    code: matter.code,
    procedure: procedure.name[lang],
    look: lookOf(state),
    word: stateWords[state][lang],
    ended: endedOf(tracked, lang),
    apology: apologyFor(tracked, { isLate, now, lang }),
    extended: extendedOf(tracked, lang),
    isLate,
    moment: momentOf(tracked, { now, lang }),
    why: clock && {
      lines: describeSteps(clock.steps as readonly Step[], lang),
      basis: `${t.basis[lang](procedure.code, formatTerm(clock.term as Term, lang))}. ${procedure.source}`,
    },
    now: whatNowFor(tracked, { ...seen, isLate }),
    steps: stepsOf(tracked, { ...seen, isLate }),
    facts: factsOf(tracked, seen),
    phone: post.profile.phone,
  };
}

type Asking = { readonly now: Date; readonly lang: Lang };

function apologyFor({ matter }: Tracked, { isLate, now, lang }: Asking & { readonly isLate: boolean }): TrackedProps["apology"] {
  const { dueAt, settledAt } = matter;
  if (dueAt === null) return null;
  if (isLate) return { title: t.lateTitle[lang](distance(now, dueAt, lang)), text: t.lateText[lang] };
  if (settledAt === null || settledAt <= dueAt || isUnanswered(matter.state)) return null;
  return { title: t.wasLateTitle[lang], text: t.wasLateText[lang](moment(dueAt, lang), moment(settledAt, lang)) };
}

/** That the last paper was taken back, or that an earlier one was replaced; both with the reason that the check page gives too. */
function endedOf({ papers }: Tracked, lang: Lang): TrackedProps["ended"] {
  const [newest, ...older] = papers;
  if (newest?.revokedAt)
    return { title: endedTexts.revokedTitle[lang], text: endedTexts.revokedText[lang](formatDate(dayOf(newest.revokedAt), lang), withoutStop(newest.revokedFor ?? "")) };
  const replaced = older.find(({ supersededAt }) => supersededAt !== null);
  if (!replaced?.supersededAt) return null;
  const why = replaced.supersededFor === null ? "" : endedTexts.replacedWhy[lang](withoutStop(replaced.supersededFor));
  return { title: endedTexts.replacedTitle[lang], text: endedTexts.replacedText[lang](formatDate(dayOf(replaced.supersededAt), lang), why) };
}

const withoutStop = (text: string): string => text.replace(/[.\s]+$/, "");

/** What stands largest on the page: by when, or since when, with the note below it. */
function momentOf(tracked: Tracked, { now, lang }: Asking): Moment {
  const { matter, clock } = tracked;
  const { state, dueAt, settledAt, closedAt } = matter;
  const nothing = { time: null, instant: null };
  if (closedAt !== null) return { ...nothing, text: t.endedOn[lang](formatDay(dayOf(closedAt), lang)), note: keptPromise(tracked, lang) };
  if (settledAt !== null) return { ...nothing, text: t.readySince[lang](formatDay(dayOf(settledAt), lang)), note: keptPromise(tracked, lang) };
  if (state === "onHold" && dueAt === null) return { ...nothing, text: turnTexts.holding[lang], note: null };
  if (state === "awaitingSupplement" && dueAt === null) return { ...nothing, text: t.clockStands[lang], note: t.clockGoesOn[lang] };
  if (dueAt === null || clock === null) return { ...nothing, text: t.noTerm[lang], note: null };
  const { day, time } = promise(dueAt, lang);
  return { text: t.promised[lang](day), time: t.before[lang](time), instant: dueAt.toISOString(), note: distance(now, dueAt, lang) };
}

function keptPromise({ matter, steps }: Tracked, lang: Lang): string | null {
  const { state, dueAt, settledAt } = matter;
  if (dueAt === null || settledAt === null || settledAt > dueAt || isUnanswered(state)) return null;
  const first = extensionOf(steps)?.promised;
  const due = formatDay(dayOf(dueAt), lang);
  return first && settledAt > first ? turnTexts.inTimeAgain[lang](due, formatDay(dayOf(first), lang)) : t.inTime[lang](due);
}

function whatNowFor(tracked: Tracked, seen: Seen & { readonly isLate: boolean }): WhatNow {
  const { post, now, lang, isLate } = seen;
  const state = tracked.matter.state as DossierState;
  const isWaiting = state === "awaitingSupplement";
  const sentence = (isLate && !isWaiting ? whatNowLate : whatNow[state])[lang];
  const nothing = { sentence, missing: [], again: null, bring: [], come: null, note: null, links: [] };
  const isVoid = tracked.papers[0]?.revokedAt != null;
  if (isVoid && (state === "signed" || state === "refused")) return { ...nothing, sentence: endedTexts.beingRemade[lang] };
  if (isWaiting) return { ...nothing, ...missingOf(tracked, seen), come: comeTo(post, now, lang) };
  if (state === "onHold") return { ...nothing, sentence: holdTold(tracked, seen) ?? sentence };
  if (state === "signed" || state === "refused") return { ...nothing, bring: bringFor(tracked, lang), come: comeTo(post, now, lang), note: t.somebodyElse[lang] };
  if (state !== "handedOver" && state !== "refusalHandedOver") return nothing;
  return { ...nothing, links: [{ href: paths.rating(tracked.matter.publicRef), text: t.rate[lang], main: true }] };
}

function bringFor({ dossier }: Tracked, lang: Lang): string[] {
  const fee = dossier.feeDong > 0 ? [t.bringFee[lang](dong(dossier.feeDong, lang))] : [];
  return [t.bringSlip[lang], t.bringCard[lang], ...fee];
}

const dong = (amount: number, lang: Lang): string => procedureTexts.dong[lang](formatDong(BigInt(amount), lang));

function comeTo(post: Post, now: Date, lang: Lang): WhatNow["come"] {
  const opening = findOpening(post.calendar, now);
  const where = t.where[lang](post.profile.address === null ? post.name : `${post.name}, ${post.profile.address}`);
  return opening && { where, open: opening.open, rest: describeOpening(post.calendar, { opening, now, lang }) };
}

/** What comes after a state, nearest first; the last of them is when the promise is kept. */
const coming: { readonly [S in DossierState]: readonly (keyof typeof comingWords)[] } = {
  received: ["work", "sign", "fetch"],
  working: ["sign", "fetch"],
  awaitingSupplement: ["supplement", "sign", "fetch"],
  onHold: ["others", "sign", "fetch"],
  toSign: ["sign", "fetch"],
  outForSigning: ["sign", "fetch"],
  signed: ["fetch"],
  refused: ["fetchRefusal"],
  handedOver: [],
  refusalHandedOver: [],
  withdrawn: [],
  stopped: [],
};

function stepsOf(tracked: Tracked, seen: Seen & { readonly isLate: boolean }): TimelineStep[] {
  const { matter, steps } = tracked;
  const { isLate, lang } = seen;
  const done = steps.map((step): TimelineStep => {
    const told = turnTold(tracked, step, seen);
    const shown = { state: "done", title: doneWord(step.action, lang), at: `${formatDate(dayOf(step.at), lang)} ${formatTime(step.at)}` } as const;
    return told === null ? shown : { ...shown, detail: told };
  });
  const words = coming[matter.state as DossierState];
  const expected = matter.dueAt === null || matter.settledAt !== null || isLate ? {} : { at: formatShortDay(dayOf(matter.dueAt), lang) };
  const next = words.map((word, i): TimelineStep => ({ state: i === 0 ? "next" : "later", title: comingWords[word][lang], ...(i === words.length - 1 ? expected : {}) }));
  return [...done, ...next];
}

function doneWord(action: string, lang: Lang): string {
  return doneWords[action as keyof typeof doneWords]?.[lang] ?? action;
}

function factsOf({ matter, dossier, brought }: Tracked, { procedure, post, lang }: Seen): SummaryRow[] {
  const nameOf = new Map(caseOf(procedure, dossier.caseId).papers.map((paper) => [paper.code, paper.name[lang]]));
  const codes = new Set([...dossier.handedOver.map(({ code }) => code), ...brought.map(({ paper }) => paper)]);
  const papers = [...codes].map((code) => nameOf.get(code) ?? code);
  return [
    { term: t.receivedAt[lang], detail: moment(matter.receivedAt, lang) },
    { term: t.receivedBy[lang], detail: post.name },
    { term: t.fee[lang], detail: dossier.feeDong === 0 ? procedureTexts.free[lang] : dong(dossier.feeDong, lang) },
    { term: t.handedIn[lang], detail: papers.length === 0 ? t.handedNothing[lang] : papers.join("; ") },
  ];
}
