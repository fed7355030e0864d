import { dayOf } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { unlessChanged } from "../../../kernel/problem.ts";
import { type Parsed, refuse, typedOf } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, type Asked, post, type Route, seeOther } from "../../../web/route.ts";
import { parseAssignment, parseExclusion, parseOutcome, parseSession, parseVisit } from "../forms/acts.ts";
import { parseResume } from "../forms/resume.ts";
import { parseStart } from "../forms/start.ts";
import { endingsOn, exclusionsOn } from "../law.ts";
import { paths } from "../paths.ts";
import { assignMediators } from "../service/assign.ts";
import { endDispute, excludeDispute, recordVisit } from "../service/close.ts";
import { getDispute } from "../service/read.ts";
import { resumeDispute } from "../service/resume.ts";
import { holdSession } from "../service/session.ts";
import { agreeStart } from "../service/start.ts";
import { assignTexts } from "../texts/forms.ts";
import { disputePage } from "./dispute.tsx";

/** What is done to a dispute: each a form on its page, shown again with what was typed when something is wrong. */
export const actRoutes: readonly Route[] = [
  post("/can-bo/hoa-giai/:ref/giao", "mediation.assign", async (asked) => {
    const wrong: Bilingual[] = [];
    const answer = await act(asked, parseAssignment(asked.body), async (ref, value) => {
      const found = await assignMediators(asked.tx, ref, value);
      if (found) wrong.push(found);
    });
    const [found] = wrong;
    if (!found) return answer;
    const field = found === assignTexts.changeReason ? "note" : "mediators";
    return await disputePage(asked.tx, asked.lang, refOf(asked.params.ref), refuse(asked.body, { [field]: found }));
  }),

  post("/can-bo/hoa-giai/:ref/buoi", "mediation.record", async (asked) => {
    const { matter } = await getDispute(asked.tx, refOf(asked.params.ref));
    const form = parseSession(asked.body, { now: asked.tx.now, receivedAt: matter.receivedAt });
    return await act(asked, form, (ref, value) => holdSession(asked.tx, ref, value));
  }),

  post("/can-bo/hoa-giai/:ref/hen-bat-dau", "mediation.record", async (asked) => {
    const { matter, dispute } = await getDispute(asked.tx, refOf(asked.params.ref));
    const form = parseStart(asked.body, { today: dayOf(asked.tx.now), receivedAt: matter.receivedAt, startBy: dispute.startBy });
    return await act(asked, form, (ref, value) => agreeStart(asked.tx, ref, value));
  }),

  post("/can-bo/hoa-giai/:ref/ket-qua", "mediation.record", async (asked) => {
    const today = dayOf(asked.tx.now);
    const form = parseOutcome(asked.body, { today, endings: endingsOn(asked.tx.house.mediationRules, today) });
    return await act(asked, form, (ref, value) => endDispute(asked.tx, ref, value));
  }),

  post("/can-bo/hoa-giai/:ref/ngoai-pham-vi", "mediation.record", async (asked) => {
    const exclusions = exclusionsOn(asked.tx.house.mediationRules, dayOf(asked.tx.now)).map(({ id }) => id);
    return await act(asked, parseExclusion(asked.body, exclusions), (ref, value) => excludeDispute(asked.tx, ref, value));
  }),

  post("/can-bo/hoa-giai/:ref/mo-lai", "mediation.record", (asked) => act(asked, parseResume(asked.body), (ref, value) => resumeDispute(asked.tx, ref, value))),

  post("/can-bo/hoa-giai/:ref/tham-lai", "mediation.record", async (asked) => {
    const { dispute } = await getDispute(asked.tx, refOf(asked.params.ref));
    const form = parseVisit(asked.body, { today: dayOf(asked.tx.now), endedAt: dispute.endedAt });
    return await act(asked, form, (ref, value) => recordVisit(asked.tx, ref, value));
  }),
];

type OfDispute = Pick<Asked, "tx" | "lang" | "body"> & { readonly params: { readonly ref: string } };

/** Does what a form asks; a form that is wrong or came too late is shown again on the page as it stands now. */
async function act<T>({ tx, params, body, lang }: OfDispute, form: Parsed<T>, verb: (ref: string, value: T) => Promise<void>): Promise<Answer> {
  const ref = refOf(params.ref);
  if (!form.ok) return await disputePage(tx, lang, ref, form);
  if (await unlessChanged(verb(ref, form.value))) return seeOther(paths.dispute(ref));
  return await disputePage(tx, lang, ref, { conflict: true, typed: typedOf(body) });
}
