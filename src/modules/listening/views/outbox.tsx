import type { Lang } from "../../../base/lang.ts";
import { letters } from "../../../kernel/reference.ts";
import { Button } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import { outboxTexts as t } from "../texts/outbox.ts";

export type OutboxProps = {
  readonly lang: Lang;
  /** Whose lines are shown and sent here. */
  readonly account: number | null;
  /** Where the officer comes back to after signing in. */
  readonly here: string;
};

/** Lines that wait on this device. Shown by `src/browser/outbox.ts` where there are some; without it nothing waits. */
export function Outbox({ lang, account, here }: OutboxProps): Html {
  const words = {
    "data-waiting": t.waiting[lang],
    "data-refused-only": t.refusedOnly[lang],
    "data-signed-out": t.signedOut[lang],
    "data-state-waiting": t.stateWaiting[lang],
    "data-state-refused": t.stateRefused[lang],
    "data-not-permitted": t.notPermitted[lang],
    "data-not-found": t.notFound[lang],
    "data-not-taken": t.notTaken[lang],
    "data-first": t.first[lang],
    "data-sure": t.sure[lang],
    "data-no-network": t.noNetwork[lang],
    "data-stand-in": paths.meetings(),
  };
  return (
    <div data-outbox={String(account ?? "")} data-letters={letters} {...words} hidden>
      <section class="stack">
        <h2>{t.title[lang]}</h2>
        <p data-part="told" role="status" />
        <p data-part="sign-in" hidden>
          <a href={`/can-bo/dang-nhap?ve=${encodeURIComponent(here)}`}>{t.signIn[lang]}</a>
        </p>
        <ol class="stack" data-part="lines" />
        <span data-part="now" hidden>
          <Button kind="secondary" icon="send">
            {t.now[lang]}
          </Button>
        </span>
      </section>
      <template>
        <li>
          <p data-part="said" />
          <p class="quiet">
            <b data-part="state" /> <span data-part="meeting" />
          </p>
          <p data-part="why" />
          <Row>
            <span data-part="edit" hidden>
              <Button kind="secondary">{t.edit[lang]}</Button>
            </span>
            <span data-part="discard" hidden>
              <Button kind="quiet">{t.discard[lang]}</Button>
            </span>
          </Row>
        </li>
      </template>
    </div>
  );
}
