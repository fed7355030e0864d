import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { hamletSheet, loudspeakerLines } from "./documents/hamlet.ts";
import { days, evening, held, phuongSon, plan, word } from "./listening.stage.ts";
import { findWords } from "./queries/opinions.ts";
import { on } from "./queries/tables.ts";
import { listeningRoutes } from "./routes.ts";
import { callOffMeeting, closeMinutes, openMeeting, planMeeting } from "./service/meetings.ts";
import { contest, getOpinion, publish, withdraw } from "./service/opinions.ts";
import { showHamlet, showHamlets } from "./service/public.ts";
import { answer, handIn } from "./service/take.ts";
import { meetingSource } from "./source.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
// Each begins with nothing said and nothing planned.
beforeEach(async () => {
  await world.asOwner((owner) => owner.query("truncate commitments, public_words, opinion_turns, opinions, meetings cascade"));
});

const son = as(cast.son);
const binh = as(cast.binh);
const minh = as(cast.minh);
const openedBy = (ref: string) => world.try(son, (tx) => getOpinion(tx, ref), evening);
const give = (ref: string, words = "Đã lắp đèn ngày 24/11", now = evening): Promise<void> =>
  world.commit(son, async (tx) => await answer(tx, (await getOpinion(tx, ref)).matter, { words, onSpot: false }), now);
const sent = (given = {}): Promise<string> => world.commit(anybody, (tx) => handIn(tx, phuongSon, word(given)), evening);

test("that a meeting does not take place is told with its reason wherever it was invited to, until its day has passed", async () => {
  const at = { startsAt: days(5), endsAt: new Date(days(5).getTime() + 3_600_000) };
  const [off, other] = await world.commit(
    son,
    async (tx) => [await planMeeting(tx, plan({ ...at, topic: "Họp bàn đèn" })), await planMeeting(tx, plan({ ...at, topic: "Họp tổ" }))],
    evening,
  );
  await world.commit(son, (tx) => callOffMeeting(tx, off ?? "", { version: 1, reason: "Mưa bão" }), days(2));
  const told = async (now: Date) => {
    const open = (url: string, params = {}) => ask(world, listeningRoutes, ["GET", url], { actor: anybody, now, params, cookies: { "don-vi": units.phuongSon.code } });
    const [list, page] = [pageOf(await open("/lang-nghe")).html, pageOf(await open("/lang-nghe/:code", { code: units.kep.code })).html];
    const shown = await world.try(anybody, (tx) => showHamlet(tx, units.kep.code), now);
    return [list, page, ...(await world.try(anybody, async (tx) => [JSON.stringify(hamletSheet(tx, shown).data), loudspeakerLines(tx, shown, "vi").join("\n")], now))];
  };
  for (const text of await told(days(3))) expect(text.replace(/<[^>]+>/g, "")).toMatch(/(Họp bàn đèn.*Đã hoãn|đã hoãn: Họp bàn đèn).*Lý do: Mưa bão.*Họp tổ/s);
  expect((await told(days(3))).at(-1)).not.toMatch(/Kính mời bà con dự họp: Họp bàn đèn/);
  // Two hours after it would have ended it is still its day: whoever walked there asks why.
  for (const text of await told(new Date(days(5).getTime() + 3 * 3_600_000))) expect(text).toMatch(/Mưa bão/);
  for (const text of await told(days(6))) expect(text).not.toMatch(/Họp bàn đèn|Mưa bão/);
  const office = (ref: string) => ask(world, listeningRoutes, ["GET", "/can-bo/lang-nghe/hop/:ref"], { actor: son, now: days(3), params: { ref } });
  expect(pageOf(await office(off ?? "")).html).toContain("Mưa bão");
  expect(pageOf(await office(other ?? "")).html).toContain("không nêu tên ai");
});

test("nobody is invited any more to a meeting whose minutes are closed, though its hour has not passed", async () => {
  const ref = await held(world, [], { topic: "Họp tổ Kép" });
  const coming = () => world.try(anybody, async (tx) => [(await showHamlet(tx, units.kep.code)).meetings.length, (await meetingSource.list(tx, phuongSon)).length], evening);
  expect(await coming()).toEqual([1, 1]);
  await world.commit(son, (tx) => closeMinutes(tx, ref, { version: 2, conclusion: "Kết thúc sớm" }), evening);
  expect(await coming()).toEqual([0, 0]);
});

test("what was said of no hamlet in particular stands on the page of every hamlet, and on the agenda of each of their meetings", async () => {
  const ref = await sent({ said: "Cả phường hay mất điện", hamletId: null });
  const { matter } = await openedBy(ref);
  const mine = { said: "Đường tối.", done: "Đã lắp đèn." };
  const all = { said: "Hay mất điện.", done: "Đã làm việc với điện lực." };
  const own = await openedBy(await sent());
  await world.commit(binh, (tx) => publish(tx, own.matter, mine), evening);
  await world.commit(binh, (tx) => publish(tx, matter, all), days(1));
  const wordsOf = async (code: string) => (await world.try(anybody, (tx) => showHamlet(tx, code), days(1))).words;
  expect(await wordsOf(units.kep.code)).toMatchObject([all, mine]);
  expect(await wordsOf(units.gianhCu.code)).toMatchObject([all]);
  const counted = await world.try(anybody, (tx) => showHamlets(tx, units.phuongSon.id), days(1));
  expect(counted.map(({ unit, words }) => [unit.code, words])).toEqual(expect.arrayContaining([[units.kep.code, 2] as const, [units.gianhCu.code, 1] as const]));
  const next = await held(world, [], { startsAt: days(2), endsAt: new Date(days(2).getTime() + 3_600_000), hamletId: units.gianhCu.id });
  const { fromLastTime } = await world.try(son, (tx) => openMeeting(tx, next), days(2));
  expect(fromLastTime.opinions.map(({ said }) => said)).toEqual(["Cả phường hay mất điện"]);
});

test("an answer that its author contests says so on the page, the sheet and by loudspeaker, and is not counted as answered until it is answered again", async () => {
  const ref = await sent();
  await give(ref);
  const words = { said: "Đường tối.", done: "Đã lắp đèn." };
  const bring = async (now = evening) => await world.commit(binh, async (tx) => publish(tx, (await getOpinion(tx, ref)).matter, words), now);
  await bring();
  const told = async (now: Date) => {
    const [shown, hamlets] = await world.try(anybody, async (tx) => [await showHamlet(tx, units.kep.code), await showHamlets(tx, units.phuongSon.id)] as const, now);
    const page = pageOf(await ask(world, listeningRoutes, ["GET", "/lang-nghe/:code"], { actor: anybody, now, params: { code: units.kep.code } })).html;
    const papers = await world.try(anybody, async (tx) => [JSON.stringify(hamletSheet(tx, shown).data), loudspeakerLines(tx, shown, "vi").join(" ")], now);
    const marked = [page, ...papers].map((text) => text.includes("Bà con chưa đồng ý, công an đang xem lại"));
    return { marked, counted: hamlets.find(({ unit }) => unit.id === units.kep.id)?.words };
  };
  expect(await told(evening)).toEqual({ marked: [false, false, false], counted: 1 });
  await world.commit(anybody, (tx) => contest(tx, ref, "Vẫn tối"), days(1));
  expect(await told(days(1))).toEqual({ marked: [true, true, true], counted: 0 });
  const { template, data } = await world.try(anybody, async (tx) => hamletSheet(tx, await showHamlet(tx, units.kep.code)), days(1));
  expect(Buffer.from((await world.house.typesetter.typeset(template, data)).subarray(0, 5)).toString()).toBe("%PDF-");
  // New words do not settle it; another answer does.
  await bring(days(2));
  expect(await told(days(2))).toEqual({ marked: [true, true, true], counted: 0 });
  await give(ref, "Đã thay bóng đèn", days(3));
  expect(await told(days(3))).toEqual({ marked: [false, false, false], counted: 1 });
});

test("whoever takes an objection in can neither take public words down nor put back what was taken down", async () => {
  const ref = await sent();
  const { matter } = await openedBy(ref);
  await world.commit(binh, (tx) => publish(tx, matter, { said: "Đường tối.", done: "Đã lắp đèn." }), evening);
  const at = { communeId: matter.communeId, matterId: matter.id };
  const put = (withdrawnAt: Date | null) =>
    world.commit(minh, (tx) => on(tx).updateTable("publicWords").set({ withdrawnAt }).where("matterId", "=", at.matterId).execute(), evening);
  await expect(put(evening)).rejects.toThrow(/row-level security/);
  await world.commit(binh, (tx) => withdraw(tx, matter), days(1));
  await put(null);
  expect(await world.try(binh, (tx) => findWords(tx, at))).toBeNull();
});
