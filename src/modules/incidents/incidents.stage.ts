import { openWorld, type World } from "../../../test/world/index.ts";
import { officeServer } from "../../../test/world/office-server.ts";
import type { Actor } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import type { TakenReport, Teller } from "./forms/report.ts";
import { incidentRoutes } from "./routes.ts";
import { receiveReport } from "./service/intake.ts";

/** Who told, in the tests. All invented. */
export const teller = (given: Partial<Teller> = {}): Teller => ({
  fullName: "Giáp Thị Lành",
  phone: "0204000777",
  address: "Tổ dân phố Kép",
  minor: false,
  guardian: null,
  interpreter: null,
  ...given,
});

/** What was told by telephone on a Saturday night: a bicycle is gone. */
export const report = (given: Partial<TakenReport> = {}): TakenReport => ({
  channel: "phone",
  kind: "tip",
  nature: "theft",
  account: "Mất chiếc xe đạp để ở hiên nhà, thấy anh Tư đầu xóm đi qua.",
  place: "Ngõ sau chợ Kép",
  hamletId: 7,
  happenedOn: null,
  urgent: false,
  nameRefused: false,
  teller: teller(),
  ...given,
});

/** Saturday night: no counter is open, and the post receives all the same. */
export const saturdayNight = new Date("2026-11-21T22:40:00+07:00");

/** Writes a report down on that night. @returns its reference */
export async function takeThatNight(world: World, officer: Actor, given: Partial<TakenReport> = {}): Promise<string> {
  const ref = newReference();
  await world.commit(officer, (tx) => receiveReport(tx, ref, report(given)), saturdayNight);
  return ref;
}

/** A post with its officers' pages of this module, on that night. */
export async function openPost(clock: () => Date = () => saturdayNight) {
  const world = await openWorld();
  const office = await officeServer(world, { routes: incidentRoutes, clock });
  const close = async (): Promise<void> => {
    await office.close();
    await world.close();
  };
  return { world, office, close };
}
