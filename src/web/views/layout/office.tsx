import type { Lang } from "../../../base/lang.ts";
import { Icon } from "../../look/icons/icon.tsx";
import { texts } from "../../texts.ts";
import type { Html } from "../html.ts";
import { Kbd } from "../kbd.tsx";
import { Brand, DemoBanner, LanguageLink, SkipLink } from "./head.tsx";
import { KeysPanel } from "./keys.tsx";

export type NavItem = {
  readonly href: string;
  readonly text: string;
  /** How many wait there; none is shown for zero or null. */
  readonly count?: number | null | undefined;
  /** True when one of them is late. */
  readonly late?: boolean | undefined;
  /** The key that leads there: one letter, or "/". */
  readonly shortcut?: string | undefined;
};

export type OfficePageProps = {
  readonly lang: Lang;
  readonly postName: string;
  readonly homeHref: string;
  readonly otherLanguageHref?: string | undefined;
  readonly officer: { readonly rank: string; readonly name: string; readonly role: string };
  /** Where the sign-out form posts. */
  readonly signOutAction: string;
  /** Groups are divided by a line. */
  readonly nav: readonly (readonly NavItem[])[];
  /** The `href` of the section that is open. */
  readonly current: string | null;
  readonly demo: boolean;
  readonly children: Html;
};

/** The frame of a page for officers and for the province. */
export function OfficePage(props: OfficePageProps): Html {
  const { lang, demo, children } = props;
  return (
    <div class="page">
      <SkipLink lang={lang} />
      <header class="head band">
        <Brand postName={props.postName} homeHref={props.homeHref} />
        <Officer {...props} />
      </header>
      {demo && <DemoBanner lang={lang} />}
      <div class="desk band">
        <button type="button" class="nav-button" popovertarget="nav">
          <Icon name="menu" /> {texts.openNav[lang]}
        </button>
        <Nav lang={lang} groups={props.nav} current={props.current} />
        <main id="main" tabIndex={-1} class="main">
          {children}
        </main>
      </div>
      <KeysPanel lang={lang} />
    </div>
  );
}

function Officer({ lang, officer, signOutAction, otherLanguageHref }: OfficePageProps): Html {
  return (
    <div class="officer">
      <span>
        {officer.rank} {officer.name} · {officer.role}
      </span>
      {otherLanguageHref !== undefined && <LanguageLink lang={lang} href={otherLanguageHref} />}
      <button type="button" class="plain" popovertarget="keys" aria-keyshortcuts="?">
        <Icon name="keyboard" /> {texts.keys[lang]}
      </button>
      <form method="post" action={signOutAction} data-sign-out>
        <button type="submit" class="plain">
          <Icon name="log-out" /> {texts.signOut[lang]}
        </button>
      </form>
    </div>
  );
}

function Nav({ lang, groups, current }: { readonly lang: Lang; readonly groups: readonly (readonly NavItem[])[]; readonly current: string | null }): Html {
  return (
    <nav class="nav" id="nav" popover="auto" aria-label={texts.officeNav[lang]}>
      {groups.map((items) => (
        <ul>
          {items.map((item) => (
            <li>
              <NavLink item={item} current={item.href === current} lang={lang} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function NavLink({ item, current, lang }: { readonly item: NavItem; readonly current: boolean; readonly lang: Lang }): Html {
  const { count, late, shortcut } = item;
  return (
    <a href={item.href} aria-current={current ? "page" : undefined} aria-keyshortcuts={shortcut}>
      <span>{item.text}</span>
      {typeof count === "number" && count > 0 && (
        <span class={late === true ? "count count-late" : "count"}>
          {count}
          {late === true && <span class="sr-only"> {texts.late[lang]}</span>}
        </span>
      )}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </a>
  );
}
