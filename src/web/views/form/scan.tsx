import { Icon } from "../../look/icons/icon.tsx";
import { texts } from "../../texts.ts";
import { Button } from "../button.tsx";
import type { Html } from "../html.ts";
import { describedBy, Field, type FieldProps, fieldId } from "./field.tsx";

/**
 * A field for a code that is typed, read by a scanner, or read by the camera. A scanner types the code and presses Enter,
 * which sends the form; with the script it does so even when the cursor stands elsewhere. The button of the camera
 * appears only where there is one. The form around it holds this field alone.
 */
export function ScanField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly shortcut?: string | undefined;
    readonly camera?: boolean | undefined;
    /** True where scanning is the one thing to do on the page. */
    readonly autofocus?: boolean | undefined;
    /** The words of the button that sends; "Find" unless told. */
    readonly submitText?: string | undefined;
  },
): Html {
  const { name, lang, value, error, shortcut, camera } = props;
  const id = fieldId(name);
  return (
    <div class="scan">
      <Field {...props}>
        <div class="scan-row">
          <input
            class="ds-input"
            id={id}
            name={name}
            type="search"
            value={value}
            autocomplete="off"
            spellcheck={false}
            enterkeyhint="search"
            aria-describedby={describedBy(props)}
            aria-invalid={error === undefined ? undefined : "true"}
            aria-keyshortcuts={shortcut}
            autofocus={props.autofocus}
            data-scan
          />
          <Button icon="search">{props.submitText ?? texts.find[lang]}</Button>
          {camera === true && (
            <button type="button" class="ds-button" data-variant="secondary" data-camera={id} hidden>
              <Icon name="scan-line" /> {texts.scanCamera[lang]}
            </button>
          )}
        </div>
      </Field>
      {camera === true && <CameraDialog id={id} lang={lang} />}
    </div>
  );
}

function CameraDialog({ id, lang }: { readonly id: string; readonly lang: FieldProps["lang"] }): Html {
  return (
    <dialog class="camera" id={`${id}-camera`} aria-labelledby={`${id}-camera-title`}>
      <h2 id={`${id}-camera-title`}>{texts.scanTitle[lang]}</h2>
      <video muted playsinline />
      <p class="quiet" role="status" data-refused={texts.scanRefused[lang]}>
        {texts.scanPrivate[lang]}
      </p>
      <button type="button" class="ds-button" data-variant="secondary" data-close>
        <Icon name="x" /> {texts.close[lang]}
      </button>
    </dialog>
  );
}
