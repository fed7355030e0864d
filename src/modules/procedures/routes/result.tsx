import { formatDate } from "../../../base/day/format.ts";
import { addDays, addMonths, type Day, dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Term } from "../../../kernel/clock/term.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import { readReference } from "../../../kernel/reference.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseProposal } from "../forms/work.ts";
import { validityFor } from "../law.ts";
import { paths } from "../paths.ts";
import { type ProposalForm, proposalForms } from "../proposal.ts";
import { getProcedureOf } from "../service/version.ts";
import { getDossier, type Opened, proposeResult } from "../service/work.ts";
import { officeTexts as t } from "../texts/office.ts";
import { ResultPage } from "../views/office/result.tsx";

/** Drafting a result. */
export const resultRoutes: readonly Route[] = [
  get("/can-bo/ho-so/:ref/ket-qua/:form", "counter.process", async ({ tx, params, lang }) => {
    const { opened, form } = await asked(tx, params);
    return resultPage({ opened, form, lang, conflict: false, errors: {}, typed: startFrom(tx, opened, form) });
  }),

  post("/can-bo/ho-so/:ref/ket-qua/:form", "counter.process", async ({ tx, params, body, lang }) => {
    const { opened, form } = await asked(tx, params);
    const parsed = parseProposal(body, form, dayOf(tx.now));
    if (!parsed.ok) return resultPage({ opened, form, lang, conflict: false, ...parsed });
    const done = await unlessChanged(proposeResult(tx, opened.matter.publicRef, parsed.value));
    if (!done) return resultPage({ opened, form, lang, conflict: true, errors: {}, typed: typedOf(body) });
    return seeOther(paths.dossier(opened.matter.publicRef));
  }),
];

async function asked(tx: Tx, params: { readonly ref: string; readonly form: string }): Promise<{ opened: Opened; form: ProposalForm }> {
  const form = proposalForms.find((one) => one === params.form);
  const ref = readReference(params.ref);
  if (!form || !ref) throw new Problem("notFound");
  return { opened: await getDossier(tx, ref), form };
}

type Showing = { readonly opened: Opened; readonly form: ProposalForm; readonly lang: Lang; readonly conflict: boolean; readonly errors: FieldErrors; readonly typed: Typed };

function resultPage({ opened, form, lang, conflict, errors, typed }: Showing): Answer {
  const { matter } = opened;
  const names = { CT08: t.proposeCT08[lang], CT07: t.proposeCT07[lang], CT03: t.proposeCT03[lang], CT06: t.proposeCT06[lang] };
  const props = { lang, form, conflict, errors, typed, ref: matter.publicRef, code: matter.code, version: matter.version, formName: t.resultTitle[lang] };
  return officePage(<ResultPage {...props} />, { title: names[form], status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200 });
}

/** What an officer starts from: an earlier draft, or what the dossier already says. */
function startFrom(tx: Tx, opened: Opened, form: ProposalForm): Typed {
  const { dossier, person, proposal } = opened;
  if (proposal?.form === form) return typedFrom(proposal);
  // The sentence speaks of the residence database; elsewhere the officer writes his own.
  if (form === "CT08") return { decision: getProcedureOf(tx, dossier).group === "residence" ? t.decisionDefault.vi(dossier.request) : "" };
  if (form === "CT07") return { permanentAddress: person.address, validUntil: formatDate(validUntil(tx, opened), "vi") };
  if (form === "CT03") return { absentFrom: formatDate(dayOf(tx.now), "vi"), reason: dossier.request };
  return {};
}

function typedFrom(proposal: NonNullable<Opened["proposal"]>): Typed {
  if (proposal.form === "CT08") {
    const changes = proposal.changes.flatMap((change, i) => [
      [`what${i + 1}`, change.what],
      [`before${i + 1}`, change.before],
      [`after${i + 1}`, change.after],
    ]);
    return { decision: proposal.decision, remark: proposal.remark ?? "", ...Object.fromEntries(changes) };
  }
  if (proposal.form === "CT03") {
    const { form: _form, absentFrom, absentUntil, ...told } = proposal;
    return { ...told, absentFrom: formatDate(absentFrom, "vi"), absentUntil: formatDate(absentUntil, "vi") };
  }
  if (proposal.form === "CT06") {
    return { reasons: proposal.reasons.map((one) => one.reason).join("\n"), basis: proposal.reasons[0]?.basis ?? "", nextSteps: proposal.nextSteps.join("\n") };
  }
  const { form: _form, validUntil: until, ...facts } = proposal;
  return { ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? ""])), validUntil: formatDate(until, "vi") };
}

/** The last day of validity by the law of the procedure; today, to be set by the officer, when it knows none. */
function validUntil(tx: Tx, { dossier }: Opened): Day {
  const today = dayOf(tx.now);
  const validity = validityFor(getProcedureOf(tx, dossier), dossier.conditions as readonly string[]);
  return validity ? lastDay(today, validity.term) : today;
}

function lastDay(from: Day, { unit, count }: Term): Day {
  return unit === "months" ? addMonths(from, count) : addDays(from, count);
}
