import { dayOf, instantAt } from "../../../base/day.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { apiGet } from "../../../web/api.ts";
import { calendarOf, uidOf } from "../../../web/calendar-file.ts";
import type { PublicAlert } from "../../../web/public-sources.ts";
import type { DataAnswer, Route } from "../../../web/route.ts";
import { type AtomEntry, type AtomLink, atomFeed } from "../formats/atom.ts";
import { type CapArea, type CapSender, capAlert } from "../formats/cap.ts";
import { alertsOf, inForce, keyBeside, lastWordOn, meetingsOf, type Named, reaching } from "../gather.ts";
import { paths } from "../paths.ts";
import { feedTexts as t } from "../texts.ts";
import { getWhere, hamletName, type Where } from "../where.ts";

const perMinute = 120;
const types = { ics: "text/calendar", atom: "application/atom+xml", cap: "application/cap+xml" } as const;
const refusals = { 404: "There is no such post here, no such hamlet of it, or no such alert." };
/** The year in which these names began; part of them for ever. */
const namesSince = "2026";

type At = { readonly post: string; readonly hamlet: string | null };

/** Feeds of a whole post, and of each hamlet. */
export const feedRoutes: readonly Route[] = [
  apiGet("/api/posts/:post/meetings.ics", specOf("ics", "Meetings of a post"), ({ tx, params }) => meetingFeed(tx, { ...params, hamlet: null }), { perMinute }),
  apiGet("/api/posts/:post/hamlets/:hamlet/meetings.ics", specOf("ics", "Meetings of a hamlet"), ({ tx, params }) => meetingFeed(tx, params), { perMinute }),
  apiGet("/api/posts/:post/alerts.atom", specOf("atom", "Alerts of a post"), ({ tx, params }) => alertFeed(tx, { ...params, hamlet: null }), { perMinute }),
  apiGet("/api/posts/:post/hamlets/:hamlet/alerts.atom", specOf("atom", "Alerts of a hamlet"), ({ tx, params }) => alertFeed(tx, params), { perMinute }),
  apiGet("/api/posts/:post/cap.atom", specOf("atom", "Alerts of a post that are in force, as links to CAP"), ({ tx, params }) => capFeed(tx, { ...params, hamlet: null }), {
    perMinute,
  }),
  apiGet("/api/posts/:post/hamlets/:hamlet/cap.atom", specOf("atom", "Alerts of a hamlet that are in force, as links to CAP"), ({ tx, params }) => capFeed(tx, params), {
    perMinute,
  }),
  apiGet("/api/posts/:post/alerts/:alert/cap.xml", specOf("cap", "One alert as CAP 1.2"), ({ tx, params }) => capDocument(tx, params.post, params.alert), { perMinute }),
];

function specOf(type: keyof typeof types, summary: string) {
  return { summary, answer: { says: summary, type: types[type] }, refusals };
}

const data = (type: keyof typeof types, body: string): DataAnswer => ({ kind: "data", status: 200, type: `${types[type]}; charset=utf-8`, body });

async function meetingFeed(tx: Tx, { post, hamlet: code }: At): Promise<DataAnswer> {
  const { hamlet, ...where } = await getWhere(tx, post, code);
  const meetings = await meetingsOf(tx, { place: where.place, hamletId: hamlet?.id ?? null });
  const entries = meetings.map((one) => ({
    uid: uidOf({ post, key: one.key, host: hostOf(tx) }),
    summary: one.title,
    location: [one.place, hamletName(where, one.hamlet), where.unit.name].filter((part) => part !== null).join(", "),
    startsAt: one.start,
    endsAt: one.end,
    madeAt: one.updatedAt,
    cancelled: one.cancelled,
    ...(one.href === undefined ? {} : { url: `${tx.house.publicUrl}${one.href}` }),
  }));
  return data("ics", calendarOf({ product: "meetings", name: t.meetings.vi(nameOf({ ...where, hamlet })) }, entries).toString());
}

async function alertFeed(tx: Tx, at: At): Promise<DataAnswer> {
  const { hamlet, ...where } = await getWhere(tx, at.post, at.hamlet);
  const alerts = reaching(await alertsOf(tx, where.place), hamlet?.id ?? null);
  const entries = alerts.map((one) => ({ ...entryOf(tx, at.post, one), links: [...pageLink(tx, one), capLink(tx, at.post, one.key, "related")] }));
  return atom(tx, { path: paths.alerts(at.post, at.hamlet), title: t.alerts.vi(nameOf({ ...where, hamlet })), author: where.name, entries });
}

async function capFeed(tx: Tx, at: At): Promise<DataAnswer> {
  const { hamlet, ...where } = await getWhere(tx, at.post, at.hamlet);
  const alerts = reaching(inForce(await alertsOf(tx, where.place), tx.now), hamlet?.id ?? null);
  const entries = alerts.map((one) => ({ ...entryOf(tx, at.post, one), links: [capLink(tx, at.post, one.key, "alternate")] }));
  return atom(tx, { path: paths.capIndex(at.post, at.hamlet), title: t.capIndex.vi(nameOf({ ...where, hamlet })), author: where.name, entries });
}

async function capDocument(tx: Tx, post: string, key: string): Promise<DataAnswer> {
  const where = await getWhere(tx, post, null);
  const alert = lastWordOn(await alertsOf(tx, where.place), key);
  if (!alert) throw new Problem("notFound");
  const references = (alert.supersedes ?? []).map(({ id, sentAt }) => ({ identifier: identifierOf(post, keyBeside(alert.key, alert.id, id)), sentAt }));
  const web = `${tx.house.publicUrl}${alert.href ?? paths.page()}`;
  return data("cap", capAlert({ alert, identifier: identifierOf(post, alert.key), from: { ...senderOf(tx, where), web }, areas: areasOf(where, alert), references }));
}

const identifierOf = (post: string, key: string): string => `${post}.${key}`;

function senderOf(tx: Tx, { unit, name, place }: Where): Omit<CapSender, "web"> {
  const { phone } = tx.house.postProfiles.get(place.communeId) ?? { phone: null };
  return { sender: `post-${unit.code}@${hostOf(tx)}`, name, contact: phone, trial: tx.house.demo ? t.trial.vi : null };
}

/** A program that filters by code warns exactly these hamlets, not the others of their commune. */
function areasOf(where: Where, { hamlets }: PublicAlert): readonly CapArea[] {
  const { name, code } = where.unit;
  if (hamlets.length === 0) return [{ description: name, geocode: { kind: "commune", code } }];
  const here = hamlets.flatMap((id) => where.hamlets.find((one) => one.id === id) ?? []);
  if (here.length === 0) return [{ description: name, geocode: null }];
  return here.map((one) => ({ description: `${one.name}, ${name}`, geocode: { kind: "hamlet", code: one.code } }));
}

function entryOf(tx: Tx, post: string, alert: Named<PublicAlert>): Omit<AtomEntry, "links"> {
  const summary = alert.instruction === undefined ? alert.text : `${alert.text}\n\n${alert.instruction}`;
  return { id: tag(tx, `alert/${post}/${alert.key}`), title: alert.headline, summary, publishedAt: alert.sentAt, updatedAt: alert.updatedAt };
}

function pageLink(tx: Tx, { href }: PublicAlert): AtomLink[] {
  return href === undefined ? [] : [{ rel: "alternate", type: "text/html", href: `${tx.house.publicUrl}${href}` }];
}

function capLink(tx: Tx, post: string, key: string, rel: "alternate" | "related"): AtomLink {
  return { rel, type: types.cap, href: `${tx.house.publicUrl}${paths.cap(post, key)}` };
}

type Feed = { readonly path: string; readonly title: string; readonly author: string; readonly entries: readonly AtomEntry[] };

function atom(tx: Tx, { path, ...feed }: Feed): DataAnswer {
  const { publicUrl } = tx.house;
  const links: AtomLink[] = [
    { rel: "self", type: types.atom, href: `${publicUrl}${path}` },
    { rel: "alternate", type: "text/html", href: `${publicUrl}${paths.page()}` },
  ];
  return data("atom", atomFeed({ ...feed, id: tag(tx, path.replace(/^\/api\//, "")), links, emptySince: instantAt(dayOf(tx.now), "00:00") }));
}

/** A name after RFC 4151: it stays when the address changes. */
const tag = (tx: Tx, what: string): string => `tag:${hostOf(tx)},${namesSince}:${what}`;
const hostOf = (tx: Tx): string => new URL(tx.house.publicUrl).hostname;
const nameOf = ({ hamlet, unit }: Where & { readonly hamlet: Where["unit"] | null }): string => (hamlet ? `${hamlet.name}, ${unit.name}` : unit.name);
