import { formatDay, formatDigits } from "../../../base/day/format.ts";
import { addDays, type Day, dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { workbookType } from "../../../platform/workbook.ts";
import { type FieldErrors, type Typed, typedOf } from "../../../web/form.ts";
import { type InstantPosition, readInstantPosition, writeInstantPosition } from "../../../web/position.ts";
import { type Answer, get, officePage, post, type Route } from "../../../web/route.ts";
import { type ExportOrder, instant, parseExport, refuseTooMany, typedPeriod } from "../../registers/index.ts";
import { logPaper, logSheet, type WholeLog } from "../documents.ts";
import { dayAsked, parseSearch } from "../forms.ts";
import { kindName } from "../law.ts";
import { paths } from "../paths.ts";
import { type LogLine, type LogPage as Page, readLog, searchLog } from "../service/log.ts";
import { openNumbers } from "../service/read.ts";
import { stayTexts as t } from "../texts/office.ts";
import { paperTexts } from "../texts/paper.ts";
import { LogPage, type LogProps } from "../views/log.tsx";

const pageSize = 50;
/** So many declarations leave at once: each is a line in the log of reads, and the post waits while a print is set. */
const most = { xlsx: 2_000, pdf: 500 } as const;
const nothing: { readonly errors: FieldErrors; readonly typed: Typed } = { errors: {}, typed: {} };

/** The log by day, the search in it, and the way of a period out of the house. */
export const logRoutes: readonly Route[] = [
  get("/can-bo/luu-tru", "counter.read", async ({ tx, query, lang }) => {
    const day = dayAsked(query["ngay"], dayOf(tx.now));
    return await dayPage(tx, lang, { day, after: readInstantPosition(query["sau"]), ...nothing });
  }),

  post("/can-bo/luu-tru/tim", "counter.read", async ({ tx, body, lang }) => {
    const form = parseSearch(body);
    if (!form.ok) return await dayPage(tx, lang, { day: dayOf(tx.now), after: null, errors: form.errors, typed: form.typed });
    const lines = await searchLog(tx, form.value.ten);
    return logPage(tx, lang, { shown: { kind: "found", lines }, day: dayOf(tx.now), errors: {}, typed: typedOf(body), reads: readsOf(tx, lines, t.searchPurpose.vi) });
  }),

  post("/can-bo/luu-tru/ban-in", "counter.read", async ({ tx, body, lang }) => {
    const today = dayOf(tx.now);
    const form = parseExport(body, today);
    if (!form.ok) return await dayPage(tx, lang, { day: today, after: null, ...form });
    const limit = most[form.value.format];
    const log = await readLog(tx, form.value.period, { after: null, size: limit });
    const all = log.sums.declarations;
    if (all <= limit) return await takenOut(tx, form.value, log);
    return await dayPage(tx, lang, { day: today, after: null, ...refuseTooMany(body, { all, limit }) });
  }),
];

type Asked = { readonly day: Day; readonly after: InstantPosition | null; readonly errors: FieldErrors; readonly typed: Typed };

async function dayPage(tx: Tx, lang: Lang, { day, after, errors, typed }: Asked): Promise<Answer> {
  const { lines, sums, next } = await readLog(tx, { from: day, to: day }, { after, size: pageSize });
  const nextHref = next && paths.logNext(day, writeInstantPosition(next));
  const firstHref = after && paths.logOf(day);
  const shown = { kind: "day", title: t.dayShown[lang](formatDay(day, lang)), lines, sums, nextHref, firstHref } as const;
  return logPage(tx, lang, { shown, day, errors, typed, reads: [] });
}

type Showing = { readonly shown: LogProps["shown"]; readonly day: Day; readonly errors: FieldErrors; readonly typed: Typed; readonly reads: readonly Read[] };

function logPage(tx: Tx, lang: Lang, { shown, day, errors, typed, reads }: Showing): Answer {
  const mayEnter = may(tx.actor, "counter.enterStay", placeOf(tx.actor));
  const today = dayOf(tx.now);
  const props = { lang, shown, mayEnter, errors, dayTyped: formatDigits(day), typed: { ...typedPeriod({ from: addDays(today, -6), to: today }), ...typed } };
  return officePage(<LogPage {...props} placeName={(kind) => kindName(tx.house.stayKinds, "place", kind)[lang]} />, {
    title: t.logTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
    reads,
  });
}

function readsOf(tx: Tx, lines: readonly LogLine[], purpose: string): readonly Read[] {
  const place = placeOf(tx.actor);
  return lines.map(({ matterId }) => ({ ...place, regime: "counter", subject: `matter:${matterId}`, purpose }));
}

async function takenOut(tx: Tx, { period, format, purpose }: ExportOrder, { lines, sums }: Page): Promise<Answer> {
  const log: WholeLog = {
    period,
    lines,
    numberOf: await openNumbers(
      tx,
      lines.map((line) => line.matterId),
    ),
    sums: t.sums.vi(sums.declarations, sums.guests, sums.late),
    mark: paperTexts.mark.vi(tx.actor.name, instant(tx.now, "vi"), purpose),
  };
  const reads = readsOf(tx, lines, t.exportPurpose.vi(purpose));
  const name = `so-luu-tru-${period.from}-${period.to}.${format}`;
  if (format === "xlsx") return { kind: "file", bytes: await logSheet(tx, log), type: workbookType, name, inline: false, reads };
  const { template, data } = logPaper(tx, log);
  return { kind: "file", bytes: await tx.house.typesetter.typeset(template, data), type: "application/pdf", name, inline: false, reads };
}
