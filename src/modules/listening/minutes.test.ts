import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { minutesFor, minutesPaper } from "./documents/minutes.ts";
import { minutesDocument } from "./documents/minutes-docx.ts";
import { days, evening, held, line, promised } from "./listening.stage.ts";
import { report } from "./service/commitments.ts";
import { closeMinutes, getMeeting, openMeeting } from "./service/meetings.ts";
import { contestInPerson, getOpinion, own } from "./service/opinions.ts";
import { answer } from "./service/take.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const binh = as(cast.binh);

test("closed minutes say the same for ever, whoever prints them and whatever was answered, contested, given away or kept since", async () => {
  const left = line("Ý kiến còn từ lần trước");
  await held(world, [left], { startsAt: days(-7), endsAt: new Date(days(-7).getTime() + 3_600_000) });
  const [open, onSpot] = [line("Xin lắp đèn"), line("Loa nói sớm", { answer: "Từ mai nói lúc 5 giờ" })];
  const ref = await held(world, [open, onSpot]);
  const { matter } = await world.try(son, (tx) => getMeeting(tx, ref), evening);
  const kept = await promised(world, ref, "Tuần tra đêm", "2026-12-01");
  await world.commit(son, (tx) => closeMinutes(tx, ref, { version: matter.version, conclusion: "Công an sẽ tuần tra thêm" }), evening);
  const printed = (actor: typeof son, now: Date) => world.try(actor, async (tx) => minutesPaper(tx, await openMeeting(tx, ref)).data, now);
  const first = await printed(son, evening);
  expect(JSON.stringify(first)).toMatch(
    /Ý kiến còn từ lần trước.*Xin lắp đèn \(người phụ trách: chưa phân công; trả lời chậm nhất ngày 8\/12\/2026\).*Từ mai nói lúc 5 giờ.*Công an sẽ tuần tra thêm.*Lý Văn Sơn/,
  );

  const later = (key: string, words: string) => world.commit(son, async (tx) => await answer(tx, (await getOpinion(tx, key)).matter, { words, onSpot: false }), days(2));
  await later(left.key, "Đã xong việc cũ");
  await later(open.key, "Đã lắp đèn");
  await world.commit(son, (tx) => contestInPerson(tx, onSpot.key, "Loa vẫn sớm"), days(3));
  await world.commit(binh, (tx) => own(tx, onSpot.key, { version: 3, ownerId: cast.minh.id }), days(3));
  await world.commit(son, (tx) => report(tx, kept, { version: 1, act: "carryOut", report: "Sáu tối" }), days(4));
  expect(await printed(binh, days(20))).toEqual(first);
  const document = await world.try(binh, async (tx) => [minutesFor(tx, await openMeeting(tx, ref)), await minutesDocument(tx, await openMeeting(tx, ref))] as const, days(20));
  expect(document[0]).toMatchObject({ madeAt: evening.toISOString(), signers: [{ name: cast.son.name }, { name: null }] });
  expect(document[1].byteLength).toBeGreaterThan(4_000);
});

test("until they are closed, minutes tell how things stand now, written down by whoever prints them", async () => {
  const one = line("Đường ngập");
  const ref = await held(world, [one]);
  await world.commit(son, async (tx) => await answer(tx, (await getOpinion(tx, one.key)).matter, { words: "Đã khơi cống", onSpot: false }), days(1));
  const minutes = await world.try(binh, async (tx) => minutesFor(tx, await openMeeting(tx, ref)), days(1));
  expect(JSON.stringify(minutes.parts)).toContain("Đường ngập – Trả lời: Đã khơi cống");
  expect(minutes.signers[0]?.name).toBe(cast.binh.name);
});
