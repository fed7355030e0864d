import { TextArea } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { endingTexts as t } from "../texts/ending.ts";
import { fieldOf } from "./intake.tsx";

/** What whoever reported is told, with each way in which a report ends. */
export function ToldField(props: Parameters<typeof fieldOf>[0]): Html {
  return <TextArea {...fieldOf(props)("told")} label={t.told[props.lang]} hint={t.toldHint[props.lang]} rows={3} maxlength={2_000} optional />;
}
