import type { Lang } from "../../../base/lang.ts";
import { letterDocument } from "../../../web/views/document.tsx";
import type { Html } from "../../../web/views/html.ts";
import { letterTexts as t } from "../texts/letter.ts";

/** One link of a letter with the words before it. */
type Step = { readonly lead: string; readonly href: string; readonly text: string };

export type LetterParts = {
  readonly lang: Lang;
  readonly subject: string;
  readonly line: string;
  /** What to do now. */
  readonly main: Step;
  /** How to have no more of it. */
  readonly end: Step;
  readonly why: string | null;
};

/** The body of a letter as HTML: text and links, no picture, no style, nothing that tells us whether it was read. */
export function LetterBody({ lang, line, main, end, why }: LetterParts): Html {
  return (
    <>
      <p>{t.hello[lang]}</p>
      <p>
        <strong>{line}</strong>
      </p>
      <LinkStep {...main} />
      <hr />
      {why !== null && <p>{why}</p>}
      <LinkStep {...end} />
      <p>{t.noReply[lang]}</p>
    </>
  );
}

function LinkStep({ lead, href, text }: Step): Html {
  return (
    <p>
      {lead !== "" && (
        <>
          {lead}
          <br />
        </>
      )}
      <a href={href}>{text}</a>
    </p>
  );
}

/** The same letter as plain text and as HTML. */
export function writeLetter(parts: LetterParts): { readonly subject: string; readonly text: string; readonly html: string } {
  const { lang, subject, line, main, end, why } = parts;
  const step = ({ lead, href }: Step): string => [lead, href].filter(Boolean).join("\n");
  const text = [t.hello[lang], line, step(main), "---", why, step(end), t.noReply[lang]].filter((part) => part !== null).join("\n\n");
  return { subject, text: `${text}\n`, html: letterDocument({ lang, title: subject, body: <LetterBody {...parts} /> }) };
}
