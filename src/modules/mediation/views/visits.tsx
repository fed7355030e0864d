import { formatDate } from "../../../base/day/format.ts";
import { dayOf, daysBetween } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Html } from "../../../web/views/html.ts";
import { StateTag } from "../../../web/views/state.tsx";
import { instant } from "../../registers/index.ts";
import type { OpenedDispute } from "../service/read.ts";
import { disputeTexts as t } from "../texts/dispute.ts";
import { words } from "../texts/office.ts";
import { resumeTexts as r } from "../texts/resume.ts";
import { stateTexts } from "../texts/work.ts";

type VisitsProps = { readonly lang: Lang; readonly now: Date; readonly opened: OpenedDispute };

/** Visits that were promised, made, or made no more. */
export function Visits({ lang, now, opened }: VisitsProps): Html {
  if (opened.visits.length === 0) return null;
  const today = dayOf(now);
  return (
    <section>
      <h2>{t.visitsTitle[lang]}</h2>
      <ol class="stack">
        {opened.visits.map(({ number, plannedOn, promised, visitedOn, droppedAt, finding, step, note }) => {
          const late = droppedAt === null ? daysBetween(plannedOn, visitedOn ?? today) : 0;
          const said = [
            ...(promised ? [t.planned[lang](formatDate(plannedOn, lang))] : []),
            visitedOn ? t.made[lang](formatDate(visitedOn, lang)) : (droppedAt ? r.dropped : t.notMade)[lang],
            ...(late > 0 ? [t.late[lang](late)] : []),
          ];
          return (
            <li>
              <strong>{t.visitN[lang](number)}</strong>
              <br />
              <StateTag state={late > 0 ? "late" : visitedOn || droppedAt ? "done" : "working"} lang={lang} word={said.join(", ")} />
              <br />
              {[finding && words.findings[finding][lang], (step === "court" || step === "resume") && r[step === "court" ? "court" : "resumeStep"][lang], note]
                .filter(Boolean)
                .join(". ")}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Outcomes that stood until the dispute was taken up again, with what had been agreed. */
export function PastEndings({ lang, opened }: VisitsProps): Html {
  if (opened.past.length === 0) return null;
  return (
    <section>
      <h2>{r.pastTitle[lang]}</h2>
      <ol class="stack">
        {opened.past.map(({ outcome, endedAt, agreement, why, resumedAt }) => (
          <li>
            <strong>{r.pastLine[lang](stateTexts[outcome][lang], instant(endedAt, lang))}</strong>
            <br />
            <span class="quiet">{r.resumedLine[lang](instant(resumedAt, lang), r[why][lang])}</span>
            <p class="as-written">{agreement}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
