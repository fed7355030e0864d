import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, type Member, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type Actor, may, type Place, regimesOf } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import type { Right } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";
import { everything } from "../inbox/narrowing.ts";
import { countInbox, listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { minutesOf, minutesPaper } from "./documents/minutes.ts";
import { minutesDocument } from "./documents/minutes-docx.ts";
import { evening, held, line, phuongSon } from "./listening.stage.ts";
import { countCommitments, listCommitments } from "./queries/commitments.ts";
import { listOpenLetters } from "./queries/letters.ts";
import { listMeetings } from "./queries/meetings.ts";
import { countByCommune, countOpinions, listAside, listOpinions, searchOpinions } from "./queries/opinions.ts";
import { promise } from "./service/commitments.ts";
import { takeLetter } from "./service/letters.ts";
import { getMeeting, noteHousehold, openMeeting } from "./service/meetings.ts";
import { getOpinion } from "./service/opinions.ts";
import { takeAtCounter } from "./service/take.ts";

let world: World;
const made: { meeting: string; opinion: string } = { meeting: "", opinion: "" };
beforeAll(async () => {
  world = await openWorld();
  made.meeting = await held(world, [line("Xin lắp đèn"), line("Cảm ơn", { heading: "strength", answer: "Vâng" })]);
  await world.commit(
    as(cast.son),
    async (tx) => {
      const opened = await getMeeting(tx, made.meeting);
      await noteHousehold(tx, opened, { key: newReference(), head: "Giáp Thị Lành", people: 2 });
      const occasion = { meetingId: opened.matter.id, opinionId: null, hamletId: units.kep.id };
      await promise(tx, { key: newReference(), promise: "Tuần tra đêm", ownerId: cast.son.id, dueOn: "2026-12-01" as never }, occasion);
      made.opinion = await takeAtCounter(tx, { heading: "cause", said: "Nói ở quầy", hamletId: null, fullName: "Đặng Văn Thuỷ", phone: null });
      const nobody = { handledBefore: null, fullName: null, address: null, phone: null, idNumber: null };
      await takeLetter(tx, { receivedOn: "2026-11-23" as never, content: "Đơn", people: 1, ...nobody });
    },
    evening,
  );
});
afterAll(() => world.close());

const span = { from: new Date("2026-11-01T00:00:00+07:00"), before: new Date("2026-12-31T00:00:00+07:00") };
const tables = ["opinions", "opinion_turns", "opinion_corrections", "public_words", "meetings", "meeting_households", "commitments", "citizen_letters"];

/** All that this module and the lists of the house tell an officer of listening. */
async function everythingSeen(tx: Tx, place: Place): Promise<number> {
  const asked = { open: false, words: "", after: null, size: 50 };
  const lists = [
    await listOpinions(tx, place, asked),
    await listAside(tx, place, 200),
    await searchOpinions(tx, place.communeId, "đèn"),
    await listMeetings(tx, place, { after: null, size: 50 }),
    await listCommitments(tx, place, { after: null, size: 50 }),
    await listOpenLetters(tx, place, { after: null, size: 50 }),
    await countOpinions(tx, place, span),
    (await listInbox(tx, sightOf(tx), { narrowing: everything, after: null, size: 50 })).filter(({ kind }) => ["opinion", "commitment", "citizenLetter"].includes(kind)),
  ];
  const promised = await countCommitments(tx, place, span);
  return lists.reduce((sum, { length }) => sum + length, promised.all);
}

/** An officer of the post with some rights and no others. */
const withRights = (held: readonly Right[]): Actor => ({ id: cast.trang.id, name: "", scope: cast.trang.scope, rights: new Set(held), regimes: regimesOf(new Set(held)) });

test("whoever holds no right of listening finds nothing of it: in no list, no count, no search, no inbox", async () => {
  const others = fc.subarray(["counter.read", "incidents.read", "incidents.receive", "mediation.read", "scams.read", "contact.vouch", "record.read"] as const, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(others, async (rights) => {
      const actor = withRights(rights);
      const seen = await world.try(actor, async (tx) => (await tx.db.selectFrom("matters").select("id").where("regime", "=", "listening").execute()).length, evening);
      expect(seen).toBe(0);
      expect(await world.try(actor, (tx) => everythingSeen(tx, phuongSon), evening)).toBe(0);
    }),
    { numRuns: 20 },
  );
  expect(await world.try(as(cast.son), (tx) => everythingSeen(tx, phuongSon), evening)).toBeGreaterThan(12);
});

test("PostgreSQL and may() agree: rows of each table are seen by exactly those who hold the regime at the post", async () => {
  for (const member of Object.values(cast) as Member[]) {
    const actor = as(member);
    if (actor.scope.kind !== "commune") continue;
    const counts = await world.try(actor, async (tx) => await Promise.all([...tables].map(async (table) => (await countRows(tx, table)) > 0)), evening);
    const should = may(actor, "listening.read", phuongSon);
    expect([member.login, counts[tables.indexOf("opinions")]]).toEqual([member.login, should]);
    if (!should) expect(counts.some(Boolean)).toBe(false);
  }
});

async function countRows(tx: Tx, table: string): Promise<number> {
  return (await tx.db.withTables<Record<string, { communeId: number }>>().selectFrom(table).select("communeId").execute()).length;
}

test("the addresses of an opinion and of a meeting are not found by another post, nor by an officer of another regime", async () => {
  for (const member of [cast.hanh, cast.long]) {
    await expect(world.try(as(member), (tx) => getOpinion(tx, made.opinion))).rejects.toMatchObject({ code: "notFound" });
    await expect(world.try(as(member), (tx) => getMeeting(tx, made.meeting))).rejects.toMatchObject({ code: "notFound" });
  }
  await expect(world.try(as(cast.trang), (tx) => getOpinion(tx, made.opinion))).rejects.toMatchObject({ code: "notFound" });
  // All that there is in this world is of listening: there is nothing in her inbox, and something in that of who may see it.
  expect(await world.try(as(cast.trang), (tx) => countInbox(tx, sightOf(tx), everything), evening)).toMatchObject({ all: 0 });
  expect((await world.try(as(cast.son), (tx) => countInbox(tx, sightOf(tx), everything), evening)).all).toBeGreaterThan(0);
});

test("minutes tell what was said and promised and name no resident, as a print and as a document", async () => {
  await world.try(
    as(cast.son),
    async (tx) => {
      const opened = await openMeeting(tx, made.meeting);
      const minutes = minutesOf(tx, opened);
      const text = JSON.stringify(minutes);
      expect(text).toMatch(/Xin lắp đèn \(người phụ trách: [^;]+; trả lời chậm nhất ngày 8\/12\/2026\)/);
      expect(text).toMatch(/Cảm ơn – Trả lời: Vâng/);
      expect(text).toMatch(/Tuần tra đêm\. Người chịu trách nhiệm: Lý Văn Sơn; xong chậm nhất ngày 1\/12\/2026/);
      expect(text).toContain("1 hộ, 2 người");
      expect(text).not.toMatch(/Lành|Thuỷ/);
      const { template, data } = minutesPaper(tx, opened);
      expect(Buffer.from((await tx.house.typesetter.typeset(template, data)).subarray(0, 5)).toString()).toBe("%PDF-");
      const document = Buffer.from(await minutesDocument(tx, opened));
      expect(document.subarray(0, 2).toString()).toBe("PK");
      expect(document.byteLength).toBeGreaterThan(4_000);
    },
    evening,
  );
});

test("the province reads how many opinions each post took and how many are late, and not one word of them", async () => {
  const counts = await world.try(as(cast.thao), (tx) => countByCommune(tx, span), evening);
  expect(counts).toEqual([{ communeId: units.phuongSon.id, all: 3, open: 2, late: 0 }]);
  await expect(world.try(as(cast.thao), (tx) => countRows(tx, "opinions"))).rejects.toThrow(/permission denied/);
});
