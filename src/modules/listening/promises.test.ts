import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { move } from "../../kernel/matter.ts";
import { showCommune } from "../../kernel/tx.ts";
import { hamletSheet, loudspeakerLines } from "./documents/hamlet.ts";
import { days, held, promised } from "./listening.stage.ts";
import { commitment } from "./matter.ts";
import { updateCommitment } from "./queries/commitments.ts";
import { on } from "./queries/tables.ts";
import { listeningRoutes } from "./routes.ts";
import { getCommitment, report, showToAll } from "./service/commitments.ts";
import { openMeeting } from "./service/meetings.ts";
import { showHamlet } from "./service/public.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const binh = as(cast.binh);
const made = (meeting: string, words: string, dueOn?: string) => promised(world, meeting, words, dueOn);
const shown = (code: string = units.kep.code, now = days(10)) => world.try(anybody, (tx) => showHamlet(tx, code), now);

test("the page, the sheet and the loudspeaker of a hamlet tell alike what was promised, by whose post, until when, and what became of it", async () => {
  const ref = await held(world);
  await made(ref, "Tuần tra đêm ở ngã ba");
  await made(ref, "Lắp gương cầu", "2026-11-30");
  const [done, failed] = [await made(ref, "Lắp ba đèn"), await made(ref, "Mở đường tránh")];
  await world.commit(son, (tx) => report(tx, done, { version: 1, act: "carryOut", report: "Lắp xong ngày 1/12" }), days(8));
  await world.commit(son, (tx) => report(tx, failed, { version: 1, act: "fail", report: "Chưa có kinh phí" }), days(9));
  const found = await shown();
  expect(found.promises.map(({ promise: words, standing, report: became }) => [words, standing, became])).toEqual([
    ["Lắp gương cầu", "late", null],
    ["Tuần tra đêm ở ngã ba", "open", null],
    ["Mở đường tránh", "notCarriedOut", "Chưa có kinh phí"],
    ["Lắp ba đèn", "carriedOut", "Lắp xong ngày 1/12"],
  ]);
  const page = pageOf(await ask(world, listeningRoutes, ["GET", "/lang-nghe/:code"], { actor: anybody, now: days(10), params: { code: units.kep.code } })).html;
  const papers = await world.try(
    anybody,
    async (tx) => [JSON.stringify(hamletSheet(tx, await showHamlet(tx, units.kep.code)).data), loudspeakerLines(tx, await showHamlet(tx, units.kep.code), "vi").join(" ")],
    days(10),
  );
  for (const told of [page, ...papers]) {
    for (const words of [
      "Tuần tra đêm ở ngã ba",
      "Công an phường Phượng Sơn",
      "xong chậm nhất ngày 10/12/2026",
      "Đã quá ngày hứa, chưa xong",
      "Chưa làm được",
      "Chưa có kinh phí",
      "Đã làm xong",
      "Lắp xong ngày 1/12",
    ])
      expect(told).toContain(words);
    // The post answers for it; no officer is named.
    expect(told).not.toContain(cast.son.name);
  }
  const { template, data } = await world.try(anybody, async (tx) => hamletSheet(tx, await showHamlet(tx, units.kep.code)), days(10));
  expect(Buffer.from((await world.house.typesetter.typeset(template, data)).subarray(0, 5)).toString()).toBe("%PDF-");
});

test("one of a party cell, of another hamlet or taken down is shown to nobody outside, and PostgreSQL gives it to none", async () => {
  const inside = await made(await held(world, [], { kind: "cell" }), "Việc của chi bộ");
  await expect(world.commit(binh, (tx) => showToAll(tx, inside, { version: 1, act: "show" }))).rejects.toMatchObject({ code: "notNow" });
  await made(await held(world, [], { hamletId: units.gianhCu.id }), "Việc của Giành Cũ");
  const down = await made(await held(world), "Nhắc nhở nhà ông Tư");
  expect((await shown()).promises.map(({ promise: words }) => words)).toContain("Nhắc nhở nhà ông Tư");
  await expect(world.commit(son, (tx) => showToAll(tx, down, { version: 1, act: "hide" }))).rejects.toMatchObject({ code: "notPermitted" });
  await world.commit(binh, (tx) => showToAll(tx, down, { version: 1, act: "hide" }), days(1));
  for (const code of [units.kep.code, units.gianhCu.code]) expect(JSON.stringify(await shown(code))).not.toMatch(/chi bộ|ông Tư/);
  expect((await shown()).promises.map(({ promise: words }) => words)).not.toContain("Việc của Giành Cũ");
  const seen = await world.try(anybody, async (tx) => {
    await showCommune(tx, units.phuongSon.id);
    return await on(tx).selectFrom("commitments").select("promise").execute();
  });
  expect(JSON.stringify(seen)).not.toMatch(/chi bộ|ông Tư/);
  await world.commit(binh, (tx) => showToAll(tx, down, { version: 2, act: "show" }), days(2));
  expect(JSON.stringify(await shown())).toContain("ông Tư");
  const { matter } = await world.try(son, (tx) => getCommitment(tx, down));
  const steps = await world.try(son, (tx) => tx.db.selectFrom("timeline").select(["action", "actorId"]).where("matterId", "=", matter.id).orderBy("seq").execute());
  expect(steps.slice(1)).toEqual([
    { action: "hide", actorId: cast.binh.id },
    { action: "show", actorId: cast.binh.id },
  ]);
});

const opened = (ref: string) => world.try(son, (tx) => getCommitment(tx, ref));
const promisePage = async (ref: string, actor = son) =>
  pageOf(await ask(world, listeningRoutes, ["GET", "/can-bo/lang-nghe/cam-ket/:ref"], { actor, now: days(10), params: { ref } })).html;
const sendTo = (url: string, ref: string, body: Record<string, string>, actor = son) =>
  ask(world, listeningRoutes, ["POST", `/can-bo/lang-nghe/cam-ket/:ref${url}`], { actor, now: days(10), params: { ref }, body });

test("what could not be done is given a new day with the reason, stands on the agenda until it is done, and can still be done", async () => {
  const ref = await made(await held(world), "Lắp gương cầu ở dốc", "2026-12-02");
  await world.commit(son, (tx) => report(tx, ref, { version: 1, act: "fail", report: "Chưa có kinh phí" }), days(10));
  const next = await held(world, [], { startsAt: days(30), endsAt: new Date(days(30).getTime() + 3_600_000) });
  const agenda = () => world.try(son, (tx) => openMeeting(tx, next), days(30));
  const onAgenda = async () => (await agenda()).fromLastTime.commitments.map(({ promise: words, state }) => [words, state]);
  expect(await onAgenda()).toContainEqual(["Lắp gương cầu ở dốc", "notCarriedOut"]);
  expect(await promisePage(ref)).toMatch(/Đã làm tới đâu.*Chưa có kinh phí.*3\/12\/2026/s);

  for (const [dueOn, why, told] of [
    ["31/02/2027", "Đã có kinh phí", "Xin ghi ngày phải xong"],
    ["20/12/2026", "", "Xin ghi vì sao hẹn lại."],
  ] as const) {
    const wrong = pageOf(await sendTo("/hen-lai", ref, { version: "2", dueOn, why }));
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining(told)]);
    expect(wrong.html).toContain(`value="${dueOn}"`);
  }
  expect(await sendTo("/hen-lai", ref, { version: "2", dueOn: "20/12/2026", why: "Phường đã cấp kinh phí, chờ vật tư" })).toMatchObject({ kind: "seeOther" });
  const again = await opened(ref);
  expect(again.matter).toMatchObject({ state: "promised", closedAt: null, settledAt: null, dueAt: new Date("2026-12-20T23:59:59+07:00") });
  expect((await shown()).promises.find(({ promise: words }) => words === "Lắp gương cầu ở dốc")).toMatchObject({
    standing: "open",
    dueOn: "2026-12-20",
    report: "Phường đã cấp kinh phí, chờ vật tư",
  });
  await world.commit(son, (tx) => report(tx, ref, { version: 3, act: "fail", report: "Vật tư chưa về" }), days(28));
  await world.commit(son, (tx) => report(tx, ref, { version: 4, act: "carryOut", report: "Lắp xong" }), days(29));
  expect(await onAgenda()).not.toContainEqual(["Lắp gương cầu ở dốc", expect.anything()]);
  const { matter } = await opened(ref);
  const steps = await world.try(son, (tx) => tx.db.selectFrom("timeline").select(["action", "note", "facts"]).where("matterId", "=", matter.id).orderBy("seq").execute());
  expect(steps.slice(1)).toMatchObject([
    { action: "fail", note: "Chưa có kinh phí" },
    { action: "newDay", note: "Phường đã cấp kinh phí, chờ vật tư", facts: { dueOn: { before: "2026-12-02", after: "2026-12-20" } } },
    { action: "fail", note: "Vật tư chưa về" },
    { action: "carryOut", note: "Lắp xong" },
  ]);
});

test("only whoever answers for a promise, or gives work out, says what became of it; PostgreSQL takes it from nobody else", async () => {
  const ref = await made(await held(world), "Tuần tra ngã ba");
  expect(await promisePage(ref)).toContain('value="fail"');
  const { matter } = await opened(ref);
  await world.commit(binh, (tx) => move(tx, commitment, matter.id, "assign", { version: 1, assigneeId: cast.minh.id }), days(1));
  expect(await promisePage(ref, binh)).toContain('value="fail"');
  expect(await promisePage(ref)).not.toContain('value="fail"');
  expect(await promisePage(ref)).toContain("Chỉ người chịu trách nhiệm hoặc chỉ huy mới báo được");
  await expect(sendTo("", ref, { version: "2", act: "fail", report: "Thôi" })).rejects.toMatchObject({ code: "notPermitted" });
  const past = world.commit(son, (tx) => updateCommitment(tx, { communeId: matter.communeId, matterId: matter.id }, { report: "Thôi" }));
  await expect(past).rejects.toThrow(/row-level security/);
  expect(await sendTo("", ref, { version: "2", act: "fail", report: "Hết quân số" }, binh)).toMatchObject({ kind: "seeOther" });
  await expect(sendTo("/hen-lai", ref, { version: "3", dueOn: "20/12/2026", why: "Thêm người" })).rejects.toMatchObject({ code: "notPermitted" });
});
