import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { letterBookPaper, letterBookSheet } from "./documents/letter-book.ts";
import type { NewLetter } from "./forms/letters.ts";
import { parseNewLetter, parseParts, parseSorted } from "./forms/letters.ts";
import { evening } from "./listening.stage.ts";
import { getLetter, openLines, readLetterBook, settleLetter, sortLetter, splitLetter, takeLetter } from "./service/letters.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.asOwner((owner) => owner.query("truncate citizen_letters, identities, timeline, audit, clocks, pauses, breaches, notices, numbers, reads, matters cascade"));
});

const son = as(cast.son);
const minh = as(cast.minh);
const monday = "2026-11-23" as Day;
const letter = (given: Partial<NewLetter> = {}): NewLetter => ({
  receivedOn: monday,
  content: "Đề nghị xem lại việc xử phạt ông Nguyễn Văn Lực, và lắp đèn ngõ 3",
  people: 1,
  handledBefore: null,
  fullName: "Giáp Thị Lành",
  address: "Số 7, tổ Kép",
  phone: null,
  idNumber: "024081000123",
  ...given,
});
const sorted = (given = {}) => ({ version: 1, kind: "petition" as const, path: "accept" as const, handledBefore: null, guidance: null, forwardedTo: null, why: null, ...given });
const take = (given: Partial<NewLetter> = {}): Promise<string> => world.commit(minh, (tx) => takeLetter(tx, letter(given)), evening);
const opened = (ref: string) => world.try(son, (tx) => getLetter(tx, ref), evening);
const book = () => world.try(son, (tx) => readLetterBook(tx, { from: monday, to: monday, after: null, size: 50 }), evening);

test("a letter lies sealed, its sender apart from it, and neither stands in its title or timeline", async () => {
  const ref = await take();
  const { matter, content } = await opened(ref);
  expect(content).toContain("Nguyễn Văn Lực");
  expect(matter).toMatchObject({ code: "DT-26-001", title: "Đơn của công dân", state: "received" });
  const { rows } = await world.asOwner((owner) => owner.query("select l::text as l, m::text as m, t::text as t from citizen_letters l, matters m, timeline t"));
  expect(JSON.stringify(rows)).not.toMatch(/Lực|Lành|024081/);
});

test("each kind has the term of its own law, and is accepted or led on", async () => {
  const ref = await take();
  // Not sorted, it may be a denunciation: seven working days after Monday 23/11, with the holiday of 24/11 between.
  expect((await opened(ref)).matter.dueAt).toEqual(new Date("2026-12-03T17:00:00+07:00"));
  await expect(world.commit(minh, (tx) => sortLetter(tx, ref, sorted()))).rejects.toMatchObject({ code: "notPermitted" });
  await world.commit(son, (tx) => sortLetter(tx, ref, sorted()), new Date("2026-11-27T10:00:00+07:00"));
  // Ten working days since it was received, not since it was sorted.
  expect((await opened(ref)).matter.dueAt).toEqual(new Date("2026-12-08T17:00:00+07:00"));
  await world.commit(son, (tx) => settleLetter(tx, ref, { version: 2, result: "Đã lắp đèn", remark: null }), evening);
  expect((await opened(ref)).matter).toMatchObject({ state: "settled", outcome: "settled" });
  const other = await take();
  await world.commit(son, (tx) => sortLetter(tx, other, sorted({ kind: "complaint", path: "leadOn", forwardedTo: "Chủ tịch UBND phường" })), evening);
  const { matter, letter: row } = await opened(other);
  expect([matter.state, row.competent, row.forwardedTo]).toEqual(["ledOn", false, "Chủ tịch UBND phường"]);
  // A complaint or denunciation is to be accepted within its term: once it is, nothing more falls due.
  for (const kind of ["complaint", "denunciation"]) {
    const accepted = await take();
    await world.commit(son, (tx) => sortLetter(tx, accepted, sorted({ kind })), evening);
    expect((await opened(accepted)).matter).toMatchObject({ state: "working", dueAt: null });
  }
  // Whoever leads on says where to.
  expect(parseSorted({ version: "1", kind: "complaint", path: "leadOn" }, { again: false }).ok).toBe(false);
});

test("one that was sorted by mistake is sorted again with why, under the term of its true kind; the book tells the last", async () => {
  const ref = await take({ content: "Tố cáo ông A nhận tiền" });
  await world.commit(son, (tx) => sortLetter(tx, ref, sorted({ kind: "feedback" })), evening);
  const mistaken = await opened(ref);
  expect(mistaken.matter).toMatchObject({ state: "working", dueAt: expect.any(Date) });
  await world.commit(son, (tx) => sortLetter(tx, ref, sorted({ version: mistaken.matter.version, kind: "denunciation", why: "Chọn nhầm loại" })), evening);
  const right = await opened(ref);
  expect([right.matter.state, right.matter.dueAt, right.letter.kind]).toEqual(["working", null, "denunciation"]);
  expect((await book()).lines.map(({ kind }) => kind)).toEqual(["denunciation"]);
  const { rows } = await world.asOwner((owner) => owner.query("select action, note, facts from timeline order by seq desc limit 1"));
  expect(rows).toEqual([{ action: "accept", note: "Chọn nhầm loại", facts: { kind: "denunciation" } }]);
  await world.commit(son, (tx) => settleLetter(tx, ref, { version: right.matter.version, result: "Đã kết luận", remark: null }), evening);
  await expect(world.commit(son, (tx) => sortLetter(tx, ref, sorted({ version: right.matter.version + 1, why: "Lại nhầm" })), evening)).rejects.toMatchObject({ code: "notNow" });

  const form = { version: "2", kind: "denunciation", path: "accept" };
  expect(parseSorted(form, { again: true })).toMatchObject({ ok: false, errors: { why: { vi: "Xin ghi vì sao phân loại lại." } } });
  expect(parseSorted(form, { again: false })).toMatchObject({ ok: true, value: { why: null } });
  expect(parseSorted({ ...form, why: "ở lần đầu không hỏi" }, { again: false })).toMatchObject({ ok: true, value: { why: null } });
});

test("the number of a paper is one of a paper", () => {
  const typed = { receivedOn: "23/11/2026", content: "Đơn", people: "1" };
  for (const idNumber of ["", "024081000123", "024 081 000 123", "121234567", "C1234567"]) expect(parseNewLetter({ ...typed, idNumber }, monday)).toMatchObject({ ok: true });
  for (const idNumber of ["12ab", "1234", "không rõ"]) expect(parseNewLetter({ ...typed, idNumber }, monday)).toMatchObject({ ok: false, errors: { idNumber: expect.anything() } });
});

test("as many sent it as the form says may have sent it", () => {
  const typed = (people: string) => parseNewLetter({ receivedOn: "23/11/2026", content: "Đề nghị lắp đèn", people }, monday);
  expect(typed("1000")).toMatchObject({ ok: true, value: { people: 1_000 } });
  expect(typed("")).toMatchObject({ ok: true, value: { people: 1 } });
  for (const wrong of ["0", "1001", "1,5", "hai"]) expect(typed(wrong)).toMatchObject({ ok: false, errors: { people: { vi: "Số người từ 1 đến 1000." } } });
});

test("a mixed letter ends, and each of its parts begins under the law of its kind; its sender stays with the whole", async () => {
  const ref = await take();
  const form = parseParts({ version: "1", kind1: "complaint", content1: "Xem lại việc xử phạt", kind2: "denunciation", content2: "Cán bộ nhận tiền" });
  if (!form.ok) throw new Error("not understood");
  await world.commit(son, (tx) => splitLetter(tx, ref, form.value), evening);
  const whole = await opened(ref);
  expect(whole.matter).toMatchObject({ state: "split", outcome: "split" });
  expect(whole.letter.kind).toBe("mixed");
  expect(whole.parts.map(({ kind, code }) => [kind, code])).toEqual([
    ["complaint", "DT-26-002"],
    ["denunciation", "DT-26-003"],
  ]);
  const [complaint, denunciation] = whole.parts;
  // Ten days from Monday 23/11; seven working days with the holiday of 24/11 between.
  expect(complaint?.dueAt).toEqual(new Date("2026-12-03T23:59:59+07:00"));
  expect(denunciation?.dueAt).toEqual(new Date("2026-12-03T17:00:00+07:00"));
  const { lines } = await book();
  const out = await world.commit(son, (tx) => openLines(tx, lines, "Kiểm tra sổ quý IV"), evening);
  expect(out.map(({ who }) => who?.fullName)).toEqual(["Giáp Thị Lành", "Giáp Thị Lành", "Giáp Thị Lành"]);
  await expect(world.commit(son, (tx) => splitLetter(tx, complaint?.publicRef ?? "", { ...form.value, version: 1 }))).rejects.toMatchObject({ code: "notNow" });
  for (const typed of [
    { version: "1", kind1: "complaint", content1: "Một phần" },
    { version: "1", kind1: "complaint", content1: "a", kind2: "petition" },
  ])
    expect(parseParts(typed)).toMatchObject({ ok: false, errors: { content1: { vi: expect.stringContaining("ít nhất hai phần") } } });
  // Nothing of a complaint is cut off in silence.
  const long = { version: "1", kind1: "complaint", content1: "Một", kind2: "petition", content2: "ạ".repeat(4_001) };
  expect(parseParts(long)).toMatchObject({ ok: false, errors: { content2: { vi: "Dài quá: nhiều nhất 4000 chữ." } }, typed: { content2: long.content2 } });
  expect(parseParts({ ...long, content2: "ạ".repeat(4_000) }).ok).toBe(true);
});

test("the book has thirteen columns, names nobody on the screen, and leaves with names for a purpose that is written down", async () => {
  await take();
  await take({ fullName: null, address: null, idNumber: null });
  const { lines, all } = await book();
  expect(all).toBe(2);
  expect(JSON.stringify(lines)).not.toContain("Lành");
  await expect(world.try(minh, (tx) => openLines(tx, lines, "Kiểm tra sổ"))).rejects.toMatchObject({ code: "notPermitted" });
  await world.commit(
    son,
    async (tx) => {
      const whole = { lines: await openLines(tx, lines, "Kiểm tra sổ"), about: "Tháng 11", mark: "Xuất bởi Sơn" };
      const { data } = letterBookPaper(tx, whole) as unknown as { data: { columns: string[]; rows: string[][] } };
      expect(data.columns).toHaveLength(13);
      expect(data.rows[0]).toEqual([
        "1",
        "23/11/2026",
        "Giáp Thị Lành, Số 7, tổ Kép",
        "024081000123",
        expect.stringContaining("Nguyễn Văn Lực"),
        "Chưa phân loại",
        "1",
        "",
        "",
        "",
        "",
        "Mới nhận",
        "DT-26-001",
      ]);
      expect((await letterBookSheet(tx, whole)).byteLength).toBeGreaterThan(2_000);
      const pdf = await tx.house.typesetter.typeset(letterBookPaper(tx, whole).template, letterBookPaper(tx, whole).data);
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    },
    evening,
  );
  const { rows } = await world.asOwner((owner) => owner.query("select actor_id, purpose from reads"));
  expect(rows).toEqual([{ actor_id: cast.son.id, purpose: "Kiểm tra sổ" }]);
});
