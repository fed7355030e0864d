import { langs } from "../../base/lang.ts";
import { Problem } from "../../kernel/problem.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import { get, officePage, type Route } from "../../web/route.ts";
import { procedurePaths } from "../procedures/index.ts";
import { listToldByNotice, noticeLetter, toldWords } from "../subscriptions/index.ts";
import { paths } from "./paths.ts";
import { findNotice, listNotices } from "./queries.ts";
import { noticeWords, texts } from "./texts.ts";
import { LetterPage, MailboxPage, type MailState } from "./views.tsx";

const pageSize = 50;

/** What was told to whom. */
export const mailboxRoutes: readonly Route[] = [
  get("/can-bo/tin-bao", "counter.read", async ({ tx, query, lang }) => {
    const before = /^\d{1,15}$/.test(query.truoc ?? "") ? Number(query.truoc) : null;
    const rows = await listNotices(tx, placeOf(tx.actor), { before, size: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const told = await listToldByNotice(
      tx,
      shown.map(({ id }) => id),
    );
    const last = shown.at(-1);
    const nextHref = rows.length > pageSize && last ? paths.before(last.id) : null;
    const lines = shown.map((row) => ({
      id: row.id,
      at: row.queuedAt,
      code: row.code,
      href: procedurePaths.dossier(row.publicRef),
      text: noticeWords(row.template, row.code, lang),
      told: (told.get(row.id) ?? []).map((one) => toldWords(tx, one, lang)),
      letterHref: (told.get(row.id) ?? []).some(({ channel }) => channel === "email") ? paths.letter(row.id, lang) : null,
    }));
    return officePage(<MailboxPage {...{ lang, lines, nextHref }} mail={mailState(tx)} />, { title: texts.title[lang] });
  }),

  get("/can-bo/tin-bao/:id/thu", "counter.read", async ({ tx, params, query, lang }) => {
    const notice = /^\d{1,15}$/.test(params.id) ? await findNotice(tx, placeOf(tx.actor), Number(params.id)) : null;
    if (!notice) throw new Problem("notFound");
    const inLang = langs.find((one) => one === query.tieng) ?? "vi";
    const wording = { notice: noticeWords, lookUpPath: procedurePaths.track() };
    // The link to stop is the receiver's own; here it leads to the mailbox of the house.
    const letter = noticeLetter(tx.house, wording, { ref: "", lang: inLang, noticeTemplate: notice.template, code: notice.code });
    const parts = { ...letter, end: { ...letter.end, href: paths.mailbox() } };
    return officePage(<LetterPage lang={lang} letter={parts} from={tx.house.channels.mail?.from ?? null} />, { title: texts.letterTitle[lang] });
  }),
];

function mailState({ house }: Tx): MailState {
  const { mail } = house.channels;
  if (mail === null) return { kind: "off" };
  return mail.leaves ? { kind: "on", from: mail.from } : { kind: "demo" };
}
