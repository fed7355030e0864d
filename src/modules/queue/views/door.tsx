import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { CheckGroup, type Option } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row, Stack } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { doorTexts as t } from "../texts/resident.ts";

type Shown = { readonly lang: Lang };

export type KioskProps = Shown & {
  readonly postName: string;
  readonly waiting: number;
  /** Stands for the ticket that one press of the button makes, however often it is pressed. */
  readonly ref: string;
  readonly classes: readonly Option[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

/** The machine at the door: a number, or "I am here" for whoever has an appointment. */
export function KioskPage({ lang, postName, waiting, ref, classes, typed, errors }: KioskProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <p class="lead">{postName}</p>
        <h1>{t.kioskTitle[lang]}</h1>
        <p class="lead">{t.waiting[lang](waiting)}</p>
      </Stack>
      <div class="kiosk">
        <form class="form" method="post" action={paths.kiosk()}>
          <input type="hidden" name="ref" value={ref} />
          {classes.length > 0 && (
            <CheckGroup
              name="priority"
              lang={lang}
              optional
              label={t.priority[lang]}
              hint={t.priorityHint[lang]}
              options={classes}
              values={typedList(typed, "priority")}
              error={errors["priority"]?.[lang]}
            />
          )}
          <Button big>{t.take[lang]}</Button>
        </form>
        <form class="form" method="post" action={paths.kioskCheckIn()}>
          <h2>{t.haveAppointment[lang]}</h2>
          <TextField name="who" lang={lang} label={t.checkInLabel[lang]} width="middle" maxlength={300} value={typedText(typed, "who")} error={errors["who"]?.[lang]} />
          <Button kind="secondary" big>
            {t.checkIn[lang]}
          </Button>
        </form>
      </div>
    </>
  );
}

/** A page of one sentence at the door: the machine is not opened, nobody works today, or a number is unknown. */
export function DoorNotice({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: Html }): Html {
  return (
    <Stack>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {children}
    </Stack>
  );
}

export type TicketProps = Shown & {
  readonly number: string;
  readonly lane: string;
  readonly state: string;
  /** How many smaller numbers wait; null once she was called. */
  readonly before: number | null;
  readonly code: Html;
  /** True on the machine at the door, which goes back to its first page. */
  readonly atDoor: boolean;
};

/** A ticket, to whoever holds its reference. */
export function TicketPage({ lang, number, lane, state, before, code, atDoor }: TicketProps): Html {
  return (
    <>
      <section class="ticket" data-return={atDoor ? paths.kiosk() : undefined}>
        <h1>{t.yourNumber[lang]}</h1>
        <p class="ticket-number">{number}</p>
        <p class="lead">{lane}</p>
        <p class="lead" role="status">
          <strong>{state}</strong> {before !== null && t.before[lang](before)}
        </p>
        <p>{t.order[lang]}</p>
        {code}
      </section>
      {atDoor && (
        <Row>
          <LinkButton href={paths.kiosk()} big>
            {t.nextPerson[lang]}
          </LinkButton>
        </Row>
      )}
    </>
  );
}
