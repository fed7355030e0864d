import { afterAll, beforeAll, beforeEach } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { parseDay } from "../../base/day.ts";
import { anybody, type Place } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Desk } from "./queries/desks.ts";
import type { Ticket } from "./queries/tickets.ts";
import { type Booking, book } from "./service/booking.ts";
import { writeDesk } from "./service/desks.ts";
import { takeTicket } from "./service/tickets.ts";

export const minh = as(cast.minh);
export const binh = as(cast.binh);
export const here: Place = { communeId: units.phuongSon.id, provinceId: 1 };
export const monday = at("2026-11-23T08:00:00");

/** The world of a file, empty of desks, appointments and tickets before each test; opened before the first, closed after the last. */
export const line = {} as { world: World };

export function openLine(): void {
  beforeAll(async () => {
    line.world = await openWorld();
  });
  beforeEach(async () => {
    await line.world.asOwner((client) =>
      client.query("delete from ticket_events; delete from tickets; delete from appointments; delete from desks; delete from numbers where key like 'ticket:%'"),
    );
  });
  afterAll(() => line.world.close());
}

/** A desk since last Friday: slots of half an hour, one place in each. */
export const desk = (number: number, given: Partial<Desk> = {}): Desk => ({
  number,
  name: "Cư trú",
  validFrom: parseDay("2026-11-20"),
  open: true,
  slotMinutes: 30,
  places: 1,
  ...given,
});

export async function openDesks(...desks: Desk[]): Promise<void> {
  for (const one of desks) await line.world.commit(binh, (tx) => writeDesk(tx, one));
}

/** A number from the machine at the door. */
export const take = (priority = false, now = monday, ref = newReference()): Promise<Ticket> => line.world.commit(anybody, (tx) => takeTicket(tx, here, { ref, priority }), now);

let phones = 0;
/** What a resident asks for: Wednesday at eight, from a phone of her own. */
export const booking = (given: Partial<Booking> = {}): Booking => ({
  ref: newReference(),
  procedureCode: "1.004194",
  startsAt: at("2026-11-25T08:00:00"),
  calledBy: "chị Hoa",
  phone: `0900${String(++phones).padStart(6, "0")}`,
  ...given,
});

export const bookOne = (given: Partial<Booking> = {}, now = monday) => line.world.commit(anybody, (tx) => book(tx, here, booking(given)), now);
