import { typedText } from "../../../web/form.ts";
import { type Option, Select } from "../../../web/views/form/choice.tsx";
import type { Html } from "../../../web/views/html.ts";
import { correctionTexts as t } from "../texts/correction.ts";
import { fieldOf } from "./intake.tsx";

/** Which earlier line this one takes the place of, where there is one. */
export function InsteadOf(props: Parameters<typeof fieldOf>[0] & { readonly options: readonly Option[] }): Html | null {
  const { lang, typed, options } = props;
  if (options.length === 0) return null;
  return <Select {...fieldOf(props)("corrects")} label={t.instead[lang]} hint={t.hint[lang]} options={options} value={typedText(typed, "corrects")} optional />;
}
