import { formatDate } from "../../../base/day/format.ts";
import { dayOf, daysBetween, instantAt } from "../../../base/day.ts";
import { move } from "../../../kernel/matter.ts";
import { Problem } from "../../../kernel/problem.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { StartForm } from "../forms/start.ts";
import { laterStartOn } from "../law.ts";
import { dispute } from "../matter.ts";
import { setDispute } from "../queries/disputes.ts";
import { insertStart } from "../queries/starts.ts";
import { startTexts as t } from "../texts/start.ts";
import { getDispute } from "./read.ts";

/**
 * The parties agreed to begin later than the term of the law: from here on their day is the term, whose clock is counted from the day of the
 * agreement and ends with the day that was agreed, be it a day off. What passed before it was written down stays a breach.
 *
 * @throws Problem notFound, notPermitted, changedMeanwhile, notNow (nobody was given it, it has begun, or the law knows no such agreement)
 */
export async function agreeStart(tx: Tx, publicRef: string, { version, agreedOn, startOn, how }: StartForm): Promise<void> {
  const { matter } = await getDispute(tx, publicRef);
  const { communeId, provinceId, id: matterId } = matter;
  const rule = laterStartOn(tx.house.mediationRules, agreedOn);
  if (rule === null) throw new Problem("notNow", { action: "agreeStart", state: matter.state });
  const basis = t.basis.vi(rule.basis, formatDate(agreedOn, "vi"));
  const term = { unit: "calendarDays", count: daysBetween(agreedOn, startOn), rollOver: false } as const;
  const facts = { agreedOn, startOn, how, on: dayOf(tx.now) };
  const moved = await move(tx, dispute, matterId, "agreeStart", { version, facts, restart: { term, basis, from: instantAt(agreedOn, "00:00") } });
  await setDispute(tx, { communeId, matterId }, { startBy: moved.dueAt });
  await insertStart(tx, { communeId, provinceId, matterId, seq: moved.version, agreedOn, startOn, how, basis, writtenAt: tx.now, writtenBy: tx.actor.id ?? 0 });
}
