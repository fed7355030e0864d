import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { minutesFor } from "./documents/minutes.ts";
import { evening, held, line } from "./listening.stage.ts";
import { listMeetings } from "./queries/meetings.ts";
import { listeningRoutes } from "./routes.ts";
import { closeMinutes, openMeeting } from "./service/meetings.ts";
import { getOpinion, publish, withdraw } from "./service/opinions.ts";
import { takeAtCounter } from "./service/take.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const url = "/can-bo/lang-nghe/y-kien/:ref";
const asked = (method: "GET" | "POST", step: string, ref: string, body: Record<string, string> = {}) =>
  ask(world, listeningRoutes, [method, `${url}${step}`], { actor: son, now: evening, params: { ref }, body });
const minutes = (ref: string) => world.try(son, async (tx) => JSON.stringify(minutesFor(tx, await openMeeting(tx, ref)).parts), evening);
const stepsOf = async (ref: string) => {
  const { matter } = await world.try(son, (tx) => getOpinion(tx, ref), evening);
  return await world.try(son, (tx) => tx.db.selectFrom("timeline").select(["action", "note", "facts"]).where("matterId", "=", matter.id).orderBy("seq").execute());
};

test("a line that was taken down wrong is put right until the minutes are closed; what stood there before is kept, and the timeline bears no word of it", async () => {
  const broken = line("ỏng hai tháng");
  const ref = await held(world, [broken]);
  expect(pageOf(await ask(world, listeningRoutes, ["GET", "/can-bo/lang-nghe/hop/:ref"], { actor: son, now: evening, params: { ref } })).html).toContain(
    `href="/can-bo/lang-nghe/y-kien/${broken.key}/sua"`,
  );
  const form = pageOf(await asked("GET", "/sua", broken.key));
  expect(form.html).toMatch(/value="ỏng hai tháng"/);
  expect(form.reads).toMatchObject([{ purpose: "Sửa một dòng đã ghi ở cuộc họp" }]);
  const wrong = pageOf(await asked("POST", "/sua", broken.key, { version: "1", heading: "cause", said: "" }));
  expect(wrong.status).toBe(422);
  expect(wrong.html).toMatch(/value="cause"[^>]*checked|checked[^>]*value="cause"/);
  const right = { version: "1", heading: "shortcoming", said: "Đèn ngã ba hỏng hai tháng" };
  expect(await asked("POST", "/sua", broken.key, right)).toMatchObject({ kind: "seeOther", to: `/can-bo/lang-nghe/hop/${ref}` });
  expect(await minutes(ref)).toMatch(/Khuyết điểm.*Đèn ngã ba hỏng hai tháng/);
  expect(await minutes(ref)).not.toContain('"ỏng');
  // It is found by its new words, and its page tells the former.
  expect(pageOf(await ask(world, listeningRoutes, ["GET", "/can-bo/lang-nghe"], { actor: son, now: evening, query: { tim: "ngã ba hỏng" } })).html).toContain("Đèn ngã ba hỏng");
  expect(pageOf(await asked("GET", "", broken.key)).html).toMatch(/Trước khi sửa.*ỏng hai tháng.*Kiến nghị, đề xuất/s);
  const steps = await stepsOf(broken.key);
  expect(steps[1]).toMatchObject({ action: "correct", facts: { said: true, heading: { before: "proposal", after: "shortcoming" } } });
  expect(JSON.stringify(steps)).not.toContain("hai tháng");
  const late = pageOf(await asked("POST", "/sua", broken.key, { ...right, said: "Người khác sửa" }));
  expect([late.status, late.html]).toEqual([409, expect.stringContaining('value="Người khác sửa"')]);
  await world.commit(son, (tx) => closeMinutes(tx, ref, { version: 2, conclusion: "Xong" }), evening);
  for (const [step, body] of [
    ["/sua", { ...right, version: "2", said: "Sửa sau khi chốt" }],
    ["/gach", { version: "2", reason: "Sửa sau khi chốt" }],
  ] as const) {
    const { status, html } = pageOf(await asked("POST", step, broken.key, body));
    expect([step, status]).toEqual([step, 409]);
    expect(html).toMatch(/Chữ vừa gõ, chưa được ghi.*Sửa sau khi chốt/s);
  }
  expect(await minutes(ref)).toContain("Đèn ngã ba hỏng hai tháng");
});

test("a line that nobody said is struck out with the reason: it is in no list and no minutes, and its record stays", async () => {
  const [kept, struck] = [line("Loa nói sớm"), line("Gõ thử", { answer: "Cảm ơn" })];
  const ref = await held(world, [kept, struck]);
  const missing = pageOf(await asked("POST", "/gach", struck.key, { version: "2", reason: "" }));
  expect([missing.status, missing.html]).toEqual([422, expect.stringContaining("Xin ghi vì sao gạch bỏ.")]);
  expect(await asked("POST", "/gach", struck.key, { version: "2", reason: "Gõ thử bàn phím" })).toMatchObject({ kind: "seeOther" });
  const opened = await world.try(son, (tx) => openMeeting(tx, ref), evening);
  expect(opened.opinions.map(({ said }) => said)).toEqual(["Loa nói sớm"]);
  expect(await minutes(ref)).not.toContain("Gõ thử");
  const { communeId, provinceId } = opened.matter;
  const meetings = await world.try(son, (tx) => listMeetings(tx, { communeId, provinceId }, { after: null, size: 50 }), evening);
  expect(meetings.find(({ publicRef }) => publicRef === ref)?.opinions).toBe(1);
  expect((await stepsOf(struck.key)).at(-1)).toMatchObject({ action: "strike", note: "Gõ thử bàn phím" });
  expect(pageOf(await asked("GET", "/sua", struck.key)).html).not.toContain("<form");
});

test("a line that everybody reads is taken down before it is struck, and what was struck is shown to nobody", async () => {
  const answered = line("Nói nhầm", { answer: "Cảm ơn" });
  await held(world, [answered]);
  const matterOf = () => world.try(son, async (tx) => (await getOpinion(tx, answered.key)).matter, evening);
  const words = { said: "Có người nói", done: "Đã làm" };
  await world.commit(as(cast.binh), async (tx) => publish(tx, await matterOf(), words), evening);
  const strike = { version: "2", reason: "Gõ nhầm" };
  expect(pageOf(await asked("POST", "/gach", answered.key, strike)).status).toBe(409);
  await world.commit(as(cast.binh), async (tx) => withdraw(tx, await matterOf()), evening);
  expect(await asked("POST", "/gach", answered.key, strike)).toMatchObject({ kind: "seeOther" });
  await expect(world.commit(as(cast.binh), async (tx) => publish(tx, await matterOf(), words), evening)).rejects.toMatchObject({ code: "notNow" });
});

test("what was not said in a meeting is nobody's to rewrite", async () => {
  const ref = await world.commit(son, (tx) => takeAtCounter(tx, { heading: "cause", said: "Nói ở quầy", hamletId: null, fullName: null, phone: null }), evening);
  await expect(asked("GET", "/sua", ref)).rejects.toMatchObject({ code: "notFound" });
  await expect(asked("POST", "/sua", ref, { version: "1", heading: "cause", said: "Khác" })).rejects.toMatchObject({ code: "notFound" });
});
