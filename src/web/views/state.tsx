import type { Bilingual, Lang } from "../../base/lang.ts";
import { Icon } from "../look/icons/icon.tsx";
import type { IconName } from "../look/icons/names.ts";
import { texts } from "../texts.ts";
import type { Html } from "./html.ts";

const tags = {
  draft: { icon: "square-pen", word: texts.stateDraft },
  received: { icon: "inbox", word: texts.stateReceived },
  assigned: { icon: "arrow-right", word: texts.stateAssigned },
  working: { icon: "clock", word: texts.stateWorking },
  toSign: { icon: "pen-line", word: texts.stateToSign },
  done: { icon: "circle-check", word: texts.stateDone },
  late: { icon: "circle-alert", word: texts.stateLate },
  paused: { icon: "circle-pause", word: texts.statePaused },
  returned: { icon: "undo-2", word: texts.stateReturned },
  refused: { icon: "circle-x", word: texts.stateRefused },
} as const satisfies { readonly [state: string]: { readonly icon: IconName; readonly word: Bilingual } };

/** How a state looks; a module maps its own states to these. */
export type StateLook = keyof typeof tags;

/** A state: colour, sign and word together. `word` replaces the common word where the module has its own. */
export function StateTag({ state, lang, word }: { readonly state: StateLook; readonly lang: Lang; readonly word?: string | undefined }): Html {
  const tag = tags[state];
  return (
    <span class={`ds-tag state state-${state}`}>
      <Icon name={tag.icon} />
      {word ?? tag.word[lang]}
    </span>
  );
}

/** When something is due: the distance first, the exact moment under it. */
export function DueMoment({
  distance,
  exact,
  instant,
  late,
  note,
  big,
}: {
  /** "1 h 20 left", or on a resident's page the date itself. */
  readonly distance: string;
  /** Weekday, date and hour. */
  readonly exact: string;
  /** ISO 8601, for machines. */
  readonly instant: string;
  readonly late?: boolean | undefined;
  /** "3 working days", "letter of apology drafted". */
  readonly note?: string | undefined;
  readonly big?: boolean | undefined;
}): Html {
  return (
    <div class={["due", late === true && "due-late", big === true && "due-big"].filter(Boolean).join(" ")}>
      <strong>{distance}</strong>
      <time dateTime={instant}>{exact}</time>
      {note !== undefined && <span>{note}</span>}
    </div>
  );
}

/** The arithmetic of a date, opened by whoever doubts it. */
export function WhyThisDate({
  lines,
  basis,
  lang,
  open,
}: {
  /** As the clock describes its steps: "Monday 23/11: working day 1". */
  readonly lines: readonly string[];
  readonly basis: string;
  readonly lang: Lang;
  readonly open?: boolean | undefined;
}): Html {
  return (
    <details class="why" open={open}>
      <summary>
        <Icon name="chevron-right" />
        {texts.whyThisDate[lang]}
      </summary>
      <ol>
        {lines.flatMap(rowsOf).map(([day, counts]) => (
          <li>
            {counts === undefined ? day : <b>{day}</b>}
            {counts !== undefined && <span>{counts}</span>}
          </li>
        ))}
      </ol>
      <p class="quiet basis">
        {texts.basis[lang]} {basis}
      </p>
    </details>
  );
}

/** A line of the arithmetic as rows: a day, and what it counts as. Two days on one line become two rows. */
function rowsOf(line: string): readonly (readonly [string, string?])[] {
  return line.split(" · ").map((part) => {
    const colon = part.indexOf(": ");
    const day = colon < 0 ? part : part.slice(0, colon);
    const upper = `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
    return colon < 0 ? [upper] : [upper, part.slice(colon + 2)];
  });
}

export type TimelineStep = {
  readonly state: "done" | "next" | "later";
  readonly title: string;
  /** "20/11/2026 15:02", or the expected day. */
  readonly at?: string | undefined;
  readonly by?: string | undefined;
  readonly detail?: Html;
};

/** What was done, what comes next. */
export function Timeline({ steps, lang }: { readonly steps: readonly TimelineStep[]; readonly lang: Lang }): Html {
  const lead = { done: texts.timelineDone, next: texts.timelineNext, later: texts.timelineLater };
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li class={step.state}>
          <b>
            <span class={step.state === "done" ? "sr-only" : undefined}>{lead[step.state][lang]} </span>
            {step.title}
          </b>
          <TimelineFacts step={step} lang={lang} />
          {step.detail}
        </li>
      ))}
    </ol>
  );
}

function TimelineFacts({ step, lang }: { readonly step: TimelineStep; readonly lang: Lang }): Html {
  const at = step.at !== undefined && step.state !== "done" ? `${texts.expected[lang]} ${step.at}` : step.at;
  const facts = [at, step.by].filter((fact) => fact !== undefined);
  return facts.length > 0 && <span class="quiet">{facts.join(" · ")}</span>;
}
