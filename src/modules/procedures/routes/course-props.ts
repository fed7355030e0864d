import { formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Bilingual, Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { formatTerm } from "../../../kernel/clock/term.ts";
import { can } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { stopReasons } from "../law/endings.ts";
import { dossier } from "../matter.ts";
import type { SupplementRequest } from "../queries/supplements.ts";
import { apologyFor } from "../service/apology.ts";
import { holdOffers } from "../service/hold.ts";
import { type Asking, askingOf, broughtChoices, tellDefects } from "../service/supplement.ts";
import type { Opened } from "../service/work.ts";
import { formName, courseTexts as t } from "../texts/course.ts";
import type { CourseProps, ShownApology, ShownRequest } from "../views/office/course.tsx";

/** What the page of a dossier says and offers where it does not run straight. */
export async function courseProps(tx: Tx, opened: Opened, lang: Lang): Promise<CourseProps> {
  const { matter, dossier: row } = opened;
  const [asking, apology] = await Promise.all([askingOf(tx, opened), shownApology(tx, opened, lang)]);
  const { procedure, requests } = asking;
  const signsHere = tx.house.signing === "here";
  return {
    requests: requests.map((request) => shownRequest(tx, { request, asking, caseId: row.caseId }, lang)),
    supplementForm: procedure.formSet && formName(procedure.formSet.supplement, lang),
    broughtLater: namesOf(broughtChoices(procedure, opened), asking).map((name) => t.broughtLater[lang](name[lang])),
    bringable: broughtChoices(procedure, opened).map(({ code, name }) => ({ value: code, text: name[lang] })),
    expected: expectedOf(requests.at(-1)),
    holds: holdOffers(tx, opened).map(({ key, what, reason }) => ({ value: key, text: what[lang], hint: reason.basis })),
    signsHere,
    stops: stopReasons(tx.house.endingReasons, dayOf(tx.now), { procedure: row.procedureCode }).map(({ code, name, basis }) => ({ value: code, text: name[lang], hint: basis })),
    refusable: can(dossier, "propose", matter, tx.actor).ok && procedure.formSet !== null,
    apology,
  };
}

/** Papers that came after the receipt and were not here before, each once. */
function namesOf(papers: readonly { readonly code: string; readonly name: Bilingual }[], { history }: Asking): readonly Bilingual[] {
  const later = history.brought.map(({ paper }) => paper).filter((code) => !history.received.includes(code));
  return papers.filter(({ code }) => later.includes(code)).map(({ name }) => name);
}

/** Papers that the last request was about: what is expected to come. */
function expectedOf(request: SupplementRequest | undefined): readonly string[] {
  return [...new Set((request?.defects ?? []).flatMap(({ paper }) => paper ?? []))];
}

type Told = { readonly request: SupplementRequest; readonly asking: Asking; readonly caseId: string };

function shownRequest(tx: Tx, { request, asking, caseId }: Told, lang: Lang): ShownRequest {
  const { number, askedAt, repeated, why } = request;
  const defects = tellDefects(tx.house.defects, { procedure: asking.procedure, caseId }, request).map(({ name, todo }) => ({ name: name[lang], todo: todo[lang] }));
  return { number, at: formatMoment(askedAt, lang), repeated, why, defects };
}

async function shownApology(tx: Tx, { matter }: Opened, lang: Lang): Promise<ShownApology | null> {
  const isOpen = dossier.actions.apologise.from.some((state) => state === matter.state);
  const mayWrite = may(tx.actor, "counter.process", matter);
  const apology = isOpen && mayWrite ? await apologyFor(tx, matter) : null;
  if (!apology) return null;
  const { draft, isLate, proposed, choices } = apology;
  return {
    drafted: draft !== null,
    isLate,
    reason: draft?.reason ?? "",
    seen: draft?.reasonAt?.toISOString() ?? "",
    added: proposed,
    dates: choices.map(({ added, dueAt }) => ({ value: String(added.count), text: t.newDateOption[lang](formatMoment(dueAt, lang), formatTerm(added, lang)) })),
  };
}
