import { type Dong, formatDong } from "../../../../base/dong.ts";
import type { Lang } from "../../../../base/lang.ts";
import type { Unit } from "../../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../../web/form.ts";
import { Button, LinkButton } from "../../../../web/views/button.tsx";
import { CheckGroup, RadioGroup, Select } from "../../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Notice } from "../../../../web/views/parts.tsx";
import { WhyThisDate } from "../../../../web/views/state.tsx";
import { FilterChips } from "../../../../web/views/table.tsx";
import { type FeeExemption, type Paper, type Procedure, type ProcedureCase, papersNeeded } from "../../law.ts";
import { paths } from "../../paths.ts";
import type { Bearer } from "../../service/intake.ts";
import { declarationTexts } from "../../texts/declaration.ts";
import { officeTexts as t } from "../../texts/office.ts";
import { DeclarationPart, type DeclarationState, OnPaper } from "./declaration.tsx";
import { BearerFacts } from "./intake.tsx";

/** When it would be due if it were received at this moment. */
export type Forecast = { readonly moment: string; readonly steps: readonly string[]; readonly basis: string };

export type PapersProps = {
  readonly lang: Lang;
  readonly errors: FieldErrors;
  readonly typed: Typed;
  readonly intakeRef: string;
  readonly bearer: Bearer;
  readonly procedure: Procedure;
  readonly chosen: ProcedureCase;
  readonly exemptions: readonly FeeExemption[];
  readonly hamlets: readonly Unit[];
  /** Whether letters can leave the house. */
  readonly mail: boolean;
  /** Null when the procedure is done at once. */
  readonly forecast: Forecast | null;
  readonly declaration: DeclarationState;
};

/** Step three: what was handed over, and what decides term and fee. Sending it is the receipt. */
export function PapersPage(props: PapersProps): Html {
  const { lang, errors, typed, intakeRef, bearer, procedure, chosen, forecast } = props;
  const charged = procedure.fees.some((fee) => fee.counterDong > 0n);
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <p class="quiet">
        {procedure.code} · {bearer.fullName}
      </p>
      <h1>{procedure.name[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <CaseChips {...props} />
      {chosen.help && <p class="quiet">{chosen.help[lang]}</p>}
      <DeclarationPart lang={lang} declaration={props.declaration} intakeRef={intakeRef} code={procedure.code} caseId={chosen.id} />
      <div class="columns">
        <form method="post" action={paths.intakePapers(intakeRef, procedure.code, chosen.id)} class="form">
          <Papers {...props} />
          <OnPaper lang={lang} declaration={props.declaration} typed={typedList(typed, "declaration")} errors={errors} />
          <TextArea {...field("request")} label={t.request[lang]} rows={2} value={typedText(typed, "request") || (props.declaration.request ?? chosen.name[lang])} />
          {procedure.terms.length > 1 && (
            <RadioGroup
              {...field("termId")}
              value={typedText(typed, "termId") || procedure.terms.at(-1)?.id}
              label={t.term[lang]}
              options={procedure.terms.map((term) => ({ value: term.id, text: term.label[lang] }))}
            />
          )}
          {procedure.fees.length > 1 && (
            <RadioGroup
              {...field("feeId")}
              value={typedText(typed, "feeId") || procedure.fees.at(-1)?.id}
              label={t.fee[lang]}
              options={procedure.fees.map((fee) => ({ value: fee.id, text: `${fee.label[lang]}: ${dong(fee.counterDong, lang)}` }))}
            />
          )}
          {charged && <ExemptionField {...props} />}
          <TextField
            {...field("phone")}
            value={typedText(typed, "phone") || (props.declaration.phone ?? bearer.phone ?? "")}
            label={t.phone[lang]}
            hint={t.phoneHint[lang]}
            inputmode="tel"
            width="middle"
            optional
          />
          {props.mail && <TextField {...field("email")} label={t.email[lang]} hint={t.emailHint[lang]} type="email" inputmode="email" width="middle" maxlength={254} optional />}
          {props.hamlets.length > 0 && (
            <Select {...field("hamletId")} label={t.hamlet[lang]} options={props.hamlets.map((hamlet) => ({ value: String(hamlet.id), text: hamlet.name }))} optional />
          )}
          <Button icon="printer" consequence={t.receiveConsequence[lang]}>
            {t.receive[lang]}
          </Button>
        </form>
        <div class="stack">
          {forecast && <ForecastPart forecast={forecast} lang={lang} />}
          <BearerFacts bearer={bearer} lang={lang} known={false} />
        </div>
      </div>
      <LinkButton href={paths.counter()} kind="quiet">
        {t.startOver[lang]}
      </LinkButton>
    </>
  );
}

function CaseChips({ procedure, chosen, intakeRef, lang }: PapersProps): Html {
  if (procedure.cases.length < 2) return null;
  const chips = procedure.cases.map((one) => ({ href: paths.intakePapers(intakeRef, procedure.code, one.id), text: one.name[lang], current: one.id === chosen.id }));
  return <FilterChips label={t.cases[lang]} chips={chips} />;
}

function Papers({ procedure, chosen, typed, errors, lang, declaration }: PapersProps): Html {
  const needed = papersNeeded(procedure, chosen.id);
  const { notAsked } = needed;
  // A declaration that was answered here is printed here.
  const asked = needed.asked.filter((paper) => !(declaration.complete && paper.code === declaration.form));
  return (
    <>
      {asked.length === 0 ? (
        needed.asked.length === 0 && <p>{t.noPapers[lang]}</p>
      ) : (
        <CheckGroup
          name="papers"
          lang={lang}
          label={t.papersAsked[lang]}
          hint={t.papersAskedHint[lang]}
          error={errors.papers?.[lang]}
          values={typedList(typed, "papers")}
          options={asked.map((paper) => ({
            value: paper.code,
            text: paper.name[lang],
            hint: paper.code === declaration.form ? `${countOf(paper, lang)} · ${declarationTexts.formOnPaper[lang]}` : countOf(paper, lang),
          }))}
        />
      )}
      {notAsked.length > 0 && (
        <Notice kind="info" title={t.notAsked[lang]}>
          <ul>
            {notAsked.map(({ paper, reason }) => (
              <li>
                {paper.name[lang]}: {reason[lang]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** "1 original · 1 copy · if any: …" */
export function countOf(paper: Paper, lang: Lang): string {
  const parts = [paper.originals > 0 && t.originals[lang](paper.originals), paper.copies > 0 && t.copies[lang](paper.copies), paper.onlyIf && t.ifAny[lang](paper.onlyIf[lang])];
  return parts.filter(Boolean).join(" · ");
}

function ExemptionField({ exemptions, typed, errors, lang }: PapersProps): Html {
  const options = exemptions.map((one) => ({ value: one.id, text: one.name[lang] }));
  return <Select name="exemption" lang={lang} label={t.exemption[lang]} value={typedText(typed, "exemption")} error={errors.exemption?.[lang]} options={options} optional />;
}

function ForecastPart({ forecast, lang }: { readonly forecast: Forecast; readonly lang: Lang }): Html {
  return (
    <section class="ds-card card stack">
      <h2>{t.wouldBeDue[lang]}</h2>
      <p>
        <strong>{forecast.moment}</strong>
      </p>
      <WhyThisDate lines={forecast.steps} basis={forecast.basis} lang={lang} />
    </section>
  );
}

/** "15.000 dong", or the word for free. */
export function dong(amount: Dong, lang: Lang): string {
  return amount === 0n ? t.free[lang] : t.dong[lang](formatDong(amount, lang));
}
