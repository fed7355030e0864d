import type { Lang } from "../../../../base/lang.ts";
import { typedText } from "../../../../web/form.ts";
import { Button, LinkButton } from "../../../../web/views/button.tsx";
import { RadioGroup } from "../../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Notice, Row, Stack } from "../../../../web/views/parts.tsx";
import { paths } from "../../paths.ts";
import { type Score, scores } from "../../queries.ts";
import { ratingTexts as t } from "../../texts/resident.ts";
import { CodeFields, type Filled } from "./look-up.tsx";

type RatingProps = { readonly lang: Lang; readonly ref: string };

/** Three big buttons, each its own answer; made for a phone and for the screen on the counter. */
export function RatingPage({ lang, ref, errors }: RatingProps & Pick<Filled, "errors">): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <h1>{t.title[lang]}</h1>
        <p class="lead">{t.lead[lang]}</p>
      </Stack>
      <form class="ratings full" method="post" action={paths.rating(ref)}>
        {scores.map((score, i) => (
          <button type="submit" class={`rating rating-${score}`} name="score" value={score} id={i === 0 ? "field-score" : undefined}>
            <Face score={score} />
            <span>{t[score][lang]}</span>
          </button>
        ))}
      </form>
      <Privacy lang={lang} />
      <p>
        <a href={paths.tracked(ref)}>{t.backToFile[lang]}</a>
      </p>
    </>
  );
}

const mouths: { readonly [S in Score]: string } = {
  verySatisfied: "M7 13.5c.8 3 2.6 4.5 5 4.5s4.2-1.5 5-4.5z",
  satisfied: "M8 14.5c1.1 1.4 2.4 2 4 2s2.9-.6 4-2",
  notSatisfied: "M8 16.5c1.1-1.4 2.4-2 4-2s2.9.6 4 2",
};

function Face({ score }: { readonly score: Score }): Html {
  return (
    <svg
      viewBox="0 0 24 24"
      width="64"
      height="64"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="10" />
      <path d={`M9 9.2v.6M15 9.2v.6${mouths[score]}`} />
    </svg>
  );
}

function Privacy({ lang }: { readonly lang: Lang }): Html {
  return (
    <Notice kind="info" title={t.privacyTitle[lang]}>
      {t.privacy[lang]}
    </Notice>
  );
}

/** What became of a rating: recorded, recorded before, or too early. */
export type Outcome = "recorded" | "already" | "notYet";

export function RatedPage({ lang, ref, outcome }: RatingProps & { readonly outcome: Outcome }): Html {
  const say = {
    recorded: { title: t.thanks[lang], text: t.thanksText[lang] },
    already: { title: t.already[lang], text: t.alreadyText[lang] },
    notYet: { title: t.notYet[lang], text: t.notYetText[lang] },
  }[outcome];
  return (
    <Stack>
      <h1>{say.title}</h1>
      <p class="lead">{say.text}</p>
      <Row>
        <LinkButton href={paths.tracked(ref)} kind="secondary">
          {t.backToFile[lang]}
        </LinkButton>
      </Row>
    </Stack>
  );
}

/** For whoever ticked the paper slip, and for whoever types it in for her. */
export function RatingSlipPage({ lang, typed, errors }: Filled & { readonly lang: Lang }): Html {
  const options = scores.map((score) => ({ value: score, text: t[score][lang] }));
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <h1>{t.slipTitle[lang]}</h1>
        <p class="lead">{t.slipLead[lang]}</p>
      </Stack>
      <form class="form" method="post" action={paths.ratingSlip()}>
        <CodeFields lang={lang} typed={typed} errors={errors} />
        <RadioGroup name="score" label={t.score[lang]} options={options} value={typedText(typed, "score")} error={errors["score"]?.[lang]} lang={lang} />
        <Row>
          <Button big>{t.send[lang]}</Button>
        </Row>
      </form>
      <Privacy lang={lang} />
    </>
  );
}
