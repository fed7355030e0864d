import type { Lang } from "../../../../base/lang.ts";
import type { Possible } from "../../../../kernel/matter.ts";
import { typedText } from "../../../../web/form.ts";
import { Button, DisabledButton, LinkButton } from "../../../../web/views/button.tsx";
import { RadioGroup, Select } from "../../../../web/views/form/choice.tsx";
import { TextArea } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { type DossierAction, dossier } from "../../matter.ts";
import { paths } from "../../paths.ts";
import { courseTexts } from "../../texts/course.ts";
import { officeTexts as t } from "../../texts/office.ts";
import { Apologise, Endings, GoOn, Hold } from "./course.tsx";
import type { DossierProps } from "./dossier.tsx";

/** The verbs: those that can be done as buttons with their consequence, the main one also when it cannot, with the reason. */
export function Actions(props: DossierProps): Html {
  const { lang, state, closed } = props;
  return (
    <section class="stack" aria-labelledby="actions-title">
      <h2 id="actions-title">{t.actions[lang]}</h2>
      <Start {...props} />
      <Propose {...props} />
      {state === "toSign" && <Signing {...props} />}
      <HandOver {...props} />
      <WithReason {...props} action="correct" noun="lam-lai" title={t.correct[lang]} label={t.correctReason[lang]} consequence={t.correctConsequence[lang]} />
      <GoOn {...props} />
      <AskSupplement {...props} />
      <Hold {...props} />
      <Apologise {...props} />
      <Endings {...props} />
      <Assign {...props} />
      {closed && <AfterTheEnd {...props} />}
    </section>
  );
}

function Version({ version }: { readonly version: number }): Html {
  return <input type="hidden" name="version" value={version} />;
}

/** Why a verb is not possible, in words. */
function reasonOf(possible: Possible & { readonly ok: false }, lang: Lang): string {
  return possible.why === "notPermitted" ? t.notPermitted[lang] : t.notNow[lang];
}

function Start({ possible, lang, ref, version }: DossierProps): Html {
  if (!possible.start.ok) return null;
  return (
    <form method="post" action={paths.change(ref, "bat-dau")} class="form">
      <Version version={version} />
      <Button kind="secondary" consequence={t.startConsequence[lang]}>
        {t.start[lang]}
      </Button>
    </form>
  );
}

function Propose({ possible, lang, ref, resultForms, refusable }: DossierProps): Html {
  if (!possible.propose.ok) return null;
  const words: Record<string, string> = { CT08: t.proposeCT08[lang], CT07: t.proposeCT07[lang], CT03: t.proposeCT03[lang] };
  return (
    <div class="stack">
      {resultForms.map(({ form, printed }, i) => (
        <LinkButton href={paths.result(ref, form)} kind={i === 0 ? "primary" : "secondary"} icon="pen-line">
          {(words[form] ?? form).replace(`(${form})`, `(${printed})`)}
        </LinkButton>
      ))}
      {refusable && (
        <LinkButton href={paths.refusal(ref)} kind="quiet" icon="pen-line">
          {courseTexts.refuse[lang]}
        </LinkButton>
      )}
    </div>
  );
}

function Signing(props: DossierProps): Html {
  const { possible, lang, ref, version, signing } = props;
  return (
    <div class="stack">
      <LinkButton href={paths.draft(ref)} kind="secondary" icon="eye">
        {t.draft[lang]}
      </LinkButton>
      {possible.sign.ok && signing === "here" ? (
        <form method="post" action={paths.change(ref, "chu-ky")} class="form">
          <Version version={version} />
          <Button icon="pen-line" consequence={t.signConsequence[lang]}>
            {t.sign[lang]}
          </Button>
        </form>
      ) : (
        <DisabledButton id="sign" lang={lang} reason={possible.sign.ok ? t.signElsewhere[lang] : t.onlyChief[lang]} icon="pen-line">
          {t.sign[lang]}
        </DisabledButton>
      )}
      <WithReason {...props} action="sendBack" noun="tra-lai" title={t.sendBack[lang]} label={t.sendBackReason[lang]} />
    </div>
  );
}

function HandOver({ possible, state, lang, ref, version, errors, hasPaper }: DossierProps): Html {
  const can = state === "refused" ? possible.handOverRefusal : possible.handOver;
  if (can.ok && !hasPaper) {
    return (
      <DisabledButton id="hand-over" lang={lang} reason={t.noPaper[lang]}>
        {t.handOver[lang]}
      </DisabledButton>
    );
  }
  if (!can.ok) {
    const shown = ["signed", "refused"].includes(state);
    return (
      shown && (
        <DisabledButton id="hand-over" lang={lang} reason={reasonOf(can, lang)}>
          {t.handOver[lang]}
        </DisabledButton>
      )
    );
  }
  const options = [
    { value: "self", text: t.toSelf[lang] },
    { value: "authorised", text: t.toAuthorised[lang] },
  ];
  return (
    <form method="post" action={paths.change(ref, "tra-ket-qua")} class="form">
      <Version version={version} />
      <RadioGroup name="to" lang={lang} label={t.handOverTo[lang]} options={options} value="self" error={errors.to?.[lang]} />
      <Button icon="circle-check">{t.handOver[lang]}</Button>
    </form>
  );
}

/** All that is missing is asked for on a page of its own, so that nothing is forgotten. */
function AskSupplement({ possible, lang, ref, supplementForm }: DossierProps): Html {
  if (!possible.askSupplement.ok || supplementForm === null) return null;
  return (
    <LinkButton href={paths.askSupplement(ref)} kind="secondary">
      {courseTexts.supplement[lang]}
    </LinkButton>
  );
}

type WithReasonProps = DossierProps & {
  readonly action: DossierAction;
  readonly noun: string;
  readonly title: string;
  readonly label: string;
  readonly consequence?: string;
};

/** A verb that needs a reason: folded away until wanted, open when its reason was missing. */
function WithReason({ action, noun, title, label, consequence, possible, lang, ref, version, errors, typed }: WithReasonProps): Html {
  if (!possible[action].ok || dossier.actions[action].reason !== "required") return null;
  const mine = typedText(typed, "noun") === noun;
  const error = mine ? errors["note"]?.[lang] : undefined;
  return (
    <details open={mine} class="verb-with-reason">
      <summary>{title}</summary>
      <form method="post" action={paths.change(ref, noun)} class="form">
        <Version version={version} />
        <input type="hidden" name="noun" value={noun} />
        <TextArea
          name="note"
          lang={lang}
          label={label}
          hint={action === "correct" ? t.correctHint[lang] : undefined}
          rows={3}
          value={mine ? typedText(typed, "note") : ""}
          error={error}
        />
        <Button kind="secondary" consequence={consequence}>
          {title}
        </Button>
      </form>
    </details>
  );
}

function Assign({ possible, lang, ref, version, colleagues, errors }: DossierProps): Html {
  if (!possible.assign.ok || colleagues.length === 0) return null;
  return (
    <details class="verb-with-reason" open={errors.assigneeId !== undefined}>
      <summary>{t.assign[lang]}</summary>
      <form method="post" action={paths.change(ref, "nguoi-giu")} class="form">
        <Version version={version} />
        <Select
          name="assigneeId"
          lang={lang}
          label={t.assignTo[lang]}
          error={errors.assigneeId?.[lang]}
          options={colleagues.map((one) => ({ value: String(one.id), text: one.name }))}
        />
        <Button kind="secondary">{t.assign[lang]}</Button>
      </form>
    </details>
  );
}

function AfterTheEnd({ lang, ref, state, mayReceive }: DossierProps): Html {
  return (
    <div class="stack">
      {state !== "withdrawn" && (
        <>
          <LinkButton href={paths.rating(ref)} kind="secondary">
            {t.rateScreen[lang]}
          </LinkButton>
          <LinkButton href={paths.ratingSlipPdf(ref)} kind="secondary" icon="printer" print>
            {t.rateSlip[lang]}
          </LinkButton>
        </>
      )}
      {mayReceive && (
        <form method="post" action={paths.change(ref, "thu-tuc-khac")} class="form">
          <Button kind="secondary">{t.another[lang]}</Button>
        </form>
      )}
    </div>
  );
}
