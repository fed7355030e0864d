import type { Lang } from "../../../base/lang.ts";
import { LinkButton } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Row, Stack } from "../../../web/views/parts.tsx";
import { PhoneBar } from "../../../web/views/phone.tsx";
import { paths } from "../paths.ts";
import { publicTexts as t } from "../texts/public.ts";

/** A warning ready to be shown. */
export type ShownAlert = { readonly post: string; readonly ref: string; readonly headline: string; readonly body: string; readonly kind: string; readonly at: string };

type Shown = { readonly lang: Lang; readonly dutyPhone: string | null };

/** The warnings of a post that hold. */
export function AlertsPage({ lang, dutyPhone, alerts }: Shown & { readonly alerts: readonly ShownAlert[] }): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <h1>{t.alerts[lang]}</h1>
      {alerts.length === 0 && <EmptyState icon="shield-check" title={t.noAlerts[lang]} text={t.noAlertsText[lang]} />}
      {alerts.map((alert) => (
        <Stack>
          <h2>
            <a href={paths.publicAlert(alert.post, alert.ref)}>{alert.headline}</a>
          </h2>
          <p class="quiet">
            {alert.kind} · {t.published[lang](alert.at)}
          </p>
        </Stack>
      ))}
      <Back lang={lang} />
    </>
  );
}

/** One warning: to be read, printed, and read aloud. */
export function AlertPage({ lang, dutyPhone, alert, lines }: Shown & { readonly alert: ShownAlert; readonly lines: readonly string[] }): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <Stack>
        <h1>{alert.headline}</h1>
        <p class="quiet">
          {alert.kind} · {t.published[lang](alert.at)}
        </p>
        {alert.body.split("\n").map((line) => (
          <p>{line}</p>
        ))}
        {lines.map((line) => (
          <p>
            <strong>{line}</strong>
          </p>
        ))}
      </Stack>
      <Row>
        <LinkButton href={paths.leaflet(alert.post, alert.ref)} icon="printer" kind="secondary">
          {t.leaflet[lang]}
        </LinkButton>
        <LinkButton href={paths.speech(alert.post, alert.ref)} icon="megaphone" kind="secondary">
          {t.speech[lang]}
        </LinkButton>
      </Row>
      <Back lang={lang} />
    </>
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
