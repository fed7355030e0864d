import { beforeEach, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast, units } from "../../../test/world/cast.ts";
import { as } from "../../../test/world/index.ts";
import { form, residentSite } from "../../../test/world/resident-server.ts";
import { alertWords } from "../alerts/texts.ts";
import { phuongSon } from "./listening.stage.ts";
import { listOpinions } from "./queries/opinions.ts";
import { listeningRoutes } from "./routes.ts";
import { getOpinion, own, writeFromPost } from "./service/opinions.ts";
import { answer } from "./service/take.ts";

const site = residentSite();
beforeEach(() => site.world.asOwner((owner) => owner.query("truncate deliveries, alerts, opinions, messages, matters cascade")));

const [son, binh] = [as(cast.son), as(cast.binh)];
const hour = new Date("2026-11-23T09:00:00+07:00");
const said = async (fields: Record<string, string> = {}): Promise<string> => {
  const typed = { heading: "shortcoming", said: "Đường tối", hamlet: String(units.kep.id), ...fields };
  return String((await site.server.inject(form("/y-kien", typed))).headers.location).slice(-16);
};
const write = async (ref: string, message = "Tối qua vẫn tối"): Promise<number> => (await site.server.inject(form(`/y-kien/${ref}/tin-nhan`, { message }))).statusCode;
const opened = (ref: string) => site.world.try(son, (tx) => getOpinion(tx, ref), site.now);
const give = (ref: string) => site.world.commit(son, async (tx) => answer(tx, (await getOpinion(tx, ref)).matter, { words: "Đã lắp đèn", onSpot: false }), site.now);
const alerts = async () =>
  (await site.world.asOwner((owner) => owner.query("select account_id, template, facts, queued_at, regime from alerts order by id"))).rows as readonly {
    account_id: number;
    template: string;
    facts: object;
    queued_at: Date;
    regime: string;
  }[];
const toldTo = async () => (await alerts()).map(({ account_id }) => account_id);
const openList = async (words = "") =>
  (await site.world.try(son, (tx) => listOpinions(tx, phuongSon, { open: true, words, after: null, size: 50 }), site.now)).map(({ publicRef }) => publicRef);
const page = async (url: string, ref = "") => pageOf(await ask(site.world, listeningRoutes, ["GET", url], { actor: son, now: site.now, params: { ref } })).html;

test("what somebody writes under her receipt rings whoever owns it, and whoever gives work out where nobody does: by the code alone, and by the hour", async () => {
  const ref = await said();
  expect(await write(ref)).toBe(303);
  const { matter } = await opened(ref);
  expect(await alerts()).toEqual([{ account_id: cast.binh.id, template: "work.written", facts: { code: matter.code }, queued_at: hour, regime: "listening" }]);
  expect(alertWords("work.written", { code: matter.code }, "vi")).toBe(`${matter.code}: bà con vừa nhắn thêm.`);
  const named = await said({ fullName: "Hoàng Thị Nga" });
  await site.world.commit(son, (tx) => own(tx, named, { version: 1, ownerId: cast.son.id }), site.now);
  await write(named);
  expect(await toldTo()).toEqual([cast.binh.id, cast.son.id]);
  expect(JSON.stringify(await alerts())).not.toContain("Nga");
  // Given to somebody who may not answer, it is a matter for whoever gives work out.
  const stuck = await said();
  await site.world.commit(binh, (tx) => own(tx, stuck, { version: 1, ownerId: cast.minh.id }), site.now);
  await write(stuck);
  expect(await toldTo()).toEqual([cast.binh.id, cast.son.id, cast.binh.id]);
});

test("rings once until somebody has answered or read it, however much is written", async () => {
  const ref = await said();
  await write(ref);
  await write(ref, "Và cả hôm nay");
  expect(await toldTo()).toHaveLength(1);
  await site.world.commit(son, async (tx) => writeFromPost(tx, (await opened(ref)).matter, "Mai có người đến"), site.now);
  await write(ref, "Cảm ơn");
  expect(await toldTo()).toHaveLength(2);
});

test("stands in the list of what is open with a mark, also after an answer, until an officer has read it", async () => {
  const ref = await said();
  await give(ref);
  expect([await openList(), await openList("đường tối")]).toEqual([[], []]);
  await write(ref);
  expect([await openList(), await openList("đường tối")]).toEqual([[ref], [ref]]);
  expect(await page("/can-bo/lang-nghe")).toContain("Bà con vừa nhắn");
  expect(await page("/can-bo/lang-nghe/y-kien/:ref", ref)).toContain("Đã đọc, không cần trả lời");
  const read = (actor: typeof son) =>
    ask(site.world, listeningRoutes, ["POST", "/can-bo/lang-nghe/y-kien/:ref/tin-nhan/da-doc"], { actor, now: site.now, params: { ref }, body: { last: shown() } });
  const shown = () => last;
  let last = "0";
  // Written while the page stood open: it was not on it, and stays unread.
  await read(son);
  expect(await openList()).toEqual([ref]);
  last = /name="last" value="(\d+)"/.exec(await page("/can-bo/lang-nghe/y-kien/:ref", ref))?.[1] ?? "";
  await expect(read(as(cast.minh))).rejects.toMatchObject({ code: "notPermitted" });
  expect(await read(son)).toMatchObject({ kind: "seeOther" });
  expect(await openList()).toEqual([]);
  expect(await page("/can-bo/lang-nghe/y-kien/:ref", ref)).not.toContain("Đã đọc, không cần trả lời");
});

test("is answered by an answer to what was said, too", async () => {
  const ref = await said();
  await write(ref);
  expect((await opened(ref)).matter.writtenAt).toEqual(hour);
  await give(ref);
  expect((await opened(ref)).matter.writtenAt).toBeNull();
});
