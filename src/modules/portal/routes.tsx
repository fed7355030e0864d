import { get, officePage, type Route } from "../../web/route.ts";
import { procedurePaths } from "../procedures/index.ts";
import type { Receipt, StatusReport } from "./document.ts";
import type {} from "./house.ts";
import { paths } from "./paths.ts";
import { listMessages } from "./queries.ts";
import { officeTexts as t } from "./texts/office.ts";
import { ExchangePage } from "./views.tsx";

const pageSize = 50;

/** What the post has told the national portal. */
export const portalRoutes: readonly Route[] = [
  get("/can-bo/cong-quoc-gia", "counter.read", async ({ tx, query, lang }) => {
    const before = /^\d{1,15}$/.test(query.truoc ?? "") ? Number(query.truoc) : null;
    const rows = await listMessages(tx, { before, size: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const nextHref = rows.length > pageSize && last ? paths.before(last.id) : null;
    const lines = shown.map((row) => {
      const body = row.body as Receipt | StatusReport;
      const text = body.kind === "status" ? body.stateWord : t.receipt[lang](body.code ?? "");
      return { text, number: body.nationalNumber, code: row.code, href: procedurePaths.dossier(row.publicRef), at: row.queuedAt, sent: row.sentAt !== null };
    });
    return officePage(<ExchangePage {...{ lang, lines, nextHref }} connected={tx.house.portalDir !== null} />, { title: t.title[lang] });
  }),
];
