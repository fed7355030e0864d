import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { DateField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import type { Answers } from "../engine.ts";
import type { Column, Page, Question } from "../law.ts";
import { cellName, maxRows, rowsTyped } from "../parse.ts";
import { type ShownIds, showAnswer } from "../show.ts";
import { formTexts as t } from "../texts.ts";

export type QuestionsProps = {
  readonly lang: Lang;
  /** The page as it is reached. */
  readonly page: Page;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** For officers: the keyboard stands in the first empty field, or on the button when all is filled. Residents begin at the heading. */
  readonly focus?: boolean | undefined;
};

/** The name of the button that asks for one more row of a table; its value is the question. */
export const moreRows = "_more";

/** The questions of one page, with its heading. A lone question is the heading itself. */
export function Questions({ lang, page, typed, errors, focus }: QuestionsProps): Html {
  const alone = page.title === undefined;
  const first = focus ? emptyIn(page, typed) : null;
  return (
    <>
      {page.title !== undefined && <h1>{page.title[lang]}</h1>}
      {page.help !== undefined && <p class="lead">{page.help[lang]}</p>}
      {page.questions.map((question) => (
        <OneQuestion {...{ lang, question, typed, errors }} main={alone} autofocus={question.id === first} />
      ))}
    </>
  );
}

/** Goes on by Enter, and asks for another row where there is a table. The first button is the one that Enter presses. */
export function GoOn({ lang, page, typed, errors, focus }: QuestionsProps): Html {
  const filled = focus && Object.keys(errors).length === 0 && emptyIn(page, typed) === null;
  const tables = page.questions.filter((question) => question.kind === "rows" && rowsShown(question, typed) < maxRows(question));
  return (
    <div class="row">
      <Button autofocus={filled}>{t.goOn[lang]}</Button>
      {tables.map(({ id }) => (
        <Button kind="secondary" name={moreRows} value={id}>
          {t.anotherRow[lang]}
        </Button>
      ))}
    </div>
  );
}

/** The first question with nothing in its field. */
function emptyIn({ questions }: Page, typed: Typed): string | null {
  return questions.find(({ id, columns }) => typedText(typed, columns[0] ? cellName(id, 0, columns[0].id) : id) === "")?.id ?? null;
}

type OneProps = Omit<QuestionsProps, "page" | "focus"> & { readonly question: Question; readonly main: boolean; readonly autofocus?: boolean | undefined };

function OneQuestion({ lang, question, typed, errors, main, autofocus }: OneProps): Html {
  if (question.kind === "rows") return <Rows {...{ lang, question, typed, errors, main, autofocus }} />;
  return <Input {...{ lang, typed, errors, main, autofocus }} asked={question} name={question.id} label={question.label[lang]} hint={question.help?.[lang]} />;
}

type InputProps = Omit<OneProps, "question"> & { readonly asked: Question | Column; readonly name: string; readonly label: string; readonly hint?: string | undefined };

const widths = { personalId: "middle", phone: "middle", number: "short" } as const;
const keyboards = { personalId: "numeric", phone: "tel", number: "numeric", email: "email" } as const;

function Input({ lang, asked, name, label, hint, typed, errors, main, autofocus }: InputProps): Html {
  const { kind } = asked;
  const field = { name, lang, label, hint, main, autofocus, value: typedText(typed, name), error: errors[name]?.[lang], optional: asked.required ? undefined : true };
  if (kind === "choice" || kind === "yesNo") {
    const options =
      kind === "yesNo"
        ? ["yes" as const, "no" as const].map((id) => ({ value: id, text: t[id][lang] }))
        : asked.options.map(({ id, label: text }) => ({ value: id, text: text[lang] }));
    return options.length > 7 ? <Select {...field} options={options} /> : <RadioGroup {...field} options={options} />;
  }
  if (kind === "day") return <DateField {...field} />;
  if (kind === "longText") return <TextArea {...field} rows={4} maxlength={asked.max} />;
  return (
    <TextField
      {...field}
      width={kind in widths ? widths[kind as keyof typeof widths] : "full"}
      inputmode={keyboards[kind as keyof typeof keyboards]}
      type={kind === "phone" ? "tel" : "text"}
      maxlength={asked.max}
    />
  );
}

/** Rows on the page: those that were typed, one more where it was asked for, never more than the table may have. */
function rowsShown(question: Question, typed: Typed): number {
  const asked = typedText(typed, moreRows) === question.id ? 1 : 0;
  return Math.min(maxRows(question), Math.max(1, rowsTyped(question, typed) + asked));
}

/** A small table: every row a group of fields, so that it fits the narrowest screen and reads well aloud. */
function Rows({ lang, question, typed, errors, main, autofocus }: OneProps): Html {
  const count = rowsShown(question, typed);
  const heading = question.label[lang];
  return (
    <div class="stack">
      {main ? <h1>{heading}</h1> : <h2>{heading}</h2>}
      {question.help !== undefined && <p class="lead">{question.help[lang]}</p>}
      {Array.from({ length: count }, (_, i) => (
        <fieldset class="field">
          <legend>{t.rowN[lang](i + 1)}</legend>
          <div class="stack">
            {question.columns.map((column, k) => (
              <Input
                {...{ lang, typed, errors }}
                main={false}
                autofocus={autofocus && i === 0 && k === 0}
                asked={column}
                name={cellName(question.id, i, column.id)}
                label={column.label[lang]}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** What was answered, each with the way to change it. */
export function AnswersList({
  lang,
  pages,
  answers,
  ids,
  changeHref,
}: {
  readonly lang: Lang;
  /** As they are reached. */
  readonly pages: readonly Page[];
  readonly answers: Answers;
  readonly ids: ShownIds;
  readonly changeHref?: ((pageId: string) => string) | undefined;
}): Html {
  const rows = pages.flatMap((page) =>
    page.questions.map((question): SummaryRow => {
      const lines = showAnswer(question, answers[question.id], { lang, ids });
      return { term: question.label[lang], detail: <Lines lines={lines} />, ...(changeHref ? { changeHref: changeHref(page.id) } : {}) };
    }),
  );
  return <SummaryList rows={rows} lang={lang} />;
}

function Lines({ lines }: { readonly lines: readonly string[] }): Html {
  const [only, ...more] = lines;
  if (more.length === 0) return only ?? "";
  return (
    <ol>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ol>
  );
}
