import type { Lang } from "../../../base/lang.ts";
import { typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { type Option, Select } from "../../../web/views/form/choice.tsx";
import { TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Notice, Row } from "../../../web/views/parts.tsx";
import { paths, whicheverMeeting } from "../paths.ts";
import { meetingTexts as t } from "../texts/meetings.ts";
import { outboxTexts } from "../texts/outbox.ts";
import { type Filled, HeadingField } from "./list.tsx";
import { Outbox } from "./outbox.tsx";

type RoomProps = Filled & {
  readonly lang: Lang;
  readonly publicRef: string;
  /** The heading of the last line, still chosen. */
  readonly heading: string;
  /** A fresh reference, so that a line sent twice is taken once. Empty: the device makes it. */
  readonly lineKey: string;
  /** The cursor stands in the line of the room. */
  readonly atLine: boolean;
  readonly mayAnswer: boolean;
  /** To whom a line can be given at once. */
  readonly owners: readonly Option[];
};

/** One line, Enter, next. */
export function Room({ lang, publicRef, heading, lineKey, atLine, mayAnswer, owners, errors, typed }: RoomProps): Html {
  return (
    <section class="stack" id="y-kien">
      <h2>{t.roomTitle[lang]}</h2>
      <form class="form" method="post" action={paths.meetingStep(publicRef, "y-kien")} data-outbox-form={paths.meetingStep(publicRef, "y-kien/gui-sau")}>
        <input type="hidden" name="key" value={typedText(typed, "key") || lineKey} />
        <TextField
          name="said"
          lang={lang}
          label={t.line[lang]}
          hint={t.lineHint[lang]}
          value={typedText(typed, "said")}
          error={errors["said"]?.[lang]}
          maxlength={1_000}
          autofocus={atLine}
          shortcut="N"
        />
        <HeadingField lang={lang} value={typedText(typed, "heading") || heading} error={errors["heading"]?.[lang]} />
        {mayAnswer && <TextField name="answer" lang={lang} label={t.onSpot[lang]} value={typedText(typed, "answer")} error={errors["answer"]?.[lang]} maxlength={2_000} optional />}
        {owners.length > 0 && (
          <Select
            name="giveTo"
            lang={lang}
            label={t.giveTo[lang]}
            hint={t.giveToHint[lang]}
            options={owners}
            value={typedText(typed, "giveTo")}
            error={errors["giveTo"]?.[lang]}
            optional
          />
        )}
        <Row>
          <Button icon="plus">{t.takeLine[lang]}</Button>
        </Row>
      </form>
    </section>
  );
}

/**
 * Stands in for the page of any meeting while there is no network. A device keeps it, so it says nothing of any meeting; the worker of the browser
 * puts the reference in that was asked for.
 */
export function StandInPage({ lang, account, mayAnswer, owners }: Pick<RoomProps, "lang" | "mayAnswer" | "owners"> & { readonly account: number | null }): Html {
  const room = { lang, publicRef: whicheverMeeting, heading: "proposal", lineKey: "", atLine: true, mayAnswer, owners, errors: {}, typed: {} };
  return (
    <>
      <h1>{outboxTexts.standInTitle[lang]}</h1>
      <Notice kind="warn" title={outboxTexts.standInGoOn[lang]}>
        {outboxTexts.standInText[lang]}
      </Notice>
      <p>
        <a href={paths.meeting(whicheverMeeting)}>{outboxTexts.standInAgain[lang]}</a>
      </p>
      <div data-stands-in>
        <Room {...room} />
      </div>
      <Outbox lang={lang} account={account} here={paths.meeting(whicheverMeeting)} />
    </>
  );
}
