import type { Lang } from "../../base/lang.ts";
import type { Html } from "../../web/views/html.ts";
import { Stack } from "../../web/views/parts.tsx";
import { pageTexts as t } from "./texts.ts";

export type FeedGroup = { readonly name: string; readonly meetings: string; readonly alerts: string; readonly cap: string };
export type OpenPageProps = { readonly lang: Lang; readonly groups: readonly FeedGroup[]; readonly discovery: string; readonly description: string };

/** Where programs find what is public. */
export function OpenPage({ lang, groups, discovery, description }: OpenPageProps): Html {
  return (
    <Stack>
      <h1>{t.title[lang]}</h1>
      <p>{t.lead[lang]}</p>
      {groups.map((group) => (
        <section aria-label={group.name}>
          <Stack>
            <h2>{group.name}</h2>
            <Links
              links={[
                { href: group.meetings, text: t.meetings[lang] },
                { href: group.alerts, text: t.alerts[lang] },
                { href: group.cap, text: t.cap[lang] },
              ]}
            />
          </Stack>
        </section>
      ))}
      <h2>{t.programs[lang]}</h2>
      <Links
        links={[
          { href: discovery, text: t.discovery[lang] },
          { href: description, text: t.description[lang] },
        ]}
      />
      <p>{t.key[lang]}</p>
    </Stack>
  );
}

function Links({ links }: { readonly links: readonly { readonly href: string; readonly text: string }[] }): Html {
  return (
    <ul>
      {links.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
