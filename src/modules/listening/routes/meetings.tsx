import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { listColleagues } from "../../../kernel/officers.ts";
import { unlessChanged } from "../../../kernel/problem.ts";
import { newReference, referenceFor } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type InstantPosition, readInstantPosition, writeInstantPosition } from "../../../web/position.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, download, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { minutesPaper } from "../documents/minutes.ts";
import { minutesDocument } from "../documents/minutes-docx.ts";
import { parseCallOff, parseChange, parseCommitment, parseConclusion, parseHousehold, parsePlan, parseVersion } from "../forms/meetings.ts";
import { parseRoomLine } from "../forms/opinions.ts";
import { commitment, meeting as life, opinion } from "../matter.ts";
import { paths } from "../paths.ts";
import { listMeetings } from "../queries/meetings.ts";
import { headings } from "../queries/tables.ts";
import { promise } from "../service/commitments.ts";
import { beginMeeting, callOffMeeting, changePlan, closeMinutes, getMeeting, noteHousehold, openHouseholds, openMeeting, openMinutes, planMeeting } from "../service/meetings.ts";
import { takeInRoom } from "../service/take.ts";
import { meetingTexts as t } from "../texts/meetings.ts";
import { officeTexts } from "../texts/office.ts";
import type { Filled } from "../views/list.tsx";
import { HouseholdsPage, MeetingPage } from "../views/meeting.tsx";
import { MeetingsPage } from "../views/meetings.tsx";
import { hamletOptions, idsOf, typedAgain } from "./list.tsx";
import { colleagueIds, ownersFor } from "./owners.ts";
import { stepped } from "./step.ts";

const pageSize = 50;
type Shown = Filled & { readonly conflict?: boolean; readonly heading?: string; readonly atHouseholds?: boolean };
const fresh: Shown = { errors: {}, typed: {} };

/** Meetings: planned, held line by line, minuted. */
export const meetingRoutes: readonly Route[] = [
  get("/can-bo/lang-nghe/hop", "listening.read", async ({ tx, query, lang }) => await meetingsPage(tx, lang, { after: readInstantPosition(query["sau"]), filled: fresh })),

  post("/can-bo/lang-nghe/hop", "listening.receive", async ({ tx, body, lang }) => {
    const form = parsePlan(body, { now: tx.now, hamletIds: idsOf(await hamletOptions(tx)) });
    if (!form.ok) return await meetingsPage(tx, lang, { after: null, filled: form });
    return seeOther(paths.meeting(await planMeeting(tx, form.value)));
  }),

  get("/can-bo/lang-nghe/hop/:ref", "listening.read", async ({ tx, params, query, lang }) => {
    const heading = headings.find((one) => one === query["muc"]);
    return await meetingPage(tx, lang, refOf(params.ref), { ...fresh, ...(heading ? { heading } : {}), atHouseholds: query["ghi"] === "ho" });
  }),

  post("/can-bo/lang-nghe/hop/:ref/bat-dau", "listening.receive", async ({ tx, params, body, lang }) => {
    const form = parseVersion(body);
    return await stepped({ ...at(tx, lang, refOf(params.ref)), body, form }, async (ref, { version }) => await beginMeeting(tx, ref, version));
  }),

  post("/can-bo/lang-nghe/hop/:ref/ke-hoach", "listening.receive", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const { meeting } = await getMeeting(tx, ref);
    const form = parseChange(body, meeting.kind, { now: tx.now, hamletIds: idsOf(await hamletOptions(tx)) });
    return await stepped({ ...at(tx, lang, ref), body, form }, async (_, given) => await changePlan(tx, ref, given));
  }),

  post("/can-bo/lang-nghe/hop/:ref/hoan", "listening.receive", async ({ tx, params, body, lang }) =>
    stepped({ ...at(tx, lang, refOf(params.ref)), body, form: parseCallOff(body) }, async (ref, given) => await callOffMeeting(tx, ref, given)),
  ),

  post("/can-bo/lang-nghe/hop/:ref/ket-thuc", "listening.receive", async ({ tx, params, body, lang }) =>
    stepped({ ...at(tx, lang, refOf(params.ref)), body, form: parseConclusion(body) }, async (ref, given) => await closeMinutes(tx, ref, given)),
  ),

  post("/can-bo/lang-nghe/hop/:ref/y-kien", "listening.receive", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseRoomLine(body, await colleagueIds(tx));
    if (!form.ok) return await meetingPage(tx, lang, ref, form);
    const { matter, meeting } = await getMeeting(tx, ref);
    const line = { ...form.value, key: referenceFor(tx.house.vault, opinion.kind, form.value.key) };
    if (await unlessChanged(takeInRoom(tx, { matterId: matter.id, hamletId: meeting.hamletId }, line))) return seeOther(paths.room(ref, form.value.heading));
    return await meetingPage(tx, lang, ref, { ...typedAgain(body), conflict: true });
  }),

  post("/can-bo/lang-nghe/hop/:ref/ho-du", "listening.receive", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const step = { ...at(tx, lang, ref), to: paths.roomHouseholds(ref), body, form: parseHousehold(body) };
    return await stepped(step, async (_, given) => await noteHousehold(tx, await getMeeting(tx, ref), given));
  }),

  post("/can-bo/lang-nghe/hop/:ref/cam-ket", "listening.receive", async ({ tx, params, body, lang }) => {
    const form = parseCommitment(body, { now: tx.now, ownerIds: await colleagueIds(tx) });
    return await stepped({ ...at(tx, lang, refOf(params.ref)), body, form }, async (ref, given) => {
      const { matter, meeting } = await getMeeting(tx, ref);
      await promise(tx, { ...given, key: referenceFor(tx.house.vault, commitment.kind, given.key) }, { meetingId: matter.id, opinionId: null, hamletId: meeting.hamletId });
    });
  }),

  get("/can-bo/lang-nghe/hop/:ref/ho-du", "listening.identity", async ({ tx, params, lang }) => {
    const opened = await getMeeting(tx, refOf(params.ref));
    const { communeId, provinceId, regime, id, publicRef } = opened.matter;
    const reads = [{ communeId, provinceId, regime, subject: `matter:${id}`, purpose: officeTexts.listPurpose.vi }];
    return officePage(<HouseholdsPage lang={lang} publicRef={publicRef} rows={await openHouseholds(tx, opened)} />, { title: t.householdsTitle[lang], reads });
  }),

  get("/can-bo/lang-nghe/hop/:ref/bien-ban.pdf", "listening.read", async ({ tx, params }) => {
    const opened = await openMinutes(tx, refOf(params.ref));
    const { template, data } = minutesPaper(tx, opened);
    return pdf(await tx.house.typesetter.typeset(template, data), `bien-ban-${opened.matter.code}.pdf`);
  }),

  get("/can-bo/lang-nghe/hop/:ref/bien-ban.docx", "listening.read", async ({ tx, params }) => {
    const opened = await openMinutes(tx, refOf(params.ref));
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    return download(await minutesDocument(tx, opened), { type, name: `bien-ban-${opened.matter.code}.docx` });
  }),
];

/** What a form of this page is answered with. */
const at = (tx: Tx, lang: Lang, ref: string) => ({ ref, again: (shown: Shown) => meetingPage(tx, lang, ref, shown), to: paths.meeting(ref) });

async function meetingPage(tx: Tx, lang: Lang, ref: string, { errors, typed, conflict = false, heading, atHouseholds = false }: Shown): Promise<Answer> {
  const opened = await openMeeting(tx, ref);
  const { matter, meeting } = opened;
  const colleagues = await listColleagues(tx);
  const props = {
    lang,
    now: tx.now,
    opened,
    hamlets: opened.matter.state === "planned" ? await hamletOptions(tx) : [],
    colleagues: colleagues.map(({ id, name }) => ({ value: String(id), text: name })),
    owners: ownersFor(tx, lang, { place: matter, colleagues }),
    heading: heading ?? "proposal",
    lineKey: newReference(),
    formKey: newReference(),
    atHouseholds,
    atLine: heading !== undefined && Object.keys(errors).length === 0,
    account: tx.actor.id,
    mayTake: may(tx.actor, life.opens, matter),
    mayAnswer: may(tx.actor, "listening.answer", matter),
    conflict,
    errors,
    typed,
  };
  return officePage(<MeetingPage {...props} />, { title: meeting.topic, script: "outbox", status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200 });
}

async function meetingsPage(tx: Tx, lang: Lang, { after, filled }: { readonly after: InstantPosition | null; readonly filled: Filled }): Promise<Answer> {
  const place = placeOf(tx.actor);
  const rows = await listMeetings(tx, place, { after, size: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const nextHref = rows.length > pageSize && last ? `${paths.meetings()}?sau=${writeInstantPosition({ at: last.startsAt, id: last.matterId })}` : null;
  const props = {
    ...filled,
    lang,
    rows: shown,
    hamlets: await hamletOptions(tx),
    account: tx.actor.id,
    mayPlan: may(tx.actor, life.opens, place),
    nextHref,
    firstHref: after ? paths.meetings() : null,
  };
  return officePage(<MeetingsPage {...props} />, { title: t.title[lang], script: "outbox", status: Object.keys(filled.errors).length > 0 ? 422 : 200 });
}
