import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type ToldOfficer, toldStep } from "../../subscriptions/index.ts";
import type { listTimeline } from "../queries.ts";
import { actionTexts, officeTexts as t } from "../texts/office.ts";
import type { ShownStep } from "../views/office/dossier.tsx";

type Happened = { readonly steps: Awaited<ReturnType<typeof listTimeline>>; readonly told: readonly ToldOfficer[] };

/** What was done and what the resident was told of it, in the order in which it happened. */
export function happened(tx: Tx, { steps, told }: Happened, lang: Lang): readonly ShownStep[] {
  const done = steps.map((step) => ({ instant: step.at, title: wordOf(step.action, lang), by: step.actorName ?? t.system[lang], note: step.note }));
  const tellings = told.map((one) => ({ ...toldStep(tx, one, { about: aboutOf(one, lang), lang }), by: t.system[lang] })).reverse();
  // The sort keeps what it is given in order: at the same instant a step stands before the telling of it.
  const all = [...done, ...tellings].sort((a, b) => a.instant.getTime() - b.instant.getTime());
  return all.map(({ instant, ...shown }) => ({ ...shown, at: formatMoment(instant, lang) }));
}

const wordOf = (action: string, lang: Lang): string => actionTexts[action as keyof typeof actionTexts]?.[lang] ?? action;

/** A notice is named after the action that caused it. */
const aboutOf = ({ template }: ToldOfficer, lang: Lang): string | null => template && wordOf(template.split(".").at(-1) ?? template, lang);
