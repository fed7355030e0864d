import { formatDigits, formatTime } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { type Typed, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { type Option, Select } from "../../../web/views/form/choice.tsx";
import { DateField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { Row } from "../../../web/views/parts.tsx";
import { paths } from "../paths.ts";
import type { PlannedMeeting } from "../service/meetings.ts";
import { meetingTexts as t } from "../texts/meetings.ts";
import type { Filled } from "./list.tsx";

export type PlanProps = Filled & { readonly lang: Lang; readonly hamlets: readonly Option[] };

/** What, where, when and who of a meeting. */
export function PlanFields({ lang, hamlets, errors, typed }: PlanProps): Html {
  const field = (name: string) => ({ name, lang, value: typedText(typed, name), error: errors[name]?.[lang] });
  return (
    <>
      <TextField {...field("topic")} label={t.topic[lang]} maxlength={200} />
      <Select {...field("hamlet")} label={t.hamlet[lang]} hint={t.hamletHint[lang]} options={hamlets} optional />
      <TextField {...field("place")} label={t.place[lang]} maxlength={200} />
      <DateField {...field("day")} label={t.day[lang]} />
      <Row>
        <TextField {...field("begins")} label={t.begins[lang]} hint={t.timeHint[lang]} width="short" maxlength={6} />
        <TextField {...field("ends")} label={t.ends[lang]} hint={t.timeHint[lang]} width="short" maxlength={6} />
      </Row>
      <TextField {...field("hosts")} label={t.hosts[lang]} hint={t.hostsHint[lang]} maxlength={300} />
      <TextArea {...field("agenda")} label={t.agenda[lang]} hint={t.agendaHint[lang]} maxlength={2_000} optional />
    </>
  );
}

/** Changing a plan, as long as its meeting has not begun. */
export function ChangePlan({ lang, opened, hamlets, errors, typed }: PlanProps & { readonly opened: PlannedMeeting }): Html {
  const { publicRef, version } = opened.matter;
  const open = isPlan(typed);
  return (
    <details class="verb-with-reason" open={open}>
      <summary>{t.changeTitle[lang]}</summary>
      <form class="form" method="post" action={paths.meetingStep(publicRef, "ke-hoach")}>
        <input type="hidden" name="version" value={version} />
        <PlanFields lang={lang} hamlets={hamlets} errors={errors} typed={open ? typed : typedPlan(opened)} />
        <Button kind="secondary" consequence={t.changeHint[lang]}>
          {t.change[lang]}
        </Button>
      </form>
    </details>
  );
}

const isPlan = (typed: Typed): boolean => typed["topic"] !== undefined;

/** A plan as its fields show it. */
function typedPlan({ meeting }: PlannedMeeting): Typed {
  const { topic, hamletId, place, startsAt, endsAt, hosts, agenda } = meeting;
  const day = formatDigits(dayOf(startsAt));
  return { topic, hamlet: hamletId === null ? "" : String(hamletId), place, day, begins: formatTime(startsAt), ends: formatTime(endsAt), hosts, agenda };
}
