import type { Lang } from "../../../base/lang.ts";
import type { Message } from "../../../kernel/messages.ts";
import type { Unit } from "../../../kernel/units.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { Conversation } from "../../../web/views/conversation.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../web/views/form/text.tsx";
import { Trap } from "../../../web/views/form/trap.tsx";
import type { Html } from "../../../web/views/html.ts";
import { ActionCard, Grid, Notice, Row, Stack, SummaryList, type SummaryRow } from "../../../web/views/parts.tsx";
import { PhoneBar, TelLink } from "../../../web/views/phone.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import type { Nature } from "../law.ts";
import { paths } from "../paths.ts";
import { residentTexts as t } from "../texts/resident.ts";
import { fieldOf, PhotoField, Where } from "./intake.tsx";

const numbers = { fire: "114", ambulance: "115", child: "111" } as const;
type ToPost = { readonly lang: Lang; readonly postName: string };

/** Which post gets what is written, and the way to another: nobody has to know beforehand that there is a choice. */
function GoesTo({ lang, postName }: ToPost): Html {
  return (
    <p>
      <strong>{t.to[lang](postName)}</strong>. <a href={paths.posts()}>{t.otherPost[lang]}</a>
    </p>
  );
}

/** 113 first, the duty desk next, and only then a form. */
export function EmergencyPage({ lang, postName, phone }: ToPost & { readonly phone: string | null }): Html {
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={phone} />
      <Stack>
        <h1>{t.title[lang]}</h1>
        <Notice kind="danger" title={t.nowTitle[lang]}>
          <p>{t.nowText[lang]}</p>
          <p class="large">
            <a href="tel:113">
              <strong>{t.call113[lang]}</strong>
            </a>
          </p>
          <ul>
            {(["fire", "ambulance", "child"] as const).map((danger) => (
              <li>
                {t[danger][lang]}: <TelLink number={numbers[danger]} />
              </li>
            ))}
            {phone !== null && (
              <li>
                {t.duty[lang](postName)}: <TelLink number={phone} />
              </li>
            )}
          </ul>
        </Notice>
        <GoesTo lang={lang} postName={postName} />
      </Stack>
      <Grid
        items={[
          <ActionCard href={paths.handIn()} icon="square-pen" title={t.write[lang]} text={t.writeText[lang]} />,
          <ActionCard href={paths.lookUp()} icon="search" title={t.lookUp[lang]} text={t.lookUpText[lang]} />,
          <ActionCard href={paths.publicFigures()} icon="file-text" title={t.figures[lang]} text={t.figuresText[lang]} />,
        ]}
      />
    </>
  );
}

export type Filled = { readonly errors: FieldErrors; readonly typed: Typed };
export type HandInProps = Filled & {
  readonly lang: Lang;
  /** The same however often this form is sent. */
  readonly formKey: string;
  readonly postName: string;
  readonly phone: string | null;
  readonly natures: readonly Nature[];
  readonly hamlets: readonly Unit[];
};

/** What a resident writes; one field must be filled. */
export function HandInPage(props: HandInProps): Html {
  const { lang, postName, phone, errors } = props;
  const field = fieldOf(props);
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={phone} />
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.formTitle[lang]}</h1>
      <GoesTo lang={lang} postName={postName} />
      <p class="lead">{t.anonymous[lang]}</p>
      <form class="form" method="post" action={paths.handIn()} enctype="multipart/form-data">
        <input type="hidden" name="ref" value={props.formKey} />
        <TextArea {...field("account")} label={t.account[lang]} hint={t.accountHint[lang]} rows={7} maxlength={5_000} />
        <Where {...props} />
        <PhotoField lang={lang} errors={errors} label={t.photo[lang]} />
        <TextField {...field("fullName")} label={t.fullName[lang]} hint={t.mayBeEmpty[lang]} maxlength={100} width="middle" optional />
        <TextField {...field("phone")} label={t.phone[lang]} type="tel" inputmode="tel" maxlength={20} width="middle" optional />
        <Trap lang={lang} />
        <Row>
          <Button big consequence={t.sendConsequence[lang]}>
            {t.send[lang]}
          </Button>
        </Row>
      </form>
    </>
  );
}

export type ReceiptProps = Filled & {
  readonly lang: Lang;
  readonly holderRef: string;
  readonly fresh: boolean;
  readonly facts: readonly SummaryRow[];
  readonly messages: readonly Message[];
  readonly open: boolean;
};

/** What the holder of a receipt sees: the code, how far it is, and the letters. Nobody's name, and nothing of what was told. */
export function ReceiptPage({ lang, holderRef, fresh, facts, messages, open, errors, typed }: ReceiptProps): Html {
  return (
    <Stack>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.receiptTitle[lang]}</h1>
      {fresh && <Notice kind="success" title={t.sent[lang]} children={t.keepCode[lang]} announce />}
      <SummaryList rows={facts} lang={lang} />
      {!fresh && <p class="hint">{t.keepCode[lang]}</p>}
      <h2>{t.letters[lang]}</h2>
      {open && (
        <Notice kind="warn" title={t.inDanger[lang]}>
          <a href="tel:113">
            <strong>{t.call113[lang]}</strong>
          </a>
        </Notice>
      )}
      <Conversation lang={lang} messages={messages} side="resident" action={open ? paths.message(holderRef) : null} daysOnly errors={errors} typed={typed} />
      <p>
        <a href={paths.emergency()}>{t.back[lang]}</a>
      </p>
    </Stack>
  );
}

/** Asks for the code of a receipt. In a POST, so that it stands in no log. */
export function LookUpPage(props: Filled & { readonly lang: Lang }): Html {
  const { lang, errors } = props;
  return (
    <Stack>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.findTitle[lang]}</h1>
      <form class="form" method="post" action={paths.lookUp()}>
        <TextField {...fieldOf(props)("code")} label={t.code[lang]} hint={t.findHint[lang]} width="middle" maxlength={30} />
        <Row>
          <Button>{t.find[lang]}</Button>
        </Row>
      </form>
      <p>
        <a href={paths.emergency()}>{t.back[lang]}</a>
      </p>
    </Stack>
  );
}

export type YearTable = { readonly year: number; readonly rows: readonly { readonly name: string; readonly cases: string }[] };

/** What the post gave to the public, year by year. */
export function PublicFiguresPage({ lang, postName, years }: { readonly lang: Lang; readonly postName: string; readonly years: readonly YearTable[] }): Html {
  return (
    <Stack>
      <h1>{t.figuresTitle[lang]}</h1>
      <p>{postName}</p>
      {years.length === 0 && <p>{t.noFigures[lang]}</p>}
      {years.map(({ year, rows }) => (
        <DataTable
          caption={t.year[lang](year)}
          rows={rows}
          rowId={(row) => `${year}-${row.name}`}
          columns={[
            { title: t.what[lang], cell: (row) => row.name },
            { title: t.cases[lang], cell: (row) => row.cases, number: true },
          ]}
        />
      ))}
      <p>
        <a href={paths.emergency()}>{t.back[lang]}</a>
      </p>
    </Stack>
  );
}
