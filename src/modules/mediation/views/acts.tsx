import { formatDate } from "../../../base/day/format.ts";
import type { Day } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { type FieldErrors, type Typed, typedList, typedText } from "../../../web/form.ts";
import { Button } from "../../../web/views/button.tsx";
import { CheckGroup, RadioGroup, Select } from "../../../web/views/form/choice.tsx";
import { DateField, TextArea, TextField } from "../../../web/views/form/text.tsx";
import type { Html } from "../../../web/views/html.ts";
import { LeftOver } from "../../../web/views/left-over.tsx";
import { Notice, Row } from "../../../web/views/parts.tsx";
import { findings, steps } from "../forms/acts.ts";
import { resumeReasons } from "../forms/resume.ts";
import { agreedHow } from "../forms/start.ts";
import type { Ending, Exclusion } from "../law.ts";
import { paths } from "../paths.ts";
import type { TeamMember } from "../queries/teams.ts";
import { actTexts as t } from "../texts/dispute.ts";
import { words } from "../texts/office.ts";
import { resumeTexts as r } from "../texts/resume.ts";
import { startTexts as s } from "../texts/start.ts";
import { stateTexts } from "../texts/work.ts";
import { fieldsOf } from "./intake.tsx";

/** What can be done to a dispute now. Each form is there only for who may send it. */
export type ActsProps = {
  readonly lang: Lang;
  readonly publicRef: string;
  readonly version: number;
  readonly can: {
    readonly assign: boolean;
    readonly reassign: boolean;
    readonly agreeStart: boolean;
    readonly session: boolean;
    readonly outcome: boolean;
    readonly exclude: boolean;
    readonly visit: boolean;
    readonly resume: boolean;
    readonly paper: boolean;
  };
  readonly team: readonly TeamMember[];
  /** Whether some of them are of the hamlet itself. */
  readonly ownTeam: boolean;
  readonly chosen: readonly number[];
  /** Only those that are possible in this state. */
  readonly endings: readonly Ending[];
  readonly exclusions: readonly Exclusion[];
  readonly suggestedVisit: Day;
  readonly errors: FieldErrors;
  readonly typed: Typed;
};

export function Acts(props: ActsProps): Html {
  const { lang, can, typed } = props;
  const gone = [...(can.session ? [] : ["told"]), ...(can.outcome ? [] : ["agreement"]), ...(can.visit || can.reassign ? [] : ["note"])];
  return (
    <>
      <LeftOver lang={lang} words={gone.map((name) => typedText(typed, name))} />
      {(can.assign || can.reassign) && <Assign {...props} />}
      {can.agreeStart && <StartForm {...props} />}
      {can.session && <SessionForm {...props} />}
      {can.outcome && <Outcome {...props} />}
      {can.visit && <VisitForm {...props} />}
      {can.resume && <Resume {...props} />}
      {can.paper && <Paper {...props} />}
      {can.exclude && <Exclude {...props} />}
    </>
  );
}

type FoldProps = { readonly title: string; readonly action: string; readonly version: number; readonly open: boolean; readonly children: Html };

function Fold({ title, action, version, open, children }: FoldProps): Html {
  return (
    <details class="verb-with-reason" open={open}>
      <summary>{title}</summary>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="version" value={version} />
        {children}
      </form>
    </details>
  );
}

/** Open where something is wrong, and where something stands that was typed and not taken. */
const filled = ({ errors, typed }: ActsProps, ...names: string[]): boolean => names.some((name) => errors[name] !== undefined || typedText(typed, name) !== "");

function Assign(props: ActsProps): Html {
  const { lang, publicRef, version, can, team, ownTeam, chosen, typed } = props;
  const field = fieldsOf(props);
  if (team.length === 0) return <Notice kind="info" title={t.noTeam[lang]} />;
  const ticked = typedList(typed, "mediators");
  return (
    <Fold
      title={(can.assign ? t.assignTitle : t.reassignTitle)[lang]}
      action={paths.assignment(publicRef)}
      version={version}
      open={can.assign || filled(props, "mediators", "note")}
    >
      <CheckGroup
        {...field("mediators")}
        label={t.choose[lang]}
        hint={(ownTeam ? t.chooseHint : t.noOwnTeam)[lang]}
        options={team.map(({ id, fullName, hamletName }) => ({ value: String(id), text: fullName, hint: hamletName ?? undefined }))}
        values={ticked.length > 0 ? ticked : chosen.map(String)}
      />
      {can.reassign && <TextField {...field("note")} label={t.why[lang]} maxlength={300} />}
      <Row>
        <Button icon="check" consequence={can.assign ? t.assignConsequence[lang] : undefined}>
          {t.assign[lang]}
        </Button>
      </Row>
    </Fold>
  );
}

function SessionForm(props: ActsProps): Html {
  const { lang, publicRef, version, typed } = props;
  const field = fieldsOf(props);
  return (
    <Fold title={t.sessionTitle[lang]} action={paths.session(publicRef)} version={version} open={filled(props, "heldOn", "heldTime", "openness", "told")}>
      <DateField {...field("heldOn")} label={t.heldOn[lang]} />
      <TextField {...field("heldTime")} label={t.heldTime[lang]} hint={t.timeHint[lang]} width="short" maxlength={6} />
      <RadioGroup
        {...field("openness")}
        value={typedText(typed, "openness") || "private"}
        label={t.openness[lang]}
        options={[
          { value: "private", text: t.isPrivate[lang] },
          { value: "public", text: t.isPublic[lang] },
        ]}
      />
      <CheckGroup {...field("helped")} label={t.helped[lang]} options={[{ value: "yes", text: t.didHelp[lang] }]} values={typedList(typed, "helped")} />
      <TextArea {...field("told")} label={t.told[lang]} maxlength={2_000} />
      <Row>
        <Button icon="check">{t.writeSession[lang]}</Button>
      </Row>
    </Fold>
  );
}

function StartForm(props: ActsProps): Html {
  const { lang, publicRef, version, typed } = props;
  const field = fieldsOf(props);
  return (
    <Fold title={s.title[lang]} action={paths.start(publicRef)} version={version} open={filled(props, "agreedOn", "startOn", "how")}>
      <p class="quiet">{s.lead[lang]}</p>
      <DateField {...field("agreedOn")} label={s.agreedOn[lang]} />
      <DateField {...field("startOn")} label={s.startOn[lang]} />
      <RadioGroup {...field("how")} value={typedText(typed, "how")} label={s.how[lang]} options={agreedHow.map((value) => ({ value, text: s[value][lang] }))} />
      <Row>
        <Button icon="check">{s.agree[lang]}</Button>
      </Row>
    </Fold>
  );
}

function Outcome(props: ActsProps): Html {
  const { lang, publicRef, version, endings, suggestedVisit } = props;
  const field = fieldsOf(props);
  const settles = endings.some(({ outcome }) => outcome === "settled");
  return (
    <Fold title={t.outcomeTitle[lang]} action={paths.outcome(publicRef)} version={version} open={filled(props, "ending", "agreement", "visitOn")}>
      <RadioGroup
        {...field("ending")}
        label={t.ending[lang]}
        options={endings.map(({ id, name, outcome }) => ({ value: id, text: name[lang], hint: stateTexts[outcome][lang] }))}
      />
      {settles && <TextArea {...field("agreement")} label={t.agreement[lang]} hint={t.agreementHint[lang]} maxlength={4_000} optional />}
      {settles && <DateField {...field("visitOn")} label={t.visitOn[lang]} hint={t.visitHint[lang](formatDate(suggestedVisit, lang))} optional />}
      <Row>
        <Button icon="check" consequence={t.outcomeConsequence[lang]}>
          {t.writeOutcome[lang]}
        </Button>
      </Row>
    </Fold>
  );
}

function Exclude(props: ActsProps): Html {
  const { lang, publicRef, version, exclusions } = props;
  const field = fieldsOf(props);
  return (
    <Fold title={t.excludeTitle[lang]} action={paths.exclusion(publicRef)} version={version} open={filled(props, "exclusion")}>
      <Select {...field("exclusion")} label={t.exclusion[lang]} options={exclusions.map(({ id, name }) => ({ value: id, text: name[lang] }))} />
      <Row>
        <Button kind="secondary" consequence={t.outcomeConsequence[lang]}>
          {t.exclude[lang]}
        </Button>
      </Row>
    </Fold>
  );
}

function VisitForm(props: ActsProps): Html {
  const { lang, publicRef, version } = props;
  const field = fieldsOf(props);
  return (
    <Fold title={t.visitTitle[lang]} action={paths.visit(publicRef)} version={version} open={filled(props, "visitedOn", "finding", "note", "step", "nextOn")}>
      <DateField {...field("visitedOn")} label={t.visitedOn[lang]} />
      <RadioGroup {...field("finding")} label={t.finding[lang]} options={findings.map((value) => ({ value, text: words.findings[value][lang] }))} />
      <TextArea {...field("note")} label={t.note[lang]} rows={3} maxlength={1_000} optional />
      <RadioGroup
        {...field("step")}
        label={r.step[lang]}
        hint={r.stepHint[lang]}
        optional
        options={steps.map((value) => ({ value, text: r[value === "resume" ? "resumeStep" : value][lang] }))}
      />
      <DateField {...field("nextOn")} label={t.nextOn[lang]} hint={t.nextHint[lang]} optional />
      <Row>
        <Button icon="check">{t.writeVisit[lang]}</Button>
      </Row>
    </Fold>
  );
}

function Resume(props: ActsProps): Html {
  const { lang, publicRef, version, typed } = props;
  return (
    <Fold title={r.title[lang]} action={paths.resumption(publicRef)} version={version} open={filled(props, "why")}>
      <p class="quiet">{r.lead[lang]}</p>
      <RadioGroup {...fieldsOf(props)("why")} value={typedText(typed, "why")} label={r.why[lang]} options={resumeReasons.map((value) => ({ value, text: r[value][lang] }))} />
      <Row>
        <Button kind="secondary">{r.resume[lang]}</Button>
      </Row>
    </Fold>
  );
}

function Paper({ lang, publicRef }: ActsProps): Html {
  return (
    <form class="form" method="post" action={paths.agreement(publicRef)}>
      <Row>
        <Button kind="secondary" icon="printer" consequence={t.paperLead[lang]}>
          {t.paper[lang]}
        </Button>
      </Row>
    </form>
  );
}
