import { formatOffset } from "../../../base/day/offset.ts";
import { xmlOf } from "../../../web/xml.ts";

export type AtomEntry = {
  /** The same for ever, whatever the address. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly links: readonly AtomLink[];
};
export type AtomLink = { readonly rel: "alternate" | "related" | "self"; readonly type: string; readonly href: string };
export type AtomFeed = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly links: readonly AtomLink[];
  /** For a feed without entries: it needs an instant all the same. */
  readonly emptySince: Date;
  readonly entries: readonly AtomEntry[];
};

/** An Atom feed (RFC 4287). */
export function atomFeed({ id, title, author, links, emptySince, entries }: AtomFeed): string {
  const newest = entries.reduce((at, { updatedAt }) => Math.max(at, updatedAt.getTime()), 0);
  return xmlOf({
    feed: {
      "@xmlns": "http://www.w3.org/2005/Atom",
      "@xml:lang": "vi",
      id,
      title,
      updated: formatOffset(newest === 0 ? emptySince : new Date(newest)),
      author: { name: author },
      link: links.map(linkOf),
      entry: entries.map((entry) => ({
        id: entry.id,
        title: entry.title,
        published: formatOffset(entry.publishedAt),
        updated: formatOffset(entry.updatedAt),
        link: entry.links.map(linkOf),
        summary: { "@type": "text", "#": entry.summary },
      })),
    },
  });
}

const linkOf = ({ rel, type, href }: AtomLink) => ({ "@rel": rel, "@type": type, "@href": href });
