import type { Lang } from "../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../form.ts";
import { texts as t } from "../texts.ts";
import { Button } from "./button.tsx";
import { CheckGroup } from "./form/choice.tsx";
import { ErrorSummary } from "./form/errors.tsx";
import { TextField } from "./form/text.tsx";
import type { Html } from "./html.ts";
import { EmptyState, Row, Stack } from "./parts.tsx";

export type SiftingProps = {
  readonly lang: Lang;
  readonly words: string;
  readonly rows: readonly { readonly ref: string; readonly told: string; readonly facts: string }[];
  /** How many wait, shown or not. */
  readonly all: number;
  readonly action: string;
  readonly back: string;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** What came in a rush: read, taken in or discarded, many at once. Words are sent and never stand in an address. */
export function SiftingPage(props: SiftingProps): Html {
  const { lang, words, rows, action, back, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="quiet">
        <a href={back}>{t.siftBack[lang]}</a>
      </p>
      <Stack>
        <h1>{t.siftTitle[lang]}</h1>
        <p>{t.siftLead[lang]}</p>
      </Stack>
      <form class="form" method="post" action={action}>
        <TextField name="words" lang={lang} label={t.siftSearch[lang]} hint={t.siftSearchHint[lang]} value={words} maxlength={100} type="search" optional />
        <Row>
          <Button kind="secondary" icon="search" name="act" value="search">
            {t.siftFind[lang]}
          </Button>
        </Row>
      </form>
      {rows.length === 0 ? <EmptyState icon="inbox" title={props.all > 0 ? t.siftNotFound[lang](props.all) : t.siftEmpty[lang]} /> : <Heap {...props} />}
    </>
  );
}

function Heap({ lang, words, rows, all, action, errors, typed }: SiftingProps): Html {
  return (
    <form class="form" method="post" action={action}>
      <input type="hidden" name="words" value={words} />
      <input type="hidden" name="shown" value={rows.map(({ ref }) => ref).join(" ")} />
      <p>{t.siftShown[lang](rows.length, all)}</p>
      <CheckGroup name="all" lang={lang} label={t.siftEvery[lang]} options={[{ value: "yes", text: t.siftAll[lang](rows.length) }]} values={typedList(typed, "all")} optional />
      <CheckGroup
        name="refs"
        lang={lang}
        label={t.siftPick[lang]}
        error={errors["refs"]?.[lang]}
        options={rows.map(({ ref, told, facts }) => ({ value: ref, text: told.slice(0, 300), hint: facts }))}
        values={typedList(typed, "refs")}
      />
      <TextField name="reason" lang={lang} label={t.siftReason[lang]} value={typedText(typed, "reason")} error={errors["reason"]?.[lang]} maxlength={300} optional />
      <Row>
        <Button name="act" value="takeIn">
          {t.siftTakeIn[lang]}
        </Button>
        <Button kind="secondary" name="act" value="discard">
          {t.siftDiscard[lang]}
        </Button>
      </Row>
    </form>
  );
}
