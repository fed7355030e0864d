import { formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may, must } from "../../../kernel/actor.ts";
import { countAside } from "../../../kernel/door.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedOf } from "../../../web/form.ts";
import { readDuePosition } from "../../../web/position.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { type Sifted, siftingRoutes } from "../../../web/sifting.tsx";
import { parseReport } from "../forms/report.ts";
import { naturesOn, ruleName } from "../law.ts";
import { incident } from "../matter.ts";
import { paths } from "../paths.ts";
import { listAll, listAside, listByCodeEnd, listOpen, type ReportRow } from "../queries/reports.ts";
import { receiveReport } from "../service/intake.ts";
import { onDutyNow } from "../service/roster.ts";
import { kindTexts, officeTexts as t } from "../texts/office.ts";
import { IntakePage } from "../views/intake.tsx";
import { type ListLine, ListPage } from "../views/list.tsx";
import { dueShown, statusOf } from "./shown.ts";

const pageSize = 50;
const nothing: Shown = { errors: {}, typed: {} };
type Shown = { readonly errors: FieldErrors; readonly typed: Typed };

/** Reports that came in a rush, as the page of sifting shows them. */
export const waitingReports: Sifted<(typeof incident.states)[number], keyof typeof incident.actions> = {
  url: "/can-bo/vu-viec/cho-sang-loc",
  needs: "incidents.receive",
  kind: incident,
  back: paths.list(),
  purpose: t.siftPurpose.vi,
  list: async (tx, { communeId }, { size, lang }) =>
    (await listAside(tx, communeId, size)).map(({ id, publicRef, code, nature, receivedAt, accountSealed }) => ({
      id,
      ref: publicRef,
      told: tx.house.vault.open(accountSealed),
      facts: `${code} · ${ruleName(tx.house.incidentRules, "nature", nature)[lang]}, ${formatMoment(receivedAt, lang)}`,
    })),
};

/** What the post works on, how a report comes in, and what waits to be sifted. */
export const listRoutes: readonly Route[] = [
  get("/can-bo/vu-viec", "incidents.read", async ({ tx, query, lang }) => {
    const code = (query["so"] ?? "").trim().slice(0, 40);
    if (code !== "") return await foundPage(tx, lang, code);
    return await listPage(tx, lang, { show: query["xem"] === "all" ? "all" : "open", after: query["sau"] ?? "" });
  }),

  get("/can-bo/vu-viec/tiep-nhan", "incidents.receive", async ({ tx, lang }) => await intakePage(tx, lang, nothing)),

  post("/can-bo/vu-viec/tiep-nhan", "incidents.receive", async ({ tx, body, lang }) => {
    const { bounds } = await boundsOf(tx);
    const form = parseReport(body, bounds);
    if (!form.ok) return await intakePage(tx, lang, form);
    const ref = referenceFor(tx.house.vault, incident.kind, formKey(typedOf(body)));
    const matter = await receiveReport(tx, ref, form.value);
    return seeOther(`${paths.report(matter.publicRef)}?moi=1`);
  }),

  ...siftingRoutes(waitingReports),
];

async function listPage(tx: Tx, lang: Lang, { show, after }: { readonly show: "open" | "all"; readonly after: string }): Promise<Answer> {
  const place = placeOf(tx.actor);
  const position = show === "open" ? readDuePosition(after) : null;
  const olderThan = show === "all" && /^\d{1,15}$/.test(after) ? Number(after) : null;
  const size = pageSize + 1;
  const found = show === "open" ? await listOpen(tx, place.communeId, { after: position, size }) : await listAll(tx, place.communeId, { after: olderThan, size });
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  const next = last && (show === "open" ? `${last.dueAt?.toISOString() ?? ""}_${last.id}` : String(last.id));
  const links = { nextHref: next === undefined ? null : paths.listOf(show, next), firstHref: after === "" ? null : paths.listOf(show) };
  return officePage(<ListPage {...{ lang, show, sought: null }} {...links} {...(await aroundList(tx, rows, lang))} />, { title: t.title[lang] });
}

/** What stands around any list of reports, and its lines. */
async function aroundList(tx: Tx, rows: readonly ReportRow[], lang: Lang) {
  const place = placeOf(tx.actor);
  return {
    lines: rows.map((row) => lineOf(tx, row, lang)),
    waiting: await countAside(tx, place, incident.kind),
    onDuty: (await onDutyNow(tx)).join(", ") || null,
    mayReceive: may(tx.actor, "incidents.receive", place),
    mayCount: may(tx.actor, "incidents.figures", place),
  };
}

/** The report of a number, or those whose numbers end so. */
async function foundPage(tx: Tx, lang: Lang, sought: string): Promise<Answer> {
  const rows = await listByCodeEnd(tx, placeOf(tx.actor).communeId, { end: sought.toUpperCase(), size: pageSize });
  const [only] = rows;
  if (only && rows.length === 1) return seeOther(paths.report(only.publicRef));
  const links = { nextHref: null, firstHref: null };
  return officePage(<ListPage {...{ lang, sought }} show="all" {...links} {...(await aroundList(tx, rows, lang))} />, { title: t.title[lang] });
}

function lineOf(tx: Tx, row: ReportRow, lang: Lang): ListLine {
  return {
    publicRef: row.publicRef,
    code: row.code,
    title: ruleName(tx.house.incidentRules, "nature", row.nature)[lang],
    kind: kindTexts[row.kind][lang],
    hamlet: row.hamletName,
    state: row.state,
    received: formatMoment(row.receivedAt, lang),
    due: dueShown(tx, row, lang),
    assignee: row.assigneeName,
  };
}

/** What the form is measured against, and what it offers. */
export async function boundsOf(tx: Tx) {
  const today = dayOf(tx.now);
  const natures = naturesOn(tx.house.incidentRules, today);
  const hamlets = await listHamlets(tx, placeOf(tx.actor).communeId, today);
  return { natures, hamlets, bounds: { today, natures: natures.map(({ id }) => id), hamletIds: hamlets.map(({ id }) => id) } };
}

async function intakePage(tx: Tx, lang: Lang, { errors, typed }: Shown): Promise<Answer> {
  must(tx.actor, "incidents.receive", placeOf(tx.actor));
  const { natures, hamlets } = await boundsOf(tx);
  const publicRef = formKey(typed);
  return officePage(<IntakePage {...{ lang, publicRef, natures, hamlets, errors, typed }} />, { title: t.intake[lang], status: statusOf(errors) });
}
