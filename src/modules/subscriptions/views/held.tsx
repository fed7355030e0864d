import type { Lang } from "../../../base/lang.ts";
import { Button } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card } from "../../../web/views/parts.tsx";
import type { Standing } from "../service/subscribe.ts";
import { tellingTexts as t } from "../texts/resident.ts";
import { LetterBody, type LetterParts } from "./letter.tsx";

type HeldProps = { readonly lang: Lang; readonly standing: Standing; readonly action: string };

/** The title that goes with where a subscription stands. */
export function heldTitle(standing: Standing, asked: "confirm" | "stop", lang: Lang): string {
  if (standing === "unknown") return t.unknownTitle[lang];
  if (standing === "ended") return t.stoppedTitle[lang];
  if (asked === "stop") return t.stopTitle[lang];
  return standing === "confirmed" ? t.confirmed[lang] : t.confirmTitle[lang];
}

/** Confirming is a button: programmes that look through letters follow every link, and must not confirm by it. */
export function ConfirmPage({ lang, standing, action }: HeldProps): Html {
  return (
    <>
      <h1>{heldTitle(standing, "confirm", lang)}</h1>
      {standing === "unconfirmed" && (
        <>
          <p class="lead">{t.confirmText[lang]}</p>
          <form method="post" action={action}>
            <Button big>{t.confirm[lang]}</Button>
          </form>
        </>
      )}
      {standing === "confirmed" && <p class="lead">{t.confirmedText[lang]}</p>}
      <Rest lang={lang} standing={standing} />
    </>
  );
}

export function StopPage({ lang, standing, action }: HeldProps): Html {
  return (
    <>
      <h1>{heldTitle(standing, "stop", lang)}</h1>
      {(standing === "confirmed" || standing === "unconfirmed") && (
        <>
          <p class="lead">{t.stopText[lang]}</p>
          <form method="post" action={action}>
            <Button big>{t.stopNow[lang]}</Button>
          </form>
        </>
      )}
      <Rest lang={lang} standing={standing} />
    </>
  );
}

/** A letter that a demonstration keeps in the house. */
export function DemoLetterPage({ lang, letter }: { readonly lang: Lang; readonly letter: LetterParts }): Html {
  return (
    <>
      <h1>{letter.subject}</h1>
      <p class="quiet">{t.demoLetterLead[lang]}</p>
      <Card>
        <div lang={letter.lang} class="stack">
          <LetterBody {...letter} />
        </div>
      </Card>
    </>
  );
}

function Rest({ lang, standing }: Pick<HeldProps, "lang" | "standing">): Html {
  if (standing === "ended") return <p class="lead">{t.stoppedText[lang]}</p>;
  return standing === "unknown" && <p class="lead">{t.unknownText[lang]}</p>;
}
