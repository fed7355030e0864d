import { addDays, dayOf, instantAt } from "../../base/day.ts";
import type { Actor } from "../../kernel/actor.ts";
import { inTx, type Tx } from "../../kernel/tx.ts";
import { vouch } from "../contact/index.ts";
import { noteStep, publishAlert, settleReport, takeReport } from "../scams/index.ts";
import { readScams, type SeedScam } from "./files.ts";
import { referenceOf } from "./references.ts";
import type { Resident } from "./residents.ts";
import type { DemoGround } from "./work.ts";

type Watch = { readonly duty: Actor; readonly chief: Actor; readonly reporters: readonly Resident[] };

/** Tells of the frauds of the last days at one post, of the warning that followed, and of a call with its code. */
export async function tellOfScams(ground: DemoGround, watch: Watch): Promise<void> {
  const { scams, alert } = readScams();
  for (const [i, seed] of scams.entries()) await tellOfScam(ground, watch, { seed, ref: referenceOf(`scam ${i}`) });
  const { daysAgo, at, ...warning } = alert;
  const published = instantAt(addDays(dayOf(ground.now), -daysAgo), at);
  await runAs(ground, watch.chief, published)((tx) => publishAlert(tx, warning, { matterId: null, ref: referenceOf("alert") }));
  // One call of this morning, whose code can be tried on the public page.
  await runAs(ground, watch.duty, ground.now)((tx) => vouch(tx, { kind: "call", phone: watch.reporters[0]?.phone ?? null }, "GHK347"));
}

const runAs =
  ({ database, house }: DemoGround, actor: Actor, now: Date) =>
  <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inTx(database, { house, actor, now }, work);

async function tellOfScam(ground: DemoGround, { duty, reporters }: Watch, { seed, ref }: { readonly seed: SeedScam; readonly ref: string }): Promise<void> {
  const { daysAgo, at, steps, outcome, attempted, saved, reporter, channel, ...told } = seed;
  const momentOf = (time: string): Date => instantAt(addDays(dayOf(ground.now), -daysAgo), time);
  const who = reporters[reporter];
  const report = { ...told, fullName: who?.fullName ?? null, phone: who?.phone ?? null };
  let { version } = await runAs(ground, duty, momentOf(at))((tx) => takeReport(tx, report, { channel, publicRef: ref }));
  for (const step of steps) {
    const done = { version, kind: step.kind, bank: step.kind.startsWith("bank") ? seed.bank : null, doneAt: momentOf(step.at), note: step.note };
    ({ version } = await runAs(ground, duty, momentOf(step.at))((tx) => noteStep(tx, ref, done)));
  }
  const ended = new Date(momentOf(steps.at(-1)?.at ?? at).getTime() + 600_000);
  await runAs(ground, duty, ended)((tx) => settleReport(tx, ref, { version, outcome, attempted, lost: attempted - saved, saved, note: "" }));
}
