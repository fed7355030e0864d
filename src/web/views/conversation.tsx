import { formatDate, formatTime } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import type { Message } from "../../kernel/messages.ts";
import type { FieldErrors, Typed } from "../form.ts";
import { typedText } from "../form.ts";
import { texts } from "../texts.ts";
import { Button } from "./button.tsx";
import { TextArea } from "./form/text.tsx";
import type { Html } from "./html.ts";

export type ConversationProps = {
  readonly lang: Lang;
  readonly messages: readonly Message[];
  /** Whose eyes read it: their own side is called "you". */
  readonly side: "resident" | "post";
  /** Where a new message is sent, for `parseMessage`; null: nothing can be added any more. */
  readonly action: string | null;
  /** Where an officer says that he has read what was written last; null: nothing is unread. */
  readonly readAction?: string | null;
  /** The instants of an anonymous matter are whole hours: then only the day is shown. */
  readonly daysOnly: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** What the post and the holder of a receipt wrote to each other, oldest first, and room to answer. */
export function Conversation({ lang, messages, side, action, readAction = null, daysOnly, errors, typed }: ConversationProps): Html {
  return (
    <div class="stack">
      {messages.length === 0 && <p class="quiet">{texts.noMessages[lang]}</p>}
      <ol class="conversation">
        {messages.map((message) => (
          <li class={message.fromPost ? "from-post" : undefined}>
            <b>{message.fromPost ? texts.fromPost[lang] : side === "resident" ? texts.fromYou[lang] : texts.fromResident[lang]}</b>{" "}
            <time class="quiet" dateTime={message.at.toISOString()}>
              {daysOnly ? formatDate(dayOf(message.at), lang) : `${formatTime(message.at)} ${formatDate(dayOf(message.at), lang)}`}
            </time>
            <p>{message.text}</p>
          </li>
        ))}
      </ol>
      {readAction !== null && (
        <form method="post" action={readAction}>
          <input type="hidden" name="last" value={messages.at(-1)?.id ?? 0} />
          <Button kind="quiet">{texts.markRead[lang]}</Button>
        </form>
      )}
      {action !== null && (
        <form method="post" action={action} class="stack">
          <TextArea name="message" lang={lang} label={texts.newMessage[lang]} value={typedText(typed, "message")} error={errors["message"]?.[lang]} maxlength={2_000} />
          <Button>{texts.sendMessage[lang]}</Button>
        </form>
      )}
    </div>
  );
}
