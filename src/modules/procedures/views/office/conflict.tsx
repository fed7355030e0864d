import type { Lang } from "../../../../base/lang.ts";
import { type Typed, typedText } from "../../../../web/form.ts";
import type { Html } from "../../../../web/views/html.ts";
import { Notice } from "../../../../web/views/parts.tsx";
import { officeTexts as t } from "../../texts/office.ts";

/** Said to the second of two officers: nothing was overwritten, and nothing that was typed is lost. */
export function Conflict({ typed, lang }: { readonly typed: Typed; readonly lang: Lang }): Html {
  const kept = ["note", "missing"].map((name) => typedText(typed, name)).filter(Boolean);
  return (
    <Notice kind="warn" title={t.conflictTitle[lang]} announce>
      <p>{kept.length > 0 ? t.conflictText[lang] : t.conflictNothing[lang]}</p>
      {kept.map((text) => (
        <blockquote>{text}</blockquote>
      ))}
    </Notice>
  );
}
