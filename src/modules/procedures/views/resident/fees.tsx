import type { Lang } from "../../../../base/lang.ts";
import type { Html } from "../../../../web/views/html.ts";
import { Stack } from "../../../../web/views/parts.tsx";
import { DataTable } from "../../../../web/views/table.tsx";
import { procedureTexts as t } from "../../texts/resident.ts";
import { Unchecked } from "./sources.tsx";

export type ShownFee = { readonly label: string; readonly counter: string; readonly online: string };

export type FeesProps = {
  readonly lang: Lang;
  /** Empty: free for everybody. */
  readonly fees: readonly ShownFee[];
  readonly exempt: readonly { readonly name: string; readonly proof: string }[];
  readonly exemptSource: string | null;
  readonly checked: boolean;
};

/** What it costs, and who pays nothing. */
export function Fees({ lang, fees, exempt, exemptSource, checked }: FeesProps): Html {
  if (fees.length === 0) {
    return (
      <Stack>
        <h2>{t.feesTitle[lang]}</h2>
        <p>{t.feesFree[lang]}</p>
      </Stack>
    );
  }
  return (
    <Stack>
      <h2>{t.feesTitle[lang]}</h2>
      <DataTable
        caption={t.feesTitle[lang]}
        captionHidden
        columns={[
          { title: t.feeFor[lang], cell: (fee: ShownFee) => fee.label },
          { title: t.atCounter[lang], cell: (fee: ShownFee) => fee.counter, number: true },
          { title: t.online[lang], cell: (fee: ShownFee) => fee.online, number: true },
        ]}
        rows={fees}
      />
      {!checked && <Unchecked lang={lang} />}
      {exempt.length > 0 && (
        <>
          <h3>{t.exemptTitle[lang]}</h3>
          <ul>
            {exempt.map((one) => (
              <li>
                {one.name} <span class="quiet proof">{t.proof[lang](one.proof)}</span>
              </li>
            ))}
          </ul>
          {exemptSource !== null && (
            <p class="quiet">
              {t.source[lang](exemptSource)} {!checked && <Unchecked lang={lang} />}
            </p>
          )}
        </>
      )}
    </Stack>
  );
}
