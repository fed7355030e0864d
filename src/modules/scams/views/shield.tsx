import type { Lang } from "../../../base/lang.ts";
import { letters } from "../../../kernel/reference.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { FileField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import { Trap } from "../../../web/views/form/trap.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { PhoneBar, TelLink } from "../../../web/views/phone.tsx";
import { acceptOf, photo } from "../../attachments/index.ts";
import { stages } from "../law.ts";
import { paths } from "../paths.ts";
import { publicTexts as t } from "../texts/public.ts";

type Named = { readonly value: string; readonly text: string };

/** What a report is asked for; the office asks the same. */
export type ToldFieldsProps = { readonly lang: Lang; readonly kinds: readonly Named[]; readonly banks: readonly Named[]; readonly errors: FieldErrors; readonly typed: Typed };

export type ShieldProps = ToldFieldsProps & {
  readonly dutyPhone: string | null;
  readonly hotlines: readonly { readonly name: string; readonly number: string }[];
  /** How often what was checked stands in reports; null: nothing was checked. */
  readonly times: number | null;
  readonly genuineHref: string;
};

/** One page for whoever is being cheated: what to do first, the button, the check. */
export function ShieldPage(props: ShieldProps): Html {
  const { lang, dutyPhone, hotlines, times, genuineHref, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      {times !== null && <Times lang={lang} times={times} />}
      <Stack>
        <h1>{t.title[lang]}</h1>
        <p class="lead">{t.lead[lang]}</p>
      </Stack>
      <FirstSteps lang={lang} dutyPhone={dutyPhone} hotlines={hotlines} />
      <Stop {...props} />
      <Check {...props} />
      <Again {...props} />
      <ul class="links">
        <li>
          <a href={genuineHref}>{t.genuine[lang]}</a>
        </li>
        <li>
          <a href={paths.publicAlerts()}>{t.alerts[lang]}</a>
        </li>
      </ul>
      <p class="quiet" data-kept hidden>
        {t.offline[lang]}
      </p>
    </>
  );
}

function Times({ lang, times }: { readonly lang: Lang; readonly times: number }): Html {
  return (
    <Notice kind={times > 0 ? "danger" : "warn"} title={times > 0 ? t.found[lang](times) : t.notFound[lang]} announce>
      {times > 0 ? t.foundText[lang] : t.notFoundText[lang]}
    </Notice>
  );
}

/** Numbers to call are touched, not copied: who has them in her ear has no hand free. */
function Dialled({ text, dutyPhone }: { readonly text: string; readonly dutyPhone: string | null }): Html {
  const numbers = [...(dutyPhone === null ? [] : [dutyPhone]), "113", "156"];
  const parts = text.split(new RegExp(String.raw`(?<!\d)(${numbers.map(RegExp.escape).join("|")})(?!\d)`));
  return <>{parts.map((part) => (numbers.includes(part) ? <TelLink number={part} /> : part))}</>;
}

const callDuty = (lang: Lang, phone: string | null): string => (phone === null ? t.stepNoDuty[lang] : t.stepDuty[lang](phone));

function FirstSteps({ lang, dutyPhone, hotlines }: Pick<ShieldProps, "lang" | "dutyPhone" | "hotlines">): Html {
  return (
    <Stack>
      <h2>{t.first[lang]}</h2>
      <ol>
        <li>{t.stepHang[lang]}</li>
        <li>{t.stepBank[lang]}</li>
        <li>
          <Dialled text={callDuty(lang, dutyPhone)} dutyPhone={dutyPhone} />
        </li>
        <li>
          <Dialled text={t.step156[lang]} dutyPhone={dutyPhone} />
        </li>
        <li>{t.stepKeep[lang]}</li>
      </ol>
      <details>
        <summary>{t.banks[lang]}</summary>
        <ul>
          {hotlines.map(({ name, number }) => (
            <li>
              {name}: <TelLink number={number} />
            </li>
          ))}
        </ul>
        <p class="quiet">{t.banksDoubt[lang]}</p>
      </details>
    </Stack>
  );
}

function Stop(props: ShieldProps): Html {
  const { lang } = props;
  return (
    <Stack>
      <h2>{t.stopTitle[lang]}</h2>
      <p>{t.stopLead[lang]}</p>
      <form class="form" method="post" action={paths.shield()}>
        {/* Filled in the browser: a page that is kept would give one key to several reports. */}
        <input type="hidden" name="key" value="" data-key-letters={letters} />
        <ToldFields {...props} />
        <Trap lang={lang} />
        <Button big kind="danger" consequence={t.stopHint[lang]}>
          {t.stop[lang]}
        </Button>
      </form>
    </Stack>
  );
}

/** The three questions, and what helps. */
export function ToldFields({ lang, kinds, banks, errors, typed }: ToldFieldsProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <RadioGroup {...field("stage")} label={t.stage[lang]} options={stages.map((stage) => ({ value: stage, text: t[stage][lang] }))} />
      <Select {...field("kind")} label={t.kind[lang]} options={[{ value: "", text: t.unknownKind[lang] }, ...kinds]} />
      <Select {...field("bank")} label={t.bank[lang]} options={[{ value: "", text: t.noBank[lang] }, ...banks]} />
      <p>
        <strong>{t.more[lang]}</strong> {t.noSecrets[lang]}
      </p>
      <TextField {...field("phone")} label={t.phone[lang]} type="tel" autocomplete="tel" width="middle" maxlength={100} />
      <TextField {...field("fullName")} label={t.fullName[lang]} autocomplete="name" width="middle" maxlength={100} />
      <TextField {...markField(field("mark"))} label={t.markOfThem[lang]} />
      <TextArea {...field("told")} label={t.told[lang]} rows={3} maxlength={4_000} />
    </>
  );
}

const markField = <F extends object>(field: F) => ({ ...field, autocomplete: "off", maxlength: 600 }) as const;

function Check({ lang, errors, typed }: ShieldProps): Html {
  return (
    <Stack>
      <h2>{t.checkTitle[lang]}</h2>
      <form class="form" method="post" action={paths.check()} enctype="multipart/form-data">
        <TextField
          name="checked"
          lang={lang}
          label={t.mark[lang]}
          hint={t.markHint[lang]}
          autocomplete="off"
          maxlength={600}
          value={typedText(typed, "checked")}
          error={errors["checked"]?.[lang]}
        />
        <FileField name="qr" lang={lang} label={t.qr[lang]} hint={t.qrHint[lang]} maxMegabytes={String(photo.maxMegabytes)} accept={acceptOf(photo)} error={errors["qr"]?.[lang]} />
        <Row>
          <Button kind="secondary" icon="search">
            {t.check[lang]}
          </Button>
        </Row>
      </form>
    </Stack>
  );
}

/** The code of a receipt opens what was reported. */
function Again({ lang, errors, typed }: ShieldProps): Html {
  return (
    <Stack>
      <h2>{t.againTitle[lang]}</h2>
      <form class="form" method="post" action={paths.lookUp()}>
        <TextField
          name="code"
          lang={lang}
          label={t.againCode[lang]}
          hint={t.againHint[lang]}
          autocomplete="off"
          width="middle"
          maxlength={30}
          value={typedText(typed, "code")}
          error={errors["code"]?.[lang]}
        />
        <Row>
          <Button kind="secondary">{t.again[lang]}</Button>
        </Row>
      </form>
    </Stack>
  );
}

/** What the browser shows when a report could not be sent. */
export function UnsentPage({ lang, dutyPhone, hotlines }: Pick<ShieldProps, "lang" | "dutyPhone" | "hotlines">): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={dutyPhone} />
      <h1>{t.unsentTitle[lang]}</h1>
      <Notice kind="danger" title={t.unsentText[lang]}>
        <p>
          <Dialled text={callDuty(lang, dutyPhone)} dutyPhone={dutyPhone} />
        </p>
      </Notice>
      {/* The browser's worker puts in what was typed, and shows it only then. */}
      <form class="form" method="post" action={paths.shield()} data-resend hidden>
        <Button big kind="danger" consequence={t.resendHint[lang]}>
          {t.resend[lang]}
        </Button>
      </form>
      <FirstSteps lang={lang} dutyPhone={dutyPhone} hotlines={hotlines} />
      <p>
        <a href={paths.shield()}>{t.back[lang]}</a>
      </p>
    </>
  );
}
