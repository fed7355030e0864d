import type { Lang } from "../../../../base/lang.ts";
import { typedText } from "../../../../web/form.ts";
import { Button } from "../../../../web/views/button.tsx";
import { TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { SummaryList } from "../../../../web/views/parts.tsx";
import { paths } from "../../paths.ts";
import { nationalPageTexts as t } from "../../texts/national.ts";
import type { DossierProps } from "./dossier.tsx";

/** What a dossier has to do with the national portal: filed there, or joined to a file there. */
export type ShownNational = { readonly filedThere: boolean; readonly number: string | null };

/** Where a dossier came from and its number there; or the field in which an officer writes that number. */
export function National({ national, ...props }: DossierProps): Html {
  const { lang, possible } = props;
  if (national.number !== null) return <Joined national={national} lang={lang} />;
  return possible.joinNational.ok && <Join {...props} national={national} />;
}

function Joined({ national, lang }: { readonly national: ShownNational; readonly lang: Lang }): Html {
  const rows = [...(national.filedThere ? [{ term: t.channel[lang], detail: t.channelPortal[lang] }] : []), { term: t.number[lang], detail: national.number }];
  return <SummaryList rows={rows} lang={lang} />;
}

function Join({ lang, ref, version, errors, typed }: DossierProps): Html {
  const error = errors.nationalNumber?.[lang];
  return (
    <details class="verb-with-reason" open={error !== undefined}>
      <summary>{t.join[lang]}</summary>
      <form method="post" action={paths.change(ref, "ma-quoc-gia")} class="form">
        <input type="hidden" name="version" value={version} />
        <TextField
          name="nationalNumber"
          lang={lang}
          label={t.number[lang]}
          hint={t.joinHint[lang]}
          value={typedText(typed, "nationalNumber")}
          error={error}
          maxlength={60}
          width="middle"
        />
        <Button kind="secondary">{t.joinButton[lang]}</Button>
      </form>
    </details>
  );
}
