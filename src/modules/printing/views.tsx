import type { Lang } from "../../base/lang.ts";
import { type FieldErrors, type Typed, typedList } from "../../web/form.ts";
import { Button } from "../../web/views/button.tsx";
import { CheckGroup } from "../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../web/views/form/errors.tsx";
import { fieldId } from "../../web/views/form/field.tsx";
import { RowTick } from "../../web/views/form/tick.tsx";
import type { Html } from "../../web/views/html.ts";
import { EmptyState, Notice } from "../../web/views/parts.tsx";
import { type StateLook, StateTag } from "../../web/views/state.tsx";
import { DataTable, FilterChips, Pager, Sub } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import { type Pile, piles } from "./queries.ts";
import { texts as t } from "./texts.ts";

/** A dossier whose paper can be printed. */
export type PileLine = {
  readonly ref: string;
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly whose: string;
  readonly look: StateLook;
  readonly word: string;
};

export type PrintingProps = {
  readonly lang: Lang;
  readonly pile: Pile;
  readonly lines: readonly PileLine[];
  readonly errors: FieldErrors;
  readonly typed: Typed;
  /** Which papers were not there any more. */
  readonly gone: string | null;
  readonly nextHref: string | null;
};

/** Papers to tick, and how they are printed. */
export function PrintingPage(props: PrintingProps): Html {
  const { lang, pile, lines, errors, gone } = props;
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      {gone !== null && <Notice kind="warn" title={gone} announce />}
      <p class="lead">{t.lead[lang]}</p>
      <FilterChips label={t.which[lang]} chips={piles.map((one) => ({ href: paths.printing(one), text: t[one][lang], current: one === pile }))} />
      {lines.length === 0 ? <EmptyState icon="printer" title={t.emptyTitle[lang]} text={t.emptyText[lang]} /> : <Job {...props} />}
    </>
  );
}

function Job({ lang, pile, lines, errors, typed, nextHref }: PrintingProps): Html {
  const ticked = typedList(typed, "hoSo");
  // What was not sent yet is ticked whole: the usual wish is all of it.
  const isTicked = (ref: string): boolean => (Object.keys(typed).length === 0 ? true : ticked.includes(ref));
  return (
    <form method="post" action={paths.printing()} class="stack">
      <input type="hidden" name="gi" value={pile} />
      <DataTable
        caption={t.papers[lang]}
        captionHidden
        rows={lines}
        columns={[
          {
            title: t.code[lang],
            cell: (line) => (
              <RowTick
                name="hoSo"
                value={line.ref}
                text={line.code}
                checked={isTicked(line.ref)}
                id={line === lines[0] ? fieldId("hoSo") : undefined}
                wrong={errors["hoSo"] !== undefined}
              />
            ),
          },
          {
            title: t.procedure[lang],
            cell: (line) => (
              <>
                <a href={line.href}>{line.title}</a>
                <Sub>{line.whose}</Sub>
              </>
            ),
          },
          { title: t.state[lang], cell: (line) => <StateTag state={line.look} lang={lang} word={line.word} /> },
        ]}
      />
      {errors["hoSo"] && <p class="ds-validation-message">{errors["hoSo"][lang]}</p>}
      <CheckGroup name="haiMat" label={t.how[lang]} lang={lang} options={[{ value: "co", text: t.duplex[lang] }]} values={typedList(typed, "haiMat")} />
      <Button icon="printer" shortcut="P" consequence={t.printConsequence[lang]}>
        {t.print[lang]}
      </Button>
      <Pager nextHref={nextHref} firstHref={paths.printing(pile)} shown={t.shown[lang](lines.length)} lang={lang} />
    </form>
  );
}
