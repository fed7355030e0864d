import type { Lang } from "../../base/lang.ts";
import type { ProblemCode } from "../../kernel/problem.ts";
import { Icon } from "../look/icons/icon.tsx";
import { problemTexts, texts } from "../texts.ts";
import { LinkButton } from "./button.tsx";
import type { Html } from "./html.ts";
import { TelLink } from "./phone.tsx";

export type ProblemPageProps = {
  /** The code of the problem; "bug" for all that nobody can act on. */
  readonly code: ProblemCode | "bug";
  readonly lang: Lang;
  readonly homeHref: string;
  /** What happened, where the module knows it better than the common sentence. */
  readonly sentence?: string | undefined;
  /** For a bug: the number under which the log has it. */
  readonly reference?: string | undefined;
  /** For "tooMany" and "unavailable": how long to wait, "5 minutes". */
  readonly wait?: string | undefined;
  readonly backHref?: string | undefined;
  readonly signInHref?: string | undefined;
  readonly phone?: string | undefined;
};

/** What happened and what to do now. Stands in either frame, or alone where htmx puts it. */
export function ProblemPage(props: ProblemPageProps): Html {
  const { code, lang, sentence, reference, wait, phone } = props;
  const say = problemTexts[code][lang];
  return (
    <section class="problem" role="alert" aria-labelledby="problem-title">
      <Icon name={code === "signInNeeded" || code === "notPermitted" ? "lock" : code === "notFound" ? "search" : "triangle-alert"} />
      <h1 id="problem-title">{say.title}</h1>
      <p>{sentence ?? say.text}</p>
      <h2>{texts.whatNow[lang]}</h2>
      <p>
        {say.now} {wait !== undefined && texts.tryAgainIn[lang](wait)}
      </p>
      {reference !== undefined && (
        <p>
          {texts.reference[lang]} <code>{reference}</code>
        </p>
      )}
      {phone !== undefined && (
        <p>
          {texts.callDuty[lang]} <TelLink number={phone} />
        </p>
      )}
      <Ways {...props} />
    </section>
  );
}

function Ways({ code, lang, homeHref, backHref, signInHref }: ProblemPageProps): Html {
  const signIn = code === "signInNeeded" && signInHref !== undefined;
  return (
    <div class="row">
      {signIn && <LinkButton href={signInHref}>{texts.goSignIn[lang]}</LinkButton>}
      {!signIn && backHref !== undefined && <LinkButton href={backHref}>{texts.goBack[lang]}</LinkButton>}
      <LinkButton href={homeHref} kind="secondary" icon="house">
        {texts.goHome[lang]}
      </LinkButton>
    </div>
  );
}
