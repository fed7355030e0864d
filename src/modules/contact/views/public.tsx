import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { PhoneBar } from "../../../web/views/phone.tsx";
import { paths } from "../paths.ts";
import { publicTexts as t } from "../texts/public.ts";

type Shown = { readonly lang: Lang; readonly dutyPhone: string | null; readonly reportHref: string };

/** What the page answers. Only a right code has a name in it. */
export type Verdict =
  | { readonly kind: "true"; readonly who: string; readonly post: string; readonly what: string; readonly at: string; readonly until: string }
  | { readonly kind: "false" }
  | { readonly kind: "called"; readonly about: string; readonly post: string }
  | { readonly kind: "nobody"; readonly about: string };

/** Asking, by code or by call. */
export function CheckPage({ lang, dutyPhone, errors, typed }: Omit<Shown, "reportHref"> & { readonly errors: FieldErrors; readonly typed: Typed }): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <Stack>
        <h1>{t.title[lang]}</h1>
        <p class="lead">{t.lead[lang]}</p>
      </Stack>
      <Stack>
        <h2>{t.byCode[lang]}</h2>
        <form class="form" method="post" action={paths.check()}>
          <TextField {...field("code")} label={t.code[lang]} hint={t.codeHint[lang]} width="short" maxlength={60} autocomplete="off" />
          <Row>
            <Button big>{t.ask[lang]}</Button>
          </Row>
        </form>
      </Stack>
      <Stack>
        <h2>{t.byCall[lang]}</h2>
        <form class="form" method="post" action={paths.checkCall()}>
          <TextField {...field("phone")} label={t.phone[lang]} type="tel" autocomplete="tel" width="middle" maxlength={30} />
          <DateField {...field("calledOn")} label={t.calledOn[lang]} />
          <TextField {...field("calledTime")} label={t.calledTime[lang]} hint={t.timeHint[lang]} width="middle" maxlength={20} />
          <Row>
            <Button kind="secondary">{t.askCall[lang]}</Button>
          </Row>
        </form>
      </Stack>
      <Never lang={lang} />
    </>
  );
}

/** The answer. */
export function VerdictPage({ lang, dutyPhone, reportHref, verdict }: Shown & { readonly verdict: Verdict }): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <h1>{t.title[lang]}</h1>
      <Answer lang={lang} verdict={verdict} />
      <Never lang={lang} />
      <Row>
        <LinkButton href={reportHref} big kind={verdict.kind === "true" || verdict.kind === "called" ? "secondary" : "primary"}>
          {t.report[lang]}
        </LinkButton>
        <LinkButton href={paths.check()} kind="secondary">
          {t.again[lang]}
        </LinkButton>
      </Row>
    </>
  );
}

function Answer({ lang, verdict }: { readonly lang: Lang; readonly verdict: Verdict }): Html {
  if (verdict.kind === "true") {
    return (
      <Notice kind="success" title={t.trueTitle[lang]} announce>
        <p>
          <strong>{t.trueText[lang](verdict.who, verdict.post)}</strong>
        </p>
        <p>{t.trueFor[lang](verdict.what, verdict.at, verdict.until)}</p>
        <p>{t.compare[lang]}</p>
      </Notice>
    );
  }
  if (verdict.kind === "called") {
    return (
      <Notice kind="info" title={t.calledTitle[lang]} announce>
        <p>{t.calledText[lang](verdict.post)}</p>
        <p>{verdict.about}</p>
      </Notice>
    );
  }
  const [title, words] = verdict.kind === "false" ? [t.falseTitle, t.falseText] : [t.nobodyTitle, t.nobodyText];
  return (
    <Notice kind="danger" title={title[lang]} announce>
      <p>{words[lang]}</p>
      {verdict.kind === "nobody" && <p>{verdict.about}</p>}
    </Notice>
  );
}

function Never({ lang }: { readonly lang: Lang }): Html {
  return (
    <Notice kind="warn" title={t.neverTitle[lang]}>
      {t.never[lang]}
    </Notice>
  );
}
