import type { Lang } from "../../base/lang.ts";
import { Icon } from "../look/icons/icon.tsx";
import type { IconName } from "../look/icons/names.ts";
import { texts } from "../texts.ts";
import type { Html } from "./html.ts";

/** Space between what stands below one another. */
export function Stack({ children }: { readonly children: Html }): Html {
  return <div class="stack">{children}</div>;
}

/** Buttons side by side, broken on a narrow screen. */
export function Row({ children }: { readonly children: Html }): Html {
  return <div class="row">{children}</div>;
}

export function Card({ children }: { readonly children: Html }): Html {
  return (
    <div class="ds-card card">
      <div class="stack">{children}</div>
    </div>
  );
}

/** A main thing to do on a resident's page: the whole card is the link. */
export function ActionCard({
  href,
  title,
  text,
  icon,
  danger,
}: {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  readonly icon: IconName;
  readonly danger?: boolean | undefined;
}): Html {
  return (
    <div class={danger === true ? "action action-danger" : "action"}>
      <div class="action-icon">
        <Icon name={icon} />
      </div>
      <h2 class="action-title">
        <a href={href}>{title}</a>
      </h2>
      <p>{text}</p>
    </div>
  );
}

/** Cards or figures, as many side by side as there is room for. */
export function Grid({ items }: { readonly items: readonly Html[] }): Html {
  return (
    <ul class="grid">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

/** A number with its meaning: "41 / 44", "opinions carried out". With `href` it opens its evidence. */
export function Figure({ value, meaning, href }: { readonly value: string; readonly meaning: string; readonly href?: string | undefined }): Html {
  return (
    <div class="figure">
      <b>{value}</b>
      <span>{href === undefined ? meaning : <a href={href}>{meaning}</a>}</span>
    </div>
  );
}

/** A full-width band of soft green under the main column of a resident's page. */
export function SoftBand({ title, children }: { readonly title: string; readonly children: Html }): Html {
  return (
    <section class="soft-band band" aria-labelledby="soft-band">
      <h2 id="soft-band">{title}</h2>
      {children}
    </section>
  );
}

/** Whether the counter is open. `rest` follows the word: ", until 17:00. Average wait 12 minutes." */
export function OpenSign({ open, rest, lang }: { readonly open: boolean; readonly rest: string; readonly lang: Lang }): Html {
  return (
    <span class={open ? "open-sign" : "open-sign closed"}>
      <strong>{open ? texts.openNow[lang] : texts.closedNow[lang]}</strong>
      {rest}
    </span>
  );
}

export type NoticeKind = "info" | "warn" | "success" | "danger";

/** Something to know before going on. `level` is the level of its heading; `announce` for an answer to what was just done. */
export function Notice({
  kind,
  title,
  children,
  level = 2,
  announce,
}: {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children?: Html;
  readonly level?: 2 | 3 | undefined;
  readonly announce?: boolean | undefined;
}): Html {
  const icons = { info: "info", warn: "triangle-alert", success: "circle-check", danger: "circle-alert" } as const;
  return (
    <div class={`notice notice-${kind}`} role={announce === true ? "status" : undefined}>
      <Icon name={icons[kind]} />
      <div class="notice-body">
        {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}

export type SummaryRow = {
  readonly term: string;
  readonly detail: Html;
  /** Where this answer is changed; its hidden words name the term. */
  readonly changeHref?: string | undefined;
};

/** What was answered, or the facts of a matter: term and detail. */
export function SummaryList({ rows, lang }: { readonly rows: readonly SummaryRow[]; readonly lang: Lang }): Html {
  return (
    <dl class="facts">
      {rows.map((row) => (
        <div>
          <dt>{row.term}</dt>
          <dd>{row.detail}</dd>
          {row.changeHref !== undefined && (
            <dd class="change">
              <a href={row.changeHref}>
                {texts.change[lang]}
                <span class="sr-only">: {row.term}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Nothing is here, why that is, and what can be done. */
export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string | undefined;
  readonly children?: Html;
}): Html {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
