import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { evening, held, plan } from "./listening.stage.ts";
import { listeningRoutes } from "./routes.ts";
import { beginMeeting, callOffMeeting, changePlan, closeMinutes, openMeeting, planMeeting } from "./service/meetings.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const _anonymous = { content: "Đề nghị lắp đèn", people: 1, handledBefore: null, fullName: null, address: null, phone: null, idNumber: null };
const asked = (method: "GET" | "POST", url: string, given: Omit<Parameters<typeof ask>[3], "actor" | "now"> = {}, actor = son) =>
  ask(world, listeningRoutes, [method, url], { actor, now: evening, ...given });

describe("the plan of a meeting", () => {
  const noon = new Date("2026-11-23T12:00:00+07:00");
  const planned = () => world.commit(son, (tx) => planMeeting(tx, plan({ startsAt: evening })), noon);
  const typed = {
    topic: "Họp tổ Kép",
    hamlet: String(units.kep.id),
    place: "Sân đình",
    day: "24/11/2026",
    begins: "20h",
    ends: "21h30",
    hosts: "Trưởng Công an",
    agenda: "Bàn về đèn đường",
  };
  const send = (ref: string, fields: Record<string, string>) =>
    asked("POST", "/can-bo/lang-nghe/hop/:ref/ke-hoach", { params: { ref }, body: { version: "1", ...typed, ...fields } });

  test("stands in a form with what was planned, and is changed by it", async () => {
    const ref = await planned();
    const { html } = pageOf(await asked("GET", "/can-bo/lang-nghe/hop/:ref", { params: { ref } }));
    expect(html).toMatch(/<summary>Sửa kế hoạch<\/summary>.*value="Nhà văn hóa tổ Kép".*value="23\/11\/2026".*value="19:30".*value="21:00"/s);
    expect(await send(ref, {})).toMatchObject({ kind: "seeOther" });
    const after = pageOf(await asked("GET", "/can-bo/lang-nghe/hop/:ref", { params: { ref } })).html;
    expect(after).toContain("Sân đình");
    expect(after).toContain("Bàn về đèn đường");
    const ics = await asked("GET", "/lang-nghe/hop/:ref/lich.ics", { params: { ref } }, anybody);
    expect(ics.kind === "file" && Buffer.from(ics.bytes).toString()).toMatch(/DTSTART:20261124T130000Z/);
  });

  test("keeps what was typed: wrong, too late because another changed it, or because the meeting has begun", async () => {
    const ref = await planned();
    const wrong = pageOf(await send(ref, { ends: "19h", day: "20/11/2026" }));
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/<details class="verb-with-reason" open>(?:(?!<\/details>).)*Ngày họp phải từ hôm nay trở đi\.(?:(?!<\/details>).)*value="20h"/s);
    await world.commit(as(cast.binh), (tx) => changePlan(tx, ref, { version: 1, plan: plan({ startsAt: evening, place: "Trường học" }) }), noon);
    const late = pageOf(await send(ref, {}));
    expect(late.status).toBe(409);
    expect(late.html).toMatch(/<details class="verb-with-reason" open>(?:(?!<\/details>).)*name="version" value="2"(?:(?!<\/details>).)*value="Sân đình"/s);
    await world.commit(son, (tx) => beginMeeting(tx, ref, 2), evening);
    const begun = pageOf(await send(ref, { version: "2" }));
    expect(begun.status).toBe(409);
    expect(begun.html).not.toContain("Sửa kế hoạch");
    expect(begun.html).toMatch(/Chữ vừa gõ, chưa được ghi.*Sân đình.*Bàn về đèn đường/s);
  });
});

test("a meeting that is only planned has no minutes", async () => {
  const ref = await world.commit(son, (tx) => planMeeting(tx, plan()), evening);
  const at = { params: { ref } };
  expect(pageOf(await asked("GET", "/can-bo/lang-nghe/hop/:ref", at)).html).not.toContain("bien-ban");
  await expect(asked("GET", "/can-bo/lang-nghe/hop/:ref/bien-ban.pdf", at)).rejects.toMatchObject({ code: "notFound" });
  await world.commit(son, (tx) => beginMeeting(tx, ref, 1), evening);
  expect(pageOf(await asked("GET", "/can-bo/lang-nghe/hop/:ref", at)).html).toContain("bien-ban.pdf");
});

describe("a line that waited on a device", () => {
  const url = "/can-bo/lang-nghe/hop/:ref/y-kien/gui-sau";
  const send = async (ref: string, given: Record<string, string> = {}) => {
    const answer = await asked("POST", url, {
      params: { ref },
      body: { account: String(cast.son.id), key: newReference(), heading: "proposal", said: "Xin lắp đèn", answer: "", ...given },
    });
    return answer.kind === "told" ? { status: answer.status, ...(answer.value as { taken?: string; why?: string }) } : answer.kind;
  };
  const saidIn = async (ref: string): Promise<readonly string[]> => (await world.try(son, (tx) => openMeeting(tx, ref), evening)).opinions.map(({ said }) => said);

  test("is taken once under the reference that it brings, and told so by it", async () => {
    const ref = await held(world);
    const key = newReference();
    for (let i = 0; i < 3; i += 1) expect(await send(ref, { key })).toEqual({ status: 200, taken: key });
    expect(await saidIn(ref)).toEqual(["Xin lắp đèn"]);
    // The form without a script, sent with the same key, makes no second one; and no key can be aimed at what exists.
    await asked("POST", "/can-bo/lang-nghe/hop/:ref/y-kien", { params: { ref }, body: { key, heading: "proposal", said: "Xin lắp đèn", answer: "" } });
    expect(await send(ref, { key: ref, said: "Loa nói sớm" })).toEqual({ status: 200, taken: ref });
    expect(await saidIn(ref)).toEqual(["Loa nói sớm", "Xin lắp đèn"]);
  });

  test("is nobody's but whose it says it is", async () => {
    const ref = await held(world);
    await expect(send(ref, { account: String(cast.minh.id) })).rejects.toMatchObject({ code: "signInNeeded" });
    expect(await saidIn(ref)).toEqual([]);
  });

  test("is refused in words: without a right reference, too long, before the meeting, after its minutes, or when it was called off", async () => {
    const ref = await held(world);
    expect(await send(ref, { key: "AEIOU" })).toMatchObject({ status: 422, why: expect.stringContaining("mã đúng") });
    expect(await send(ref, { said: "a".repeat(1_001) })).toEqual({ status: 422, why: "Dài quá: nhiều nhất 1000 chữ." });
    await world.commit(son, (tx) => closeMinutes(tx, ref, { version: 2, conclusion: "Xong" }), evening);
    expect(await send(ref)).toMatchObject({ status: 409, why: expect.stringContaining("Biên bản cuộc họp đã chốt") });
    const planned = await world.commit(son, (tx) => planMeeting(tx, plan()), evening);
    expect(await send(planned)).toMatchObject({ status: 409, why: expect.stringContaining("chưa bắt đầu") });
    await world.commit(son, (tx) => callOffMeeting(tx, planned, { version: 1, reason: "Bão" }), evening);
    expect(await send(planned)).toMatchObject({ status: 409, why: expect.stringContaining("đã hoãn") });
  });
});

test("what was typed into a meeting that somebody else closed meanwhile is shown again", async () => {
  const ref = await held(world);
  const send = (step: string, body: Record<string, string>) => asked("POST", `/can-bo/lang-nghe/hop/:ref/${step}`, { params: { ref }, body });
  expect(await send("ket-thuc", { version: "2", conclusion: "Giao tổ trưởng theo dõi" })).toMatchObject({ kind: "seeOther" });
  for (const [step, body, words] of [
    ["ket-thuc", { version: "2", conclusion: "Ba việc giao công an làm trước Tết" }, "Ba việc giao công an"],
    ["y-kien", { key: newReference(), heading: "proposal", said: "Xin thêm ghế đá", answer: "" }, "Xin thêm ghế đá"],
    ["ho-du", { key: newReference(), head: "Nguyễn Thị Tư", people: "2" }, "Nguyễn Thị Tư"],
  ] as const) {
    const page = pageOf(await send(step, body));
    expect(page.status).toBe(409);
    expect(page.html).toMatch(new RegExp(`Chữ vừa gõ, chưa được ghi.*${words}`, "s"));
  }
});

describe("households in the room", () => {
  const note = (ref: string, body: Record<string, string>) => asked("POST", "/can-bo/lang-nghe/hop/:ref/ho-du", { params: { ref }, body });

  test("are noted one after the other with the cursor in the next, below the line of the room", async () => {
    const ref = await held(world);
    const answer = await note(ref, { key: newReference(), head: "Giáp Thị Lành", people: "2" });
    expect(answer).toMatchObject({ kind: "seeOther", to: `/can-bo/lang-nghe/hop/${ref}?ghi=ho` });
    const { html } = pageOf(await asked("GET", "/can-bo/lang-nghe/hop/:ref", { params: { ref }, query: { ghi: "ho" } }));
    expect(html.match(/<input[^>]*autofocus[^>]*>/g)).toEqual([expect.stringContaining('name="head"')]);
    expect(html).toMatch(/id="y-kien".*id="ho-du".*id="da-ghi"/s);
  });

  test("and promises that are sent twice stand there once, also when the minutes were closed in between", async () => {
    const ref = await held(world);
    const [key, other] = [newReference(), newReference()];
    const promises = { key: other, promise: "Tuần tra đêm", owner: String(cast.son.id), dueOn: "15/12/2026" };
    const send = async () => [
      await note(ref, { key, head: "Giáp Thị Lành", people: "2" }),
      await asked("POST", "/can-bo/lang-nghe/hop/:ref/cam-ket", { params: { ref }, body: promises }),
    ];
    await send();
    await send();
    const opened = () => world.try(son, (tx) => openMeeting(tx, ref), evening);
    expect(await opened()).toMatchObject({ came: { households: 1, people: 2 }, commitments: [{ promise: "Tuần tra đêm" }] });
    await world.commit(son, (tx) => closeMinutes(tx, ref, { version: 2, conclusion: "Xong" }), evening);
    expect(await send()).toMatchObject([{ kind: "seeOther" }, { kind: "seeOther" }]);
    expect((await opened()).commitments).toHaveLength(1);
  });

  test("keep the key of a form that came back wrong", async () => {
    const ref = await held(world);
    const key = newReference();
    const { status, html } = pageOf(await note(ref, { key, head: "", people: "2" }));
    expect(status).toBe(422);
    expect(html).toMatch(new RegExp(`id="ho-du".*name="key" value="${key}"`, "s"));
  });
});
