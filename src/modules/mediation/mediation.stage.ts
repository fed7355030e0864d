import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { officeServer } from "../../../test/world/office-server.ts";
import type { Day } from "../../base/day.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Intake, Party } from "./forms/intake.ts";
import { mediationRoutes } from "./routes.ts";
import { assignMediators } from "./service/assign.ts";
import { recordDispute } from "./service/intake.ts";
import { getDispute } from "./service/read.ts";
import { holdSession } from "./service/session.ts";
import { addMediator } from "./service/teams.ts";

/** People and disputes of the tests. All invented. */
export const party = (given: Partial<Party> = {}): Party => ({
  side: "sideOne",
  fullName: "Nông Văn Khoái",
  phone: "0204000701",
  idNumber: null,
  address: "Tổ dân phố Kép",
  minor: false,
  ...given,
});

export const intake = (given: Partial<Intake> = {}): Intake => ({
  kind: "water",
  hamletId: 7,
  spot: "Mương sau nhà văn hoá",
  askedBy: "party",
  channel: "field",
  told: "Hai nhà tranh nhau giờ lấy nước vào ruộng.",
  parties: [party(), party({ side: "sideTwo", fullName: "Lục Thị Vóc", phone: "0204000702" })],
  exclusion: null,
  ...given,
});

export const at = (text: string): Date => new Date(`${text}+07:00`);
export const son = as(cast.son);
export const binh = as(cast.binh);

/** The verbs of this module at an instant, each committed as on its page. */
export function stage(world: World) {
  const versionOf = async (ref: string): Promise<number> => (await world.try(binh, (tx) => getDispute(tx, ref))).matter.version;
  return {
    versionOf,
    team: async (hamletId = 7, fullName = "Giáp Văn Thuận"): Promise<number> =>
      await world.commit(binh, (tx) => addMediator(tx, { hamletId, fullName, phone: null, leads: true, fromDay: "2026-01-01" as Day })),
    record: async (given: Partial<Intake> = {}, now = at("2026-11-18T09:00"), ref = newReference()): Promise<string> => {
      await world.commit(son, (tx) => recordDispute(tx, ref, intake(given)), now);
      return ref;
    },
    assign: async (ref: string, mediatorIds: readonly number[], now = at("2026-11-18T10:00")) => {
      const version = await versionOf(ref);
      return await world.commit(binh, (tx) => assignMediators(tx, ref, { version, mediatorIds, note: null }), now);
    },
    meet: async (ref: string, heldAt = at("2026-11-19T19:30"), now = at("2026-11-19T21:00")): Promise<void> => {
      const version = await versionOf(ref);
      await world.commit(son, (tx) => holdSession(tx, ref, { version, heldAt, isPublic: false, policeHelped: true, told: "Hai bên đã nói hết." }), now);
    },
  };
}

/** A post with a team of one, and its pages at the instant that a clock tells. */
export async function openPost(clock: () => Date) {
  const world = await openWorld();
  const on = stage(world);
  const office = await officeServer(world, { routes: mediationRoutes, clock });
  const close = async (): Promise<void> => {
    await office.close();
    await world.close();
  };
  return { world, on, office, mediator: await on.team(), close };
}
