import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { Select } from "../../../web/views/form/choice.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { usualHours, usualWeeks, weeksAhead } from "../forms/roster.ts";
import { paths } from "../paths.ts";
import { rosterTexts as t } from "../texts/roster.ts";
import { fieldOf, Head } from "./intake.tsx";

/** A shift as it is shown: who, and from when to when. */
export type ShownShift = { readonly officerId: number; readonly name: string; readonly starts: string; readonly hours: string };

export type RosterProps = {
  readonly lang: Lang;
  /** The first day shown; what is sent comes back to it. */
  readonly from: string;
  readonly days: readonly { readonly day: string; readonly shown: string; readonly shifts: readonly ShownShift[] }[];
  readonly officers: readonly { readonly id: number; readonly name: string }[];
  readonly mayChange: boolean;
  readonly earlier: string;
  readonly later: string;
  /** What became of copying, line by line; null when nothing was copied just now. */
  readonly copied: { readonly title: string; readonly leftOut: readonly string[] } | null;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** Who is on duty on seven days. */
export function RosterPage(props: RosterProps): Html {
  const { lang, days, copied, mayChange, earlier, later } = props;
  return (
    <Stack>
      <Head {...props} title={t.title[lang]} lead={t.lead[lang]} />
      {copied !== null && <Outcome lang={lang} {...copied} />}
      {mayChange && <AddShift {...props} />}
      <Row>
        <LinkButton href={earlier} kind="secondary">
          {t.earlier[lang]}
        </LinkButton>
        <LinkButton href={later} kind="secondary">
          {t.later[lang]}
        </LinkButton>
      </Row>
      {days.map(({ day, shown, shifts }) => (
        <Card>
          <h2>{shown}</h2>
          {shifts.length === 0 && <p class="quiet">{t.nobody[lang]}</p>}
          {shifts.map((shift) => (
            <ShiftLine {...props} day={day} shift={shift} />
          ))}
        </Card>
      ))}
      {mayChange && <CopyWeek {...props} />}
    </Stack>
  );
}

function Outcome({ lang, title, leftOut }: { readonly lang: Lang; readonly title: string; readonly leftOut: readonly string[] }): Html {
  return (
    <Notice kind={leftOut.length === 0 ? "success" : "warn"} title={title} announce>
      <p>{(leftOut.length === 0 ? t.nothingLeft : t.leftOut)[lang]}</p>
      {leftOut.length > 0 && (
        <ul>
          {leftOut.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function AddShift(props: RosterProps): Html {
  const { lang, from, days, officers, typed } = props;
  const field = fieldOf(props);
  return (
    <form class="form" method="post" action={paths.roster()}>
      <input type="hidden" name="from" value={from} />
      <Select {...field("day")} label={t.day[lang]} options={days.map(({ day, shown }) => ({ value: day, text: shown }))} />
      <Select {...field("officer")} label={t.officer[lang]} options={officers.map(({ id, name }) => ({ value: String(id), text: name }))} />
      <TextField {...field("starts")} label={t.starts[lang]} value={typedText(typed, "starts") || usualHours.starts} width="short" maxlength={5} />
      <TextField {...field("ends")} label={t.ends[lang]} hint={t.endsHint[lang]} value={typedText(typed, "ends") || usualHours.ends} width="short" maxlength={5} />
      <Row>
        <Button icon="plus">{t.add[lang]}</Button>
      </Row>
    </form>
  );
}

function ShiftLine({ lang, from, day, shift, mayChange }: RosterProps & { readonly day: string; readonly shift: ShownShift }): Html {
  const { officerId, name, starts, hours } = shift;
  return (
    <form method="post" action={paths.offRoster()} class="row">
      <span>
        {name}, {hours}
      </span>
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="officer" value={officerId} />
      <input type="hidden" name="starts" value={starts} />
      {mayChange && <Button kind="quiet">{`${t.remove[lang](name)}, ${hours}`}</Button>}
    </form>
  );
}

function CopyWeek(props: RosterProps): Html {
  const { lang, from, typed } = props;
  const field = fieldOf(props);
  return (
    <form class="form" method="post" action={paths.copyRoster()}>
      <h2>{t.copyTitle[lang]}</h2>
      <input type="hidden" name="from" value={from} />
      <Select
        {...field("weeks")}
        value={typedText(typed, "weeks") || usualWeeks}
        label={t.copyWeeks[lang]}
        options={weeksAhead.map((value) => ({ value, text: t.weekCount[lang](Number(value)) }))}
      />
      <Row>
        <Button kind="secondary" consequence={t.copyHint[lang]}>
          {t.copy[lang]}
        </Button>
      </Row>
    </form>
  );
}
