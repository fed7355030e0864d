import type { Lang } from "../../../../base/lang.ts";
import { Icon } from "../../../../web/look/icons/icon.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Card, Stack } from "../../../../web/views/parts.tsx";
import { procedureTexts as t } from "../../texts/resident.ts";

/** A paper of a case: its name, how many of which kind, and when it is needed at all. */
export type ShownPaper = { readonly name: string; readonly count: string | null; readonly onlyIf: string | null };

export type ShownCase = {
  readonly id: string;
  readonly name: string;
  readonly help: string | null;
  readonly doneByAuthority: boolean;
  readonly asked: readonly ShownPaper[];
  readonly notAsked: readonly { readonly name: string; readonly reason: string }[];
};

/** The papers of each case: what is handed in, and what may not be asked for. All cases are in view, so that the page prints whole. */
export function Cases({ lang, cases }: { readonly lang: Lang; readonly cases: readonly ShownCase[] }): Html {
  const several = cases.length > 1;
  return (
    <Stack>
      <h2>{t.papersTitle[lang]}</h2>
      {several && <p>{t.casesLead[lang]}</p>}
      {cases.length > 2 && (
        <ul class="jumps no-print">
          {cases.map((one) => (
            <li>
              <a href={`#case-${one.id}`}>{one.name}</a>
            </li>
          ))}
        </ul>
      )}
      {cases.map((one) => (
        <Card>
          {several && <h3 id={`case-${one.id}`}>{one.name}</h3>}
          {one.help !== null && <p class="quiet">{one.help}</p>}
          <Papers lang={lang} one={one} />
        </Card>
      ))}
    </Stack>
  );
}

function Papers({ lang, one }: { readonly lang: Lang; readonly one: ShownCase }): Html {
  return (
    <>
      {one.asked.length === 0 ? <p>{one.doneByAuthority ? t.doneByAuthority[lang] : t.nothingToHandIn[lang]}</p> : <Asked lang={lang} papers={one.asked} />}
      {one.notAsked.length > 0 && (
        <div class="not-asked">
          <p>
            <strong>{t.notAskedTitle[lang]}</strong>
          </p>
          <ul>
            {one.notAsked.map((paper) => (
              <li>
                <Icon name="x" />
                <span>
                  <s>{paper.name}</s>
                  <span class="quiet"> {paper.reason}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Asked({ lang, papers }: { readonly lang: Lang; readonly papers: readonly ShownPaper[] }): Html {
  return (
    <div>
      <p>
        <strong>{t.handIn[lang]}</strong>
      </p>
      <ul class="ticks">
        {papers.map((paper) => (
          <li>
            {paper.name}
            {paper.onlyIf !== null && ` (${paper.onlyIf})`}
            {paper.count !== null && <span class="quiet"> · {paper.count}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
