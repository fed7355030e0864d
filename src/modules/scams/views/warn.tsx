import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { toldTexts } from "../../../web/told-texts.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, type Option, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row, Stack } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { officeTexts as t } from "../texts/office.ts";
import { publicTexts } from "../texts/public.ts";
import type { ShownAlert } from "./alerts.tsx";
import { ToldFields, type ToldFieldsProps } from "./shield.tsx";

type Filled = { readonly errors: FieldErrors; readonly typed: Typed };
/** A warning that was taken back: when, by whom, and why. */
export type TakenBack = { readonly alert: ShownAlert; readonly at: string; readonly by: string; readonly reason: string };
type Warnings = { readonly alerts: readonly ShownAlert[]; readonly takenBack: readonly TakenBack[] };
type WarnProps = Filled & Warnings & { readonly lang: Lang; readonly kinds: readonly Option[]; readonly hamlets: readonly Option[]; readonly formRef: string };

/** Writing a warning, those that hold, and those that were taken back. */
export function WarnPage({ lang, kinds, hamlets, alerts, takenBack, formRef, errors, typed }: WarnProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <h1>{t.warnTitle[lang]}</h1>
        <p>{t.warnLead[lang]}</p>
      </Stack>
      <form class="form" method="post" action={paths.alerts()}>
        <input type="hidden" name="ref" value={formRef} />
        <Select {...field("kind")} label={t.what[lang]} options={kinds} />
        <TextField {...field("headline")} label={t.headline[lang]} hint={t.headlineHint[lang]} maxlength={120} />
        <TextArea {...field("body")} label={t.body[lang]} rows={6} maxlength={1_500} />
        {hamlets.length > 0 && (
          <CheckGroup
            name="hamletIds"
            lang={lang}
            label={t.hamlets[lang]}
            hint={t.hamletsHint[lang]}
            options={hamlets}
            values={typedList(typed, "hamletIds")}
            error={errors["hamletIds"]?.[lang]}
          />
        )}
        <Row>
          <Button icon="megaphone">{t.publish[lang]}</Button>
        </Row>
      </form>
      <h2>{t.holding[lang]}</h2>
      {alerts.length === 0 && <p class="quiet">{t.noneHolding[lang]}</p>}
      {alerts.map((alert) => (
        <Holding lang={lang} alert={alert} />
      ))}
      {takenBack.length > 0 && <h2>{t.takenBack[lang]}</h2>}
      {takenBack.map((one) => (
        <Withdrawn lang={lang} {...one} />
      ))}
    </>
  );
}

type OneAlert = { readonly lang: Lang; readonly alert: ShownAlert };

/** A page of its own asks why: a form here would throw away what is being written above. */
function Holding({ lang, alert }: OneAlert): Html {
  return (
    <Stack>
      <Headline lang={lang} alert={alert} />
      <p>
        <a href={paths.leaflet(alert.post, alert.ref)}>{publicTexts.leaflet[lang]}</a> · <a href={paths.speech(alert.post, alert.ref)}>{publicTexts.speech[lang]}</a> ·{" "}
        <a href={paths.withdraw(alert.ref)}>{t.withdraw[lang]}</a>
      </p>
    </Stack>
  );
}

function Headline({ lang, alert, since }: OneAlert & { readonly since?: string }): Html {
  return (
    <>
      <h3>
        <a href={paths.publicAlert(alert.post, alert.ref)}>{alert.headline}</a>
      </h3>
      <p class="quiet">{[alert.kind, alert.reach, publicTexts.published[lang](alert.at), ...(since === undefined ? [] : [since])].join(" · ")}</p>
    </>
  );
}

/** Taking one warning back, with the reason. */
export function WithdrawPage({ lang, alert, errors, typed }: OneAlert & Filled): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <p>
          <a href={paths.alerts()}>{t.warnTitle[lang]}</a>
        </p>
        <h1>{t.withdraw[lang]}</h1>
        <p class="lead">{alert.headline}</p>
        <p class="quiet">{[alert.kind, alert.reach].join(" · ")}</p>
        <p>{t.withdrawLead[lang]}</p>
      </Stack>
      <form class="form" method="post" action={paths.withdraw(alert.ref)}>
        <TextField name="reason" lang={lang} label={t.why[lang]} hint={t.whyHint[lang]} maxlength={300} value={typedText(typed, "reason")} error={errors["reason"]?.[lang]} />
        <Row>
          <Button>{t.withdraw[lang]}</Button>
        </Row>
      </form>
    </>
  );
}

function Withdrawn({ lang, alert, at, by, reason }: TakenBack & { readonly lang: Lang }): Html {
  return (
    <Stack>
      <Headline lang={lang} alert={alert} since={t.withdrawnAt[lang](at)} />
      <p>{t.withdrawnFor[lang](by, reason)}</p>
    </Stack>
  );
}

type TakeProps = ToldFieldsProps & { readonly publicRef: string; readonly channels: readonly { readonly value: string; readonly text: string }[] };

/** Writing down what was told by telephone, at the post or in the field. */
export function TakePage(props: TakeProps): Html {
  const { lang, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.take[lang]}</h1>
      <TakeForm {...props} action={paths.take()} save={t.save[lang]} />
    </>
  );
}

/** The same for every officer of the post, whatever she may read. */
export function TellPage(props: TakeProps): Html {
  const { lang, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{toldTexts.title[lang]}</h1>
      <p class="lead">{toldTexts.lead[lang]}</p>
      <p>
        <a href={paths.tellReport()}>{t.tellReport[lang]}</a>
      </p>
      <TakeForm {...props} action={paths.tell()} save={toldTexts.save[lang]} />
    </>
  );
}

function TakeForm({ channels, publicRef, action, save, ...props }: TakeProps & { readonly action: string; readonly save: string }): Html {
  const { lang, errors, typed } = props;
  return (
    <form class="form" method="post" action={action}>
      <input type="hidden" name="ref" value={publicRef} />
      <Select name="channel" lang={lang} label={t.channel[lang]} options={channels} value={typedText(typed, "channel")} error={errors["channel"]?.[lang]} />
      <ToldFields {...props} />
      <Row>
        <Button>{save}</Button>
      </Row>
    </form>
  );
}
