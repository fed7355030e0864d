import { formatTime } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Card, EmptyState, Figure, Grid, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { DataTable } from "../../../web/views/table.tsx";
import { showNumber, type TicketAction } from "../line.ts";
import { paths } from "../paths.ts";
import type { Desk } from "../queries/desks.ts";
import type { DayFigures, Ticket } from "../queries/tickets.ts";
import { lineTexts as t } from "../texts/office.ts";

type Shown = { readonly lang: Lang };

export type ExpectedRow = {
  readonly id: number;
  readonly ref: string;
  readonly startsAt: Date;
  readonly who: string;
  readonly what: string;
  readonly desk: number;
  readonly ticket: number | null;
};

export type LinePageProps = Shown & {
  readonly desks: readonly Desk[];
  readonly waiting: number;
  readonly figures: DayFigures;
  readonly expected: readonly ExpectedRow[];
  readonly more: boolean;
  readonly screenHref: string;
  readonly mayWriteDesks: boolean;
  /** The number that was just given; to be printed. */
  readonly given: number | null;
  readonly refs: { readonly ordinary: string; readonly priority: string };
};

/** The line of today: where do I sit, give a number, who is expected. */
export function LinePage(props: LinePageProps): Html {
  const { lang, desks, given, screenHref, mayWriteDesks } = props;
  return (
    <>
      <h1>{t.title[lang]}</h1>
      {given !== null && (
        <Notice kind="success" title={t.given[lang](showNumber(given))} announce>
          <LinkButton href={paths.printedTicket(given)} kind="secondary" icon="printer" print>
            {t.print[lang]}
          </LinkButton>
        </Notice>
      )}
      {desks.length === 0 ? <EmptyState icon="users" title={t.noDesks[lang]} text={t.noDesksText[lang]} /> : <Work {...props} />}
      <Expected {...props} />
      <Row>
        <LinkButton href={screenHref} kind="secondary">
          {t.screen[lang]}
        </LinkButton>
        {mayWriteDesks && (
          <LinkButton href={paths.desks()} kind="secondary">
            {t.toDesks[lang]}
          </LinkButton>
        )}
      </Row>
      <form method="post" action={paths.openKiosk()}>
        <Button kind="quiet" consequence={t.openKioskText[lang]}>
          {t.openKiosk[lang]}
        </Button>
      </form>
    </>
  );
}

function Work({ lang, desks, waiting, figures, refs }: LinePageProps): Html {
  return (
    <>
      <Stack>
        <h2>{t.chooseDesk[lang]}</h2>
        <Row>
          {desks.map(({ number, name }) => (
            <LinkButton href={paths.desk(number)}>{t.deskName[lang](number, name)}</LinkButton>
          ))}
        </Row>
      </Stack>
      <Stack>
        <h2>{t.newTicket[lang]}</h2>
        <Row>
          <GiveForm ref={refs.ordinary} priority={false} text={t.ordinary[lang]} />
          <GiveForm ref={refs.priority} priority text={t.priority[lang]} />
        </Row>
      </Stack>
      <Stack>
        <h2>{t.today[lang]}</h2>
        <Figures lang={lang} waiting={waiting} figures={figures} />
      </Stack>
    </>
  );
}

function GiveForm({ ref, priority, text }: { readonly ref: string; readonly priority: boolean; readonly text: string }): Html {
  return (
    <form method="post" action={paths.newTicket()}>
      <input type="hidden" name="ref" value={ref} />
      {priority && <input type="hidden" name="priority" value="said" />}
      <Button kind="secondary">{text}</Button>
    </form>
  );
}

function Figures({ lang, waiting, figures }: Shown & { readonly waiting: number; readonly figures: DayFigures }): Html {
  const { served, absent, waitMinutes, serveMinutes } = figures;
  const minutes = (value: number | null): string => (value === null ? "–" : `${value}′`);
  const shown = [
    { value: String(waiting), meaning: t.waiting[lang] },
    { value: String(served), meaning: t.served[lang] },
    { value: String(absent), meaning: t.absent[lang] },
    { value: minutes(waitMinutes), meaning: t.waitAverage[lang] },
    { value: minutes(serveMinutes), meaning: t.serveAverage[lang] },
  ];
  return <Grid items={shown.map((one) => <Figure {...one} />)} />;
}

function Expected({ lang, expected, more }: LinePageProps): Html {
  return (
    <Stack>
      <h2>{t.appointments[lang]}</h2>
      {expected.length === 0 ? (
        <p class="quiet">{t.noAppointments[lang]}</p>
      ) : (
        <DataTable<ExpectedRow>
          caption={t.appointments[lang]}
          captionHidden
          rows={expected}
          columns={[
            { title: t.time[lang], cell: ({ startsAt }) => formatTime(startsAt) },
            { title: t.who[lang], cell: ({ who }) => who },
            { title: t.what[lang], cell: ({ what }) => what },
            { title: t.inLine[lang], cell: (row) => (row.ticket === null ? <ArrivedForm lang={lang} row={row} /> : t.numberIs[lang](showNumber(row.ticket))) },
          ]}
        />
      )}
      {more && <p class="quiet">{t.more[lang](expected.length)}</p>}
    </Stack>
  );
}

function ArrivedForm({ lang, row }: Shown & { readonly row: ExpectedRow }): Html {
  return (
    <form method="post" action={paths.checkIn()}>
      <input type="hidden" name="who" value={row.ref} />
      <button type="submit" class="ds-button" data-variant="secondary" aria-label={`${t.arrived[lang]}: ${formatTime(row.startsAt)} ${row.who}`}>
        {t.arrived[lang]}
      </button>
    </form>
  );
}

export type DeskPageProps = Shown & {
  readonly desk: Desk;
  readonly current: Ticket | null;
  readonly waiting: readonly Ticket[];
  readonly absent: readonly Ticket[];
  readonly count: number;
  readonly changed: boolean;
};

/** One desk: who stands before it, and the buttons for what comes next. */
export function DeskPage(props: DeskPageProps): Html {
  const { lang, desk, waiting, absent, count, changed } = props;
  return (
    <>
      <h1>{t.deskName[lang](desk.number, desk.name)}</h1>
      {changed && (
        <Notice kind="warn" title={t.changed[lang]} announce>
          {t.changedText[lang]}
        </Notice>
      )}
      <Card>
        <Current {...props} />
      </Card>
      <p class="quiet">{t.rule[lang]}</p>
      <Stack>
        <h2>
          {t.waitingList[lang]} ({count})
        </h2>
        {waiting.length === 0 ? <p class="quiet">{t.emptyLine[lang]}</p> : <Tickets lang={lang} caption={t.waitingList[lang]} rows={waiting} />}
        {count > waiting.length && <p class="quiet">{t.more[lang](waiting.length)}</p>}
      </Stack>
      {absent.length > 0 && (
        <Stack>
          <h2>{t.absentList[lang]}</h2>
          <Tickets
            lang={lang}
            caption={t.absentList[lang]}
            rows={absent}
            action={(ticket) => <Step lang={lang} desk={desk.number} ticket={ticket} action="comeBack" kind="secondary" />}
          />
        </Stack>
      )}
      <p>
        <a href={paths.line()}>{t.otherDesks[lang]}</a>
      </p>
    </>
  );
}

function Current({ lang, desk, current, count }: DeskPageProps): Html {
  const { number } = desk;
  if (!current) {
    return (
      <>
        <h2>{t.current[lang]}</h2>
        <p>{t.nobody[lang]}</p>
        {count > 0 ? <CallForm desk={number} text={t.callNext[lang]} finish={null} /> : <p class="quiet">{t.emptyLine[lang]}</p>}
      </>
    );
  }
  const called = current.state === "called";
  return (
    <>
      <h2>{called ? t.called[lang] : t.serving[lang]}</h2>
      <p class="desk-number">{showNumber(current.number)}</p>
      <Row>
        {called && <Step lang={lang} desk={number} ticket={current} action="start" kind="primary" shortcut="B" />}
        {called && <Step lang={lang} desk={number} ticket={current} action="again" kind="secondary" shortcut="L" />}
        {called && <Step lang={lang} desk={number} ticket={current} action="noShow" kind="secondary" shortcut="V" />}
        {!called && <CallForm desk={number} text={t.finishAndCall[lang]} finish={current} />}
        {!called && <Step lang={lang} desk={number} ticket={current} action="finish" kind="secondary" shortcut="X" />}
      </Row>
    </>
  );
}

function CallForm({ desk, text, finish }: { readonly desk: number; readonly text: string; readonly finish: Ticket | null }): Html {
  return (
    <form method="post" action={paths.call(desk)}>
      {finish && <Carried {...finish} />}
      <Button icon="megaphone" shortcut="G">
        {text}
      </Button>
    </form>
  );
}

type StepProps = Shown & { readonly desk: number; readonly ticket: Ticket; readonly action: TicketAction; readonly kind: "primary" | "secondary"; readonly shortcut?: string };

function Step({ lang, desk, ticket, action, kind, shortcut }: StepProps): Html {
  return (
    <form method="post" action={paths.step(desk)}>
      <Carried {...ticket} />
      <Button name="action" value={action} kind={kind} shortcut={shortcut}>
        {t[action][lang]}
      </Button>
    </form>
  );
}

/** The ticket as it is seen here: what comes too late changes nothing. */
function Carried({ number, version }: Pick<Ticket, "number" | "version">): Html {
  return (
    <>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function Tickets({ lang, caption, rows, action }: Shown & { readonly caption: string; readonly rows: readonly Ticket[]; readonly action?: (ticket: Ticket) => Html }): Html {
  const laneWord = ({ lane, readyAt }: Ticket): string => {
    if (lane === "appointment") return t.laneAppointment[lang](formatTime(readyAt));
    return lane === "priority" ? t.lanePriority[lang] : t.laneOrdinary[lang];
  };
  return (
    <DataTable<Ticket>
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        { title: t.number[lang], cell: ({ number }) => showNumber(number) },
        { title: t.lane[lang], cell: laneWord },
        { title: t.since[lang], cell: ({ issuedAt }) => formatTime(issuedAt) },
        ...(action ? [{ title: t.current[lang], cell: action }] : []),
      ]}
    />
  );
}
