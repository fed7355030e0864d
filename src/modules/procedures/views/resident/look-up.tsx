import type { Lang } from "../../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../../web/form.ts";
import { Button } from "../../../../web/views/button.tsx";
import { ErrorSummary } from "../../../../web/views/form/errors.tsx";
import { TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { Row, Stack } from "../../../../web/views/parts.tsx";
import { TelLink } from "../../../../web/views/phone.tsx";
import { paths } from "../../paths.ts";
import { trackTexts as t } from "../../texts/resident.ts";

/** A form as it was sent, or fresh: nothing typed, nothing wrong. */
export type Filled = { readonly typed: Typed; readonly errors: FieldErrors };
export const fresh: Filled = { typed: {}, errors: {} };

export type LookUpProps = Filled & { readonly lang: Lang; readonly phone: string | null; readonly notFound?: boolean };

/** Asks for the code of a dossier and four digits. With `notFound` it says first that an address led nowhere. */
export function LookUpPage({ lang, phone, typed, errors, notFound = false }: LookUpProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <h1>{notFound ? t.notFoundTitle[lang] : t.lookUpTitle[lang]}</h1>
        <p class="lead">{notFound ? t.notFoundText[lang] : t.lookUpLead[lang]}</p>
      </Stack>
      <form class="form" method="post" action={paths.track()}>
        <CodeFields lang={lang} typed={typed} errors={errors} />
        <Row>
          <Button big icon="search">
            {t.show[lang]}
          </Button>
        </Row>
      </form>
      <Stack>
        <p>{t.qrTip[lang]}</p>
        {phone !== null && (
          <p>
            {t.lostSlip[lang]} <TelLink number={phone} />.
          </p>
        )}
      </Stack>
    </>
  );
}

/** The two fields that together open a dossier's page. */
export function CodeFields({ lang, typed, errors }: Filled & { readonly lang: Lang }): Html {
  return (
    <>
      <TextField
        name="code"
        label={t.code[lang]}
        hint={t.codeHint[lang]}
        value={typedText(typed, "code")}
        error={errors["code"]?.[lang]}
        maxlength={60}
        width="middle"
        lang={lang}
      />
      <TextField
        name="last4"
        label={t.last4[lang]}
        hint={t.last4Hint[lang]}
        value={typedText(typed, "last4")}
        error={errors["last4"]?.[lang]}
        inputmode="numeric"
        maxlength={8}
        width="short"
        lang={lang}
      />
    </>
  );
}
