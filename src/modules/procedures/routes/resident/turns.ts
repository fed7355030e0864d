import { formatDay, formatTime } from "../../../../base/day/format.ts";
import { dayOf } from "../../../../base/day.ts";
import type { Lang } from "../../../../base/lang.ts";
import type { House } from "../../../../kernel/house.ts";
import type {} from "../../house.ts";
import { findStopReason } from "../../law/endings.ts";
import { pauseTold } from "../../law/pauses.ts";
import type { Procedure } from "../../law.ts";
import type { SupplementRequest } from "../../queries/supplements.ts";
import { type ToldDefect, tellDefects } from "../../service/supplement.ts";
import { turnTexts as t } from "../../texts/track.ts";
import type { TrackedProps, WhatNow } from "../../views/resident/tracked.tsx";
import type { Tracked } from "./tracked.ts";

/** The law that the turns of a dossier are told by. */
export type Turning = Pick<House, "defects" | "pauseReasons" | "endingReasons">;

type Seen = { readonly procedure: Procedure; readonly lang: Lang; readonly house: Turning };
type Step = Tracked["steps"][number];

/** Whether a dossier ended without an answer: then no promise was kept or broken. */
export const isUnanswered = (state: string): boolean => state === "withdrawn" || state === "stopped";

/** What is still missing, what to do about each, and whether it could have been said before. */
export function missingOf(tracked: Tracked, seen: Seen): Pick<WhatNow, "missing" | "again"> {
  const { lang } = seen;
  const request = tracked.requests.at(-1);
  if (!request) return { missing: [], again: null };
  const missing = told(tracked, request, seen).map(({ name, todo }) => ({ name: name[lang], todo: t.todo[lang](todo[lang]) }));
  const again = request.repeated ? { title: t.again[lang](request.number), why: t.againWhy[lang](request.why ?? "") } : null;
  return { missing, again };
}

function told({ dossier }: Tracked, request: SupplementRequest, { procedure, house }: Seen): readonly ToldDefect[] {
  return tellDefects(house.defects, { procedure, caseId: dossier.caseId }, request);
}

/** What the resident reads while the clock stands still for something else than her papers. */
export function holdTold({ steps }: Tracked, { procedure, house, lang }: Seen): string | null {
  const hold = steps.findLast(({ action }) => action === "hold");
  return hold ? (pauseTold(house.pauseReasons, dayOf(hold.at), procedure, textOf(hold, "reason"))?.[lang] ?? null) : null;
}

/** The last time that the date was put off. */
export type Extension = { readonly promised: Date; readonly dueAt: Date; readonly reason: string; readonly late: boolean };

export function extensionOf(steps: readonly Step[]): Extension | null {
  const step = steps.findLast(({ action }) => action === "apologise");
  return step ? extensionIn(step) : null;
}

function extensionIn(step: Step): Extension {
  return {
    promised: new Date(textOf(step, "promised")),
    dueAt: new Date(textOf(step, "dueAt")),
    reason: textOf(step, "reason"),
    late: (step.facts as { late?: unknown }).late === true,
  };
}

/** The apology that stands on top of the page, until the answer is ready. While the clock stands still there is no date to name. */
export function extendedOf({ matter, steps }: Tracked, lang: Lang): TrackedProps["extended"] {
  const { dueAt, settledAt } = matter;
  const extension = settledAt === null ? extensionOf(steps) : null;
  if (!extension || dueAt === null) return null;
  const text = t.extendedText[lang](moment(extension.promised, lang), sentence(extension.reason));
  return { title: t.extendedTitle[lang](moment(dueAt, lang)), text: extension.late ? `${text} ${t.extendedLate[lang]}` : text };
}

/** What a step of the timeline says besides its name; null when its name says all. */
export function turnTold(tracked: Tracked, step: Step, seen: Seen): string | null {
  const { lang, house } = seen;
  if (step.action === "askSupplement") {
    const request = tracked.requests.find(({ seq }) => seq === step.seq);
    return request === undefined
      ? null
      : t.askedFor[lang](
          request.number,
          told(tracked, request, seen)
            .map(({ name }) => name[lang])
            .join("; "),
        );
  }
  if (step.action === "apologise") {
    const { promised, dueAt } = extensionIn(step);
    return t.extendedStep[lang](moment(promised, lang), moment(dueAt, lang));
  }
  if (step.action !== "stop") return null;
  const reason = findStopReason(house.endingReasons, dayOf(step.at), textOf(step, "reason"));
  return t.stopped[lang]([reason?.name[lang], textOf(step, "remark")].filter(Boolean).join(", "));
}

const textOf = ({ facts }: Step, name: string): string => {
  const value = (facts as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? value : "";
};

/** "17:00 Thursday 26 November 2026" */
export const moment = (instant: Date, lang: Lang): string => `${formatTime(instant)} ${formatDay(dayOf(instant), lang)}`;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
