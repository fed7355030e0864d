import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import { Trap } from "../../../web/views/form/trap.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { tellingTexts as t } from "../texts/resident.ts";

/** Where somebody is told, as she sees it herself. */
export type ShownPlace = {
  readonly id: number;
  readonly text: string;
  readonly state: string;
  /** In a demonstration: the letter that waits to be answered. */
  readonly letterHref: string | null;
};

/** What became of what she just asked. */
export const outcomes = { asked: "da-gui", already: "da-co", started: "da-bat", stopped: "da-dung" } as const;
export type Outcome = keyof typeof outcomes;

export type TellingProps = {
  readonly lang: Lang;
  readonly places: readonly ShownPlace[];
  /** What was told, newest first, each in one sentence. */
  readonly told: readonly string[];
  /** False once nothing new can happen any more. */
  readonly open: boolean;
  readonly mail: boolean;
  /** By which a browser knows our messages. */
  readonly publicKey: string;
  readonly askAction: string;
  readonly stopAction: string;
  readonly outcome: Outcome | null;
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

/** Choosing how to be told of a matter, and what was told already. */
export function Telling(props: TellingProps): Html {
  const { lang, places, told, open, outcome } = props;
  return (
    <section class="stack" id="bao-tin" aria-labelledby="telling-title">
      <h2 id="telling-title">{t.title[lang]}</h2>
      {outcome !== null && <Notice kind={outcome === "stopped" || outcome === "already" ? "info" : "success"} title={t[outcome][lang]} level={3} announce />}
      <p>{open ? t.lead[lang] : t.ended[lang]}</p>
      {places.length > 0 && <Places {...props} />}
      {told.length > 0 && (
        <Stack>
          <h3>{t.toldTitle[lang]}</h3>
          <ul>
            {told.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Stack>
      )}
      {open && <Offers {...props} />}
    </section>
  );
}

function Places({ lang, places, stopAction }: TellingProps): Html {
  return (
    <Stack>
      <h3>{t.placesTitle[lang]}</h3>
      <ul class="entries">
        {places.map(({ id, text, state, letterHref }) => (
          <li>
            <form method="post" action={stopAction}>
              <input type="hidden" name="id" value={String(id)} />
              <div class="row">
                <span>
                  {text} <span class="quiet">({state})</span> {letterHref !== null && <a href={letterHref}>{t.demoLetter[lang]}</a>}
                </span>
                <button type="submit" class="ds-button" data-variant="tertiary">
                  {t.stop[lang]}
                  <span class="sr-only">: {text}</span>
                </button>
              </div>
            </form>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Offers({ lang, mail, publicKey, askAction, typed, errors }: TellingProps): Html {
  return (
    <>
      {mail ? (
        <form class="form" method="post" action={askAction}>
          <TextField
            name="email"
            lang={lang}
            type="email"
            inputmode="email"
            autocomplete="email"
            label={t.email[lang]}
            hint={t.emailHint[lang]}
            width="middle"
            maxlength={254}
            value={typedText(typed, "email")}
            error={errors["email"]?.[lang]}
          />
          <Trap lang={lang} />
          <Row>
            <Button kind="secondary">{t.askEmail[lang]}</Button>
          </Row>
        </form>
      ) : (
        <p class="quiet">{t.noMail[lang]}</p>
      )}
      <PushOffer {...{ lang, publicKey }} action={askAction} text={t.askPush[lang]} hint={t.pushHint[lang]} error={errors["push"]?.[lang] ?? null} />
    </>
  );
}

type OfferProps = {
  readonly lang: Lang;
  readonly publicKey: string;
  readonly action: string;
  readonly text: string;
  readonly hint: string;
  readonly error: string | null;
  readonly children?: Html;
};

/** Shown by the script, and only where the browser can do it; without it nobody is offered what cannot work. `children`: what else is asked. */
export function PushOffer({ lang, publicKey, action, text, hint, error, children }: OfferProps): Html {
  return (
    <>
      {error !== null && (
        <p class="ds-validation-message" id="field-push">
          {error}
        </p>
      )}
      <form class="form" method="post" action={action} hidden data-push={publicKey} data-denied={t.pushDenied[lang]} data-failed={t.pushFailed[lang]}>
        <input type="hidden" name="endpoint" />
        <input type="hidden" name="p256dh" />
        <input type="hidden" name="auth" />
        {children}
        <Row>
          <Button kind="secondary">{text}</Button>
        </Row>
        <p class="quiet">{hint}</p>
        <p role="status" data-push-said />
      </form>
    </>
  );
}
