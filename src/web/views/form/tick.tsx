import type { Html } from "../html.ts";

/** A box in a row of a list, with the words that name the row. Each sends the same name. */
export function RowTick({
  name,
  value,
  text,
  id,
  checked,
  wrong,
}: {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** Given to the first box, so that the error summary leads to it. */
  readonly id?: string | undefined;
  readonly checked: boolean;
  readonly wrong: boolean;
}): Html {
  return (
    <label class="choice row-tick">
      <input class="ds-input" type="checkbox" name={name} value={value} checked={checked} id={id} aria-invalid={wrong ? "true" : undefined} />
      <span>{text}</span>
    </label>
  );
}
