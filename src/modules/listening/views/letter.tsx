import { formatDate } from "../../../base/day/format.ts";
import type { Bilingual, Lang } from "../../../base/lang.ts";
import type { IdentityMark, Who } from "../../../kernel/identity.ts";
import { typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { Persons } from "../../../web/views/persons.tsx";
import { partNumbers } from "../forms/letters.ts";
import { type LetterKind, letterKinds } from "../law.ts";
import { paths } from "../paths.ts";
import type { OpenedLetter } from "../service/letters.ts";
import { letterTexts as t } from "../texts/letters.ts";
import { officeTexts } from "../texts/office.ts";
import { letterKindTexts } from "../texts/words.ts";
import { LetterTable } from "./letters.tsx";
import type { Filled } from "./list.tsx";

export type LetterProps = Filled & {
  readonly lang: Lang;
  readonly now: Date;
  readonly opened: OpenedLetter;
  readonly facts: readonly SummaryRow[];
  /** The right path of each kind, with its basis. */
  readonly rules: readonly { readonly kind: LetterKind; readonly path: Bilingual; readonly basis: string }[];
  readonly marks: readonly IdentityMark[];
  readonly person: { readonly id: number; readonly who: Who } | null;
  readonly maySort: boolean;
  /** It is on its path already, and would be sorted again. */
  readonly isSorted: boolean;
  readonly maySettle: boolean;
  readonly mayOpen: boolean;
  readonly conflict: boolean;
};

/** One letter: what it says, its kind and path, what came of it. */
export function LetterPage(props: LetterProps): Html {
  const { lang, now, opened, facts, marks, person, maySort, isSorted, maySettle, mayOpen, conflict, errors, typed } = props;
  const { matter, letter, content, parts, parent } = opened;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={paths.letters()}>{t.back[lang]}</a>
      </p>
      <h1>{`${t.title[lang]} ${matter.code}, ${formatDate(letter.receivedOn, lang)}`}</h1>
      {conflict && <Notice kind="warn" title={officeTexts.conflictTitle[lang]} children={officeTexts.conflictText[lang]} announce />}
      {parent && (
        <p>
          {t.parent[lang]} <a href={paths.letter(parent.publicRef)}>{parent.code}</a>
        </p>
      )}
      <blockquote>{content}</blockquote>
      <SummaryList rows={facts} lang={lang} />
      {parts.length > 0 && (
        <section class="stack">
          <h2>{t.parts[lang]}</h2>
          <LetterTable lang={lang} now={now} rows={parts} />
        </section>
      )}
      <section class="stack">
        <h2>{t.sender[lang]}</h2>
        <Persons
          lang={lang}
          marks={marks}
          roleWord={() => t.sender[lang]}
          action={mayOpen ? paths.letterStep(matter.publicRef, "nguoi-gui") : null}
          opened={person}
          errors={errors}
          typed={typed}
        />
      </section>
      {maySort && !isSorted && <SortForm {...props} />}
      {maySort && !isSorted && letter.parentId === null && <SplitForm {...props} />}
      {maySettle && <SettleForm {...props} />}
      {maySort && isSorted && (
        <details class="verb-with-reason" open={errors["why"] !== undefined || typedText(typed, "path") !== ""}>
          <summary>{t.sortAgainTitle[lang]}</summary>
          <SortForm {...props} />
        </details>
      )}
    </>
  );
}

function SortForm({ lang, opened, rules, isSorted, errors, typed }: LetterProps): Html {
  const { matter, letter } = opened;
  const field = (name: string, otherwise = "") => ({ name, lang, value: typedText(typed, name) || otherwise, error: errors[name]?.[lang] });
  return (
    <form class="form" method="post" action={paths.letterStep(matter.publicRef, "phan-loai")}>
      {!isSorted && <h2>{t.sortTitle[lang]}</h2>}
      <input type="hidden" name="version" value={matter.version} />
      <RadioGroup
        {...field("kind", letter.kind ?? "")}
        label={t.kind[lang]}
        options={rules.map(({ kind, path, basis }) => ({ value: kind, text: letterKindTexts[kind][lang], hint: `${path[lang]} (${basis})` }))}
      />
      <RadioGroup
        {...field("path")}
        label={t.path[lang]}
        options={[
          { value: "accept", text: t.accept[lang] },
          { value: "leadOn", text: t.leadOn[lang] },
        ]}
      />
      <TextField {...field("forwardedTo")} label={t.forwardedTo[lang]} maxlength={300} optional />
      <TextField {...field("guidance")} label={t.guidance[lang]} maxlength={500} optional />
      <TextField {...field("handledBefore", letter.handledBefore ?? "")} label={t.handledBefore[lang]} maxlength={300} optional />
      {isSorted && <TextField {...field("why")} label={t.whyAgain[lang]} maxlength={300} />}
      <Row>
        <Button kind={isSorted ? "secondary" : "primary"}>{(isSorted ? t.sortAgain : t.sort)[lang]}</Button>
      </Row>
    </form>
  );
}

function SplitForm({ lang, opened, errors, typed }: LetterProps): Html {
  const { matter } = opened;
  return (
    <details class="verb-with-reason" open={partNumbers.some((n) => errors[`content${n}`] !== undefined || typedText(typed, `content${n}`) !== "")}>
      <summary>{t.splitTitle[lang]}</summary>
      <form class="form" method="post" action={paths.letterStep(matter.publicRef, "tach")}>
        <input type="hidden" name="version" value={matter.version} />
        <p>{t.splitHint[lang]}</p>
        {partNumbers.map((n) => (
          <fieldset class="stack">
            <legend>{t.part[lang](n)}</legend>
            <Select
              name={`kind${n}`}
              lang={lang}
              label={t.kind[lang]}
              value={typedText(typed, `kind${n}`)}
              options={letterKinds.map((value) => ({ value, text: letterKindTexts[value][lang] }))}
              optional={n > 2}
            />
            <TextArea
              name={`content${n}`}
              lang={lang}
              label={t.content[lang]}
              rows={3}
              value={typedText(typed, `content${n}`)}
              error={errors[`content${n}`]?.[lang]}
              maxlength={4_000}
              optional={n > 2}
            />
          </fieldset>
        ))}
        <Button kind="secondary">{t.split[lang]}</Button>
      </form>
    </details>
  );
}

function SettleForm({ lang, opened, errors, typed }: LetterProps): Html {
  const { matter } = opened;
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <form class="form" method="post" action={paths.letterStep(matter.publicRef, "ket-qua")}>
      <h2>{t.settleTitle[lang]}</h2>
      <input type="hidden" name="version" value={matter.version} />
      <TextArea {...field("result")} label={t.result[lang]} rows={3} maxlength={1_000} />
      <TextField {...field("remark")} label={t.remark[lang]} maxlength={300} optional />
      <Row>
        <Button>{t.settle[lang]}</Button>
      </Row>
    </form>
  );
}
