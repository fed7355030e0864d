import { formatDate } from "../../../../base/day/format.ts";
import { last4Of } from "../../../../base/identity.ts";
import type { Lang } from "../../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../../web/form.ts";
import { Button, LinkButton } from "../../../../web/views/button.tsx";
import { RadioGroup } from "../../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import { ScanField } from "../../../../web/views/form/scan.tsx";
import { DateField, TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { SummaryList } from "../../../../web/views/parts.tsx";
import type { Procedure } from "../../law.ts";
import { paths } from "../../paths.ts";
import type { Bearer } from "../../service/intake.ts";
import { officeTexts as t } from "../../texts/office.ts";

type FormProps = { readonly lang: Lang; readonly errors: FieldErrors; readonly typed: Typed };

/** Step one: the card. */
export function ScanPage({ lang, errors }: Pick<FormProps, "lang" | "errors">): Html {
  return (
    <>
      <h1>{t.counterTitle[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <form method="post" action={paths.counter()} class="form">
        <ScanField name="card" lang={lang} label={t.scanLabel[lang]} hint={t.scanHint[lang]} error={errors.card?.[lang]} camera submitText={t.scanSubmit[lang]} autofocus />
      </form>
      <p>
        <a href={paths.counterByHand()}>{t.byHandLink[lang]}</a>
      </p>
    </>
  );
}

/** Step one without a readable card. */
export function ByHandPage({ lang, errors, typed }: FormProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <h1>{t.byHandTitle[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <form method="post" action={paths.counterByHand()} class="form">
        <TextField {...field("idNumber")} label={t.idNumber[lang]} hint={t.idNumberHint[lang]} inputmode="numeric" />
        <TextField {...field("fullName")} label={t.fullName[lang]} />
        <DateField {...field("bornOn")} label={t.bornOn[lang]} />
        <RadioGroup
          {...field("sex")}
          label={t.sex[lang]}
          options={[
            { value: "female", text: t.female[lang] },
            { value: "male", text: t.male[lang] },
          ]}
        />
        <TextField {...field("address")} label={t.address[lang]} />
        <TextField {...field("phone")} label={t.phone[lang]} hint={t.phoneHint[lang]} inputmode="tel" optional />
        <Button>{t.goOn[lang]}</Button>
      </form>
    </>
  );
}

/** Who stands at the counter, as the card says. */
export function BearerFacts({ bearer, lang, known }: { readonly bearer: Bearer; readonly lang: Lang; readonly known: boolean }): Html {
  const rows = [
    { term: t.bearer[lang], detail: <strong>{bearer.fullName}</strong> },
    { term: t.bornOn[lang], detail: formatDate(bearer.bornOn, lang) },
    { term: t.sex[lang], detail: bearer.sex === "female" ? t.female[lang] : t.male[lang] },
    { term: t.address[lang], detail: bearer.address },
    { term: t.idNumber[lang], detail: t.endsWith[lang](last4Of(bearer.idNumber)) },
  ];
  return (
    <>
      <SummaryList rows={rows} lang={lang} />
      {known && <p class="quiet">{t.knownBefore[lang]}</p>}
    </>
  );
}

export type ChooseProps = FormProps & {
  readonly intakeRef: string;
  readonly bearer: Bearer;
  readonly known: boolean;
  /** What was found by the typed words; null before anything was typed. */
  readonly found: readonly Procedure[] | null;
  readonly usual: readonly Procedure[];
  readonly others: readonly Procedure[];
};

/** Step two: the procedure, by a few letters or from the list. */
export function ChoosePage({ lang, errors, typed, intakeRef, bearer, known, found, usual, others }: ChooseProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <form method="post" action={paths.intake(intakeRef)} class="form">
        <ScanField
          name="thuTuc"
          lang={lang}
          label={t.chooseProcedure[lang]}
          hint={t.procedureHint[lang]}
          value={typedText(typed, "thuTuc")}
          error={errors.thuTuc?.[lang]}
          submitText={t.procedureFind[lang]}
          main
          autofocus
        />
      </form>
      {found && found.length > 0 && <ProcedureLinks title={t.found[lang]} procedures={found} intakeRef={intakeRef} lang={lang} />}
      {usual.length > 0 && <ProcedureLinks title={t.usual[lang]} procedures={usual} intakeRef={intakeRef} lang={lang} />}
      {others.length > 0 && <ProcedureLinks title={usual.length > 0 ? t.others[lang] : t.allProcedures[lang]} procedures={others} intakeRef={intakeRef} lang={lang} />}
      <BearerFacts bearer={bearer} lang={lang} known={known} />
      <LinkButton href={paths.counter()} kind="quiet">
        {t.startOver[lang]}
      </LinkButton>
    </>
  );
}

function ProcedureLinks({
  title,
  procedures,
  intakeRef,
  lang,
}: {
  readonly title: string;
  readonly procedures: readonly Procedure[];
  readonly intakeRef: string;
  readonly lang: Lang;
}): Html {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="links">
        {procedures.map((procedure) => (
          <li>
            <a href={paths.intakePapers(intakeRef, procedure.code)}>{procedure.name[lang]}</a> <span class="quiet">{procedure.code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
