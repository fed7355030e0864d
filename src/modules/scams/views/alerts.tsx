import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import { type Option, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { PhoneBar } from "../../../web/views/phone.tsx";
import { PushOffer } from "../../subscriptions/index.ts";
import { paths } from "../paths.ts";
import { publicTexts as t } from "../texts/public.ts";

/** A warning ready to be shown. */
export type ShownAlert = {
  readonly post: string;
  readonly ref: string;
  readonly headline: string;
  readonly body: string;
  readonly kind: string;
  /** For whom it is. */
  readonly reach: string;
  readonly at: string;
  /** The day on which it ended; null while it holds. */
  readonly overSince: string | null;
  /** The day on which it was taken back; its text is then said no more. */
  readonly withdrawnOn: string | null;
};

type Shown = { readonly lang: Lang; readonly dutyPhone: string | null };

type FollowProps = { readonly lang: Lang; readonly hamlets: readonly Option[]; readonly publicKey: string; readonly errors: FieldErrors; readonly typed: Typed };

/** The warnings of a post that hold, and how to be told of the next one. */
export function AlertsPage({ lang, dutyPhone, alerts, ...follow }: Shown & FollowProps & { readonly alerts: readonly ShownAlert[] }): Html {
  return (
    <>
      <ErrorSummary errors={follow.errors} lang={lang} />
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <h1>{t.alerts[lang]}</h1>
      {alerts.length === 0 && <EmptyState icon="shield-check" title={t.noAlerts[lang]} text={t.noAlertsText[lang]} />}
      {alerts.map((alert) => (
        <Stack>
          <h2>
            <a href={paths.publicAlert(alert.post, alert.ref)}>{alert.headline}</a>
          </h2>
          <p class="quiet">
            {alert.kind} · {alert.reach} · {t.published[lang](alert.at)}
          </p>
        </Stack>
      ))}
      <Follow lang={lang} {...follow} />
      <Back lang={lang} />
    </>
  );
}

/** The form is shown by its script alone; what the sentence says is so for everybody. */
function Follow({ lang, hamlets, publicKey, errors, typed }: FollowProps): Html {
  const offer = { lang, publicKey, action: paths.publicAlerts(), text: t.followHere[lang], hint: t.followHint[lang], error: errors["push"]?.[lang] ?? null };
  return (
    <Stack>
      <h2>{t.follow[lang]}</h2>
      <p>
        {t.followLead[lang]} <a href={paths.feeds()}>{t.feeds[lang]}</a>.
      </p>
      {hamlets.length > 0 && (
        <PushOffer {...offer}>
          <Select name="hamletId" lang={lang} label={t.hamlet[lang]} options={hamlets} value={typedText(typed, "hamletId")} error={errors["hamletId"]?.[lang]} />
        </PushOffer>
      )}
    </Stack>
  );
}

/** One warning: to be read, printed, and read aloud; taken back, it says so and no more. */
export function AlertPage({ lang, dutyPhone, alert, lines }: Shown & { readonly alert: ShownAlert; readonly lines: readonly string[] }): Html {
  const { withdrawnOn, overSince } = alert;
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <Stack>
        <h1>{alert.headline}</h1>
        {withdrawnOn !== null && (
          <Notice kind="warn" title={t.withdrawn[lang](withdrawnOn)}>
            {t.withdrawnText[lang]}
          </Notice>
        )}
        {withdrawnOn === null && overSince !== null && <Notice kind="warn" title={t.over[lang](overSince)} />}
        <p class="quiet">
          {alert.kind} · {alert.reach} · {t.published[lang](alert.at)}
        </p>
        {withdrawnOn === null && alert.body.split("\n").map((line) => <p>{line}</p>)}
        {lines.map((line) => (
          <p>
            <strong>{line}</strong>
          </p>
        ))}
      </Stack>
      {withdrawnOn === null && overSince === null && <Outings lang={lang} alert={alert} />}
      <Back lang={lang} />
    </>
  );
}

function Outings({ lang, alert }: { readonly lang: Lang; readonly alert: ShownAlert }): Html {
  return (
    <Row>
      <LinkButton href={paths.leaflet(alert.post, alert.ref)} icon="printer" kind="secondary">
        {t.leaflet[lang]}
      </LinkButton>
      <LinkButton href={paths.speech(alert.post, alert.ref)} icon="megaphone" kind="secondary">
        {t.speech[lang]}
      </LinkButton>
    </Row>
  );
}

/** What is read out by the loudspeaker. */
export function SpeechPage({ lang, sentences }: { readonly lang: Lang; readonly sentences: readonly string[] }): Html {
  return (
    <>
      <h1>{t.speech[lang]}</h1>
      <p class="quiet no-print">{t.speechHint[lang]}</p>
      {sentences.map((sentence) => (
        <p class="lead" lang="vi">
          {sentence}
        </p>
      ))}
      <Back lang={lang} />
    </>
  );
}

function Back({ lang }: Pick<Shown, "lang">): Html {
  return (
    <p class="no-print">
      <a href={paths.shield()}>{t.back[lang]}</a>
    </p>
  );
}
