import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import { newReference, showReference } from "../../kernel/reference.ts";
import { evening, held, line, phuongSon, word } from "./listening.stage.ts";
import { listeningRoutes } from "./routes.ts";
import { promise } from "./service/commitments.ts";
import { takeLetter } from "./service/letters.ts";
import { contest, getOpinion, own } from "./service/opinions.ts";
import { answer, handIn, takeAtCounter } from "./service/take.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const anonymous = { content: "Đề nghị lắp đèn", people: 1, handledBefore: null, fullName: null, address: null, phone: null, idNumber: null };
const asked = (method: "GET" | "POST", url: string, given: Omit<Parameters<typeof ask>[3], "actor" | "now"> = {}, actor = son) =>
  ask(world, listeningRoutes, [method, url], { actor, now: evening, ...given });

describe("lists in pages", () => {
  test.each(["/can-bo/lang-nghe", "/can-bo/lang-nghe/hop"])("%s begins at the beginning for a position that no page wrote", async (url) => {
    await held(world, [line("Xin lắp đèn")]);
    for (const sau of ["+275760-09-13T00:00:00.000Z_1", "0000-01-01T00:00:00.000Z_1", "2026-11-25_17", "x"]) {
      const { status, html } = pageOf(await asked("GET", url, { query: { sau } }));
      expect([sau, status]).toEqual([sau, 200]);
      expect(html).toMatch(url.endsWith("hop") ? /Lắng nghe ý kiến bà con tổ Kép/ : /Xin lắp đèn/);
    }
  });
});

test.each([
  ["/can-bo/lang-nghe/cam-ket", "Hứa"],
  ["/can-bo/lang-nghe/don", "DT-26-"],
])("%s is shown whole, page after page", async (url, mark) => {
  await world.commit(son, async (tx) => {
    for (let n = 0; n < 60; n++) {
      const dueOn = `2026-12-${String(10 + (n % 5))}` as Day;
      await promise(tx, { key: newReference(), promise: `Hứa việc thứ ${n}`, ownerId: cast.son.id, dueOn }, { meetingId: null, opinionId: null, hamletId: null });
    }
  });
  await world.commit(as(cast.minh), async (tx) => {
    for (let n = 0; n < 60; n++) await takeLetter(tx, { ...anonymous, receivedOn: `2026-11-${String(10 + (n % 5))}` as Day });
  });
  const seen: string[] = [];
  for (let query: Record<string, string> | null = {}; query !== null; ) {
    const { html } = pageOf(await asked("GET", url, { query }));
    const refs = [...html.matchAll(new RegExp(`href="${url}/([A-Z0-9]{16})">([^<]*)`, "g"))].filter(([, , words]) => words?.includes(mark));
    expect(refs.length).toBeLessThanOrEqual(50);
    seen.push(...refs.map(([, ref]) => ref ?? ""));
    const next = html.match(/sau=([^"&]+)/)?.[1];
    query = next === undefined ? null : { sau: next };
  }
  expect(seen.length).toBeGreaterThanOrEqual(60);
  expect(new Set(seen).size).toBe(seen.length);
});

const sent = (): Promise<string> => world.commit(anybody, (tx) => handIn(tx, phuongSon, word()), evening);
const answered = async (ref: string): Promise<void> => {
  await world.commit(son, async (tx) => await answer(tx, (await getOpinion(tx, ref)).matter, { words: "Sẽ xem xét", onSpot: false }), evening);
};

describe("an opinion", () => {
  test("is given only to an officer of the post", async () => {
    const ref = await sent();
    const give = (owner: number) => asked("POST", "/can-bo/lang-nghe/y-kien/:ref/nhan", { params: { ref }, body: { version: "1", owner: String(owner) } }, as(cast.binh));
    for (const stranger of [cast.hanh.id, cast.thao.id, 999_999]) {
      const { status, html } = pageOf(await give(stranger));
      expect(status).toBe(422);
      expect(html).toContain("Xin chọn người chịu trách nhiệm.");
    }
    expect(await give(cast.minh.id)).toMatchObject({ kind: "seeOther" });
    expect((await world.try(son, (tx) => getOpinion(tx, ref), evening)).matter.assigneeId).toBe(cast.minh.id);
  });

  test("and a promise still name who owns them when his account is closed", async () => {
    const ref = await sent();
    await world.commit(as(cast.binh), (tx) => own(tx, ref, { version: 1, ownerId: cast.minh.id }), evening);
    const given = { key: newReference(), promise: "Lắp gương cầu", ownerId: cast.minh.id, dueOn: "2026-12-20" as never };
    const promised = await world.commit(son, (tx) => promise(tx, given, { meetingId: null, opinionId: null, hamletId: null }), evening);
    await world.asOwner((owner) => owner.query("update accounts set closed_at = now() where id = $1", [cast.minh.id]));
    try {
      expect(pageOf(await asked("GET", "/can-bo/lang-nghe/y-kien/:ref", { params: { ref } })).html).toContain(cast.minh.name);
      expect(pageOf(await asked("GET", "/can-bo/lang-nghe/cam-ket/:ref", { params: { ref: promised } })).html).toContain(cast.minh.name);
    } finally {
      await world.asOwner((owner) => owner.query("update accounts set closed_at = null where id = $1", [cast.minh.id]));
    }
  });

  test("is looked at for a purpose that is written down", async () => {
    const ref = await sent();
    const { id } = (await world.try(son, (tx) => getOpinion(tx, ref), evening)).matter;
    expect(pageOf(await asked("GET", "/can-bo/lang-nghe/y-kien/:ref", { params: { ref } })).reads).toMatchObject([
      { subject: `matter:${id}`, purpose: "Xem một ý kiến", regime: "listening" },
    ]);
  });

  test("shows its receipt code to an officer who hands it over, and to none when it came by web", async () => {
    const page = async (ref: string) => pageOf(await asked("GET", "/can-bo/lang-nghe/y-kien/:ref", { params: { ref } })).html;
    const told = await world.commit(son, (tx) => takeAtCounter(tx, word()), evening);
    const called = line("Xin lắp đèn");
    await held(world, [called]);
    for (const handed of [told, called.key]) expect(await page(handed)).toContain(showReference(handed));
    const named = await world.commit(anybody, (tx) => handIn(tx, phuongSon, word({ fullName: "Hoàng Thị Nga" })), evening);
    for (const hers of [await sent(), named]) expect(await page(hers)).not.toMatch(new RegExp(`${showReference(hers)}|Mã biên nhận`));
  });

  test("that was answered while another officer wrote an answer still shows what he wrote", async () => {
    const ref = await sent();
    await answered(ref);
    const page = pageOf(await asked("POST", "/can-bo/lang-nghe/y-kien/:ref/tra-loi", { params: { ref }, body: { version: "1", words: "Đã lắp ba đèn" } }));
    expect(page.status).toBe(409);
    expect(page.html).toMatch(/Chữ vừa gõ, chưa được ghi.*Đã lắp ba đèn/s);
  });

  test("that is open again already keeps what its author typed against the answer, as a message", async () => {
    const ref = await sent();
    await answered(ref);
    await world.commit(anybody, (tx) => contest(tx, ref, "Vẫn tối"), evening);
    const late = await asked("POST", "/y-kien/:ref/chua-dong-y", { params: { ref }, body: { objection: "Xem xét là bao giờ?" } }, anybody);
    const { status, html } = pageOf(late);
    expect(status).toBe(409);
    expect(html).toMatch(/Ý kiến này đã được mở lại rồi.*Bà con nhắn thêm ở dưới/s);
    expect(html).toMatch(/<textarea[^>]*name="message"[^>]*>Xem xét là bao giờ\?<\/textarea>/);
  });

  test("is asked for and shown to residents in words of theirs", async () => {
    const ref = await sent();
    await answered(ref);
    await world.commit(anybody, (tx) => contest(tx, ref, "Vẫn tối"), evening);
    const say = pageOf(await asked("GET", "/y-kien", {}, anybody)).html;
    for (const choice of ["Khen", "Chê, chỗ chưa được", "Việc còn vướng, vì sao", "Hỏi, đề nghị"]) expect(say).toContain(choice);
    const own = pageOf(await asked("GET", "/y-kien/:ref", { params: { ref } }, anybody)).html;
    expect(own).toContain("Chê, chỗ chưa được");
    expect(own).toContain("Bà con chưa đồng ý");
    for (const office of ["Khuyết điểm", "Người nói chưa đồng ý"]) expect(say + own).not.toContain(office);
  });
});

describe("book 03/TCD", () => {
  const book = (query: Record<string, string>) => asked("GET", "/can-bo/lang-nghe/don/so", { query }, as(cast.binh)).then(pageOf);
  test("tells beside the day what is wrong with a period, and takes nothing else for it", async () => {
    expect((await book({})).status).toBe(200);
    expect((await book({ tu: "01/11/2026", den: "23/11/2026" })).status).toBe(200);
    for (const [tu, den] of [
      ["31/02/2026", "23/11/2026"],
      ["23/11/2026", "01/11/2026"],
      ["01/01/2025", "23/11/2026"],
    ] as const) {
      const { status, html } = await book({ tu, den });
      expect([tu, den, status]).toEqual([tu, den, 422]);
      expect(html).toContain(`value="${tu}"`);
      expect(html).not.toContain("<table");
    }
  });
});
