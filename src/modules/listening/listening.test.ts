import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { listIdentities, openIdentity } from "../../kernel/identity.ts";
import { newReference } from "../../kernel/reference.ts";
import { openByRef, type Tx } from "../../kernel/tx.ts";
import type { RoomLine } from "./forms/opinions.ts";
import { days, evening, held, line, phuongSon, plan, say, word } from "./listening.stage.ts";
import { listOpinions } from "./queries/opinions.ts";
import { getCommitment, promise, report } from "./service/commitments.ts";
import { callOffMeeting, closeMinutes, getMeeting, noteHousehold, openHouseholds, openMeeting, planMeeting } from "./service/meetings.ts";
import { contest, contestInPerson, getHeldOpinion, getOpinion, own, publish, withdraw, writeFromHolder, writeFromPost } from "./service/opinions.ts";
import { listPublicMeetings, showHamlet } from "./service/public.ts";
import { answer, handIn, takeAtCounter, takeInRoom } from "./service/take.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.asOwner((owner) =>
    owner.query(
      "truncate citizen_letters, commitments, meeting_households, public_words, opinion_turns, opinions, meetings, messages, identities, attachments, timeline, audit, clocks, pauses, breaches, notices, numbers, reads, matters cascade",
    ),
  );
});

const son = as(cast.son);
const binh = as(cast.binh);
const minh = as(cast.minh);
const openedBy = (ref: string, now = evening) => world.try(son, (tx) => getOpinion(tx, ref), now);
const give = async (ref: string, words = "Đã lắp đèn ngày 24/11", now = evening): Promise<void> => {
  const { matter } = await openedBy(ref);
  await world.commit(son, (tx) => answer(tx, matter, { words, onSpot: false }), now);
};
const sent = (given = {}, now = evening): Promise<string> => world.commit(anybody, (tx) => handIn(tx, phuongSon, word(given)), now);

describe("in the room", () => {
  test("a line is an opinion: numbered, under its heading, with ten working days; answered on the spot it has ended", async () => {
    const ref = await held(world, [line("Xin lắp thêm đèn ở ngã ba"), line("Công an xã nhiệt tình", { heading: "strength", answer: "Xin cảm ơn bà con" })]);
    const { opinions } = await world.try(son, (tx) => openMeeting(tx, ref));
    expect(opinions.map(({ code, heading, state, voice, hamletName }) => [code, heading, state, voice, hamletName])).toEqual([
      ["YK-261123-002", "strength", "answered", "room", "Tổ dân phố Kép"],
      ["YK-261123-001", "proposal", "received", "room", "Tổ dân phố Kép"],
    ]);
    // 24/11 is a holiday: the tenth working day after Monday 23/11 is 8/12.
    expect(opinions[1]?.dueAt).toEqual(new Date("2026-12-08T17:00:00+07:00"));
    const spoken = await openedBy(opinions[0]?.publicRef ?? "");
    expect(spoken.turns.map(({ kind, words }) => [kind, words])).toEqual([["onSpot", "Xin cảm ơn bà con"]]);
  });

  test("a line that was sent twice on a weak line is taken once", async () => {
    const once = line("Loa xã nói sớm quá");
    const ref = await held(world, [once]);
    await say(world, ref, once);
    const { opinions } = await world.try(son, (tx) => openMeeting(tx, ref));
    expect(opinions).toHaveLength(1);
    const pressed = line("Đường thôn tối");
    await Promise.all([say(world, ref, pressed), say(world, ref, pressed), say(world, ref, pressed)]);
    expect((await world.try(son, (tx) => openMeeting(tx, ref))).opinions).toHaveLength(2);
  });

  test("two who note households at once give them two numbers, and no line lands in minutes that are being closed", async () => {
    const ref = await held(world);
    const { matter, meeting } = await world.try(son, (tx) => getMeeting(tx, ref));
    const note = (head: string) => world.commit(son, (tx) => noteHousehold(tx, { matter }, { key: newReference(), head, people: 1 }), evening);
    await Promise.all(["Giáp Thị Lành", "Đặng Văn Thuỷ", "Hoàng Thị Nga", "Lý Văn Sơn"].map(note));
    expect((await world.try(son, (tx) => openHouseholds(tx, { matter }))).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const taken = line("Ngay trước lúc kết thúc");
    const late = line("Ngay sau lúc kết thúc");
    const speak = (tx: Tx, one: RoomLine) => takeInRoom(tx, { matterId: matter.id, hamletId: meeting.hamletId }, one);
    await world.commit(son, (tx) => speak(tx, taken), evening);
    let spoken: Promise<unknown> = Promise.resolve();
    let noted: Promise<unknown> = Promise.resolve();
    let promised: Promise<unknown> = Promise.resolve();
    await world.commit(
      son,
      async (tx) => {
        await closeMinutes(tx, ref, { version: matter.version, conclusion: "Kết thúc" });
        // All three begin while the minutes are being closed, and wait for that.
        spoken = world.commit(son, (inner) => speak(inner, late), evening).catch((error: unknown) => error);
        noted = note("Nguyễn Văn Lực").catch((error: unknown) => error);
        const occasion = { meetingId: matter.id, opinionId: null, hamletId: null };
        promised = world
          .commit(son, (inner) => promise(inner, { key: newReference(), promise: "Tuần tra", ownerId: cast.son.id, dueOn: "2026-12-20" as never }, occasion), evening)
          .catch((error: unknown) => error);
        await world.try(son, async (inner) => await inner.db.selectFrom("matters").select("id").limit(1).execute());
      },
      evening,
    );
    for (const refused of await Promise.all([spoken, noted, promised])) expect(refused).toMatchObject({ code: "notNow" });
    // What was taken before and is sent again is not refused.
    await world.commit(son, (tx) => speak(tx, taken), evening);
    expect((await world.try(son, (tx) => openMeeting(tx, ref))).opinions).toHaveLength(1);
  });

  test("an officer without the right to answer takes what is said, and cannot answer it", async () => {
    const ref = await held(world);
    const { matter } = await world.try(minh, (tx) => openMeeting(tx, ref));
    expect(matter.state).toBe("held");
    const { matter: taken } = await openedBy(await world.commit(minh, (tx) => takeAtCounter(tx, word()), evening));
    await expect(world.commit(minh, (tx) => answer(tx, taken, { words: "Xong", onSpot: true }))).rejects.toMatchObject({ code: "notPermitted" });
  });

  test("the next meeting opens with what is still open from the last, and with nothing that was settled", async () => {
    await held(world, [line("Xin lắp thêm đèn"), line("Cảm ơn", { answer: "Vâng" })]);
    const [due, kept] = await world.commit(
      son,
      async (tx) => {
        const given = { ownerId: cast.son.id, dueOn: "2026-12-20" as never };
        const occasion = { meetingId: null, opinionId: null, hamletId: units.kep.id };
        return [
          await promise(tx, { ...given, key: newReference(), promise: "Tuần tra đêm" }, occasion),
          await promise(tx, { ...given, key: newReference(), promise: "Lắp biển" }, occasion),
        ];
      },
      evening,
    );
    await world.commit(son, (tx) => report(tx, kept ?? "", { version: 1, act: "carryOut", report: "Lắp xong ngày 1/12" }), days(8));
    const next = await held(world, [line("Ý kiến mới")], { startsAt: days(9), endsAt: new Date(days(9).getTime() + 3_600_000) });
    const { fromLastTime, opinions } = await world.try(son, (tx) => openMeeting(tx, next), days(9));
    expect(fromLastTime.opinions.map(({ said }) => said)).toEqual(["Xin lắp thêm đèn"]);
    expect(fromLastTime.commitments.map(({ publicRef }) => publicRef)).toEqual([due]);
    expect(opinions.map(({ said }) => said)).toEqual(["Ý kiến mới"]);
    const other = await held(world, [], { hamletId: units.gianhCu.id, startsAt: days(10), endsAt: new Date(days(10).getTime() + 3_600_000) });
    expect((await world.try(son, (tx) => openMeeting(tx, other), days(10))).fromLastTime).toEqual({ opinions: [], commitments: [] });
  });

  test("households come without an account; their names are sealed and the sum is seen by all who see the meeting", async () => {
    const ref = await held(world);
    for (const [head, people] of [["Giáp Thị Lành", 2] as const, ["Đặng Văn Thuỷ", 1] as const])
      await world.commit(son, async (tx) => await noteHousehold(tx, await openMeeting(tx, ref), { key: newReference(), head, people }), evening);
    const opened = await world.try(son, (tx) => openMeeting(tx, ref));
    expect(opened.came).toMatchObject({ households: 2, people: 3 });
    expect(await world.try(son, (tx) => openHouseholds(tx, opened))).toEqual([
      { number: 1, head: "Giáp Thị Lành", people: 2 },
      { number: 2, head: "Đặng Văn Thuỷ", people: 1 },
    ]);
    const { rows } = await world.asOwner((owner) => owner.query("select position(convert_to('Lành', 'UTF8') in sealed) as found from meeting_households"));
    expect(rows).toEqual([{ found: 0 }, { found: 0 }]);
  });

  test("closed minutes take nothing more, and a meeting called off says why", async () => {
    const ref = await held(world);
    const { matter } = await world.try(son, (tx) => openMeeting(tx, ref));
    await world.commit(son, (tx) => closeMinutes(tx, ref, { version: matter.version, conclusion: "Công an sẽ tuần tra thêm" }), evening);
    const after = await world.try(son, (tx) => openMeeting(tx, ref));
    expect(after.matter).toMatchObject({ state: "minuted", outcome: "minuted" });
    expect(after.meeting.conclusion).toBe("Công an sẽ tuần tra thêm");
    await expect(world.commit(son, (tx) => noteHousehold(tx, after, { key: newReference(), head: "Lành", people: 1 }))).rejects.toMatchObject({ code: "notNow" });
    const other = await world.commit(son, (tx) => planMeeting(tx, plan({ startsAt: days(5), endsAt: new Date(days(5).getTime() + 3_600_000) })), evening);
    await expect(world.commit(son, (tx) => callOffMeeting(tx, other, { version: 1, reason: " " }))).rejects.toMatchObject({ code: "invalid" });
    await world.commit(son, (tx) => callOffMeeting(tx, other, { version: 1, reason: "Bão số 9" }), evening);
    const listed = await world.try(anybody, (tx) => listPublicMeetings(tx, phuongSon), days(1));
    expect(listed).toMatchObject([{ publicRef: other, calledOffAt: evening }]);
  });
});

describe("by web", () => {
  test("without a name nobody stands behind it; with one, she is opened for a purpose alone, and that is written down", async () => {
    const anonymous = await openedBy(await sent());
    expect(anonymous.opinion.voice).toBe("anonymous");
    expect(await world.try(son, (tx) => listIdentities(tx, anonymous.matter))).toEqual([]);
    const named = await openedBy(await sent({ fullName: "Hoàng Thị Nga", phone: "0912000113" }));
    expect(named.opinion.voice).toBe("named");
    expect(JSON.stringify([named.matter, named.opinion])).not.toContain("Nga");
    const [mark] = await world.try(son, (tx) => listIdentities(tx, named.matter));
    const who = await world.commit(son, (tx) => openIdentity(tx, phuongSon, { id: mark?.id ?? 0, purpose: "hỏi thêm chỗ tối" }), evening);
    expect(who.fullName).toBe("Hoàng Thị Nga");
    await expect(world.try(minh, (tx) => openIdentity(tx, phuongSon, { id: mark?.id ?? 0, purpose: "tò mò thôi" }))).rejects.toMatchObject({
      code: "notPermitted",
    });
    const { rows } = await world.asOwner((owner) => owner.query("select actor_id, purpose from reads"));
    expect(rows).toEqual([{ actor_id: cast.son.id, purpose: "hỏi thêm chỗ tối" }]);
  });

  test("the receipt opens what was said and answered, and messages go both ways; it opens nothing else", async () => {
    const ref = await sent();
    const { matter } = await openedBy(ref);
    await world.commit(son, (tx) => writeFromPost(tx, matter, "Đoạn nào tối ạ?"), evening);
    await world.commit(anybody, (tx) => writeFromHolder(tx, ref, "Đoạn trước cửa nhà văn hóa"), evening);
    await give(ref);
    const opened = await world.try(anybody, (tx) => getHeldOpinion(tx, ref), days(1));
    expect(opened.messages.map(({ fromPost, text }) => [fromPost, text])).toEqual([
      [true, "Đoạn nào tối ạ?"],
      [false, "Đoạn trước cửa nhà văn hóa"],
    ]);
    expect(opened.turns.map(({ words }) => words)).toEqual(["Đã lắp đèn ngày 24/11"]);
    await sent({ said: "Của người khác" });
    const seen = await world.try(anybody, async (tx) => {
      await openByRef(tx, ref, "opinion");
      return (await tx.db.selectFrom("matters").select("publicRef").execute()).map(({ publicRef }) => publicRef);
    });
    expect(seen).toEqual([ref]);
    await expect(world.try(anybody, (tx) => getHeldOpinion(tx, "3467CDFGHJKMNPQR"))).rejects.toMatchObject({ code: "notFound" });
  });

  test("an answer that its author does not accept is open again with a new term, and is counted; that it was answered in time before is not undone", async () => {
    const ref = await sent();
    await give(ref, "Không thuộc thẩm quyền", days(3));
    const before = await openedBy(ref, days(30));
    expect(before.matter).toMatchObject({ state: "answered", outcome: "answered" });
    await world.commit(anybody, (tx) => contest(tx, ref, "Hôm qua đoạn ấy vẫn tối"), days(30));
    const after = await openedBy(ref, days(30));
    expect(after.matter).toMatchObject({ state: "working", settledAt: null, closedAt: null, outcome: null });
    // Ten working days since it was contested on Wednesday 23/12, with New Year between, whatever was left of the first term.
    expect(after.matter.dueAt).toEqual(new Date("2027-01-07T17:00:00+07:00"));
    expect(after.matter.version).toBe(3);
    expect(after.opinion.contests).toBe(1);
    expect(after.turns.map(({ kind }) => kind)).toEqual(["answer", "contest"]);
    const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as n from breaches"));
    expect(rows).toEqual([{ n: 0 }]);
    await give(ref, "Đã lắp đèn", days(31));
    await world.commit(minh, (tx) => contestInPerson(tx, ref, "Đèn không sáng"), days(32));
    expect((await openedBy(ref, days(32))).opinion.contests).toBe(2);
    await expect(world.commit(anybody, (tx) => contest(tx, ref, "Lần nữa"), days(32))).rejects.toMatchObject({ code: "notNow" });
  });

  test("a flood waits aside and leaves the list as it was", async () => {
    for (let i = 0; i < 31; i += 1) await sent({ said: `Mua hàng giá rẻ ${i}` });
    const rows = await world.try(son, (tx) => listOpinions(tx, phuongSon, { open: true, words: "", after: null, size: 100 }));
    expect(rows).toHaveLength(30);
    expect(await world.try(son, (tx) => tx.db.selectFrom("matters").select("state").where("state", "=", "aside").execute())).toHaveLength(1);
  });
});

describe("who owns it, and what everybody reads", () => {
  test("an officer takes it himself, the chief gives it to another, and a second officer who saw an older version is told", async () => {
    const ref = await sent();
    await world.commit(son, (tx) => own(tx, ref, { version: 1, ownerId: cast.son.id }), evening);
    expect((await openedBy(ref)).matter).toMatchObject({ state: "working", assigneeId: cast.son.id });
    await expect(world.commit(binh, (tx) => own(tx, ref, { version: 1, ownerId: cast.minh.id }))).rejects.toMatchObject({ code: "changedMeanwhile" });
    await world.commit(binh, (tx) => own(tx, ref, { version: 2, ownerId: cast.minh.id }), evening);
    expect((await openedBy(ref)).matter.assigneeId).toBe(cast.minh.id);
  });

  test("a hamlet's page says the words of the chief, never the resident's own, and no longer once they are withdrawn", async () => {
    const ref = await sent({ said: "Nhà ông Tư đánh bạc đêm" });
    const { matter } = await openedBy(ref);
    await expect(world.commit(son, (tx) => publish(tx, matter, { said: "a", done: "b" }))).rejects.toMatchObject({ code: "notPermitted" });
    const words = { said: "Có chỗ tụ tập ban đêm.", done: "Đã tuần tra, nhắc nhở." };
    await world.commit(binh, (tx) => publish(tx, matter, { ...words, done: "Sẽ tuần tra." }), evening);
    await world.commit(binh, (tx) => publish(tx, matter, words), days(1));
    const shown = await world.try(anybody, (tx) => showHamlet(tx, units.kep.code), days(1));
    expect(shown.words).toMatchObject([words]);
    expect(JSON.stringify(shown)).not.toContain("ông Tư");
    expect((await world.try(anybody, (tx) => showHamlet(tx, units.gianhCu.code), days(1))).words).toEqual([]);
    await world.commit(binh, (tx) => withdraw(tx, matter), days(2));
    expect((await world.try(anybody, (tx) => showHamlet(tx, units.kep.code), days(2))).words).toEqual([]);
  });

  test("a promise has an owner, a day that is its clock, and an end that says what was done", async () => {
    const ref = await world.commit(
      son,
      (tx) =>
        promise(
          tx,
          { key: newReference(), promise: "Lắp gương cầu", ownerId: cast.son.id, dueOn: "2026-11-30" as never },
          { meetingId: null, opinionId: null, hamletId: units.kep.id },
        ),
      evening,
    );
    const { matter } = await world.try(son, (tx) => getCommitment(tx, ref));
    expect(matter.dueAt).toEqual(new Date("2026-11-30T23:59:59+07:00"));
    await world.commit(son, (tx) => report(tx, ref, { version: 1, act: "fail", report: "Chưa có kinh phí" }), days(10));
    const after = await world.try(son, (tx) => getCommitment(tx, ref));
    expect(after.matter).toMatchObject({ state: "notCarriedOut", outcome: "notCarriedOut" });
    expect(after.commitment.report).toBe("Chưa có kinh phí");
    const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as n from breaches"));
    expect(rows).toEqual([{ n: 1 }]);
  });
});
