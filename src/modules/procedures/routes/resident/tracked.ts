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
import type { Procedure } from "../../law.ts";
import type { DossierState } from "../../matter.ts";
import { paths } from "../../paths.ts";
import type { findTracked } from "../../queries.ts";
import { linesOf } from "../../service/supplement.ts";
import { comingWords, doneWords, procedureTexts, stateWords, trackTexts as t, whatNow, whatNowLate } from "../../texts/resident.ts";
import type { Moment, TrackedProps, WhatNow } from "../../views/resident/tracked.tsx";
import { lookOf } from "../../views/state.ts";

export type Tracked = NonNullable<Awaited<ReturnType<typeof findTracked>>>;

type Seen = { readonly procedure: Procedure; readonly post: Post; readonly now: Date; readonly lang: Lang };

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
    apology: apologyFor(tracked, { isLate, now, lang }),
    isLate,
    moment: momentOf(tracked, { now, lang }),
    why: clock && {
      lines: describeSteps(clock.steps as readonly Step[], lang),
      basis: `${t.basis[lang](procedure.code, formatTerm(clock.term as Term, lang))}. ${procedure.source}`,
    },
    now: whatNowFor(tracked, { ...seen, isLate }),
    steps: stepsOf(tracked, { isLate, lang }),
    facts: factsOf(tracked, seen),
    phone: post.profile.phone,
  };
}

type Asking = { readonly now: Date; readonly lang: Lang };

function apologyFor({ matter }: Tracked, { isLate, now, lang }: Asking & { readonly isLate: boolean }): TrackedProps["apology"] {
  const { dueAt, settledAt } = matter;
  if (dueAt === null) return null;
  if (isLate) return { title: t.lateTitle[lang](distance(now, dueAt, lang)), text: t.lateText[lang] };
  if (settledAt === null || settledAt <= dueAt || matter.state === "withdrawn") return null;
  return { title: t.wasLateTitle[lang], text: t.wasLateText[lang](moment(dueAt, lang), moment(settledAt, lang)) };
}

/** "17:00 Thursday 26 November 2026" */
const moment = (instant: Date, lang: Lang): string => `${formatTime(instant)} ${formatDay(dayOf(instant), lang)}`;

function momentOf({ matter, clock }: Tracked, { now, lang }: Asking): Moment {
  const { state, dueAt, settledAt, closedAt } = matter;
  const nothing = { time: null, instant: null };
  if (closedAt !== null) return { ...nothing, text: t.endedOn[lang](formatDay(dayOf(closedAt), lang)), note: keptPromise(matter, lang) };
  if (settledAt !== null) return { ...nothing, text: t.readySince[lang](formatDay(dayOf(settledAt), lang)), note: keptPromise(matter, lang) };
  if (state === "awaitingSupplement" && dueAt === null) return { ...nothing, text: t.clockStands[lang], note: t.clockGoesOn[lang] };
  if (dueAt === null || clock === null) return { ...nothing, text: t.noTerm[lang], note: null };
  const { day, time } = promise(dueAt, lang);
  return { text: t.promised[lang](day), time: t.before[lang](time), instant: dueAt.toISOString(), note: distance(now, dueAt, lang) };
}

function keptPromise({ state, dueAt, settledAt }: Tracked["matter"], lang: Lang): string | null {
  if (dueAt === null || settledAt === null || settledAt > dueAt || state === "withdrawn") return null;
  return t.inTime[lang](formatDay(dayOf(dueAt), lang));
}

function whatNowFor(tracked: Tracked, { post, now, lang, isLate }: Seen & { readonly isLate: boolean }): WhatNow {
  const state = tracked.matter.state as DossierState;
  const isWaiting = state === "awaitingSupplement";
  const sentence = (isLate && !isWaiting ? whatNowLate : whatNow[state])[lang];
  const nothing = { sentence, missing: [], bring: [], come: null, note: null, links: [] };
  if (isWaiting) return { ...nothing, missing: missingOf(tracked), come: comeTo(post, now, lang) };
  if (state === "signed" || state === "refused") return { ...nothing, bring: bringFor(tracked, lang), come: comeTo(post, now, lang), note: t.somebodyElse[lang] };
  if (state !== "handedOver" && state !== "refusalHandedOver") return nothing;
  return { ...nothing, links: [{ href: paths.rating(tracked.matter.publicRef), text: t.rate[lang], main: true }] };
}

/** What the officer wrote when the clock was stopped, one thing a line. */
function missingOf({ pause }: Tracked): string[] {
  return [...linesOf(pause?.reason ?? "")];
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
  toSign: ["sign", "fetch"],
  signed: ["fetch"],
  refused: ["fetchRefusal"],
  handedOver: [],
  refusalHandedOver: [],
  withdrawn: [],
};

function stepsOf({ matter, steps }: Tracked, { isLate, lang }: { readonly isLate: boolean; readonly lang: Lang }): TimelineStep[] {
  const done = steps.map(({ at, action }): TimelineStep => ({ state: "done", title: doneWord(action, lang), at: `${formatDate(dayOf(at), lang)} ${formatTime(at)}` }));
  const words = coming[matter.state as DossierState];
  const expected = matter.dueAt === null || matter.settledAt !== null || isLate ? {} : { at: formatShortDay(dayOf(matter.dueAt), lang) };
  const next = words.map((word, i): TimelineStep => ({ state: i === 0 ? "next" : "later", title: comingWords[word][lang], ...(i === words.length - 1 ? expected : {}) }));
  return [...done, ...next];
}

function doneWord(action: string, lang: Lang): string {
  return doneWords[action as keyof typeof doneWords]?.[lang] ?? action;
}

function factsOf({ matter, dossier }: Tracked, { procedure, post, lang }: Seen): SummaryRow[] {
  const nameOf = new Map(procedure.cases.flatMap((one) => one.papers).map((paper) => [paper.code, paper.name[lang]]));
  const papers = dossier.handedOver.map(({ code }) => nameOf.get(code) ?? code);
  return [
    { term: t.receivedAt[lang], detail: moment(matter.receivedAt, lang) },
    { term: t.receivedBy[lang], detail: post.name },
    { term: t.fee[lang], detail: dossier.feeDong === 0 ? procedureTexts.free[lang] : dong(dossier.feeDong, lang) },
    { term: t.handedIn[lang], detail: papers.length === 0 ? t.handedNothing[lang] : papers.join("; ") },
  ];
}
