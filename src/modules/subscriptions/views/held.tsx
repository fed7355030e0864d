import type { Lang } from "../../../base/lang.ts";
import { Button } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card } from "../../../web/views/parts.tsx";
import type { Standing } from "../service/subscribe.ts";
import { tellingTexts as t } from "../texts/resident.ts";
import { LetterBody, type LetterParts } from "./letter.tsx";

/** `hamlet`: the name of the one that it is for; null when it is for a matter. */
export type Held = { readonly standing: Standing; readonly hamlet: string | null };
type HeldProps = { readonly lang: Lang; readonly held: Held; readonly action: string };

/** The title that goes with where a subscription stands. */
export function heldTitle({ standing, hamlet }: Held, asked: "confirm" | "stop", lang: Lang): string {
  if (standing === "unknown") return t.unknownTitle[lang];
  if (standing === "ended") return t.stoppedTitle[lang];
  if (hamlet !== null) return t.followedTitle[lang](hamlet);
  if (asked === "stop") return t.stopTitle[lang];
  return standing === "confirmed" ? t.confirmed[lang] : t.confirmTitle[lang];
}

/** Confirming is a button: programmes that look through letters follow every link, and must not confirm by it. */
export function ConfirmPage({ lang, held, action }: HeldProps): Html {
  const { standing } = held;
  return (
    <>
      <h1>{heldTitle(held, "confirm", lang)}</h1>
      {standing === "unconfirmed" && (
        <>
          <p class="lead">{t.confirmText[lang]}</p>
          <form method="post" action={action}>
            <Button big>{t.confirm[lang]}</Button>
          </form>
        </>
      )}
      {standing === "confirmed" && <p class="lead">{t.confirmedText[lang]}</p>}
      <Rest lang={lang} held={held} />
    </>
  );
}

/** For a device that was switched on for a hamlet it is also the page that says so: she was led here, and keeps it to end it. */
export function StopPage({ lang, held, action }: HeldProps): Html {
  const { standing, hamlet } = held;
  return (
    <>
      <h1>{heldTitle(held, "stop", lang)}</h1>
      {(standing === "confirmed" || standing === "unconfirmed") && (
        <>
          {hamlet !== null && <p class="lead">{t.followedText[lang]}</p>}
          <p class={hamlet === null ? "lead" : undefined}>{t.stopText[lang]}</p>
          <form method="post" action={action}>
            <Button big>{t.stopNow[lang]}</Button>
          </form>
        </>
      )}
      <Rest lang={lang} held={held} />
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

function Rest({ lang, held }: Pick<HeldProps, "lang" | "held">): Html {
  if (held.standing === "ended") return <p class="lead">{(held.hamlet === null ? t.stoppedText : t.followEnded)[lang]}</p>;
  return held.standing === "unknown" && <p class="lead">{t.unknownText[lang]}</p>;
}
