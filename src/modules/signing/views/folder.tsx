import { distance, formatShortDay, formatTime } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList } from "../../../web/form.ts";
import { Button, LinkButton } from "../../../web/views/button.tsx";
import { CheckGroup } from "../../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../../web/views/form/errors.tsx";
import { fieldId } from "../../../web/views/form/field.tsx";
import { RowTick } from "../../../web/views/form/tick.tsx";
import type { Html } from "../../../web/views/html.ts";
import { EmptyState } from "../../../web/views/parts.tsx";
import { DueMoment, StateTag } from "../../../web/views/state.tsx";
import { DataTable, Pager, Sub } from "../../../web/views/table.tsx";
import { paths } from "../paths.ts";
import { texts as t } from "../texts.ts";
import { BringForm, Outside, type OutsideLine } from "./outside.tsx";

/** A proposal in the folder. */
export type FolderLine = {
  readonly ref: string;
  readonly code: string;
  readonly title: string;
  readonly whose: string;
  readonly dueAt: Date | null;
  /** `again`: it changed after the actor had read it. */
  readonly seen: "seen" | "again" | "not";
};

export type FolderProps = {
  readonly lang: Lang;
  readonly now: Date;
  readonly signing: "here" | "elsewhere";
  readonly lines: readonly FolderLine[];
  readonly outside: readonly OutsideLine[];
  readonly nextHref: string | null;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

/** All that waits for a signature. */
export function FolderPage(props: FolderProps): Html {
  const { lang, lines, outside, signing, errors } = props;
  const seen = lines.filter((line) => line.seen === "seen").length;
  const first = lines.find((line) => line.seen !== "seen") ?? lines[0];
  return (
    <>
      <h1>{t.title[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <p class="lead">{t.lead[lang]}</p>
      {first === undefined ? (
        <EmptyState icon="pen-line" title={t.emptyTitle[lang]} text={t.emptyText[lang]} />
      ) : (
        <>
          <div class="row">
            <strong>{t.counted[lang](lines.length, seen)}</strong>
            <LinkButton href={paths.reading(first.ref)} icon="eye" kind={seen === lines.length ? "secondary" : "primary"} shortcut="J">
              {t.startReading[lang]}
            </LinkButton>
          </div>
          <Waiting {...props} />
        </>
      )}
      {signing === "elsewhere" && (
        <>
          {outside.length > 0 && <Outside lang={lang} lines={outside} errors={errors} typed={props.typed} />}
          <BringForm lang={lang} errors={errors} />
        </>
      )}
    </>
  );
}

function Waiting(props: FolderProps): Html {
  const { lang, now, lines, signing, errors, typed, nextHref } = props;
  const ticked = typedList(typed, "hoSo");
  const wasSent = "hoSo" in typed || "dongY" in typed;
  const isTicked = (line: FolderLine): boolean => (wasSent ? ticked.includes(line.ref) : true);
  const firstSeen = lines.find((line) => line.seen === "seen");
  const here = signing === "here";
  return (
    <form method="post" action={here ? paths.signatures() : paths.exports()} class="stack">
      <DataTable
        caption={t.title[lang]}
        captionHidden
        rows={lines}
        rowId={(line) => `ho-so-${line.ref}`}
        columns={[
          {
            title: t.paper[lang],
            cell: (line) => (
              <>
                <a href={paths.reading(line.ref)}>{line.title}</a>
                <Sub>{line.code}</Sub>
              </>
            ),
          },
          { title: t.whose[lang], cell: (line) => line.whose.replaceAll(" ", "\u00a0") },
          { title: t.due[lang], cell: (line) => <Due dueAt={line.dueAt} now={now} lang={lang} /> },
          {
            title: t.standing[lang],
            cell: (line) =>
              line.seen === "seen" ? (
                <RowTick
                  name="hoSo"
                  value={line.ref}
                  text={t.seen[lang]}
                  checked={isTicked(line)}
                  id={line === firstSeen ? fieldId("hoSo") : undefined}
                  wrong={errors["hoSo"] !== undefined}
                />
              ) : (
                <StateTag state={line.seen === "again" ? "returned" : "received"} lang={lang} word={line.seen === "again" ? t.seeAgain[lang] : t.notSeenYet[lang]} />
              ),
          },
        ]}
      />
      <Pager nextHref={nextHref} firstHref={paths.folder()} shown={t.shown[lang](lines.length)} lang={lang} />
      {errors["hoSo"] && <p class="ds-validation-message">{errors["hoSo"][lang]}</p>}
      <CheckGroup
        name="dongY"
        label={t.sign[lang]}
        lang={lang}
        options={[{ value: "co", text: t.confirm[lang] }]}
        values={typedList(typed, "dongY")}
        error={errors["dongY"]?.[lang]}
      />
      <Button icon={here ? "pen-line" : "download"} consequence={here ? t.signConsequence[lang] : t.exportConsequence[lang]}>
        {here ? t.sign[lang] : t.export[lang]}
      </Button>
    </form>
  );
}

function Due({ dueAt, now, lang }: { readonly dueAt: Date | null; readonly now: Date; readonly lang: Lang }): Html {
  if (!dueAt) return <span class="quiet">{t.noDue[lang]}</span>;
  return <DueMoment distance={distance(now, dueAt, lang)} exact={`${formatTime(dueAt)} ${formatShortDay(dayOf(dueAt), lang)}`} instant={dueAt.toISOString()} late={now > dueAt} />;
}
