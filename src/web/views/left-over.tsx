import type { Lang } from "../../base/lang.ts";
import { texts } from "../texts.ts";
import type { Html } from "./html.ts";
import { Notice } from "./parts.tsx";

/** What was typed into forms that are there no longer, because somebody else was faster: nobody has to say it again. */
export function LeftOver({ lang, words }: { readonly lang: Lang; readonly words: readonly string[] }): Html {
  const typed = words.filter((one) => one !== "");
  if (typed.length === 0) return null;
  return (
    <Notice kind="info" title={texts.leftOver[lang]}>
      {typed.map((one) => (
        <p>{one}</p>
      ))}
    </Notice>
  );
}
