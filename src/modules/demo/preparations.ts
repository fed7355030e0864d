import { addDays, dayOf } from "../../base/day.ts";
import type { Place } from "../../kernel/actor.ts";
import { anybody } from "../../kernel/actor.ts";
import { readReference } from "../../kernel/reference.ts";
import { inTx } from "../../kernel/tx.ts";
import { beginPreparation, finishPreparation, getHeld } from "../preparation/index.ts";
import { procedureOn, requestSentence } from "../procedures/index.ts";
import { readPreparations, type SeedPreparation } from "./files.ts";
import type { Resident } from "./residents.ts";
import type { DemoGround } from "./work.ts";

/** Prepares at home what some residents of a post will bring, under codes that the notes for testers print. */
export async function preparePreparations(
  ground: DemoGround,
  post: string,
  { place, residents }: { readonly place: Place; readonly residents: readonly Resident[] },
): Promise<void> {
  for (const one of readPreparations().filter((each) => each.post === post)) {
    const resident = residents[one.resident];
    if (resident) await prepare(ground, place, one, resident);
  }
}

async function prepare(
  { database, house, now }: DemoGround,
  place: Place,
  { code, procedure: procedureCode, case: caseId, answers, days }: SeedPreparation,
  resident: Resident,
): Promise<void> {
  const ref = readReference(code);
  const today = dayOf(now);
  const procedure = procedureOn(house.procedures, today, procedureCode);
  if (ref === null || !procedure) throw new RangeError(`db/seed/preparations.yaml: ${code}`);
  const { fullName, bornOn, sex, idNumber, phone } = resident;
  const dated = Object.fromEntries(Object.entries(days).map(([id, after]) => [id, addDays(today, after)]));
  const said = { fullName, bornOn, sex, idNumber, phone, ...answers, ...dated };
  await inTx(database, { house, actor: anybody, now }, async (tx) => {
    // Who answered to the end was also asked what she asks for.
    const request = "together" in answers ? { request: requestSentence(procedure, caseId, said) } : {};
    await beginPreparation(tx, place, { procedureCode, caseId, answers: { ...said, ...request } }, ref);
    await finishPreparation(tx, await getHeld(tx, ref));
  });
}
