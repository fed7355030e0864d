import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { showReference } from "../../../kernel/reference.ts";
import { typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { Conversation } from "../../../web/views/conversation.tsx";
import { type Option, RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { TextArea, TextField } from "../../../web/views/form/text.tsx";
import { Trap } from "../../../web/views/form/trap.tsx";
import type { Html } from "../../../web/views/html.ts";
import { LeftOver } from "../../../web/views/left-over.tsx";
import { Notice, Row, Stack, SummaryList } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { headings } from "../queries/tables.ts";
import type { OpenedOpinion } from "../service/opinions.ts";
import { sayTexts, residentTexts as t } from "../texts/resident.ts";
import { stateWord } from "../work.ts";
import type { Filled } from "./list.tsx";
import { Turns } from "./opinion.tsx";

export type SayProps = Filled & { readonly lang: Lang; readonly postName: string; readonly postsHref: string; readonly term: string; readonly hamlets: readonly Option[] };

/** Saying something, with a name or without. */
export function SayPage({ lang, postName, postsHref, term, hamlets, errors, typed }: SayProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <Stack>
        <h1>{t.sayTitle[lang]}</h1>
        <p class="lead">{t.sayLead[lang]}</p>
      </Stack>
      <Notice kind="danger" title={t.urgent[lang]} children={t.urgentText[lang]} />
      <p>
        {t.to[lang](postName)} <a href={postsHref}>{t.otherPost[lang]}</a>
      </p>
      <form class="form" method="post" action={paths.say()} novalidate>
        <RadioGroup
          {...field("heading")}
          label={t.heading[lang]}
          value={typedText(typed, "heading") || "proposal"}
          options={headings.map((value) => ({ value, text: sayTexts[value][lang] }))}
        />
        <TextArea {...field("said")} label={t.said[lang]} hint={t.saidHint[lang]} maxlength={4_000} />
        <Select {...field("hamlet")} label={t.hamlet[lang]} options={hamlets} optional />
        <Stack>
          <h2>{t.nameTitle[lang]}</h2>
          <p>{t.nameText[lang]}</p>
        </Stack>
        <TextField {...field("fullName")} label={t.fullName[lang]} autocomplete="name" maxlength={100} optional />
        <TextField {...field("phone")} label={t.phone[lang]} type="tel" inputmode="tel" autocomplete="tel" width="middle" maxlength={20} optional />
        <Trap lang={lang} />
        <Button big consequence={t.sendHint[lang](term)}>
          {t.send[lang]}
        </Button>
      </form>
      <form class="form" method="post" action={paths.findSaid()}>
        <h2>{t.haveCode[lang]}</h2>
        <TextField {...field("code")} label={t.code[lang]} hint={t.codeHint[lang]} width="middle" maxlength={300} />
        <Row>
          <Button kind="secondary">{t.seeAnswer[lang]}</Button>
        </Row>
      </form>
    </>
  );
}

export type HeldProps = Filled & { readonly lang: Lang; readonly opened: OpenedOpinion; readonly mayContest: boolean; readonly late: boolean; readonly inOffice: boolean };

/** What somebody said, and what was answered, for whoever holds the receipt; `inOffice`: an officer is signed in, and nothing is written in the author's place. */
export function HeldPage({ lang, opened, mayContest, late, inOffice, errors, typed }: HeldProps): Html {
  const { matter, opinion, turns, messages } = opened;
  const ref = matter.publicRef;
  const rows = [
    ...(inOffice ? [] : [{ term: t.receipt[lang], detail: <strong class="large">{showReference(ref)}</strong> }]),
    { term: t.state[lang], detail: stateWord(matter.state === "aside" ? "received" : matter.state)[lang] },
    ...(matter.dueAt && matter.settledAt === null ? [{ term: t.due[lang], detail: formatMoment(matter.dueAt, lang) }] : []),
    { term: t.heading[lang], detail: sayTexts[opinion.heading][lang] },
    { term: t.you[lang], detail: opinion.said },
  ];
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{`${t.heldTitle[lang]}, ${formatDate(dayOf(opinion.takenAt), lang)}`}</h1>
      {late && <Notice kind="warn" title={t.openAgain[lang]} children={t.openAgainText[lang]} announce />}
      {inOffice && <Notice kind="warn" title={t.inOffice[lang]} children={t.inOfficeText[lang]} announce />}
      {inOffice && <LeftOver lang={lang} words={[typedText(typed, "objection"), typedText(typed, "message")]} />}
      {!inOffice && <Notice kind="info" title={t.keep[lang]} />}
      <SummaryList rows={rows} lang={lang} />
      <section class="stack">
        <h2>{t.answers[lang]}</h2>
        {turns.length === 0 ? <p class="quiet">{t.waiting[lang]}</p> : <Turns lang={lang} turns={turns} contestWord={t.youContested[lang]} />}
      </section>
      {mayContest && !inOffice && (
        <details class="verb-with-reason" open={errors["objection"] !== undefined || typedText(typed, "objection") !== ""}>
          <summary>{t.contestTitle[lang]}</summary>
          <form class="form" method="post" action={paths.contest(ref)}>
            <TextArea
              name="objection"
              lang={lang}
              label={t.contestWords[lang]}
              rows={3}
              value={typedText(typed, "objection")}
              error={errors["objection"]?.[lang]}
              maxlength={2_000}
            />
            <Button kind="secondary" consequence={t.contestText[lang]}>
              {t.contest[lang]}
            </Button>
          </form>
        </details>
      )}
      <section class="stack">
        <h2>{t.messages[lang]}</h2>
        <Conversation lang={lang} messages={messages} side="resident" action={inOffice ? null : paths.saidMessage(ref)} daysOnly errors={errors} typed={typed} />
      </section>
    </>
  );
}
