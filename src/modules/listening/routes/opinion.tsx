import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may, must } from "../../../kernel/actor.ts";
import { listIdentities, openIdentity, type Who } from "../../../kernel/identity.ts";
import { can, findMatterById } from "../../../kernel/matter.ts";
import { findOfficerName, listColleagues } from "../../../kernel/officers.ts";
import { unlessChanged } from "../../../kernel/problem.ts";
import { showReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { lastShown, parseMessage } from "../../../web/form.ts";
import { parseOpening } from "../../../web/opening.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import type { SummaryRow } from "../../../web/views/parts.tsx";
import { parseVersion } from "../forms/meetings.ts";
import { parseAnswer, parseContest, parseOwner, parseWords } from "../forms/opinions.ts";
import { ruleOn } from "../law.ts";
import { opinion as life } from "../matter.ts";
import { paths } from "../paths.ts";
import { listFormerWords } from "../queries/corrections.ts";
import { contestInPerson, getOpinion, type OpenedOpinion, own, publish, readMessages, withdraw, writeFromPost } from "../service/opinions.ts";
import { answer } from "../service/take.ts";
import { officeTexts as t } from "../texts/office.ts";
import { headingTexts, voiceTexts } from "../texts/words.ts";
import type { Filled } from "../views/list.tsx";
import { OpinionPage, type OpinionProps } from "../views/opinion.tsx";
import { stateWord } from "../work.ts";
import { typedAgain } from "./list.tsx";

type Shown = Filled & { readonly conflict?: boolean; readonly person?: { readonly id: number; readonly who: Who } };
const fresh: Shown = { errors: {}, typed: {} };

/** One opinion: who owns it, what is answered, who said it, what everybody reads of it. */
export const opinionRoutes: readonly Route[] = [
  get("/can-bo/lang-nghe/y-kien/:ref", "listening.read", async ({ tx, params, lang }) => await opinionPage(tx, lang, refOf(params.ref), fresh)),

  post("/can-bo/lang-nghe/y-kien/:ref/nhan", "listening.read", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    // The officer's own button names nobody: it is himself.
    const mine = parseVersion(body);
    const ownerIds = (await listColleagues(tx)).map(({ id }) => id);
    const form = parseOwner({ owner: String(tx.actor.id), ...(typeof body === "object" ? body : {}) }, ownerIds);
    if (!mine.ok || !form.ok) return await opinionPage(tx, lang, ref, form.ok ? fresh : form);
    const { matter } = await getOpinion(tx, ref);
    if (form.value.owner !== tx.actor.id) must(tx.actor, "listening.assign", matter);
    if (await unlessChanged(own(tx, ref, { version: form.value.version, ownerId: form.value.owner }))) return seeOther(paths.opinion(ref));
    return await opinionPage(tx, lang, ref, { ...typedAgain(body), conflict: true });
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/tra-loi", "listening.answer", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseAnswer(body);
    if (!form.ok) return await opinionPage(tx, lang, ref, form);
    const { words, version, onSpot } = form.value;
    const { matter } = await getOpinion(tx, ref);
    if (await unlessChanged(answer(tx, { id: matter.id, version }, { words, onSpot: onSpot !== null }))) return seeOther(paths.opinion(ref));
    return await opinionPage(tx, lang, ref, { ...typedAgain(body), conflict: true });
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/chua-dong-y", "listening.receive", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseContest(body);
    if (!form.ok) return await opinionPage(tx, lang, ref, form);
    if (await unlessChanged(contestInPerson(tx, ref, form.value.objection))) return seeOther(paths.opinion(ref));
    return await opinionPage(tx, lang, ref, { ...typedAgain(body), conflict: true });
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/tin-nhan", "listening.answer", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseMessage(body);
    if (!form.ok) return await opinionPage(tx, lang, ref, form);
    await writeFromPost(tx, (await getOpinion(tx, ref)).matter, form.value.message);
    return seeOther(paths.opinion(ref));
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/tin-nhan/da-doc", "listening.answer", async ({ tx, params, body }) => {
    const ref = refOf(params.ref);
    await readMessages(tx, ref, lastShown(body));
    return seeOther(paths.opinion(ref));
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/nguoi-noi", "listening.identity", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseOpening(body);
    if (!form.ok) return await opinionPage(tx, lang, ref, form);
    const { id, purpose } = form.value;
    const who = await openIdentity(tx, placeOf(tx.actor), { id, purpose });
    return await opinionPage(tx, lang, ref, { ...fresh, person: { id, who } });
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/cong-khai", "listening.publish", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseWords(body);
    if (!form.ok) return await opinionPage(tx, lang, ref, form);
    await publish(tx, (await getOpinion(tx, ref)).matter, form.value);
    return seeOther(paths.opinion(ref));
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/rut-cong-khai", "listening.publish", async ({ tx, params }) => {
    const ref = refOf(params.ref);
    await withdraw(tx, (await getOpinion(tx, ref)).matter);
    return seeOther(paths.opinion(ref));
  }),
];

async function opinionPage(tx: Tx, lang: Lang, ref: string, { errors, typed, conflict = false, person }: Shown): Promise<Answer> {
  const { words, ...opened } = await getOpinion(tx, ref);
  const { matter } = opened;
  const colleagues = await listColleagues(tx);
  const props: OpinionProps = {
    lang,
    opened,
    facts: await factsOf(tx, lang, { opened, ownerName: await findOfficerName(tx, matter.assigneeId) }),
    before: await listFormerWords(tx, { communeId: matter.communeId, matterId: matter.id }),
    marks: await listIdentities(tx, matter),
    person: person ?? null,
    published: words,
    colleagues: colleagues.map(({ id, name }) => ({ value: String(id), text: name })),
    may: mayDo(tx, matter),
    conflict,
    errors,
    typed,
  };
  const status = conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200;
  const { communeId, provinceId, regime, id } = matter;
  // What was said may tell of persons, whether or not its author left a name.
  const reads = [{ communeId, provinceId, regime, subject: `matter:${id}`, purpose: t.readPurpose.vi }];
  return officePage(<OpinionPage {...props} />, { title: `${t.said[lang]} ${matter.code}`, status, reads });
}

function mayDo({ actor }: Tx, matter: OpenedOpinion["matter"]): OpinionProps["may"] {
  return {
    answer: can(life, "answer", matter, actor).ok,
    onSpot: can(life, "answerOnSpot", matter, actor).ok,
    own: can(life, "own", matter, actor).ok && matter.assigneeId !== actor.id,
    assign: can(life, "assign", matter, actor).ok,
    contest: can(life, "contestInPerson", matter, actor).ok,
    publish: may(actor, "listening.publish", matter),
    identity: may(actor, "listening.identity", matter),
    write: may(actor, "listening.answer", matter),
  };
}

async function factsOf(tx: Tx, lang: Lang, { opened, ownerName }: { readonly opened: OpenedOpinion; readonly ownerName: string | null }): Promise<readonly SummaryRow[]> {
  const { matter, opinion } = opened;
  const held = opinion.meetingId === null ? null : await findMatterById(tx, { communeId: matter.communeId, matterId: opinion.meetingId });
  const { path, basis } = ruleOn({ house: tx.house, now: opinion.takenAt }, "opinion");
  return [
    { term: t.state[lang], detail: stateWord(matter.state)[lang] + (opinion.contests > 0 ? `, ${t.contestedTimes[lang](opinion.contests)}` : "") },
    { term: t.heading[lang], detail: `${headingTexts[opinion.heading][lang]} (${voiceTexts[opinion.voice][lang]})` },
    { term: t.due[lang], detail: matter.dueAt ? formatMoment(matter.dueAt, lang) : "" },
    { term: t.ownerColumn[lang], detail: ownerName ?? t.noOwner[lang] },
    // Of what came by web only its author has the code: whoever reads it can write, and contest, as she does.
    ...(opinion.voice === "room" || opinion.voice === "counter" ? [{ term: t.receipt[lang], detail: showReference(matter.publicRef) }] : []),
    ...(held ? [{ term: t.fromMeeting[lang], detail: <a href={paths.meeting(held.publicRef)}>{`${held.code}, ${formatDate(dayOf(opinion.takenAt), lang)}`}</a> }] : []),
    { term: t.path[lang], detail: `${path[lang]} (${basis})` },
  ];
}
