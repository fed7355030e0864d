import { formatDate } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { listIdentities } from "../../../kernel/identity.ts";
import { can } from "../../../kernel/matter.ts";
import { listHolders } from "../../../kernel/officers.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Parsed, refuse, type Typed } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, type Asked, get, officePage, post, type Route, type SentFile, seeOther } from "../../../web/route.ts";
import { checkFile, evidence, FileFault } from "../../attachments/index.ts";
import { parseKnownThing, parseShortMeasure } from "../forms/short.ts";
import { isVerb, type VerbName, verbActions } from "../forms/verbs.ts";
import * as forms from "../forms/work.ts";
import { measuresOn, naturesOn, ruleName } from "../law.ts";
import { incident } from "../matter.ts";
import { paths } from "../paths.ts";
import { fits, getSealed, listKnownThings, type SealedReport } from "../service/read.ts";
import * as work from "../service/work.ts";
import { correctionTexts } from "../texts/correction.ts";
import { formTexts } from "../texts/forms.ts";
import { officeTexts as t, verbTexts } from "../texts/office.ts";
import { VerbPage } from "../views/verb.tsx";
import { statusOf } from "./shown.ts";

type AtVerb = Asked<"/can-bo/vu-viec/:ref/lam/:verb">;
type Shown = { readonly conflict: boolean; readonly errors: FieldErrors; readonly typed: Typed };

/** Each thing that is done to a report has one page with its few fields. */
export const verbRoutes: readonly Route[] = [
  get("/can-bo/vu-viec/:ref/lam/:verb", "incidents.process", async (asked) => await verbPage(asked, await getSealed(asked.tx, refOf(asked.params.ref)), fresh)),

  post("/can-bo/vu-viec/:ref/lam/:verb", "incidents.process", async (asked) => {
    const { tx, params, body, files } = asked;
    const opened = await getSealed(tx, refOf(params.ref));
    const { publicRef } = opened.matter;
    let refused: Parsed<never> | null = null;
    const done = await unlessChanged(
      doVerb(tx, verbOf(params.verb), { opened, body, files }).then((result) => {
        refused = result;
      }),
    );
    if (!done) return await verbPage(asked, await getSealed(tx, publicRef), { conflict: true, ...refuse(body, {}) });
    return refused === null ? seeOther(paths.done(publicRef, params.verb)) : await verbPage(asked, opened, { conflict: false, ...(refused as Refused) });
  }),
];

const fresh: Shown = { conflict: false, errors: {}, typed: {} };
type Refused = ReturnType<typeof refuse>;
type Doing = { readonly opened: SealedReport; readonly body: unknown; readonly files: readonly SentFile[] };

function verbOf(typed: string): VerbName {
  if (!isVerb(typed)) throw new Problem("notFound");
  return typed;
}

/** Parses and does it; the errors when it cannot be parsed, null when it is done. */
async function doVerb(tx: Tx, verb: VerbName, doing: Doing): Promise<Refused | null> {
  const ref = doing.opened.matter.publicRef;
  return await doers[verb](tx, ref, doing);
}

const through = async <T,>(form: Parsed<T>, then: (value: T) => Promise<unknown>): Promise<Refused | null> => {
  if (!form.ok) return form;
  await then(form.value);
  return null;
};

/** Beside which field stands why it was not entered; null when it was. */
function refusedBy(body: unknown, result: number | "entered" | work.NotEntered): Refused | null {
  if (result === "alreadyThere") return refuse(body, { idNumber: correctionTexts.alreadyThere });
  return result === "whichGone" ? refuse(body, { corrects: correctionTexts.whichGone }) : null;
}

type Doer = (tx: Tx, ref: string, doing: Doing) => Promise<Refused | null>;

const doers: Readonly<Record<VerbName, Doer>> = {
  person: async (tx, ref, { body }) => {
    const form = forms.parsePerson(body);
    return form.ok ? refusedBy(body, await work.addPerson(tx, ref, form.value)) : form;
  },
  statement: (tx, ref, { body }) => through(forms.parseStatement(body), (given) => work.addStatement(tx, ref, given)),
  measure: async (tx, ref, { opened, body }) => {
    const today = dayOf(tx.now);
    const received = dayOf(opened.matter.receivedAt);
    const { happenedOn } = opened.incident;
    const earliest = happenedOn !== null && happenedOn < received ? happenedOn : received;
    const form = parseShortMeasure(body, { measures: measuresOn(tx.house.incidentRules, today), earliest, today });
    return form.ok ? refusedBy(body, await work.addMeasure(tx, ref, form.value)) : form;
  },
  thing: async (tx, ref, { opened, body }) => {
    const known = (await listKnownThings(tx, opened)).map(({ code }) => code);
    return await through(parseKnownThing(body, known), (given) => work.keepThing(tx, ref, given));
  },
  grade: (tx, ref, { body }) => {
    const natures = naturesOn(tx.house.incidentRules, dayOf(tx.now)).map(({ id }) => id);
    return through(forms.parseGrade(body, natures), (given) => work.regrade(tx, ref, given));
  },
  speed: (tx, ref, { body }) => through(forms.parseReason(body), (given) => work.speedUp(tx, ref, given)),
  keepHere: (tx, ref, { body }) => through(forms.parseReason(body), (given) => work.keepAtPost(tx, ref, given)),
  extend: async (tx, ref, { body }) => {
    const form = forms.parseReason(body);
    if (!form.ok) return form;
    try {
      await work.extendTerm(tx, ref, form.value);
      return null;
    } catch (error) {
      if (error instanceof Problem && error.facts["state"] === "extended") return refuse(body, { reason: formTexts.noMoreTime });
      throw error;
    }
  },
  decide: (tx, ref, { opened, body }) => {
    const days = { received: dayOf(opened.matter.receivedAt), today: dayOf(tx.now) };
    return through(forms.parseDecision(body, days), (given) => work.decide(tx, ref, given));
  },
  dismiss: (tx, ref, { body }) => through(forms.parseReason(body), (given) => work.dismiss(tx, ref, given)),
  takeUp: (tx, ref, { body }) => through(forms.parseReason(body), (given) => work.takeUp(tx, ref, given)),
  resume: (tx, ref, { body }) => through(forms.parseReason(body), (given) => work.resume(tx, ref, given)),
  settle: (tx, ref, { body }) => through(forms.parseOutcome(body), (given) => work.settle(tx, ref, given)),
  refer: (tx, ref, { body }) => through(forms.parseReferral(body), (given) => work.refer(tx, ref, given)),
  acknowledge: (tx, ref, { body }) => through(forms.parseAnswer(body), (given) => work.acknowledge(tx, ref, given)),
  link: async (tx, ref, { body }) => {
    const form = forms.parseLink(body);
    if (!form.ok) return form;
    const linked = await work.linkReport(tx, ref, form.value);
    return linked === "linked" ? null : refuse(body, { code: linked === "itself" ? formTexts.linkItself : formTexts.linkWrong });
  },
  file: async (tx, ref, { body, files }) => {
    const form = forms.parseEvidence(body, files);
    if (!form.ok) return form;
    try {
      const file = await checkFile(form.value.bytes, evidence, tx.house.scanner);
      await work.keepEvidence(tx, ref, { ...form.value, file });
      return null;
    } catch (error) {
      if (error instanceof FileFault) return refuse(body, { file: error.shown });
      throw error;
    }
  },
  assign: async (tx, _ref, { opened, body }) => {
    const officers = await listHolders(tx, "incidents.process");
    const form = forms.parseAssignment(
      body,
      officers.map(({ id }) => id),
    );
    return await through(form, ({ version, officer }) => work.assignReport(tx, { id: opened.matter.id, version, note: "", assigneeId: Number(officer) }));
  },
};

async function verbPage({ tx, params, lang }: AtVerb, sealed: SealedReport, { conflict, errors, typed }: Shown): Promise<Answer> {
  const { matter, incident: report } = sealed;
  const verb = verbOf(params.verb);
  const possible = can(incident, verbActions[verb], matter, tx.actor);
  if (!possible.ok || !fits(verbActions[verb], sealed)) throw new Problem(possible.ok ? "notNow" : possible.why, { action: verb, state: matter.state });
  const today = dayOf(tx.now);
  const { incidentRules } = tx.house;
  const props = {
    publicRef: matter.publicRef,
    code: matter.code,
    version: matter.version,
    kind: report.kind,
    nature: report.nature,
    natures: naturesOn(incidentRules, today),
    measures: measuresOn(incidentRules, today),
    persons: await listIdentities(tx, matter),
    done: verb === "measure" ? await doneShown(tx, sealed, lang) : [],
    officers: verb === "assign" ? await listHolders(tx, "incidents.process") : [],
    things: verb === "thing" ? (await listKnownThings(tx, { matter, incident: report })).map(({ code, name }) => ({ value: code, text: name ?? t.file[lang] })) : [],
    destination: work.destinationOf(tx, matter).name[lang],
  };
  return officePage(<VerbPage {...{ lang, verb, conflict, errors, typed }} {...props} />, { title: verbTexts[verb][lang], status: conflict ? 409 : statusOf(errors) });
}

/** What was done, as one chooses from it what was written down wrong. */
async function doneShown(tx: Tx, sealed: SealedReport, lang: Lang) {
  return (await work.standingMeasures(tx, sealed)).map(({ seq, measure, people, doneOn }) => ({
    value: String(seq),
    text: [ruleName(tx.house.incidentRules, "measure", measure)[lang], t.people[lang](people), formatDate(doneOn, lang)].join(", "),
  }));
}
