import type { Lang } from "../../base/lang.ts";
import type { FieldErrors } from "../../web/form.ts";
import { Icon } from "../../web/look/icons/icon.tsx";
import { Button } from "../../web/views/button.tsx";
import { RadioGroup } from "../../web/views/form/choice.tsx";
import { ErrorSummary } from "../../web/views/form/errors.tsx";
import { TextField } from "../../web/views/form/text.tsx";
import type { Html } from "../../web/views/html.ts";
import { ActionCard, Figure, Grid, Notice, OpenSign, Row, SoftBand, Stack } from "../../web/views/parts.tsx";
import { PhoneBar } from "../../web/views/phone.tsx";
import { paths } from "./paths.ts";
import { texts as t } from "./texts.ts";

/** Where the doors of the first page lead. */
export type Doors = Readonly<Record<"procedures" | "track" | "verify" | "book" | "report" | "cheated" | "genuine" | "say" | "heard" | "mediation" | "openData", string>>;

export type ShownFigure = { readonly value: string; readonly meaning: string };

export type HomeProps = {
  readonly lang: Lang;
  readonly doors: Doors;
  readonly phone: string | null;
  readonly opening: { readonly open: boolean; readonly rest: string } | null;
  /** Whether there are others to choose from. */
  readonly otherPosts: boolean;
  /** The name of the commune or ward that the figures tell of. */
  readonly unit: string;
  readonly figures: readonly ShownFigure[];
  /** Where the figures of the area come from. */
  readonly source: string | null;
  /** What the place was made of at the last reorganisation, one sentence; null when nobody told. */
  readonly madeOf: string | null;
  /** How many people wait at the counter now. */
  readonly waiting: number;
  /** The newest warning of a fraud that holds. */
  readonly alert: { readonly headline: string; readonly href: string } | null;
};

/** The first page: who to call, what to do here, whether the counter is open. */
export function HomePage({ lang, doors, phone, opening, otherPosts, unit, figures, source, madeOf, waiting, alert }: HomeProps): Html {
  const cards = [
    <ActionCard href={doors.procedures} icon="file-text" title={t.procedures[lang]} text={t.proceduresText[lang]} />,
    <ActionCard href={doors.track} icon="search" title={t.track[lang]} text={t.trackText[lang]} />,
    <ActionCard href={doors.report} icon="siren" title={t.report[lang]} text={t.reportText[lang]} />,
    <ActionCard href={doors.verify} icon="shield-check" title={t.verify[lang]} text={t.verifyText[lang]} />,
    <ActionCard href={doors.cheated} icon="siren" title={t.cheated[lang]} text={t.cheatedText[lang]} danger />,
    <ActionCard href={doors.genuine} icon="badge-check" title={t.genuine[lang]} text={t.genuineText[lang]} />,
    <ActionCard href={doors.say} icon="message-square" title={t.say[lang]} text={t.sayText[lang]} />,
    <ActionCard href={doors.heard} icon="megaphone" title={t.heard[lang]} text={t.heardText[lang]} />,
    <ActionCard href={doors.mediation} icon="handshake" title={t.mediation[lang]} text={t.mediationText[lang]} />,
  ];
  return (
    <>
      <PhoneBar lang={lang} dutyPhone={phone} />
      <Stack>
        <h1>{t.title[lang]}</h1>
        <p class="lead">{t.lead[lang]}</p>
      </Stack>
      {alert !== null && (
        <Notice kind="warn" title={t.alert[lang]}>
          <p>
            <a href={alert.href}>{alert.headline}</a>
          </p>
        </Notice>
      )}
      <Grid items={cards} />
      <p class="opening">
        {opening !== null && <OpenSign open={opening.open} rest={opening.rest} lang={lang} />}
        {waiting > 0 && <span>{t.waiting[lang](waiting)}</span>}
        <a href={doors.book}>{t.book[lang]}</a>
        {otherPosts && <a href={paths.posts()}>{t.chooseOther[lang]}</a>}
      </p>
      <Does lang={lang} />
      {figures.length > 0 && (
        <SoftBand title={unit}>
          {madeOf !== null && <p>{madeOf}</p>}
          <Grid items={figures.map((figure) => <Figure {...figure} />)} />
          {source !== null && <p class="quiet">{t.source[lang](source)}</p>}
        </SoftBand>
      )}
      <p class="quiet">
        <a href={doors.openData}>{t.openData[lang]}</a>
      </p>
    </>
  );
}

function Does({ lang }: { readonly lang: Lang }): Html {
  const deeds = [
    { icon: "calendar-days", text: t.doesReceive[lang] },
    { icon: "stamp", text: t.doesConfirm[lang] },
    { icon: "siren", text: t.doesDuty[lang] },
  ] as const;
  return (
    <Stack>
      <h2>{t.doesTitle[lang]}</h2>
      <ul class="deeds">
        {deeds.map((deed) => (
          <li>
            <Icon name={deed.icon} />
            <span>{deed.text}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

export type PostChoice = { readonly code: string; readonly name: string; readonly place: string | null };

export type PostsProps = { readonly lang: Lang; readonly posts: readonly PostChoice[]; readonly chosen: string; readonly errors: FieldErrors; readonly old: OldName };

/** A former name that was looked for: what was typed, and what became of each place that bore it; null before anything was typed. */
export type OldName = { readonly typed: string; readonly found: readonly string[] | null };

/** The posts that residents can choose from. */
export function PostsPage({ lang, posts, chosen, errors, old }: PostsProps): Html {
  const options = posts.map((post) => ({ value: post.code, text: post.name, hint: post.place ?? undefined }));
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <form class="form" method="post" action={paths.posts()}>
        <RadioGroup name="post" label={t.postsTitle[lang]} hint={t.postsLead[lang]} main options={options} value={chosen} error={errors["post"]?.[lang]} lang={lang} />
        <Row>
          <Button big>{t.choose[lang]}</Button>
        </Row>
      </form>
      <OldNames old={old} lang={lang} />
      <p>
        <a href={paths.home()}>{t.back[lang]}</a>
      </p>
    </>
  );
}

function OldNames({ old, lang }: { readonly old: OldName; readonly lang: Lang }): Html {
  return (
    <Stack>
      <h2>{t.oldTitle[lang]}</h2>
      <form class="form" method="get" action={paths.posts()}>
        <TextField name="q" label={t.oldLabel[lang]} hint={t.oldHint[lang]} value={old.typed} lang={lang} />
        <Row>
          <Button kind="secondary">{t.oldFind[lang]}</Button>
        </Row>
      </form>
      {old.found?.length === 0 && <p role="status">{t.oldNothing[lang]}</p>}
      {old.found && old.found.length > 0 && (
        <ul role="status">
          {old.found.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
