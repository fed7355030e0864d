import { addDays, dayOf, instantAt } from "../../base/day.ts";
import type { Actor } from "../../kernel/actor.ts";
import { inTx } from "../../kernel/tx.ts";
import { enterStay, noteDeparture } from "../stays/index.ts";
import { readStays, type SeedStay } from "./files.ts";
import { referenceOf } from "./references.ts";
import type { Resident } from "./residents.ts";
import type { DemoGround } from "./work.ts";

type Night = { readonly officer: Actor; readonly hamletIds: readonly number[]; readonly hosts: readonly Resident[]; readonly guests: readonly Resident[] };

/** Tells of the guests of the last nights at one post, each at its own time; what lies after now has not been told yet. */
export async function tellOfStays({ database, house, now }: DemoGround, night: Night): Promise<void> {
  for (const [i, seed] of readStays().entries()) {
    const arrivedOn = addDays(dayOf(now), -seed.daysAgo);
    const arrivedAt = instantAt(arrivedOn, seed.arrived);
    const toldAt = instantAt(seed.nextMorning ? addDays(arrivedOn, 1) : arrivedOn, seed.told);
    const host = night.hosts[seed.host];
    if (toldAt > now || !host) continue;
    const run = <T>(at: Date, work: Parameters<typeof inTx<T>>[2]) => inTx(database, { house, actor: night.officer, now: at }, work);
    const ref = referenceOf(`stay ${night.officer.id} ${i}`);
    await run(toldAt, (tx) =>
      enterStay(tx, ref, { declaration: { ...declarationOf(seed, host, night), arrivedAt, toldAt, leavesOn: addDays(arrivedOn, seed.nights) }, elsewhere: false }),
    );
    const leftAt = instantAt(addDays(arrivedOn, seed.nights), "07:30");
    const guests = seed.guests.map((_, n) => n + 1);
    if (seed.leaves && leftAt <= now) await run(leftAt, (tx) => noteDeparture(tx, ref, { version: 2, guests, leftAt }));
  }
}

function declarationOf({ place, address, channel, purpose, guests }: SeedStay, host: Resident, night: Night) {
  const people = guests.flatMap((n) => night.guests[n] ?? []);
  return {
    channel,
    placeKind: place,
    address,
    purpose,
    hostName: host.fullName,
    hostPhone: host.phone,
    hamletId: night.hamletIds[host.hamlet % night.hamletIds.length] ?? null,
    guests: people.map(({ fullName, bornOn, sex, idNumber }, i) => ({ number: i + 1, fullName, bornOn, sex, paperKind: "identityNumber", paperNumber: idNumber })),
  };
}
