import { formatDate } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import type { IdentityMark, Who } from "../../kernel/identity.ts";
import type { FieldErrors, Typed } from "../form.ts";
import { typedText } from "../form.ts";
import { purposeField } from "../opening.ts";
import { texts } from "../texts.ts";
import { Button } from "./button.tsx";
import { TextField } from "./form/text.tsx";
import type { Html } from "./html.ts";
import { SummaryList } from "./parts.tsx";

export type PersonsProps = {
  readonly lang: Lang;
  readonly marks: readonly IdentityMark[];
  /** Words of the module for its roles. */
  readonly roleWord: (role: string) => string;
  /** Each bears its number, by which other parts of the page speak of it. */
  readonly numbered?: boolean;
  /** Where the purpose is sent, for `parseOpening`; null: this officer may not open persons, and is told so. */
  readonly action: string | null;
  /** The one who is open now. */
  readonly opened: { readonly id: number; readonly who: Who } | null;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** The persons of a matter: as roles, and one of them by name after somebody said what for. */
export function Persons(props: PersonsProps): Html {
  const { lang, marks } = props;
  if (marks.length === 0) return <p class="quiet">{texts.nobodyKnown[lang]}</p>;
  return (
    <ul class="persons">
      {marks.map((mark) => (
        <li>
          <Person {...props} mark={mark} />
        </li>
      ))}
    </ul>
  );
}

function Person({ mark, opened, roleWord, numbered = false, action, lang, errors, typed }: PersonsProps & { readonly mark: IdentityMark }): Html {
  const day = formatDate(dayOf(mark.addedAt), lang);
  const role = numbered ? `${roleWord(mark.role)} (${mark.number})` : roleWord(mark.role);
  const words = [role, mark.minor && texts.minor[lang], mark.corrects === null ? day : texts.corrected[lang](day)].filter(Boolean).join(" · ");
  if (opened?.id === mark.id) {
    return (
      <>
        <strong>{words}</strong>
        <SummaryList rows={linesOf(opened.who, lang)} lang={lang} />
        <p class="hint">{texts.lookNoted[lang]}</p>
      </>
    );
  }
  if (action === null) return <span>{`${words} · ${texts.notForYou[lang]}`}</span>;
  // Several forms stand on one page: each has a field of its own name, and only the one that was sent shows its error.
  const name = purposeField(mark.id);
  return (
    <form method="post" action={action} class="stack">
      <strong>{words}</strong>
      <input type="hidden" name="identity" value={mark.id} />
      <TextField name={name} lang={lang} label={texts.purpose[lang]} hint={texts.purposeHint[lang]} value={typedText(typed, name)} error={errors[name]?.[lang]} maxlength={200} />
      <Button kind="secondary">{texts.openPerson[lang]}</Button>
    </form>
  );
}

function linesOf(who: Who, lang: Lang) {
  const known = [
    { term: texts.fullName[lang], detail: who.fullName },
    { term: texts.phone[lang], detail: who.phone },
    { term: texts.address[lang], detail: who.address },
    { term: texts.idNumber[lang], detail: who.idNumber },
    ...Object.entries(who.more).map(([term, detail]) => ({ term, detail })),
  ];
  return known.flatMap(({ term, detail }) => (detail ? [{ term, detail }] : []));
}
