import { typedList, typedText } from "../../../../web/form.ts";
import { Button, LinkButton } from "../../../../web/views/button.tsx";
import { CheckGroup, type Option, RadioGroup } from "../../../../web/views/form/choice.tsx";
import { TextArea, TextField } from "../../../../web/views/form/text.tsx";
import type { Html } from "../../../../web/views/html.ts";
import { paths } from "../../paths.ts";
import { courseTexts as t } from "../../texts/course.ts";
import type { DossierProps } from "./dossier.tsx";

/** What the page of a dossier shows where it does not run straight. */
export type CourseProps = {
  readonly requests: readonly ShownRequest[];
  /** The form on which a request is printed; null when nothing is handed out. */
  readonly supplementForm: string | null;
  /** Papers that came after the receipt. */
  readonly broughtLater: readonly string[];
  /** Papers that may come now, and those that are expected. */
  readonly bringable: readonly Option[];
  readonly expected: readonly string[];
  readonly holds: readonly Option[];
  readonly stops: readonly Option[];
  readonly refusable: boolean;
  /** Whether letters can be signed with a key that this server reaches. */
  readonly signsHere: boolean;
  /** Null when there is nothing to apologise for. */
  readonly apology: ShownApology | null;
};
export type ShownRequest = {
  readonly number: number;
  readonly at: string;
  readonly repeated: boolean;
  readonly why: string | null;
  readonly defects: readonly { readonly name: string; readonly todo: string }[];
};
export type ShownApology = {
  /** Whether the house drafted it, or an officer began it. */
  readonly drafted: boolean;
  readonly isLate: boolean;
  readonly reason: string;
  /** When the reason was last written, ISO 8601; empty: never. */
  readonly seen: string;
  readonly added: number;
  readonly dates: readonly Option[];
};

/** What was asked for, when, and what each meant for the resident. */
export function Requests({ requests, lang, ref, supplementForm }: DossierProps): Html {
  if (requests.length === 0) return null;
  return (
    <section>
      <h2>{t.requests[lang]}</h2>
      {requests.map((request) => (
        <div class="stack">
          <h3>
            {t.requestN[lang](request.number, request.at)}
            {request.repeated && <span class="quiet"> · {t.countedAgain[lang]}</span>}
          </h3>
          <ul>
            {request.defects.map(({ name, todo }) => (
              <li>
                {name}. <span class="quiet">{t.todo[lang](todo)}</span>
              </li>
            ))}
          </ul>
          {request.why !== null && (
            <p>
              {t.why[lang]} {request.why}
            </p>
          )}
          {supplementForm !== null && (
            <p>
              <a href={paths.supplementOf(ref, request.number)}>
                {t.print[lang]} {supplementForm} (PDF)
              </a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

/** The draft that the house made by itself: it stands out until it is signed or the result is ready. */
export function DraftedApology(props: DossierProps): Html {
  const { apology, lang } = props;
  if (apology === null || !apology.drafted) return null;
  return (
    <section class="ds-card card stack" aria-labelledby="apology-title">
      <h2 id="apology-title">{t.apologyDraft[lang]}</h2>
      <p>{apology.isLate ? t.apologyLate[lang] : t.apologyDraftText[lang]}</p>
      <ApologyForm {...props} apology={apology} />
    </section>
  );
}

/** The same, begun by hand. */
export function Apologise(props: DossierProps): Html {
  const { apology, lang, typed } = props;
  if (apology === null || apology.drafted) return null;
  return (
    <details class="verb-with-reason" open={typedText(typed, "noun") === "xin-loi"}>
      <summary>{t.apology[lang]}</summary>
      {apology.isLate && <p>{t.apologyLate[lang]}</p>}
      <ApologyForm {...props} apology={apology} />
    </details>
  );
}

function ApologyForm({ apology, lang, ref, version, typed, errors, possible, signsHere }: DossierProps & { readonly apology: ShownApology }): Html {
  const mine = typedText(typed, "noun") === "xin-loi";
  const error = (name: string): string | undefined => (mine ? errors[name]?.[lang] : undefined);
  const signs = possible.apologise.ok;
  return (
    <form method="post" action={paths.change(ref, signs ? "xin-loi/chu-ky" : "xin-loi")} class="form">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="noun" value="xin-loi" />
      <input type="hidden" name="seen" value={apology.seen} />
      <TextArea
        name="apologyReason"
        lang={lang}
        label={t.apologyReason[lang]}
        hint={t.apologyReasonHint[lang]}
        rows={2}
        value={mine ? typedText(typed, "apologyReason") : apology.reason}
        error={error("apologyReason")}
      />
      <RadioGroup
        name="added"
        lang={lang}
        label={t.newDate[lang]}
        options={apology.dates}
        value={mine ? typedText(typed, "added") : String(apology.added)}
        error={error("added")}
      />
      {signs ? (
        <Button icon="pen-line" consequence={signsHere ? t.signApologyConsequence[lang] : t.decidedElsewhere[lang]}>
          {t.signApology[lang]}
        </Button>
      ) : (
        <Button kind="secondary" consequence={apology.reason === "" ? undefined : t.reasonKept[lang]}>
          {t.keepReason[lang]}
        </Button>
      )}
    </form>
  );
}

/** What is missing came, or what was waited for. */
export function GoOn({ possible, lang, ref, version, bringable, expected, supplementForm, errors, typed }: DossierProps): Html {
  if (possible.release.ok) {
    return (
      <form method="post" action={paths.change(ref, "tiep-tuc-lam")} class="form">
        <input type="hidden" name="version" value={version} />
        <Button consequence={t.resumeConsequence[lang]}>{t.release[lang]}</Button>
      </form>
    );
  }
  if (!possible.resume.ok) return null;
  const mine = typedText(typed, "noun") === "tiep-tuc";
  return (
    <form method="post" action={paths.change(ref, "tiep-tuc")} class="form">
      {supplementForm !== null && (
        <LinkButton href={paths.supplement(ref)} icon="printer" kind="secondary" print>
          {t.printSupplement[lang](supplementForm)}
        </LinkButton>
      )}
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="noun" value="tiep-tuc" />
      {bringable.length > 0 && (
        <CheckGroup
          name="brought"
          lang={lang}
          label={t.brought[lang]}
          hint={t.broughtHint[lang]}
          options={bringable}
          values={mine ? typedList(typed, "brought") : expected}
          error={mine ? errors["brought"]?.[lang] : undefined}
          optional
        />
      )}
      <Button consequence={t.resumeConsequence[lang]}>{t.resume[lang]}</Button>
    </form>
  );
}

/** The clock may stand still for something else than papers. */
export function Hold(props: DossierProps): Html {
  const { possible, holds, lang } = props;
  if (!possible.hold.ok || holds.length === 0) return null;
  return (
    <Folded {...props} noun="tam-dung" title={t.hold[lang]} consequence={t.holdConsequence[lang]}>
      {(mine) => <RadioGroup name="key" lang={lang} label={t.holdFor[lang]} options={holds} value={mine.text("key") || holds[0]?.value} error={mine.error("key")} />}
    </Folded>
  );
}

/** Work ends without a result: the resident takes it back, or the chief stops it. */
export function Endings(props: DossierProps): Html {
  const { possible, stops, signsHere, lang, ref, state } = props;
  return (
    <>
      {possible.withdraw.ok && (
        <Folded {...props} noun="rut" title={t.withdraw[lang]}>
          {(mine) => (
            <>
              <LinkButton href={paths.withdrawalSlip(ref)} icon="printer" kind="secondary" print>
                {t.withdrawSlip[lang]}
              </LinkButton>
              <TextArea name="note" lang={lang} label={t.withdrawReason[lang]} rows={2} value={mine.text("note")} error={mine.error("note")} />
            </>
          )}
        </Folded>
      )}
      {possible.stop.ok && stops.length > 0 && (
        <Folded {...props} noun="dung" title={t.stop[lang]} verb={t.stopSend[lang]} consequence={signsHere ? t.stopConsequence[lang] : t.decidedElsewhere[lang]}>
          {(mine) => (
            <>
              <RadioGroup name="code" lang={lang} label={t.stopReason[lang]} options={stops} value={mine.text("code")} error={mine.error("code")} />
              <TextField name="remark" lang={lang} label={t.stopRemark[lang]} hint={t.stopRemarkHint[lang]} value={mine.text("remark")} error={mine.error("remark")} optional />
            </>
          )}
        </Folded>
      )}
      {state === "withdrawn" && (
        <LinkButton href={paths.withdrawnNotice(ref)} icon="printer" kind="secondary" print>
          {t.withdrawnNotice[lang]}
        </LinkButton>
      )}
    </>
  );
}

type Mine = { readonly text: (name: string) => string; readonly error: (name: string) => string | undefined };
type FoldedProps = DossierProps & {
  readonly noun: string;
  readonly title: string;
  readonly verb?: string;
  readonly consequence?: string;
  readonly children: (mine: Mine) => Html;
};

/** A verb that is folded away until wanted, open when something in it was wrong. */
function Folded({ noun, title, verb, consequence, children, lang, ref, version, typed, errors }: FoldedProps): Html {
  const mine = typedText(typed, "noun") === noun;
  const given: Mine = { text: (name) => (mine ? typedText(typed, name) : ""), error: (name) => (mine ? errors[name]?.[lang] : undefined) };
  return (
    <details class="verb-with-reason" open={mine}>
      <summary>{title}</summary>
      <form method="post" action={paths.change(ref, noun)} class="form">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="noun" value={noun} />
        {children(given)}
        <Button kind="secondary" consequence={consequence}>
          {verb ?? title}
        </Button>
      </form>
    </details>
  );
}
