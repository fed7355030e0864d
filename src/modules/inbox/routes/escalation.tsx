import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import { formatTerm } from "../../../kernel/clock/term.ts";
import { listColleagues } from "../../../kernel/officers.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { parseAnswer } from "../forms.ts";
import { paths } from "../paths.ts";
import { findComing } from "../queries/escalations.ts";
import type { Sight } from "../queries/fitting.ts";
import { answerEscalation } from "../service/escalating.ts";
import { escalationTexts as t } from "../texts/escalation.ts";
import { EscalationPage } from "../views/coming.tsx";
import { sightOf } from "./lines.ts";

/** What the chief does about work that is nearly late. */
export const escalationRoutes: readonly Route[] = [
  post("/can-bo/hop-viec/sap-tre/:ref/da-biet", "counter.assign", async ({ tx, params }) => {
    await answerEscalation(tx, sightOf(tx), refOf(params.ref), { act: "noted" });
    return seeOther(paths.inbox());
  }),

  get("/can-bo/hop-viec/sap-tre/:ref", "counter.assign", ({ tx, params, lang }) => escalationPage(tx, sightOf(tx), lang, { ref: refOf(params.ref), typed: {}, errors: {} })),

  post("/can-bo/hop-viec/sap-tre/:ref", "counter.assign", async ({ tx, params, body, lang }) => {
    const sight = sightOf(tx);
    const ref = refOf(params.ref);
    const colleagues = await listColleagues(tx);
    const form = parseAnswer(
      body,
      colleagues.map(({ id }) => id),
    );
    if (!form.ok) return escalationPage(tx, sight, lang, { ref, ...form });
    if (!(await unlessChanged(answerEscalation(tx, sight, ref, form.value)))) return escalationPage(tx, sight, lang, { ref, typed: typedOf(body), errors: {}, conflict: true });
    return seeOther(paths.inbox());
  }),
];

type Shown = { readonly ref: string; readonly typed: Typed; readonly errors: FieldErrors; readonly conflict?: boolean };

async function escalationPage(tx: Tx, sight: Sight, lang: Lang, { ref, typed, errors, conflict = false }: Shown): Promise<Answer> {
  const [row, colleagues] = await Promise.all([findComing(tx, sight, ref), listColleagues(tx)]);
  const kind = sight.kinds.find((one) => one.kind === row?.kind);
  if (!row?.dueAt || !kind) throw new Problem("notFound");
  const { publicRef, version, code, title, assigneeName } = row;
  const page = {
    href: kind.href(publicRef),
    due: formatMoment(row.dueAt, lang),
    told: `${formatMoment(row.escalatedAt, lang)} (${t.ahead[lang](formatTerm(row.lead, lang))})`,
    colleagues: colleagues.filter(({ id }) => id !== row.assigneeId),
  };
  return officePage(<EscalationPage {...{ lang, publicRef, version, code, title, assigneeName, typed, errors, conflict }} {...page} />, {
    title: t.pageTitle[lang](code),
    status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  });
}
