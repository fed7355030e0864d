import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";
import { describedBy, Field, FieldGroup, type FieldProps, fieldId } from "./field.tsx";

export type Option = { readonly value: string; readonly text: string; readonly hint?: string | undefined };

/** One of a few, all in view. */
export function RadioGroup(props: FieldProps & { readonly options: readonly Option[]; readonly value?: string | undefined }): Html {
  return (
    <FieldGroup {...props}>
      <div class="choices">
        {props.options.map((option, i) => (
          <Choice
            {...{ option, i, type: "radio", name: props.name }}
            checked={option.value === props.value}
            wrong={props.error !== undefined}
            autofocus={i === 0 && props.autofocus}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any number of a few. Each sends the same name. */
export function CheckGroup(props: FieldProps & { readonly options: readonly Option[]; readonly values?: readonly string[] | undefined }): Html {
  const values = props.values ?? [];
  return (
    <FieldGroup {...props}>
      <div class="choices">
        {props.options.map((option, i) => (
          <Choice {...{ option, i, type: "checkbox", name: props.name }} checked={values.includes(option.value)} wrong={props.error !== undefined} />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One of many: a list that opens. For up to seven options take `RadioGroup`. */
export function Select(
  props: FieldProps & {
    readonly options: readonly Option[];
    readonly value?: string | undefined;
    /** One letter: the key that leads here. */
    readonly shortcut?: string | undefined;
  },
): Html {
  const { name, options, value, error, lang, shortcut } = props;
  return (
    <Field {...props}>
      <select
        class="ds-input middle"
        id={fieldId(name)}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : "true"}
        aria-keyshortcuts={shortcut}
        autofocus={props.autofocus}
      >
        <option value="">{texts.choose[lang]}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Choice({
  option,
  i,
  type,
  name,
  checked,
  wrong,
  autofocus,
}: {
  readonly option: Option;
  readonly i: number;
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly checked: boolean;
  readonly wrong: boolean;
  readonly autofocus?: boolean | undefined;
}): Html {
  // The first carries the field's own id, so that the error summary leads to it.
  const id = i === 0 ? fieldId(name) : `${fieldId(name)}-${i + 1}`;
  const hintId = option.hint === undefined ? undefined : `${id}-option-hint`;
  return (
    <label class="choice" for={id}>
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={hintId}
        aria-invalid={wrong ? "true" : undefined}
        autofocus={autofocus}
      />
      <span>{option.text}</span>
      {option.hint !== undefined && (
        <span class="hint" id={hintId}>
          {option.hint}
        </span>
      )}
    </label>
  );
}
