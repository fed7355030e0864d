import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { openIdentity, type Who } from "../../../kernel/identity.ts";
import { can } from "../../../kernel/matter.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import type { Read } from "../../../kernel/record.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, refuse, type Typed } from "../../../web/form.ts";
import { parseOpening } from "../../../web/opening.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import type { PersonsProps } from "../../../web/views/persons.tsx";
import { agreementPaper } from "../documents.ts";
import { correctedIn, parseCorrection } from "../forms/correction.ts";
import { endingsOn, exclusionOf, exclusionsOn, laterStartOn, termOn } from "../law.ts";
import { dispute as kind } from "../matter.ts";
import { paths } from "../paths.ts";
import { listTeams, type TeamMember } from "../queries/teams.ts";
import { suggestedVisit } from "../service/close.ts";
import { correctParty } from "../service/correct.ts";
import { type OpenedDispute, openDispute } from "../service/read.ts";
import { nameParties } from "../service/register.ts";
import { disputeTexts } from "../texts/dispute.ts";
import { officeTexts as t } from "../texts/office.ts";
import { paperTexts } from "../texts/register.ts";
import type { ActsProps } from "../views/acts.tsx";
import { DisputePage, type DisputeProps } from "../views/dispute.tsx";

/** A dispute, its parties one by one, and the paper of its agreement. */
export const disputeRoutes: readonly Route[] = [
  get("/can-bo/hoa-giai/:ref", "mediation.read", async ({ tx, params, lang }) => await disputePage(tx, lang, refOf(params.ref), {})),

  post("/can-bo/hoa-giai/:ref/nguoi", "mediation.identity", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseOpening(body);
    if (!form.ok) return await disputePage(tx, lang, ref, form);
    const { marks } = await openDispute(tx, ref);
    // A number of another dispute opens nothing here.
    if (!marks.some((mark) => mark.id === form.value.id)) throw new Problem("notFound");
    const who = await openIdentity(tx, placeOf(tx.actor), form.value);
    return await disputePage(tx, lang, ref, { person: { id: form.value.id, who } });
  }),

  post("/can-bo/hoa-giai/:ref/sua-nguoi", "mediation.identity", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseCorrection(body);
    if (!form.ok) return await disputePage(tx, lang, ref, { ...form, correcting: correctedIn(body) });
    if (await unlessChanged(correctParty(tx, ref, form.value))) return seeOther(paths.dispute(ref));
    return await disputePage(tx, lang, ref, { conflict: true, correcting: form.value.identity, ...refuse(body, {}) });
  }),

  post("/can-bo/hoa-giai/:ref/van-ban", "mediation.identity", async ({ tx, params }) => {
    const opened = await openDispute(tx, refOf(params.ref));
    if (opened.agreement === null) throw new Problem("notNow", { action: "print", state: opened.matter.state });
    const parties = await nameParties(tx, opened.matter.id, paperTexts.purpose.vi(opened.matter.code));
    const { template, data } = agreementPaper(tx, opened, parties);
    return pdf(await tx.house.typesetter.typeset(template, data), `hoa-giai-thanh-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),
];

/** The look that opening a dispute is. */
function readOf({ matter }: OpenedDispute): Read {
  return { communeId: matter.communeId, provinceId: matter.provinceId, regime: "mediation", subject: `matter:${matter.id}`, purpose: t.readPurpose.vi };
}

type Showing = {
  readonly errors?: FieldErrors;
  readonly typed?: Typed;
  readonly conflict?: boolean;
  readonly person?: PersonsProps["opened"];
  readonly correcting?: number | null;
};

/** The page of a dispute as it stands now. */
export async function disputePage(tx: Tx, lang: Lang, ref: string, { errors = {}, typed = {}, conflict = false, person = null, correcting = null }: Showing): Promise<Answer> {
  const opened = await openDispute(tx, ref);
  const { matter, dispute } = opened;
  const { mediationRules } = tx.house;
  const action = may(tx.actor, "mediation.identity", matter) ? paths.person(ref) : null;
  return officePage(
    <DisputePage
      {...{ lang, opened, conflict, errors, typed }}
      now={tx.now}
      rules={mediationRules}
      start={termOn(mediationRules, dayOf(dispute.assignedAt ?? tx.now), "start")}
      excluded={dispute.outcome === "excluded" ? exclusionOf(mediationRules, dispute.reason ?? "", dayOf(dispute.endedAt ?? tx.now)) : null}
      persons={{ action, opened: person }}
      correcting={correctable(tx, opened, person ?? (correcting === null ? null : { id: correcting, who: null }))}
      acts={await actsOf(tx, opened)}
    />,
    { title: disputeTexts.title[lang](matter.code), status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200, reads: [readOf(opened)] },
  );
}

/** A party whom this officer may write anew, if somebody is open or her form came back. */
function correctable(tx: Tx, { matter, marks }: OpenedDispute, asked: { readonly id: number; readonly who: Who | null } | null): DisputeProps["correcting"] {
  const mark = marks.find(({ id }) => id === asked?.id);
  const possible = may(tx.actor, "mediation.identity", matter) && can(kind, "correct", matter, tx.actor).ok;
  return asked && mark && possible ? { ...asked, minor: mark.minor } : null;
}

async function actsOf(tx: Tx, { matter, dispute, mediators, agreement }: OpenedDispute): Promise<Omit<ActsProps, "lang" | "errors" | "typed">> {
  const today = dayOf(tx.now);
  const { mediationRules } = tx.house;
  const possible = (action: keyof typeof kind.actions): boolean => can(kind, action, matter, tx.actor).ok;
  const [assign, reassign, settle] = [possible("assign"), possible("reassign"), possible("settle")];
  const team = assign || reassign ? ownFirst(await listTeams(tx, matter.communeId, today), dispute.hamletId) : [];
  return {
    publicRef: matter.publicRef,
    version: matter.version,
    can: {
      assign,
      reassign,
      agreeStart: possible("agreeStart") && laterStartOn(mediationRules, today) !== null,
      session: possible("begin") || possible("meet"),
      outcome: possible("end"),
      exclude: possible("exclude"),
      visit: possible("visit"),
      resume: possible("resume"),
      paper: agreement !== null && may(tx.actor, "mediation.identity", matter),
    },
    team,
    ownTeam: team.some(({ hamletId }) => hamletId === dispute.hamletId),
    chosen: mediators.map(({ id }) => id),
    endings: endingsOn(mediationRules, today).filter(({ outcome }) => settle || outcome === "ended"),
    exclusions: exclusionsOn(mediationRules, today),
    suggestedVisit: suggestedVisit(tx),
  };
}

/** The hamlet's own team before those of others. */
const ownFirst = (team: readonly TeamMember[], hamletId: number): readonly TeamMember[] => [
  ...team.filter((one) => one.hamletId === hamletId),
  ...team.filter((one) => one.hamletId !== hamletId),
];
