import type { Lang } from "../../../base/lang.ts";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";

/** What every field of a form takes. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly lang: Lang;
  readonly hint?: string | undefined;
  /** What to do about what was typed, or nothing. */
  readonly error?: string | undefined;
  /** A field is required unless it says so. */
  readonly optional?: boolean | undefined;
  /** True for the one question of a page: its label is the page's main heading. */
  readonly main?: boolean | undefined;
  /** True where the keyboard stands when an officer opens the page. */
  readonly autofocus?: boolean | undefined;
};

/** The id of a field's input, to which the error summary leads. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The ids of the hint and of the error, for `aria-describedby`. */
export function describedBy({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">): string | undefined {
  const ids = [hint !== undefined && `${fieldId(name)}-hint`, error !== undefined && `${fieldId(name)}-error`].filter((id) => id !== false);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** Label, hint, error and the input between them. The input carries `fieldId(name)` and `describedBy(props)`. */
export function Field({ children, ...props }: FieldProps & { readonly children: Html }): Html {
  const label = (
    <label for={fieldId(props.name)}>
      <LabelText {...props} />
    </label>
  );
  return (
    <div class={fieldClass(props)}>
      {props.main === true ? <h1 class="field-main">{label}</h1> : label}
      <Hint {...props} />
      <FieldError {...props} />
      {children}
    </div>
  );
}

/** The same around several inputs that answer one question. */
export function FieldGroup({ children, ...props }: FieldProps & { readonly children: Html }): Html {
  const text = <LabelText {...props} />;
  return (
    <fieldset class={fieldClass(props)} aria-describedby={describedBy(props)}>
      <legend>{props.main === true ? <h1 class="field-main">{text}</h1> : text}</legend>
      <Hint {...props} />
      <FieldError {...props} />
      {children}
    </fieldset>
  );
}

function LabelText({ label, optional, lang }: FieldProps): Html {
  return (
    <>
      {label}
      {optional === true && <span class="optional"> {texts.optional[lang]}</span>}
    </>
  );
}

function Hint({ name, hint }: FieldProps): Html {
  return (
    hint !== undefined && (
      <p class="hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    )
  );
}

function FieldError({ name, error, lang }: FieldProps): Html {
  if (error === undefined) return null;
  return (
    <p class="ds-validation-message" id={`${fieldId(name)}-error`}>
      <span class="sr-only">{texts.errorWord[lang]} </span>
      {error}
    </p>
  );
}

function fieldClass({ error }: FieldProps): string {
  return error === undefined ? "field" : "field field-wrong";
}
