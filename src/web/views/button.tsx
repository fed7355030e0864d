import type { Lang } from "../../base/lang.ts";
import { Icon } from "../look/icons/icon.tsx";
import type { IconName } from "../look/icons/names.ts";
import { texts } from "../texts.ts";
import type { Html } from "./html.ts";
import { Kbd } from "./kbd.tsx";

type Kind = "primary" | "secondary" | "quiet" | "danger";

type Look = {
  readonly children: string;
  readonly kind?: Kind | undefined;
  readonly icon?: IconName | undefined;
  /** For the one main action of a resident's page. */
  readonly big?: boolean | undefined;
  /** One letter: the key that does the same. */
  readonly shortcut?: string | undefined;
};

export type ButtonProps = Look & {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The id of the form it sends, when it stands outside. */
  readonly form?: string | undefined;
  /** What follows from it, in a line below. */
  readonly consequence?: string | undefined;
  /** Where the keyboard stands when the page opens. */
  readonly autofocus?: boolean | undefined;
};

/** A verb with its consequence. Sends its form. */
export function Button({ children, name, value, form, consequence, autofocus, ...look }: ButtonProps): Html {
  const button = (
    <button type="submit" name={name} value={value} form={form} autofocus={autofocus} aria-keyshortcuts={look.shortcut} {...attributes(look)}>
      <Inside {...look}>{children}</Inside>
    </button>
  );
  if (consequence === undefined) return button;
  return (
    <div class="verb">
      {button}
      <span class="hint">{consequence}</span>
    </div>
  );
}

/** A verb that is not possible now, with the reason. It can be reached by keyboard, so that the reason is heard. */
export function DisabledButton({
  children,
  icon,
  reason,
  id,
  lang,
}: {
  readonly children: string;
  readonly icon?: IconName | undefined;
  readonly reason: string;
  /** Unique on the page. */
  readonly id: string;
  readonly lang: Lang;
}): Html {
  return (
    <div class="verb">
      <button type="button" class="ds-button" aria-disabled="true" aria-describedby={`${id}-reason`}>
        <Inside icon={icon}>{children}</Inside>
      </button>
      <span class="hint" id={`${id}-reason`}>
        {texts.whyDisabled[lang]} {reason}
      </span>
    </div>
  );
}

/** A link that looks like a button: leads somewhere and changes nothing. */
export function LinkButton({
  children,
  href,
  print,
  autofocus,
  ...look
}: Look & {
  readonly href: string;
  /** True when `href` is a PDF that officers print at once; without the script it simply opens. */
  readonly print?: boolean | undefined;
  /** Where the keyboard stands when the page opens: the one thing to do next. */
  readonly autofocus?: boolean | undefined;
}): Html {
  return (
    <a href={href} autofocus={autofocus} aria-keyshortcuts={look.shortcut} data-print={print === true ? "" : undefined} {...attributes(look)}>
      <Inside {...look}>{children}</Inside>
    </a>
  );
}

function Inside({ children, icon, shortcut }: Look): Html {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </>
  );
}

function attributes({ kind = "primary", big }: Omit<Look, "children">) {
  const variants = { primary: undefined, secondary: "secondary", quiet: "tertiary", danger: undefined } as const;
  return {
    class: big === true ? "ds-button big" : "ds-button",
    "data-variant": variants[kind],
    "data-color": kind === "danger" ? "danger" : undefined,
  };
}
