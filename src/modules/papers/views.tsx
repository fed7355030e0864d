import type { Lang } from "../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../web/form.ts";
import { Icon } from "../../web/look/icons/icon.tsx";
import type { IconName } from "../../web/look/icons/names.ts";
import { Button, LinkButton } from "../../web/views/button.tsx";
import { ErrorSummary } from "../../web/views/form/errors.tsx";
import { FileField, TextArea, TextField } from "../../web/views/form/text.tsx";
import type { Html } from "../../web/views/html.ts";
import { Card, Row, Stack, SummaryList, type SummaryRow } from "../../web/views/parts.tsx";
import { TelLink } from "../../web/views/phone.tsx";
import { paths } from "./paths.ts";
import type { IssuedPaper } from "./queries.ts";
import type { Verdict } from "./service.ts";
import { texts as t } from "./texts.ts";

export type CheckProps = { readonly lang: Lang; readonly typed: Typed; readonly errors: FieldErrors };

/** Asks for the code of a paper, or for its file. */
export function CheckPage({ lang, typed, errors }: CheckProps): Html {
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <h1>{t.title[lang]}</h1>
        <p class="lead">{t.lead[lang]}</p>
      </Stack>
      <Card>
        <h2>{t.codeTitle[lang]}</h2>
        <form class="form" method="post" action={paths.verify()}>
          <TextField
            name="code"
            label={t.code[lang]}
            hint={t.codeHint[lang]}
            value={typedText(typed, "code")}
            error={errors["code"]?.[lang]}
            maxlength={300}
            width="middle"
            lang={lang}
          />
          <Row>
            <Button big icon="shield-check">
              {t.check[lang]}
            </Button>
          </Row>
        </form>
      </Card>
      <Card>
        <h2>{t.fileTitle[lang]}</h2>
        <form class="form" method="post" action={paths.verify()} enctype="multipart/form-data">
          <input type="hidden" name="by" value="file" />
          <FileField name="file" label={t.file[lang]} hint={t.fileHint[lang]} error={errors["file"]?.[lang]} maxMegabytes="20" accept="application/pdf,.pdf" lang={lang} />
          <Row>
            <Button kind="secondary" icon="file-check">
              {t.checkFile[lang]}
            </Button>
          </Row>
        </form>
      </Card>
    </>
  );
}

export type VerdictProps = {
  readonly lang: Lang;
  readonly verdict: Verdict["verdict"];
  /** One sentence: what this means. */
  readonly sentence: string;
  readonly facts: readonly SummaryRow[];
  readonly phone: string | null;
  /** True when a file was sent: it says that the file was forgotten. */
  readonly byFile: boolean;
};

type Sentence = { readonly vi: string; readonly en: string };
type Look = { readonly tone: "good" | "past" | "bad" | "unsure"; readonly icon: IconName; readonly word: Sentence; readonly advice: Sentence };

/** Colour, sign, word and what to do: no two verdicts share all of them, and none is told by colour alone. */
const looks: { readonly [V in Verdict["verdict"]]: Look } = {
  valid: { tone: "good", icon: "badge-check", word: t.valid, advice: t.validDo },
  expired: { tone: "past", icon: "clock", word: t.expired, advice: t.expiredDo },
  superseded: { tone: "past", icon: "undo-2", word: t.superseded, advice: t.supersededDo },
  revoked: { tone: "bad", icon: "circle-x", word: t.revoked, advice: t.revokedDo },
  unknown: { tone: "bad", icon: "triangle-alert", word: t.unknown, advice: t.beware },
  altered: { tone: "bad", icon: "square-pen", word: t.altered, advice: t.beware },
  unreadable: { tone: "unsure", icon: "circle-question-mark", word: t.unreadable, advice: t.unreadableDo },
};

/** What the check says. */
export function VerdictPage({ lang, verdict, sentence, facts, phone, byFile }: VerdictProps): Html {
  const { tone, icon, word, advice } = looks[verdict];
  return (
    <>
      <section class={`verdict verdict-${tone}`} role="status" aria-labelledby="verdict">
        <Icon name={icon} />
        <h1 id="verdict">{word[lang]}</h1>
        <p>{sentence}</p>
      </section>
      {facts.length > 0 && <SummaryList rows={facts} lang={lang} />}
      <Stack>
        <p>
          <strong>{advice[lang]}</strong>
        </p>
        {phone !== null && (
          <p>
            {t.call[lang]} <TelLink number={phone} />
          </p>
        )}
        {(verdict === "unknown" || verdict === "altered") && <p>{t.call113[lang]}</p>}
        {facts.length > 0 && <p class="quiet">{t.privacy[lang]}</p>}
        {byFile && <p class="quiet">{t.fileForgotten[lang]}</p>}
      </Stack>
      <Row>
        <LinkButton href={paths.verify()} kind="secondary">
          {t.another[lang]}
        </LinkButton>
      </Row>
    </>
  );
}

export type RevokeProps = { readonly lang: Lang; readonly paper: IssuedPaper; readonly typed: Typed; readonly errors: FieldErrors };

/** Taking a paper back: what it is, and why. */
export function RevokePage({ lang, paper, typed, errors }: RevokeProps): Html {
  return (
    <>
      <h1>{t.revokeTitle[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <p>
        <strong>
          {paper.form} {paper.number}/{paper.symbol}
        </strong>
      </p>
      <p>{t.revokeText[lang]}</p>
      <form class="form" method="post" action={paths.revocation(paper.code)}>
        <TextArea name="reason" lang={lang} label={t.revokeReason[lang]} rows={3} value={typedText(typed, "reason")} error={errors.reason?.[lang]} />
        <Button kind="danger">{t.revoke[lang]}</Button>
      </form>
    </>
  );
}
