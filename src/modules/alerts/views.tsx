import type { Lang } from "../../base/lang.ts";
import { Button } from "../../web/views/button.tsx";
import type { Html } from "../../web/views/html.ts";
import { EmptyState, Stack } from "../../web/views/parts.tsx";
import { DataTable, Pager } from "../../web/views/table.tsx";
import { PushOffer } from "../subscriptions/index.ts";
import { paths } from "./paths.ts";
import { texts as t } from "./texts.ts";

export type AlertLine = {
  readonly id: number;
  readonly text: string;
  /** The code in the text, and where its matter is read; null for who may not read it, and where there is none. */
  readonly link: { readonly code: string; readonly href: string } | null;
  readonly at: string;
  readonly seen: boolean;
};

export type AlertsProps = {
  readonly lang: Lang;
  readonly lines: readonly AlertLine[];
  readonly nextHref: string | null;
  readonly devices: readonly { readonly id: number; readonly text: string }[];
  readonly publicKey: string;
  readonly deviceError: string | null;
};

/** An officer's alerts, newest first, and where he is woken by them. */
export function AlertsPage(props: AlertsProps): Html {
  const { lang, lines, nextHref } = props;
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <p>{t.lead[lang]}</p>
      {lines.length === 0 ? <EmptyState icon="inbox" title={t.emptyTitle[lang]} text={t.emptyText[lang]} /> : <Lines {...props} />}
      {lines.length > 0 && <Pager nextHref={nextHref} firstHref={paths.alerts()} shown={t.shown[lang](lines.length)} lang={lang} />}
      <Devices {...props} />
    </>
  );
}

function Lines({ lang, lines }: AlertsProps): Html {
  const newest = lines[0]?.id ?? 0;
  return (
    <>
      <DataTable
        caption={t.title[lang]}
        captionHidden
        rows={lines}
        columns={[
          { title: t.text[lang], cell: (line) => (line.seen ? <Words {...line} /> : <strong children={<Words {...line} />} />) },
          { title: t.at[lang], cell: (line) => line.at },
          { title: t.state[lang], cell: (line) => (line.seen ? t.seen : t.isNew)[lang] },
        ]}
      />
      {lines.some((line) => !line.seen) && (
        <form method="post" action={paths.seen()}>
          <input type="hidden" name="id" value={String(newest)} />
          <Button kind="secondary">{t.markSeen[lang]}</Button>
        </form>
      )}
    </>
  );
}

/** What an alert says, its code leading to the matter. */
function Words({ text, link }: AlertLine): Html {
  const at = link === null ? -1 : text.indexOf(link.code);
  if (link === null || at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <a href={link.href}>{link.code}</a>
      {text.slice(at + link.code.length)}
    </>
  );
}

function Devices({ lang, devices, publicKey, deviceError }: AlertsProps): Html {
  return (
    <Stack>
      <h2>{t.devicesTitle[lang]}</h2>
      <p>{t.devicesLead[lang]}</p>
      {devices.length > 0 && (
        <ul class="entries">
          {devices.map(({ id, text }) => (
            <li>
              <form method="post" action={paths.stopDevice()} class="row">
                <input type="hidden" name="id" value={String(id)} />
                <span>{text}</span>
                <button type="submit" class="ds-button" data-variant="tertiary">
                  {t.stop[lang]}
                  <span class="sr-only">: {text}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <PushOffer {...{ lang, publicKey }} action={paths.devices()} text={t.add[lang]} hint={t.addHint[lang]} error={deviceError} />
      <form method="post" action={paths.trial()}>
        <Button kind="quiet" consequence={t.trialHint[lang]}>
          {t.trial[lang]}
        </Button>
      </form>
    </Stack>
  );
}
