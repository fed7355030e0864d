import type { Lang } from "../../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../../web/form.ts";
import { Button } from "../../../../web/views/button.tsx";
import { CheckGroup, Select } from "../../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Notice } from "../../../../web/views/parts.tsx";
import { defectField, wholeDossier } from "../../forms/course.ts";
import type { DefectGroup } from "../../law/defects.ts";
import { paths } from "../../paths.ts";
import { courseTexts as t } from "../../texts/course.ts";
import { officeTexts } from "../../texts/office.ts";
import { Conflict } from "./conflict.tsx";

export type SupplementProps = {
  readonly lang: Lang;
  readonly ref: string;
  readonly code: string;
  readonly version: number;
  readonly groups: readonly DefectGroup[];
  /** What was asked for before, first to last. */
  readonly earlier: readonly { readonly number: number; readonly names: readonly string[] }[];
  /** The second of two officers: nothing was asked for. */
  readonly conflict: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** All that may be missing, by the papers of the case. */
export function SupplementPage(props: SupplementProps): Html {
  const { lang, ref, code, version, groups, earlier, errors, typed } = props;
  const again = earlier.length > 0;
  return (
    <>
      <p class="quiet">
        <a href={paths.dossier(ref)}>
          {officeTexts.dossier[lang]} {code}
        </a>
      </p>
      <h1>{t.supplement[lang]}</h1>
      <p>{t.supplementLead[lang]}</p>
      {props.conflict && <Conflict typed={{ note: typedText(typed, "otherWhat"), missing: typedText(typed, "why") }} lang={lang} />}
      <ErrorSummary errors={errors} lang={lang} />
      {again && <Again {...props} />}
      <form method="post" action={paths.change(ref, "bo-sung")} class="form">
        <input type="hidden" name="version" value={version} />
        {groups
          .filter(({ offers }) => offers.length > 0)
          .map((group) => (
            <Defects {...props} group={group} />
          ))}
        <Other {...props} />
        {again && <TextArea name="why" lang={lang} label={t.why[lang]} hint={t.whyHint[lang]} rows={2} value={typedText(typed, "why")} error={errors["why"]?.[lang]} />}
        <Button consequence={t.supplementConsequence[lang]}>{t.supplementSend[lang]}</Button>
      </form>
    </>
  );
}

function Again({ lang, earlier }: SupplementProps): Html {
  return (
    <Notice kind="warn" title={t.againTitle[lang](earlier.length + 1)}>
      <p>{t.againText[lang]}</p>
      <ul>
        {earlier.map(({ number, names }) => (
          <li>
            {t.askedBefore[lang](number)}: {names.join("; ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Defects({ lang, group, errors, typed }: SupplementProps & { readonly group: DefectGroup }): Html {
  const field = defectField(group.paper);
  const label = group.name === null ? t.ofDossier[lang] : (group.here ? t.ofPaper : t.ofMissing)[lang](group.name[lang]);
  const options = group.offers.map(({ code, name, todo }) => ({ value: code, text: name[lang], hint: t.todo[lang](todo[lang]) }));
  return <CheckGroup name={field} lang={lang} label={label} options={options} values={typedList(typed, field)} error={errors[field]?.[lang]} optional />;
}

function Other({ lang, groups, errors, typed }: SupplementProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang], optional: true });
  const papers = groups.map(({ paper, name }) => ({ value: paper ?? wholeDossier, text: name?.[lang] ?? t.ofDossier[lang] }));
  const open = ["otherPaper", "otherWhat", "otherTodo"].some((name) => typedText(typed, name) !== "" || errors[name] !== undefined);
  return (
    <details class="verb-with-reason" open={open}>
      <summary>{t.other[lang]}</summary>
      <p class="quiet">{t.otherHint[lang]}</p>
      <Select {...field("otherPaper")} label={t.otherPaper[lang]} options={papers} />
      <TextField {...field("otherWhat")} label={t.otherWhat[lang]} />
      <TextField {...field("otherTodo")} label={t.otherTodo[lang]} />
    </details>
  );
}
