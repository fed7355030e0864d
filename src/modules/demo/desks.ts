import { dayOf } from "../../base/day.ts";
import type { Actor } from "../../kernel/actor.ts";
import { inTx } from "../../kernel/tx.ts";
import { writeDesk } from "../queue/index.ts";
import { texts } from "./texts.ts";
import type { DemoGround } from "./work.ts";

/** Opens two desks of a post from today on: one with appointments, one for numbers from the door alone. */
export async function openDesks({ database, house, now }: DemoGround, chief: Actor): Promise<void> {
  const validFrom = dayOf(now);
  await inTx(database, { house, actor: chief, now }, async (tx) => {
    await writeDesk(tx, { number: 1, name: texts.deskOfResidence.vi, validFrom, open: true, slotMinutes: 20, places: 1 });
    await writeDesk(tx, { number: 2, name: texts.deskForAll.vi, validFrom, open: true, slotMinutes: 20, places: 0 });
  });
}
