import type { Lang } from "../../../base/lang.ts";
import type { Unit } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { ScanField } from "../../../web/views/form/scan.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { channels, guestRows } from "../forms.ts";
import type { PaperKind, PlaceKind } from "../law.ts";
import { paths } from "../paths.ts";
import type { Known } from "../queries.ts";
import { stayTexts as t } from "../texts/office.ts";

export type StayFormProps = {
  readonly lang: Lang;
  readonly action: string;
  /** The reference that this declaration will bear, so that sent twice it is entered once. */
  readonly publicRef: string;
  /** Of the entry that is corrected; null for a new declaration. */
  readonly correcting: { readonly code: string; readonly version: number; readonly conflict: boolean } | null;
  readonly places: readonly PlaceKind[];
  readonly papers: readonly PaperKind[];
  readonly hamlets: readonly Unit[];
  /** What the law says of who is told of only once. */
  readonly help: string | null;
  readonly known: readonly Known[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** The whole declaration on one page: a caller does not wait. Whatever button is pressed, what was typed stays. */
export function StayForm(props: StayFormProps): Html {
  const { lang, action, publicRef, correcting, help, known, errors, typed } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{correcting ? t.correctTitle[lang](correcting.code) : t.declareTitle[lang]}</h1>
      {correcting?.conflict === true && <Notice kind="warn" title={t.conflictTitle[lang]} children={t.conflictText[lang]} announce />}
      <p class="lead">{correcting ? t.correctLead[lang] : t.declareLead[lang]}</p>
      {!correcting && <Notice kind="info" title={t.foreignersTitle[lang]} children={t.foreigners[lang]} />}
      {known.length > 0 && <KnownGuests known={known} lang={lang} />}
      <form class="form" method="post" action={action}>
        <input type="hidden" name="ref" value={publicRef} />
        <input type="hidden" name="rows" value={guestRows(typed).length} />
        {correcting && <input type="hidden" name="version" value={correcting.version} />}
        <Guests {...props} />
        <Host {...props} />
        <Times {...props} help={help} />
        {correcting && <TextField {...field(props, "reason")} label={t.reason[lang]} />}
        <Row>
          <Button icon="check" name="act" value="save" consequence={correcting ? undefined : t.saveConsequence[lang]}>
            {correcting ? t.saveCorrection[lang] : t.save[lang]}
          </Button>
          {known.length > 0 && (
            <Button kind="secondary" name="act" value="elsewhere">
              {t.elsewhere[lang]}
            </Button>
          )}
        </Row>
      </form>
    </>
  );
}

const field = ({ lang, typed, errors }: Pick<StayFormProps, "lang" | "typed" | "errors">, name: string) => ({
  name,
  lang,
  value: typedText(typed, name),
  error: errors[name]?.[lang],
});

function KnownGuests({ known, lang }: { readonly known: readonly Known[]; readonly lang: Lang }): Html {
  return (
    <Notice kind="warn" title={t.knownTitle[lang]} announce>
      <p>{t.knownText[lang]}</p>
      <ul>
        {known.map((one) => (
          <li>
            <a href={paths.stay(one.publicRef)}>{t.knownIn[lang](one.fullName, one.code)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Guests(props: StayFormProps): Html {
  const { lang, errors, typed } = props;
  return (
    <section class="stack" aria-labelledby="guests-title">
      <h2 id="guests-title">{t.guestsTitle[lang]}</h2>
      <ScanField name="card" lang={lang} label={t.scan[lang]} hint={t.scanHint[lang]} error={errors["card"]?.[lang]} submitText={t.scanAdd[lang]} optional camera />
      {guestRows(typed).map((row) => (
        <GuestRow {...props} row={row} />
      ))}
      <Row>
        <Button kind="secondary" icon="plus" name="act" value="more">
          {t.anotherGuest[lang]}
        </Button>
      </Row>
      <p class="quiet">{t.blankRows[lang]}</p>
    </section>
  );
}

function GuestRow(props: StayFormProps & { readonly row: number }): Html {
  const { lang, papers, row } = props;
  const sexes = [
    { value: "female", text: t.female[lang] },
    { value: "male", text: t.male[lang] },
  ];
  const own = (name: string) => field(props, `${name}${row}`);
  return (
    <fieldset class="three">
      <legend>{t.guestN[lang](row)}</legend>
      <TextField {...own("guestName")} label={t.fullName[lang]} maxlength={100} />
      <DateField {...own("guestBorn")} label={t.bornOn[lang]} hint={t.dayHint[lang]} />
      <Select {...own("guestSex")} label={t.sex[lang]} options={sexes} />
      <Select
        {...own("guestPaper")}
        value={typedText(props.typed, `guestPaper${row}`) || papers[0]?.id}
        label={t.paper[lang]}
        options={papers.map(({ id, name }) => ({ value: id, text: name[lang] }))}
      />
      <TextField {...own("guestNumber")} label={t.paperNumber[lang]} maxlength={40} />
    </fieldset>
  );
}

function Host(props: StayFormProps): Html {
  const { lang, correcting, places, hamlets } = props;
  return (
    <section class="stack" aria-labelledby="host-title">
      <h2 id="host-title">{t.hostTitle[lang]}</h2>
      {!correcting && (
        <RadioGroup
          {...field(props, "channel")}
          value={typedText(props.typed, "channel") || "phone"}
          label={t.channel[lang]}
          options={channels.map((value) => ({ value, text: t.channels[value][lang] }))}
        />
      )}
      <TextField {...field(props, "hostName")} label={t.hostName[lang]} maxlength={100} />
      <TextField {...field(props, "hostPhone")} label={t.hostPhone[lang]} type="tel" inputmode="tel" width="middle" optional />
      <Select
        {...field(props, "placeKind")}
        value={typedText(props.typed, "placeKind") || places[0]?.id}
        label={t.placeKind[lang]}
        options={places.map(({ id, name }) => ({ value: id, text: name[lang] }))}
      />
      <TextField {...field(props, "address")} label={t.address[lang]} maxlength={300} />
      <Select {...field(props, "hamletId")} label={t.hamlet[lang]} options={hamlets.map(({ id, name }) => ({ value: String(id), text: name }))} optional />
    </section>
  );
}

function Times(props: StayFormProps): Html {
  const { lang, help } = props;
  return (
    <Stack>
      <h2>{t.timesTitle[lang]}</h2>
      {help !== null && <p class="quiet">{help}</p>}
      <div class="three">
        <DateField {...field(props, "arrivedOn")} label={t.arrivedOn[lang]} hint={t.dayHint[lang]} />
        <TextField {...field(props, "arrivedTime")} label={t.arrivedTime[lang]} hint={t.timeHint[lang]} width="short" inputmode="numeric" maxlength={6} />
        <DateField {...field(props, "leavesOn")} label={t.leavesOn[lang]} hint={t.dayHint[lang]} optional />
      </div>
      <TextField {...field(props, "purpose")} label={t.purpose[lang]} hint={t.purposeHint[lang]} maxlength={200} />
      <div class="three">
        <DateField {...field(props, "toldOn")} label={t.toldOn[lang]} hint={t.toldHint[lang]} optional />
        <TextField {...field(props, "toldTime")} label={t.toldTime[lang]} hint={t.timeHint[lang]} width="short" inputmode="numeric" maxlength={6} optional />
      </div>
    </Stack>
  );
}
