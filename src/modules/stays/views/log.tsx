import { formatDate } from "../../../base/day/format.ts";
import { shortName } from "../../../base/identity.ts";
import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { DateField, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState, Notice, Row, Stack } from "../../../web/views/parts.tsx";
import { StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { ExportForm, instant } from "../../registers/index.ts";
import { measured } from "../night.ts";
import { paths } from "../paths.ts";
import type { LogSums } from "../queries.ts";
import type { LogLine } from "../service/log.ts";
import { nightTexts } from "../texts/night.ts";
import { stayTexts as t } from "../texts/office.ts";

export type LogProps = {
  readonly lang: Lang;
  /** The day that is shown, or what was found by name. */
  readonly shown:
    | {
        readonly kind: "day";
        readonly title: string;
        readonly lines: readonly LogLine[];
        readonly sums: LogSums;
        readonly nextHref: string | null;
        readonly firstHref: string | null;
      }
    | { readonly kind: "found"; readonly lines: readonly LogLine[] };
  readonly placeName: (kind: string) => string;
  readonly dayTyped: string;
  readonly mayEnter: boolean;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** The log of a day, the search in it, and the way out of the house. */
export function LogPage(props: LogProps): Html {
  const { lang, mayEnter, errors, typed, dayTyped } = props;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{t.logTitle[lang]}</h1>
      <p>{t.logLead[lang]}</p>
      {mayEnter && (
        <Row>
          <LinkButton href={paths.declaration()} icon="plus" shortcut="N">
            {t.declare[lang]}
          </LinkButton>
        </Row>
      )}
      <form class="form" method="post" action={paths.search()}>
        <TextField
          name="ten"
          type="search"
          lang={lang}
          label={t.search[lang]}
          hint={t.searchHint[lang]}
          width="middle"
          shortcut="/"
          value={typedText(typed, "ten")}
          error={errors["ten"]?.[lang]}
        />
        <Row>
          <Button kind="secondary" icon="search">
            {t.search[lang]}
          </Button>
        </Row>
      </form>
      <Shown {...props} />
      <form class="form" method="get" action={paths.log()}>
        <DateField name="ngay" lang={lang} label={t.dayAsked[lang]} value={dayTyped} />
        <Row>
          <Button kind="secondary" icon="calendar-days">
            {t.showDay[lang]}
          </Button>
        </Row>
      </form>
      <ExportForm lang={lang} errors={errors} typed={typed} period={null} action={paths.takeOut()} title={t.exportTitle[lang]} lead={t.exportLead[lang]} />
    </>
  );
}

function Shown(props: LogProps): Html {
  const { lang, shown } = props;
  if (shown.kind === "found") {
    return (
      <Stack>
        <h2>{t.foundTitle[lang](shown.lines.length)}</h2>
        {shown.lines.length === 0 ? <Notice kind="info" title={t.nothingFound[lang]} level={3} /> : <LogTable {...props} lines={shown.lines} />}
        {shown.lines.length === 20 && <p class="quiet">{t.foundMost[lang]}</p>}
      </Stack>
    );
  }
  const { title, lines, sums, nextHref, firstHref } = shown;
  return (
    <Stack>
      <h2>{title}</h2>
      {sums.declarations === 0 ? (
        <EmptyState icon="house" title={t.emptyTitle[lang]} text={t.emptyText[lang]} />
      ) : (
        <>
          <p>{t.sums[lang](sums.declarations, sums.guests, sums.late)}</p>
          <LogTable {...props} lines={lines} />
          <Pager nextHref={nextHref} firstHref={firstHref} shown={t.shownOf[lang](lines.length, sums.declarations)} lang={lang} />
        </>
      )}
    </Stack>
  );
}

function LogTable({ lang, lines, placeName }: LogProps & { readonly lines: readonly LogLine[] }): Html {
  return (
    <DataTable<LogLine>
      caption={t.logTitle[lang]}
      captionHidden
      rows={lines}
      rowId={(line) => `stay-${line.matterId}`}
      columns={[
        {
          title: t.code[lang],
          cell: (line) => (
            <>
              <a href={paths.stay(line.publicRef)}>{line.code}</a>
              <Sub>{[t.channels[line.channel as keyof typeof t.channels][lang], ...(line.entry > 1 ? [t.corrected[lang](line.entry - 1)] : [])].join(" · ")}</Sub>
            </>
          ),
        },
        { title: t.guests[lang], cell: (line) => <GuestNames line={line} lang={lang} /> },
        {
          title: t.hostAndPlace[lang],
          cell: (line) => (
            <>
              {shortName(line.hostName)}
              <Sub>{[placeName(line.placeKind), line.hamletName ?? line.address].join(" · ")}</Sub>
            </>
          ),
        },
        {
          title: t.stayTimes[lang],
          cell: (line) => (
            <>
              {instant(line.arrivedAt, lang)}
              <Sub>{departures(line, lang)}</Sub>
            </>
          ),
        },
        {
          title: t.told[lang],
          cell: (line) => {
            const { inTime } = measured(line);
            return (
              <>
                <StateTag state={inTime ? "done" : "late"} lang={lang} word={inTime ? nightTexts.inTimeWord[lang] : nightTexts.lateWord[lang]} />
                <Sub>{instant(line.toldAt, lang)}</Sub>
              </>
            );
          },
        },
      ]}
    />
  );
}

const namesShown = 3;

function GuestNames({ line, lang }: { readonly line: LogLine; readonly lang: Lang }): Html {
  const names = line.people.slice(0, namesShown).map(({ fullName }) => shortName(fullName));
  const rest = line.people.length - names.length;
  return (
    <>
      {names.join(", ")}
      {rest > 0 && <Sub>{t.more[lang](rest)}</Sub>}
    </>
  );
}

function departures({ people, leavesOn }: LogLine, lang: Lang): string {
  const left = people.filter(({ leftAt }) => leftAt !== null).length;
  if (left === people.length) return t.allLeft[lang];
  const planned = leavesOn ? t.leaves[lang](formatDate(leavesOn, lang)) : t.leavesUnknown[lang];
  return left > 0 ? `${t.someLeft[lang](left)} · ${planned}` : planned;
}
