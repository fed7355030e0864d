import type { Lang } from "../../../base/lang.ts";
import type { IdentityMark } from "../../../kernel/identity.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, type Option, RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, FileField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { acceptOf, evidence } from "../../attachments/index.ts";
import { reportKinds } from "../forms/report.ts";
import type { VerbName } from "../forms/verbs.ts";
import { roles } from "../forms/work.ts";
import type { MeasureKind, Nature } from "../law.ts";
import { paths } from "../paths.ts";
import { custodyEvents } from "../queries/tables.ts";
import { junkTexts } from "../texts/junk.ts";
import { custodyTexts, fieldTexts as f, kindTexts, officeTexts as t, verbTexts } from "../texts/office.ts";
import { personWord, roleTexts } from "../texts/person.ts";
import { InsteadOf } from "./correction.tsx";
import { DecisionFields } from "./decision.tsx";
import { ToldField } from "./ending.tsx";
import { fieldOf, Guarded } from "./intake.tsx";

export type VerbProps = {
  readonly lang: Lang;
  readonly verb: VerbName;
  readonly publicRef: string;
  readonly code: string;
  readonly version: number;
  readonly kind: string;
  readonly nature: string;
  readonly natures: readonly Nature[];
  readonly measures: readonly MeasureKind[];
  readonly persons: readonly IdentityMark[];
  readonly done: readonly Option[];
  readonly officers: readonly { readonly id: number; readonly name: string }[];
  readonly destination: string;
  /** Things that stand in this report already. */
  readonly things: readonly Option[];
  readonly conflict: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** One thing to do to one report, with its few fields. */
export function VerbPage(props: VerbProps): Html {
  const { lang, verb, publicRef, code, version, conflict, errors } = props;
  return (
    <Stack>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.report(publicRef)}>{t.backToReport[lang]}</a> {code}
      </p>
      <h1>{verbTexts[verb][lang]}</h1>
      {conflict && <Notice kind="warn" title={t.conflictTitle[lang]} children={t.conflictText[lang]} announce />}
      <form class="form" method="post" action={paths.verb(publicRef, `lam/${verb}`)} enctype={verb === "file" ? "multipart/form-data" : undefined}>
        <input type="hidden" name="version" value={version} />
        {fields[verb](props)}
        <Row>
          <Button icon="check">{verbTexts[verb][lang]}</Button>
        </Row>
      </form>
    </Stack>
  );
}

const Reason = (props: VerbProps): Html => <TextArea {...fieldOf(props)("reason")} autofocus={props.verb !== "grade"} label={f.reason[props.lang]} rows={3} maxlength={500} />;

const fields: Readonly<Record<VerbName, (props: VerbProps) => Html>> = {
  person: Person,
  statement: Statement,
  measure: Measure,
  thing: Thing,
  grade: Grade,
  speed: (props) => (
    <>
      <p>{t.urgentText[props.lang]}</p>
      <Reason {...props} />
    </>
  ),
  keepHere: Reason,
  extend: Reason,
  decide: DecisionFields,
  resume: Reason,
  takeUp: Reason,
  settle: (props) => (
    <>
      <TextArea {...fieldOf(props)("reason")} autofocus label={f.outcome[props.lang]} rows={3} maxlength={500} />
      <ToldField {...props} />
    </>
  ),
  refer: (props) => (
    <>
      <p>
        {t.goesTo[props.lang]}: <strong>{props.destination}</strong>
      </p>
      <TextArea {...fieldOf(props)("papers")} autofocus label={t.papers[props.lang]} rows={3} maxlength={500} />
      <ToldField {...props} />
    </>
  ),
  dismiss: (props) => (
    <>
      <p>{junkTexts.dismissText[props.lang]}</p>
      <Reason {...props} />
    </>
  ),
  acknowledge: (props) => <TextField {...fieldOf(props)("answer")} autofocus label={f.answer[props.lang]} maxlength={500} />,
  link: (props) => (
    <>
      <TextField {...fieldOf(props)("code")} autofocus label={f.linkCode[props.lang]} width="middle" maxlength={40} />
      <TextField {...fieldOf(props)("why")} label={f.reason[props.lang]} maxlength={300} />
      <CheckGroup
        {...fieldOf(props)("same")}
        label={junkTexts.same[props.lang]}
        hint={junkTexts.sameHint[props.lang]}
        options={[{ value: "yes", text: junkTexts.sameYes[props.lang] }]}
        values={typedList(props.typed, "same")}
        optional
      />
    </>
  ),
  file: (props) => (
    <>
      <FileField
        name="file"
        lang={props.lang}
        label={t.file[props.lang]}
        error={props.errors["file"]?.[props.lang]}
        maxMegabytes={String(evidence.maxMegabytes)}
        accept={acceptOf(evidence)}
      />
      <TextField {...fieldOf(props)("caption")} label={t.caption[props.lang]} hint={t.captionHint[props.lang]} maxlength={200} optional />
      <TextField {...fieldOf(props)("where")} label={f.where[props.lang]} maxlength={200} />
    </>
  ),
  assign: (props) => (
    <Select {...fieldOf(props)("officer")} autofocus label={t.officer[props.lang]} options={props.officers.map(({ id, name }) => ({ value: String(id), text: name }))} />
  ),
};

function Person(props: VerbProps): Html {
  const { lang, typed } = props;
  const field = fieldOf(props);
  return (
    <>
      <RadioGroup {...field("role")} autofocus label={f.role[lang]} options={roles.map((value) => ({ value, text: roleTexts[value][lang] }))} value={typedText(typed, "role")} />
      <TextField {...field("fullName")} label={t.fullName[lang]} maxlength={100} width="middle" />
      <TextField {...field("phone")} label={t.phone[lang]} type="tel" maxlength={20} width="middle" optional />
      <TextField {...field("address")} label={t.address[lang]} maxlength={300} optional />
      <TextField {...field("idNumber")} label={t.idNumber[lang]} maxlength={20} width="middle" inputmode="numeric" optional />
      <Guarded {...props} />
      <TextField {...field("about")} label={t.about[lang]} maxlength={500} optional />
      <InsteadOf {...props} options={whoseOf(props)} />
    </>
  );
}

const whoseOf = ({ persons, lang }: VerbProps) => persons.map((mark) => ({ value: String(mark.id), text: personWord(mark, lang) }));

function Statement(props: VerbProps): Html {
  const { lang, typed } = props;
  const field = fieldOf(props);
  const kinds = [
    { value: "statement", text: t.statement[lang] },
    { value: "note", text: t.note[lang] },
  ];
  return (
    <>
      <RadioGroup {...field("kind")} label={f.kind[lang]} options={kinds} value={typedText(typed, "kind") || "statement"} />
      <Select {...field("person")} label={f.who[lang]} options={whoseOf(props)} optional />
      <TextArea {...field("words")} autofocus label={f.words[lang]} hint={f.wordsHint[lang]} rows={8} maxlength={10_000} />
    </>
  );
}

function Measure(props: VerbProps): Html {
  const { lang, typed, measures } = props;
  const field = fieldOf(props);
  const options = measures.map(({ id, name, basis }) => ({ value: id, text: name[lang], hint: basis }));
  return (
    <>
      <p>{f.noNames[lang]}</p>
      <RadioGroup {...field("measure")} autofocus label={f.measure[lang]} options={options} value={typedText(typed, "measure")} />
      <TextField {...field("people")} label={f.people[lang]} width="short" inputmode="numeric" maxlength={3} />
      <DateField {...field("doneOn")} label={f.doneOn[lang]} hint={f.doneOnHint[lang]} optional />
      <TextField {...field("legalBasis")} label={f.legalBasis[lang]} hint={f.legalBasisHint[lang]} maxlength={300} optional />
      <InsteadOf {...props} options={props.done} />
    </>
  );
}

function Thing(props: VerbProps): Html {
  const { lang, typed, things } = props;
  const field = fieldOf(props);
  return (
    <>
      {things.length > 0 && <Select {...field("known")} label={f.knownThing[lang]} hint={f.knownThingHint[lang]} options={things} autofocus optional />}
      <TextField {...field("thing")} label={f.thing[lang]} maxlength={300} autofocus={props.things.length === 0} optional={props.things.length > 0} />
      <RadioGroup
        {...field("event")}
        label={f.event[lang]}
        options={custodyEvents.map((value) => ({ value, text: custodyTexts[value][lang] }))}
        value={typedText(typed, "event") || "taken"}
      />
      <TextField {...field("holder")} label={f.holder[lang]} maxlength={200} width="middle" />
      <TextField {...field("where")} label={f.where[lang]} maxlength={200} />
    </>
  );
}

function Grade(props: VerbProps): Html {
  const { lang, typed, natures, kind, nature } = props;
  const field = fieldOf(props);
  return (
    <>
      <RadioGroup
        {...field("kind")}
        autofocus
        label={t.kind[lang]}
        options={reportKinds.map((value) => ({ value, text: kindTexts[value][lang] }))}
        value={typedText(typed, "kind") || kind}
      />
      <Select {...field("nature")} label={t.nature[lang]} options={natures.map(({ id, name }) => ({ value: id, text: name[lang] }))} value={typedText(typed, "nature") || nature} />
      <Reason {...props} />
    </>
  );
}
