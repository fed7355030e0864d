import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { anybody, may } from "../../../kernel/actor.ts";
import { listColleagues } from "../../../kernel/officers.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { typedList, typedOf, typedText } from "../../../web/form.ts";
import type { Officer } from "../../../web/officer.ts";
import { readDuePosition } from "../../../web/position.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import type { RowGroup } from "../../../web/views/table.tsx";
import { accountPaths } from "../../accounts/index.ts";
import { figurePaths } from "../../figures/index.ts";
import { incidentPaths } from "../../incidents/index.ts";
import { recordPaths } from "../../records/index.ts";
import { parseAssignment } from "../forms.ts";
import { type Group, type Narrowing, readNarrowing, writeNarrowing } from "../narrowing.ts";
import { paths } from "../paths.ts";
import { listComing } from "../queries/escalations.ts";
import { listFilters } from "../queries/filters.ts";
import type { Sight } from "../queries/fitting.ts";
import { lastActs } from "../queries/found.ts";
import { listToReturn } from "../queries/handovers.ts";
import { type Counts, countInbox, listInbox, type Position } from "../queries/list.ts";
import { withCounts } from "../service/filters.ts";
import { giveTicked, type Outcome } from "../service/giving.ts";
import { searchWork } from "../service/searching.ts";
import { texts } from "../texts/inbox.ts";
import { FoundPage, GivenPage, happened, type NotGiven } from "../views/found.tsx";
import { type Giving, InboxPage, type InboxProps } from "../views/inbox.tsx";
import type { Line } from "../views/lines.tsx";
import { linesOf, sightOf } from "./lines.ts";

const pageSize = 50;
/** So many of what is nearly late stand on top of the chief's inbox at once. */
const mostComing = 10;

/** The officer's first page: work by what is due first, search, and giving work out. */
export const workRoutes: readonly Route[] = [
  get("/can-bo", "officer", async ({ officer }) => seeOther(firstPageOf(officer))),

  get("/can-bo/hop-viec", "counter.read", async ({ tx, query, lang }) => {
    const page = { narrowing: readNarrowing(query), after: readPosition(query["sau"]) };
    const given = /^\d{1,3}$/.test(query["giao"] ?? "") ? Number(query["giao"]) : null;
    return inboxPage(tx, sightOf(tx), lang, { ...page, ...nothingTyped, given, open: Object.keys(query).every((name) => name === "giao") });
  }),

  post("/can-bo/hop-viec", "counter.read", async ({ tx, body, lang }) => {
    const typed = typedText(typedOf(body), "tim");
    const sight = sightOf(tx);
    const found = await searchWork(tx, sight, typed);
    if ("one" in found) return seeOther(sight.kinds.find(({ kind }) => kind === found.one.kind)?.href(found.one.publicRef) ?? paths.inbox());
    const lines = await linesOf(tx, sight, found.rows, lang);
    const reads = found.rows.map(({ id, kind }) => ({ ...sight.place, regime: regimeOf(sight, kind), subject: `matter:${id}`, purpose: texts.searchPurpose.vi }));
    return officePage(<FoundPage lang={lang} now={tx.now} typed={typed} rows={lines} />, { title: texts.title[lang], reads });
  }),

  post("/can-bo/hop-viec/giao", "counter.assign", async ({ tx, query, body, lang }) => {
    const sight = sightOf(tx);
    const colleagues = await listColleagues(tx);
    const form = parseAssignment(
      body,
      colleagues.map(({ id }) => id),
    );
    const narrowing = readNarrowing(query);
    if (!form.ok) {
      const ticks = { rows: typedList(form.typed, "chon"), groups: typedList(form.typed, "nhom") };
      return inboxPage(tx, sight, lang, { narrowing, after: null, given: null, open: false, typed: form.typed, ticks, errors: form.errors });
    }
    const outcomes = await giveTicked(tx, sight, form.value);
    const count = outcomes.filter(({ became }) => became === "given").length;
    if (count === outcomes.length) return seeOther(`${paths.inbox(writeNarrowing(narrowing))}&giao=${count}`);
    const toName = colleagues.find(({ id }) => id === form.value.assigneeId)?.name ?? "";
    return officePage(<GivenPage lang={lang} count={count} toName={toName} notGiven={await tellNotGiven(tx, sight, outcomes, lang)} />, { title: texts.giveTitle[lang] });
  }),
];

const nothingTyped = { typed: {}, ticks: { rows: [], groups: [] }, errors: {} } as const;

type Shown = Pick<InboxProps, "typed" | "ticks" | "errors" | "given"> & {
  readonly narrowing: Narrowing;
  readonly after: Position | null;
  /** Nothing was asked for: the officer's own default steps in, if there is one. */
  readonly open: boolean;
};

async function inboxPage(tx: Tx, sight: Sight, lang: Lang, shown: Shown): Promise<Answer> {
  const [filters, first, giving] = await Promise.all([listFilters(tx, sight), readPage(tx, sight, shown), givingOf(tx, sight, lang)]);
  const preferred = shown.open ? filters.find(({ isDefault }) => isDefault) : undefined;
  // Few officers keep a default; for all others everything was asked at once.
  const narrowing = preferred?.narrowing ?? shown.narrowing;
  const { rows, counts } = preferred ? await readPage(tx, sight, { narrowing, after: null }) : first;
  const page = rows.slice(0, pageSize);
  const [lines, counted] = await Promise.all([linesOf(tx, sight, page, lang), withCounts(tx, sight, filters)]);
  const last = page.at(-1);
  const nextHref = rows.length > pageSize && last ? paths.next(writeNarrowing(narrowing), `${last.rank}_${last.dueAt?.toISOString() ?? ""}_${last.id}`) : null;
  const { typed, ticks, errors, given } = shown;
  const groups = groupsOf(lines, counts, narrowing, lang);
  return officePage(<InboxPage {...{ lang, narrowing, counts, groups, nextHref, giving, given, typed, ticks, errors }} filters={counted} now={tx.now} />, {
    title: texts.title[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}

async function readPage(tx: Tx, sight: Sight, { narrowing, after }: Pick<Shown, "narrowing" | "after">) {
  const [rows, counts] = await Promise.all([listInbox(tx, sight, { narrowing, after, size: pageSize + 1 }), countInbox(tx, sight, narrowing)]);
  return { rows, counts };
}

async function givingOf(tx: Tx, sight: Sight, lang: Lang): Promise<Giving | null> {
  if (!may(tx.actor, "counter.assign", sight.place)) return null;
  const [colleagues, coming, toReturn] = await Promise.all([listColleagues(tx), listComing(tx, sight, mostComing + 1), listToReturn(tx, sight, dayOf(tx.now))]);
  return { colleagues, coming: await linesOf(tx, sight, coming.slice(0, mostComing), lang), moreComing: coming.length > mostComing, toReturn };
}

const groupTitles = {
  late: texts.groupLate,
  today: texts.groupToday,
  week: texts.groupWeek,
  later: texts.groupLater,
  paused: texts.groupPaused,
  toSign: texts.groupToSign,
  ready: texts.groupReady,
} as const satisfies Record<Group, unknown>;

function groupsOf(lines: readonly Line[], counts: Counts, { group: asked }: Narrowing, lang: Lang): readonly RowGroup<Line>[] {
  const inAll = (group: Group): number => (asked !== "toSign" ? counts[group] : group === "late" ? counts.lateToSign : group === "today" ? counts.todayToSign : counts.toSign);
  return [...Map.groupBy(lines, ({ group }) => group)].map(([group, rows]) => ({ title: `${groupTitles[group][lang]} (${inAll(group)})`, late: group === "late", rows }));
}

async function tellNotGiven(tx: Tx, sight: Sight, outcomes: readonly Outcome[], lang: Lang): Promise<readonly NotGiven[]> {
  const left = outcomes.filter(({ became }) => became !== "given");
  const acts = await lastActs(
    tx,
    sight,
    left.map(({ id }) => id),
  );
  return left.map(({ id, became }) => {
    const act = acts.get(id);
    const kind = sight.kinds.find((one) => one.kind === act?.kind);
    if (!act || !kind) return { code: `#${id}`, href: null, what: texts.gone[lang] };
    const told = happened(lang, { what: kind.actionWord(act.action, lang), who: act.byName, at: act.at });
    const what = became === "hadAlready" ? texts.hadAlready[lang] : became === "closed" ? `${texts.closedMeanwhile[lang]} (${told})` : told;
    return { code: act.code, href: kind.href(act.publicRef), what };
  });
}

function regimeOf({ kinds }: Sight, kind: string) {
  return kinds.find((one) => one.kind === kind)?.regime ?? "internal";
}

/** Where an officer begins: at the work, the figures, the accounts or the record, whichever is his. */
function firstPageOf(officer: Officer | null): string {
  const { rights, scope } = officer?.actor ?? anybody;
  if (scope.kind === "commune" && rights.has("counter.read")) return paths.inbox();
  // The officer on duty holds nothing of the counter: the inbox is not his, reports are.
  if (scope.kind === "commune" && rights.has("incidents.read")) return incidentPaths.list();
  if (rights.has("counter.figures")) return figurePaths.province();
  return rights.has("accounts.manage") ? accountPaths.accounts() : recordPaths.record();
}

/** "2_2026-11-26T10:00:00.000Z_17", as the link to the next page has it; anything else begins at the beginning. */
function readPosition(text: string | undefined): Position | null {
  const [, rank, rest] = text?.match(/^([1-7])_(.*)$/) ?? [];
  const due = readDuePosition(rest);
  return due && { rank: Number(rank), ...due };
}
