import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";
import { describedBy, Field, type FieldProps, fieldId } from "./field.tsx";

type Typed = FieldProps & {
  /** What was typed before, to be kept. */
  readonly value?: string | undefined;
};

export type TextFieldProps = Typed & {
  readonly type?: "text" | "tel" | "email" | "search" | "password" | undefined;
  readonly inputmode?: "text" | "numeric" | "tel" | "email" | "decimal" | "search" | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxlength?: number | undefined;
  /** The width says how much is expected: a code, a name, or a line. */
  readonly width?: "short" | "middle" | "full" | undefined;
  /** One letter or "/": the key that puts the cursor here. */
  readonly shortcut?: string | undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps): Html {
  const { name, value, type = "text", width = "full", error, shortcut } = props;
  return (
    <Field {...props}>
      <input
        class={`ds-input ${width}`}
        id={fieldId(name)}
        name={name}
        // Preact types each input type apart, and none of them as a choice.
        type={type as "text"}
        value={value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? "off"}
        maxlength={props.maxlength}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : "true"}
        aria-keyshortcuts={shortcut}
        autofocus={props.autofocus}
        spellcheck={false}
      />
    </Field>
  );
}

/**
 * A date in one field, written as on paper. Digits alone do, since the number pad of many phones has no slash: whoever
 * reads the form takes "26/11/2026", "26-11-2026", "26.11.2026" and "26112026".
 */
export function DateField(props: Typed & { readonly autocomplete?: string | undefined }): Html {
  const hint = props.hint ?? texts.dateHint[props.lang];
  return <TextField {...props} hint={hint} inputmode="numeric" width="short" maxlength={10} />;
}

/** Several lines of text. */
export function TextArea(props: Typed & { readonly rows?: number | undefined; readonly maxlength?: number | undefined }): Html {
  const { name, value, rows = 5, maxlength, error } = props;
  return (
    <Field {...props}>
      <textarea
        class="ds-input"
        autofocus={props.autofocus}
        id={fieldId(name)}
        name={name}
        rows={rows}
        maxlength={maxlength}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : "true"}
      >
        {value}
      </textarea>
    </Field>
  );
}

/** A file, or several. The form needs `enctype="multipart/form-data"`. */
export function FileField(
  props: FieldProps & {
    /** The most that one file may weigh, in megabytes, for the sentence. */
    readonly maxMegabytes: string;
    /** As in the `accept` attribute. */
    readonly accept: string;
    readonly multiple?: boolean | undefined;
  },
): Html {
  const { name, accept, multiple, error } = props;
  const withHint = { ...props, hint: props.hint ?? texts.fileHint[props.lang](props.maxMegabytes) };
  return (
    <Field {...withHint}>
      <input
        class="file"
        id={fieldId(name)}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy(withHint)}
        aria-invalid={error === undefined ? undefined : "true"}
      />
    </Field>
  );
}
