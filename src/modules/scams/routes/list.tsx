import { z } from "zod";
import { formatMoment } from "../../../base/day/format.ts";
import { dayOf, instantAt, monthOf } from "../../../base/day.ts";
import { type Dong, formatDong } from "../../../base/dong.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { countAside } from "../../../kernel/door.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { choice, type FieldErrors, parseForm, type Typed, typedOf } from "../../../web/form.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { siftingRoutes } from "../../../web/sifting.tsx";
import { parseTold } from "../forms.ts";
import { kindName } from "../law.ts";
import { scam } from "../matter.ts";
import { paths } from "../paths.ts";
import { listAside, listOpenReports, listSettled, type ReportRow, sumSince } from "../queries/reports.ts";
import { takeReport } from "../service/report.ts";
import { outcomeTexts, officeTexts as t } from "../texts/office.ts";
import { titleTexts } from "../texts/title.ts";
import { workTexts } from "../texts/work.ts";
import { ListPage, type ShownReport } from "../views/list.tsx";
import { TakePage } from "../views/warn.tsx";
import { scamWork } from "../work.ts";
import { choicesOf, offered } from "./public.tsx";

const mostOpen = 200;
const pageSize = 25;
const channels = ["phone", "counter", "field"] as const;

export type Filled = { readonly errors: FieldErrors; readonly typed: Typed };

/** The duty officer's list, taking a report, and sifting what came at once. */
export const listRoutes: readonly Route[] = [
  get("/can-bo/lua-dao", "scams.read", async ({ tx, query, lang }) => listPage(tx, lang, /^\d{1,15}$/.test(query["sau"] ?? "") ? Number(query["sau"]) : null)),

  get("/can-bo/lua-dao/ghi-nhan", "scams.receive", async ({ tx, lang }) => takePage(tx, lang, { errors: {}, typed: {} })),
  post("/can-bo/lua-dao/ghi-nhan", "scams.receive", async ({ tx, body, lang }) => {
    const form = parseTold(body, offered(tx));
    if (!form.ok) return takePage(tx, lang, form);
    const how = parseForm(z.object({ channel: choice(channels) }), body);
    if (!how.ok) return takePage(tx, lang, how);
    const matter = await takeReport(tx, form.value, { ...how.value, publicRef: referenceFor(tx.house.vault, scam.kind, formKey(typedOf(body))) });
    return seeOther(paths.report(matter.publicRef));
  }),

  ...siftingRoutes({
    url: "/can-bo/lua-dao/sang-loc",
    needs: "scams.receive",
    kind: scam,
    back: paths.reports(),
    purpose: t.siftPurpose.vi,
    list: async (tx, place, { size, lang }) =>
      (await listAside(tx, place, size)).map(({ id, publicRef, code, kind, receivedAt, toldSealed }) => ({
        id,
        ref: publicRef,
        told: toldSealed === null ? t.notTold[lang] : tx.house.vault.open(toldSealed),
        facts: `${code} · ${kindName(tx, kind)[lang]} · ${formatMoment(receivedAt, lang)}`,
      })),
  }),
];

async function listPage(tx: Tx, lang: Lang, before: number | null): Promise<Answer> {
  const place = placeOf(tx.actor);
  const settled = await listSettled(tx, place, { before, size: pageSize + 1 });
  const last = settled[pageSize - 1];
  const props = {
    aside: await countAside(tx, place, scam.kind),
    mayTake: may(tx.actor, "scams.receive", place),
    mayWarn: may(tx.actor, "scams.warn", place),
    open: (await listOpenReports(tx, place, mostOpen)).map((row) => shown(tx, row, lang)),
    settled: settled.slice(0, pageSize).map((row) => shown(tx, row, lang)),
    figures: may(tx.actor, "scams.figures", place) ? await figures(tx, lang) : [],
    nextHref: settled.length > pageSize && last ? paths.reportsNext(last.id) : null,
    firstHref: before === null ? null : paths.reports(),
  };
  return officePage(<ListPage lang={lang} {...props} />, { title: t.title[lang] });
}

/** How much money, in the words of the page. */
export const money = (dong: number, lang: Lang): string => formatDong(BigInt(dong) as Dong, lang);

async function figures(tx: Tx, lang: Lang) {
  const since = instantAt(monthOf(dayOf(tx.now)).from, "00:00");
  const sums = await sumSince(tx, placeOf(tx.actor), since);
  return [
    { value: String(sums.stopped), meaning: t.stoppedCount[lang] },
    { value: String(sums.partlySaved), meaning: t.partCount[lang] },
    { value: String(sums.lost), meaning: t.lostCount[lang] },
    { value: money(sums.savedDong, lang), meaning: t.savedSum[lang] },
    { value: money(sums.lostDong, lang), meaning: t.lostSum[lang] },
  ];
}

function shown(tx: Tx, row: ReportRow, lang: Lang): ShownReport {
  const { publicRef: ref, code, state, outcome, dueAt, receivedAt, stage, kind, savedDong, lostDong } = row;
  const isOpen = state !== "settled";
  return {
    ref,
    code,
    what: kindName(tx, kind)[lang],
    stage: titleTexts[stage][lang],
    state: outcomeTexts[outcome as keyof typeof outcomeTexts]?.[lang] ?? workTexts.states[state as keyof typeof workTexts.states][lang],
    look: isOpen && dueAt !== null && dueAt < tx.now ? "late" : (scamWork.lookOf(state) as ShownReport["look"]),
    at: formatMoment(receivedAt, lang),
    due: isOpen && dueAt !== null ? formatMoment(dueAt, lang) : null,
    money: savedDong === null || lostDong === null ? null : `${money(savedDong, lang)} / ${money(lostDong, lang)}`,
  };
}

function takePage(tx: Tx, lang: Lang, { errors, typed }: Filled): Answer {
  const words = { phone: t.phoneChannel, counter: t.counterChannel, field: t.fieldChannel };
  const options = channels.map((channel) => ({ value: channel, text: words[channel][lang] }));
  return officePage(<TakePage lang={lang} {...choicesOf(tx, lang)} channels={options} publicRef={formKey(typed)} errors={errors} typed={typedOf(typed)} />, {
    title: t.take[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
