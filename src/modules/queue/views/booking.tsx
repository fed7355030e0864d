import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, Stack, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { bookingTexts as t } from "../texts/resident.ts";

type Shown = { readonly lang: Lang };
export type Filled = { readonly typed: Typed; readonly errors: FieldErrors };
export const fresh: Filled = { typed: {}, errors: {} };

/** Something to choose: a link with a line below it. `href` null: it cannot be chosen. */
export type Option = { readonly href: string | null; readonly text: string; readonly note: string };

function Options({ options }: { readonly options: readonly Option[] }): Html {
  return (
    <ul class="entries">
      {options.map(({ href, text, note }) => (
        <li>
          {href === null ? <span class="quiet">{text}</span> : <a href={href}>{text}</a>}
          <span class="quiet"> {note}</span>
        </li>
      ))}
    </ul>
  );
}

type ChooseProps = Shown & { readonly title: string; readonly lead: string; readonly chosen: readonly SummaryRow[]; readonly options: readonly Option[] };

/** One question of a booking: what, which day, or what time. */
export function ChoosePage({ lang, title, lead, chosen, options }: ChooseProps): Html {
  return (
    <>
      <Stack>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </Stack>
      {chosen.length > 0 && <SummaryList rows={chosen} lang={lang} />}
      {options.length === 0 ? <EmptyState icon="calendar-days" title={t.noDays[lang]} text={t.noDaysText[lang]} /> : <Options options={options} />}
    </>
  );
}

/** The first page: what for, and the way back to an appointment that was made. */
export function BookingPage({ find, ...props }: ChooseProps & { readonly find: Filled }): Html {
  const { lang } = props;
  return (
    <>
      <ErrorSummary errors={find.errors} lang={lang} />
      <ChoosePage {...props} />
      <Stack>
        <h2>{t.findTitle[lang]}</h2>
        <form class="form" method="post" action={paths.booking()}>
          <input type="hidden" name="step" value="find" />
          <TextField
            name="ref"
            lang={lang}
            label={t.findLabel[lang]}
            hint={t.findHint[lang]}
            width="middle"
            maxlength={300}
            value={typedText(find.typed, "ref")}
            error={find.errors["ref"]?.[lang]}
          />
          <Row>
            <Button kind="secondary">{t.find[lang]}</Button>
          </Row>
        </form>
      </Stack>
    </>
  );
}

export type PersonProps = Shown & {
  readonly chosen: readonly SummaryRow[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly filled: Filled;
};

/** The last question: whom to call, and the phone. */
export function PersonPage({ lang, chosen, hidden, filled }: PersonProps): Html {
  const { typed, errors } = filled;
  return (
    <>
      <ErrorSummary errors={filled.errors} lang={lang} />
      <h1>{t.stepPerson[lang]}</h1>
      <SummaryList rows={chosen} lang={lang} />
      <form class="form" method="post" action={paths.booking()}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="calledBy"
          lang={lang}
          optional
          label={t.calledBy[lang]}
          hint={t.calledByHint[lang]}
          width="middle"
          maxlength={40}
          value={typedText(typed, "calledBy")}
          error={errors["calledBy"]?.[lang]}
        />
        <TextField
          name="phone"
          lang={lang}
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          label={t.phone[lang]}
          hint={t.phoneHint[lang]}
          width="middle"
          maxlength={20}
          value={typedText(typed, "phone")}
          error={errors["phone"]?.[lang]}
        />
        <Row>
          <Button big>{t.book[lang]}</Button>
        </Row>
      </form>
    </>
  );
}

/** Somebody was faster: the free times near the one that was asked for. */
export function TakenPage({ lang, near, otherDay }: Shown & { readonly near: readonly Option[]; readonly otherDay: string }): Html {
  return (
    <>
      <h1>{t.taken[lang]}</h1>
      <p class="lead">{near.length > 0 ? t.takenNear[lang] : t.takenNone[lang]}</p>
      {near.length > 0 && <Options options={near} />}
      <Row>
        <LinkButton href={otherDay} kind="secondary">
          {t.otherDay[lang]}
        </LinkButton>
      </Row>
    </>
  );
}

export type AppointmentProps = Shown & {
  readonly state: "coming" | "cancelled" | "over";
  readonly facts: readonly SummaryRow[];
  /** The address of the page, as a drawing; only while the appointment is to come. */
  readonly code: Html;
  readonly fileHref: string;
  readonly bringHref: string;
  readonly cancelAction: string;
};

const looks = {
  coming: { kind: "success", title: t.booked, text: t.bookedText },
  cancelled: { kind: "info", title: t.cancelled, text: t.cancelledText },
  over: { kind: "info", title: t.over, text: t.overText },
} as const;

/** An appointment, to whoever holds its reference. */
export function AppointmentPage(props: AppointmentProps): Html {
  const { lang, state, facts, code, fileHref, bringHref, cancelAction } = props;
  const { kind, title, text } = looks[state];
  return (
    <>
      <h1>{title[lang]}</h1>
      <Notice kind={kind} title={text[lang]} announce />
      <SummaryList rows={facts} lang={lang} />
      {state === "coming" ? (
        <>
          <Row>
            <LinkButton href={fileHref} icon="calendar-days">
              {t.addToCalendar[lang]}
            </LinkButton>
            <LinkButton href={bringHref} kind="secondary">
              {t.bring[lang]}
            </LinkButton>
          </Row>
          {code}
          <Stack>
            <h2>{t.cancelTitle[lang]}</h2>
            <p>{t.cancelText[lang]}</p>
            <form method="post" action={cancelAction}>
              <Button kind="danger">{t.cancel[lang]}</Button>
            </form>
          </Stack>
        </>
      ) : (
        <Row>
          <LinkButton href={paths.booking()}>{t.again[lang]}</LinkButton>
        </Row>
      )}
    </>
  );
}

export function NoAppointmentPage({ lang }: Shown): Html {
  return (
    <>
      <h1>{t.notFound[lang]}</h1>
      <p>{t.notFoundText[lang]}</p>
      <Row>
        <LinkButton href={paths.booking()}>{t.title[lang]}</LinkButton>
      </Row>
    </>
  );
}
