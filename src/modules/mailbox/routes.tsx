import type { Lang } from "../../base/lang.ts";
import { placeOf } from "../../kernel/tx.ts";
import { get, officePage, type Route } from "../../web/route.ts";
import { procedurePaths } from "../procedures/index.ts";
import { paths } from "./paths.ts";
import { listNotices } from "./queries.ts";
import { noticeTexts, texts } from "./texts.ts";
import { MailboxPage } from "./views.tsx";

const pageSize = 50;

/** What was told to whom. */
export const mailboxRoutes: readonly Route[] = [
  get("/can-bo/tin-bao", "counter.read", async ({ tx, query, lang }) => {
    const before = /^\d{1,15}$/.test(query.truoc ?? "") ? Number(query.truoc) : null;
    const rows = await listNotices(tx, placeOf(tx.actor), { before, size: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const nextHref = rows.length > pageSize && last ? paths.before(last.id) : null;
    const lines = shown.map((row) => ({
      id: row.id,
      at: row.queuedAt,
      code: row.code,
      href: procedurePaths.dossier(row.publicRef),
      text: wordsOf(row.template, row.code, lang),
      sent: row.sentAt !== null,
    }));
    return officePage(<MailboxPage {...{ lang, lines, nextHref }} />, { title: texts.title[lang] });
  }),
];

function wordsOf(template: string, code: string, lang: Lang): string {
  return noticeTexts[template as keyof typeof noticeTexts]?.[lang](code) ?? texts.other[lang];
}
