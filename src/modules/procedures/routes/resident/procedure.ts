import { formatDate } from "../../../../base/day/format.ts";
import { type Day, dayOf } from "../../../../base/day.ts";
import { type Dong, formatDong } from "../../../../base/dong.ts";
import { type Lang, langs } from "../../../../base/lang.ts";
import { normalise } from "../../../../base/vietnamese.ts";
import { MissingYear } from "../../../../kernel/clock/calendar.ts";
import { describeSteps } from "../../../../kernel/clock/describe.ts";
import { dueAt } from "../../../../kernel/clock/due.ts";
import { formatTerm, type Term } from "../../../../kernel/clock/term.ts";
import { listInForce } from "../../../../kernel/law/table.ts";
import type { Tx } from "../../../../kernel/tx.ts";
import type { SummaryRow } from "../../../../web/views/parts.tsx";
import { findOpening, type Post, promise, receptionHours, shortly } from "../../../../web/views/post.ts";
import { type Paper, type Procedure, type ProcedureCase, type ProcedureTerm, papersNeeded } from "../../law.ts";
import { paths } from "../../paths.ts";
import { procedureTexts as t } from "../../texts/resident.ts";
import { tellingTexts } from "../../texts/telling.ts";
import type { ShownCase, ShownPaper } from "../../views/resident/cases.tsx";
import type { FeesProps } from "../../views/resident/fees.tsx";
import type { ProcedureProps, ShownTerm } from "../../views/resident/procedure.tsx";
import type { ProcedureRow } from "../../views/resident/procedures.tsx";

type Seen = { readonly post: Post; readonly lang: Lang };

/** Whether a procedure has all the words typed, marks or none, in either language. */
export function answersTo(procedure: Procedure, typed: string): boolean {
  const { code, name, purpose, results, cases } = procedure;
  const said = [name, purpose, ...results.map((result) => result.name), ...cases.map((one) => one.name)];
  const all = normalise([code, ...results.map((result) => result.form ?? ""), ...said.flatMap((one) => langs.map((lang) => one[lang]))].join(" "));
  return normalise(typed)
    .split(" ")
    .every((word) => all.includes(word));
}

export function rowOf(procedure: Procedure, lang: Lang): ProcedureRow {
  const { code, name, purpose } = procedure;
  return { code, name: name[lang], purpose: purpose[lang], time: timeOf(procedure, lang), cost: costOf(procedure, lang) };
}

/** All that the page of a procedure says, as of now. */
export function procedureProps(tx: Tx, procedure: Procedure, seen: Seen): ProcedureProps {
  const { lang } = seen;
  const { source, doubt, legalBasis, validFrom } = procedure;
  const checked = procedure.certainty === "verified";
  const several = procedure.terms.length > 1;
  return {
    lang,
    code: procedure.code,
    name: procedure.name[lang],
    purpose: procedure.purpose[lang],
    facts: factsOf(procedure, { ...seen, today: dayOf(tx.now) }),
    bring: procedure.bring.map((one) => one[lang]),
    cases: casesOf(procedure, lang),
    prepareHref: procedure.formSet === null ? null : paths.prepare(procedure.code),
    // The last entry is the one that holds without conditions: to a resident the usual case comes first.
    terms: procedure.terms.toReversed().map((term) => shownTerm(procedure, term, { ...seen, several, now: tx.now })),
    notCounted: procedure.notCounted.map((one) => one[lang]),
    // What is told and not filed says so further up, with how to tell it.
    rules: procedure.nightRule === undefined ? rulesOf(procedure, lang) : [],
    fees: feesOf(tx, procedure, lang),
    telling: tellingOf(procedure, seen),
    online: { none: t.onlineNone, partial: t.onlinePartial, full: t.onlineFull }[procedure.online][lang],
    validity: procedure.validity.toReversed().map(({ label, term }) => `${label[lang]}: ${formatTerm(term, lang)}.`),
    after: procedure.after.map((one) => one[lang]),
    sources: { lang, legalBasis, source, inForceFrom: formatDate(validFrom, lang), checked, doubt: doubt?.[lang] ?? null },
    checked,
  };
}

function factsOf(procedure: Procedure, { post, lang, today }: Seen & { readonly today: Day }): SummaryRow[] {
  return [
    { term: t.howLong[lang], detail: timeOf(procedure, lang) },
    { term: t.howMuch[lang], detail: costOf(procedure, lang) },
    { term: t.whereToFile[lang], detail: procedure.filedAt === "dwelling" ? t.atDwelling[lang] : t.anyCommune[lang] },
    { term: t.whenToCome[lang], detail: procedure.nightRule === undefined ? receptionHours(post.calendar, today, lang) : tellingTexts.dayAndNight[lang] },
    { term: t.whoMayFile[lang], detail: procedure.whoMayFile[lang] },
    { term: t.whatYouGet[lang], detail: procedure.results.map(({ form, name }) => (form === null ? name[lang] : `${name[lang]} (${form})`)).join("; ") },
  ];
}

/** "3 working days", or the span when circumstances decide. */
function timeOf({ terms }: Procedure, lang: Lang): string {
  const lengths = [...new Set(terms.map(({ term }) => formatTerm(term, lang)))];
  const [least] = [lengths.at(-1)];
  if (least === undefined) return t.atOnce[lang];
  return lengths.length === 1 ? least : t.upTo[lang](least, lengths[0] ?? least);
}

function costOf({ fees }: Procedure, lang: Lang): string {
  const counter = fees.map((fee) => fee.counterDong).sort((one, other) => Number(one - other));
  const [least] = counter;
  if (least === undefined) return t.free[lang];
  const shown = dong(least, lang);
  return counter.at(-1) === least ? shown : t.from[lang](shown);
}

const dong = (amount: Dong, lang: Lang): string => (amount === 0n ? t.free[lang] : t.dong[lang](formatDong(amount, lang)));

/** The cases of a procedure with their papers. */
export function casesOf(procedure: Procedure, lang: Lang): readonly ShownCase[] {
  return procedure.cases.map((one) => shownCase(procedure, one, lang));
}

function shownCase(procedure: Procedure, one: ProcedureCase, lang: Lang): ShownCase {
  const { asked, notAsked } = papersNeeded(procedure, one.id);
  return {
    id: one.id,
    name: one.name[lang],
    help: one.help?.[lang] ?? null,
    doneByAuthority: one.doneByAuthority,
    asked: asked.map((paper) => shownPaper(paper, lang)),
    notAsked: notAsked.map(({ paper, reason }) => ({ name: paper.name[lang], reason: reason[lang] })),
  };
}

function shownPaper(paper: Paper, lang: Lang): ShownPaper {
  const { originals, copies } = paper;
  const count = [originals > 0 && t.originals[lang](originals), copies > 0 && t.copies[lang](copies), copies > 0 && originals === 0 && t.toCompare[lang]];
  return { name: paper.name[lang], count: count.filter(Boolean).join(", ") || null, onlyIf: paper.onlyIf?.[lang] ?? null };
}

type Filing = Seen & { readonly several: boolean; readonly now: Date };

function shownTerm(procedure: Procedure, { term, label }: ProcedureTerm, filing: Filing): ShownTerm {
  const { lang, several } = filing;
  return { label: several ? label[lang] : null, length: formatTerm(term, lang), meaning: meaningOf(term)[lang], example: exampleOf(procedure, term, filing) };
}

function meaningOf({ unit }: Term) {
  if (unit === "workingDays") return t.countWorkingDays;
  if (unit === "workingHours" || unit === "halfWorkingDays") return t.countWorkingHours;
  return unit === "clockHours" ? t.countClockHours : t.countCalendarDays;
}

/** What the term would come to for whoever files now, or at the next opening; null while the law data does not reach that far. */
function exampleOf(procedure: Procedure, term: Term, { post, lang, now }: Filing): ShownTerm["example"] {
  const opening = findOpening(post.calendar, now);
  if (opening === null) return null;
  const from = opening.open ? now : opening.opensAt;
  try {
    const due = dueAt({ term, from, pauses: [], calendar: post.calendar });
    if (due.dueAt === null) return null;
    const { day, time } = promise(due.dueAt, lang);
    return {
      sentence: sentenceOf({ from, now, due: t.dueBy[lang](day, time), term, lang }),
      lines: describeSteps(due.steps, lang),
      basis: `${procedure.code}, ${formatTerm(term, lang)}`,
    };
  } catch (error) {
    if (error instanceof MissingYear) return null;
    throw error;
  }
}

function sentenceOf({ from, now, due, term, lang }: { readonly from: Date; readonly now: Date; readonly due: string; readonly term: Term; readonly lang: Lang }): string {
  const today = dayOf(now);
  if (dayOf(from) !== today) return t.ifFiledOn[lang](shortly(dayOf(from), today, lang), due);
  const byTheHour = term.unit === "workingHours" || term.unit === "halfWorkingDays" || term.unit === "clockHours";
  return (byTheHour ? t.ifFiledNow : t.ifFiledToday)[lang](due);
}

function rulesOf({ nightRule, fileWithinBeforeExpiry }: Procedure, lang: Lang): string[] {
  const night = nightRule && t.nightRule[lang](nightRule.before, nightRule.lateBy);
  const expiry = fileWithinBeforeExpiry && t.fileWithin[lang](formatTerm(fileWithinBeforeExpiry, lang));
  return [night, expiry].filter((rule) => rule !== undefined);
}

function tellingOf(procedure: Procedure, { post, lang }: Seen): ProcedureProps["telling"] {
  const { nightRule, stayShorterThan } = procedure;
  if (nightRule === undefined) return null;
  return { phone: post.profile.phone, rules: rulesOf(procedure, lang), shorterThan: stayShorterThan ? formatTerm(stayShorterThan, lang) : null };
}

function feesOf(tx: Tx, procedure: Procedure, lang: Lang): FeesProps {
  const exempt = listInForce(tx.house.feeExemptions, dayOf(tx.now));
  return {
    lang,
    fees: procedure.fees.toReversed().map(({ label, counterDong, onlineDong }) => ({ label: label[lang], counter: dong(counterDong, lang), online: dong(onlineDong, lang) })),
    exempt: exempt.map(({ name, proof }) => ({ name: name[lang], proof: proof[lang] })),
    exemptSource: exempt[0]?.source ?? null,
    checked: procedure.certainty === "verified" && exempt.every(({ certainty }) => certainty === "verified"),
  };
}
