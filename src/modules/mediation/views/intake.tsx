import type { Lang } from "../../../base/lang.ts";
import type { Unit } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { askers, channels, partyRows, sides } from "../forms/intake.ts";
import type { DisputeKind, Exclusion } from "../law.ts";
import { paths } from "../paths.ts";
import { intakeWords as t, words } from "../texts/office.ts";
import { Heading } from "./heading.tsx";

export type IntakeProps = {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly kinds: readonly DisputeKind[];
  readonly exclusions: readonly Exclusion[];
  readonly hamlets: readonly Unit[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** A dispute with its parties on one page. */
export function IntakeForm(props: IntakeProps): Html {
  const { lang, publicRef, errors, typed, kinds, hamlets, exclusions } = props;
  const field = fieldsOf(props);
  return (
    <>
      <Heading lang={lang} errors={errors} title={t.title[lang]} />
      <p class="lead">{t.lead[lang]}</p>
      <form class="form" method="post" action={paths.intake()}>
        {/* Enter in a field presses the first button of its form, which would otherwise be the one that adds a person. */}
        <button type="submit" name="act" value="save" hidden tabIndex={-1}>
          {t.save[lang]}
        </button>
        <input type="hidden" name="ref" value={publicRef} />
        <input type="hidden" name="rows" value={partyRows(typed).length} />
        <Select {...field("kind")} autofocus={Object.keys(typed).length === 0} label={t.kind[lang]} options={kinds.map(({ id, name }) => ({ value: id, text: name[lang] }))} />
        <Select {...field("hamletId")} label={t.hamlet[lang]} options={hamlets.map(({ id, name }) => ({ value: String(id), text: name }))} />
        <TextField {...field("spot")} label={t.spot[lang]} hint={t.spotHint[lang]} maxlength={120} />
        <RadioGroup {...field("askedBy")} label={t.askedBy[lang]} options={askers.map((value) => ({ value, text: words.askers[value][lang] }))} />
        <RadioGroup {...field("channel")} label={t.channel[lang]} options={channels.map((value) => ({ value, text: words.channels[value][lang] }))} />
        <TextArea {...field("told")} label={t.told[lang]} maxlength={2_000} />
        <Parties {...props} />
        <Select
          {...field("exclusion")}
          label={t.excluded[lang]}
          hint={t.excludedHint[lang]}
          optional
          options={exclusions.map(({ id, name }) => ({ value: id, text: name[lang] }))}
        />
        <Row>
          <Button icon="check" name="act" value="save">
            {t.save[lang]}
          </Button>
        </Row>
      </form>
    </>
  );
}

/** What every field of a form is given: its name, what was typed, and what is wrong with it. */
export const fieldsOf =
  ({ lang, typed, errors }: { readonly lang: Lang; readonly typed: Typed; readonly errors: FieldErrors }) =>
  (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });

function Parties(props: IntakeProps): Html {
  const { lang, typed } = props;
  return (
    <section class="stack" aria-labelledby="parties-title">
      <h2 id="parties-title">{t.partiesTitle[lang]}</h2>
      {partyRows(typed).map((row) => (
        <PartyRow {...props} row={row} />
      ))}
      <Row>
        <Button kind="secondary" icon="plus" name="act" value="more">
          {t.more[lang]}
        </Button>
      </Row>
      <p class="quiet">{t.blank[lang]}</p>
    </section>
  );
}

function PartyRow(props: IntakeProps & { readonly row: number }): Html {
  const { lang, row, typed } = props;
  const field = fieldsOf(props);
  const own = (name: string) => field(`${name}${row}`);
  const added = typedText(typed, "act") === "more" && row === partyRows(typed).length;
  const suggested = row === 1 ? "sideOne" : row === 2 ? "sideTwo" : "";
  return (
    <fieldset class="three">
      <legend>{t.partyN[lang](row)}</legend>
      <Select
        {...own("partySide")}
        value={typedText(typed, `partySide${row}`) || suggested}
        label={t.side[lang]}
        options={sides.map((value) => ({ value, text: words.sides[value][lang] }))}
      />
      <TextField {...own("partyName")} autofocus={added} label={t.fullName[lang]} maxlength={100} />
      <TextField {...own("partyPhone")} label={t.phone[lang]} type="tel" width="middle" optional />
      <TextField {...own("partyId")} label={t.idNumber[lang]} hint={t.idHint[lang]} inputmode="numeric" width="middle" maxlength={20} optional />
      <TextField {...own("partyAddress")} label={t.address[lang]} maxlength={200} optional />
      <CheckGroup {...own("partyMinor")} label={t.minor[lang]} options={[{ value: "yes", text: t.isMinor[lang] }]} values={typedList(typed, `partyMinor${row}`)} />
    </fieldset>
  );
}
