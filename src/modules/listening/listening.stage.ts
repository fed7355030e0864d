import { cast, units } from "../../../test/world/cast.ts";
import { as, type World } from "../../../test/world/index.ts";
import type { Place } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Plan } from "./forms/meetings.ts";
import type { NewOpinion, RoomLine } from "./forms/opinions.ts";
import { promise } from "./service/commitments.ts";
import { beginMeeting, getMeeting, planMeeting } from "./service/meetings.ts";
import { takeInRoom } from "./service/take.ts";

/** The evening of the meeting, a Monday. */
export const evening = new Date("2026-11-23T19:30:00+07:00");
/** So many days after it. */
export const days = (count: number): Date => new Date(evening.getTime() + count * 86_400_000);
export const phuongSon: Place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };

export const plan = (given: Partial<Plan> = {}): Plan => ({
  kind: "hamlet",
  topic: "Lắng nghe ý kiến bà con tổ Kép",
  hamletId: units.kep.id,
  place: "Nhà văn hóa tổ Kép",
  startsAt: evening,
  endsAt: new Date("2026-11-23T21:00:00+07:00"),
  hosts: "Trưởng Công an, Trưởng ban công tác Mặt trận",
  agenda: "Báo cáo tình hình an ninh\nBà con phát biểu",
  ...given,
});

export const line = (said: string, given: Partial<RoomLine> = {}): RoomLine => ({ key: newReference(), heading: "proposal", said, answer: null, giveTo: null, ...given });

export const word = (given: Partial<NewOpinion> = {}): NewOpinion => ({
  heading: "shortcoming",
  said: "Đường liên thôn tối, hay có xe chạy nhanh",
  hamletId: units.kep.id,
  fullName: null,
  phone: null,
  ...given,
});

/** A meeting that has begun, with some lines taken by the beat officer. @returns its reference */
export async function held(world: World, lines: readonly RoomLine[] = [], given: Partial<Plan> = {}): Promise<string> {
  const son = as(cast.son);
  const ref = await world.commit(son, (tx) => planMeeting(tx, plan(given)), new Date(evening.getTime() - 3 * 86_400_000));
  await world.commit(son, (tx) => beginMeeting(tx, ref, 1), given.startsAt ?? evening);
  for (const one of lines) await say(world, ref, one, given.startsAt ?? evening);
  return ref;
}

/** One line in a meeting that has begun. */
export async function say(world: World, ref: string, one: RoomLine, now = evening): Promise<void> {
  await world.commit(
    as(cast.son),
    async (tx) => {
      const { matter, meeting } = await getMeeting(tx, ref);
      await takeInRoom(tx, { matterId: matter.id, hamletId: meeting.hamletId }, one);
    },
    now,
  );
}

/** A promise made in a meeting. @returns its reference */
export async function promised(world: World, meeting: string, words: string, dueOn = "2026-12-10"): Promise<string> {
  return await world.commit(
    as(cast.son),
    async (tx) => {
      const { matter, meeting: of } = await getMeeting(tx, meeting);
      return await promise(
        tx,
        { key: newReference(), promise: words, ownerId: cast.son.id, dueOn: dueOn as never },
        { meetingId: matter.id, opinionId: null, hamletId: of.hamletId },
      );
    },
    evening,
  );
}
