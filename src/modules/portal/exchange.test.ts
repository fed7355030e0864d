import { mkdir, readFile, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { receive, sign } from "../../../test/world/counter.ts";
import { as, type World } from "../../../test/world/index.ts";
import { MissingYear } from "../../kernel/clock/calendar.ts";
import { getPerson } from "../people/index.ts";
import { findByRef } from "../procedures/queries.ts";
import { withdraw } from "../procedures/service/endings.ts";
import { joinNational } from "../procedures/service/national.ts";
import { askSupplement } from "../procedures/service/supplement.ts";
import { assignTo, handOver, startWork } from "../procedures/service/work.ts";
import { limits } from "./document.ts";
import { filed, morning, post, stages } from "./exchange.stage.ts";

const site = stages();

const dossiers = (number?: string) => site.stage.dossiers(number);
const everything = () => site.stage.everything();
const minh = as(cast.minh);
const binh = as(cast.binh);

test("a file of the portal becomes a dossier that is nobody's yet, and the portal is answered with our code", async () => {
  const document = filed({ submittedAt: "2026-11-25T08:10:00+07:00" });
  await site.stage.drop("one.json", document);
  expect(await site.stage.round()).toMatchObject({ kept: 1, refused: 0, sent: 2 });
  const [row] = await dossiers(document.nationalNumber);
  expect(row).toMatchObject({ state: "received", channel: "nationalPortal", assignee: null, receivedAt: new Date("2026-11-25T08:10:00+07:00") });
  const whole = await site.world.try(minh, async (tx) => {
    const found = await findByRef(tx, post.communeId, row?.publicRef ?? "");
    return found && { ...found, person: await getPerson(tx, found.dossier.personId) };
  });
  expect(whole?.person).toMatchObject({ fullName: "Giáp Thị Tươi", idLast4: "0123" });
  expect(whole?.dossier).toMatchObject({ intakeId: null, handedOver: [{ code: "CT01", originals: 0, copies: 1 }], idLast4: "0123", phoneLast4: "0199" });
  const heard = await site.stage.heard();
  expect(heard).toContainEqual(
    expect.objectContaining({ kind: "receipt", answers: document.messageId, outcome: "received", code: row?.code, nationalNumber: document.nationalNumber }),
  );
  expect(heard).toContainEqual(expect.objectContaining({ kind: "status", state: "received", stateWord: "Đã tiếp nhận", sequence: 1, code: row?.code, post: "07612" }));
  expect(JSON.stringify(heard)).not.toMatch(/Tươi|024179000123|0204000199|Kép/);
  expect(await site.stage.names("done")).toHaveLength(1);
});

test.each([
  ["in office hours it counts at once", "2026-11-25T08:10:00+07:00", "2026-11-25T08:10:00+07:00"],
  ["in the noon pause it counts from the afternoon", "2026-11-23T12:00:00+07:00", "2026-11-23T13:30:00+07:00"],
  ["at night it counts from the next morning", "2026-11-22T23:59:00+07:00", "2026-11-23T07:30:00+07:00"],
  ["on the eve of a holiday it counts from the day after it", "2026-11-23T17:00:00+07:00", "2026-11-25T07:30:00+07:00"],
  ["on a Saturday morning the counter is open", "2026-11-21T08:00:00+07:00", "2026-11-21T08:00:00+07:00"],
])("the clock: %s", async (_what, submittedAt, receivedAt) => {
  const document = filed({ submittedAt });
  await site.stage.drop("one.json", document);
  await site.stage.round();
  const [row] = await dossiers(document.nationalNumber);
  expect(row?.receivedAt).toEqual(new Date(receivedAt));
  const clock = await site.world.asOwner((client) => client.query(`select started_at from clocks where matter_id = $1 and cause = 'start'`, [row?.id]));
  expect(clock.rows[0].started_at).toEqual(new Date(receivedAt));
});

test("the same message twice, and the same file under another message, are one dossier, answered each time", async () => {
  const document = filed();
  const again = { ...document, messageId: `${document.messageId}-again`, sentAt: "2026-11-25T07:00:00+07:00" };
  await site.stage.drop("a.json", document);
  await site.stage.drop("b.json", document);
  await site.stage.drop("c.json", again);
  expect(await site.stage.round()).toMatchObject({ kept: 3, refused: 0 });
  expect(await dossiers(document.nationalNumber)).toHaveLength(1);
  await site.stage.drop("a.json", document);
  expect(await site.stage.round()).toMatchObject({ kept: 1, refused: 0, sent: 1 });
  expect(await dossiers(document.nationalNumber)).toHaveLength(1);
  expect((await site.stage.heard()).filter(({ kind }) => kind === "receipt")).toHaveLength(2);
  expect(await site.stage.names("done")).toHaveLength(4);
});

test("other content under a message or a number that was taken in is refused, and the first stays as it is", async () => {
  const document = filed();
  await site.stage.drop("a.json", document);
  await site.stage.round();
  const before = await everything();
  await site.stage.drop("b.json", { ...document, request: "Một điều khác" });
  await site.stage.drop("c.json", { ...document, messageId: "another-message", request: "Một điều khác" });
  expect(await site.stage.round()).toMatchObject({ kept: 0, refused: 2, sent: 0 });
  expect(await everything()).toEqual(before);
  const reasons = await site.stage.reasons();
  expect(reasons).toContain("tin mang mã này đã nhận trước đây với nội dung khác");
  expect(reasons).toContain("a file of this national number was taken in before with other content");
  expect(await site.stage.heard()).toContainEqual(expect.objectContaining({ answers: "another-message", outcome: "refused", reasons: ["differs"] }));
});

test("what is wrong in a file is told line by line in both languages, changes nothing and stops no other file", async () => {
  const other = filed();
  const { person } = other;
  const wrong: Readonly<Record<string, string | object>> = {
    "not-json.json": "xin chào",
    "half.json": JSON.stringify(other).slice(0, 200),
    "empty.json": "",
    "deep.json": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    "too-large.json": `{"a":"${"x".repeat(limits.bytes)}"}`,
    "other-post.json": filed({ post: "99999" }),
    "post-without-work.json": filed({ post: "06427" }),
    "procedure.json": filed({ procedure: "9.999999" }),
    "case.json": filed({ case: "noSuchCase" }),
    "paper.json": filed({ papers: [{ code: "CT01" }, { code: "CT99" }] }),
    "future.json": filed({ submittedAt: "2027-01-01T00:00:00+07:00" }),
    "before.json": filed({ submittedAt: "2025-01-01T00:00:00+07:00" }),
    "unborn.json": { ...other, person: { ...person, bornOn: "2026-12-01" } },
    "no-such-day.json": { ...other, person: { ...person, bornOn: "1979-02-30" } },
    "extra.json": { ...other, more: 1 },
    "number.json": { ...other, nationalNumber: "../../etc/passwd" },
    "control.json": { ...other, request: "dòng\u202e đảo" },
  };
  const before = await everything();
  for (const [name, content] of Object.entries(wrong)) await site.stage.drop(name, content);
  expect(await site.stage.round()).toMatchObject({ kept: 0, refused: Object.keys(wrong).length, later: 0, sent: 0 });
  expect(await everything()).toEqual(before);
  const refused = await site.stage.names("refused");
  expect(refused).toHaveLength(2 * Object.keys(wrong).length);
  const reasons = await site.stage.reasons();
  for (const words of [
    "từ chỗ này nội dung không còn là JSON",
    "the content ends in the middle",
    "tệp trống không",
    "brackets stand more than 12 deep",
    "tệp lớn hơn 40 MB",
    "this server does not serve the post",
    "không có thủ tục nào mang mã này",
    "thủ tục không có trường hợp này; có: householdHead",
    "this case does not ask for that paper",
    "nằm ở tương lai",
    "before the day from which files are submitted on the national portal only",
    "born after the day of filing",
    'không có mục nào tên "more"',
    "mã hồ sơ quốc gia gồm 6 đến 40",
    "không có ký tự điều khiển",
  ]) {
    expect(reasons).toContain(words);
  }
  expect(reasons).toMatch(/10:\d+ case: /);
  expect(reasons).not.toMatch(/Tươi|024179000123/);
  const heard = await site.stage.heard();
  expect(heard.filter((one) => one.kind === "receipt" && one.outcome === "notOurs")).toHaveLength(2);
});

test("a bad file before it and one after it do not stop a good one", async () => {
  const good = filed();
  await site.stage.drop("a.json", "{");
  await site.stage.drop("b.json", good);
  await site.stage.drop("c.json", filed({ post: "99999" }));
  expect(await site.stage.round()).toMatchObject({ kept: 1, refused: 2 });
  expect(await dossiers(good.nationalNumber)).toHaveLength(1);
});

test("a link, a name with tricks in it and a file that is still being written", async () => {
  await writeFile(join(site.stage.dir, "secret.json"), JSON.stringify(filed()));
  await symlink(join(site.stage.dir, "secret.json"), join(site.stage.dir, "in", "link.json"));
  await symlink("/etc", join(site.stage.dir, "in", "etc"));
  await mkdir(join(site.stage.dir, "in", "folder.json"));
  const tricky = filed();
  await site.stage.drop("x..\\..\\y\n<b>; rm -rf.json", tricky);
  await site.stage.drop(`${"ộ".repeat(60)}.json`, filed());
  await site.stage.drop(".hidden.json", filed());
  await site.stage.drop("unfinished.json.part", filed());
  await site.stage.drop("fresh.json", filed());
  await utimes(join(site.stage.dir, "in", "fresh.json"), morning, new Date(morning.getTime() - 500));
  expect(await site.stage.round()).toMatchObject({ kept: 2, refused: 2 });
  expect(await dossiers(tricky.nationalNumber)).toHaveLength(1);
  expect(await site.stage.names("in")).toEqual([".hidden.json", "folder.json", "fresh.json", "unfinished.json.part"]);
  expect(await site.stage.reasons()).toContain("this is no ordinary file");
  expect(await readFile(join(site.stage.dir, "secret.json"), "utf8")).toContain("G99.01");
  for (const name of [...(await site.stage.names("done")), ...(await site.stage.names("refused"))]) expect(name).toMatch(/^[A-Za-z0-9_.-]+$/);
  expect(await site.stage.round({ now: new Date(morning.getTime() + 60_000) })).toMatchObject({ kept: 1, refused: 0 });
});

test("when the law data lacks what a promise needs, the file waits and is taken in once it is there", async () => {
  const document = filed();
  await site.stage.drop("one.json", document);
  const dayAt = (): never => {
    throw new MissingYear(2026);
  };
  expect(await site.stage.round({ house: { ...site.world.house, calendarOf: () => ({ dayAt }) } })).toMatchObject({ kept: 0, refused: 0, later: 1 });
  expect(await dossiers(document.nationalNumber)).toHaveLength(0);
  expect(await site.stage.round()).toMatchObject({ kept: 1 });
  expect(await dossiers(document.nationalNumber)).toHaveLength(1);
});

test("every public step is told once, in order, without a name; what stays inside is not told", async () => {
  const document = filed({ submittedAt: "2026-11-25T08:10:00+07:00" });
  await site.stage.drop("one.json", document);
  await site.stage.round();
  const [row] = await dossiers(document.nationalNumber);
  const ref = row?.publicRef ?? "";
  const at = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
  await site.world.commit(binh, (tx) => assignTo(tx, ref, { version: 1, assigneeId: cast.minh.id }), at(1));
  await site.world.commit(minh, (tx) => startWork(tx, ref, { version: 2 }), at(2));
  await site.world.commit(
    minh,
    (tx) => askSupplement(tx, ref, { version: 3, defects: [{ code: "unsigned", paper: "CT01" }], other: { paper: null, what: "Chị Tươi thiếu giấy khai sinh", todo: "Mang tới" } }),
    at(3),
  );
  await site.stage.round({ now: at(4) });
  await site.stage.round({ now: at(5) });
  await site.world.commit(minh, (tx) => withdraw(tx, ref, { version: 4, note: "Chị Tươi xin rút" }), at(6));
  expect(await site.stage.round({ now: at(7) })).toMatchObject({ sent: 1 });
  expect(await site.stage.round({ now: at(8) })).toMatchObject({ sent: 0 });
  const told = (await site.stage.heard()).filter((one) => one.kind === "status").sort((one, other) => one.sequence - other.sequence);
  expect(told.map(({ sequence, state, reasons }) => [sequence, state, reasons])).toEqual([
    [1, "received", undefined],
    [3, "processing", undefined],
    [4, "awaitingSupplement", ["papersMissing"]],
    [5, "stopped", ["withdrawnByResident"]],
  ]);
  expect(JSON.stringify(told)).not.toContain("Tươi");
  const open = await site.world.asOwner((client) => client.query("select national_done as done from dossiers where matter_id = $1", [row?.id]));
  expect(open.rows[0].done).toBe(true);
});

test("a dossier of the counter that an officer joins to a national number: its course is told, and the file that comes later is the same dossier", async () => {
  const matter = await receive(site.world, {}, morning);
  const document = filed();
  await site.world.commit(minh, (tx) => joinNational(tx, matter.publicRef, { version: 1, nationalNumber: document.nationalNumber }), morning);
  await site.world.commit(minh, (tx) => joinNational(tx, matter.publicRef, { version: 2, nationalNumber: document.nationalNumber }), morning);
  await site.stage.drop("one.json", document);
  await site.stage.round();
  expect(await dossiers(document.nationalNumber)).toMatchObject([{ id: matter.id, channel: "counter", assignee: cast.minh.id }]);
  const heard = await site.stage.heard();
  expect(heard).toContainEqual(expect.objectContaining({ kind: "receipt", outcome: "received", code: matter.code }));
  expect(heard.filter((one) => one.kind === "status")).toMatchObject([{ sequence: 1, state: "received" }]);
  const second = await receive(site.world, {}, morning);
  const taken = site.world.commit(minh, (tx) => joinNational(tx, second.publicRef, { version: 1, nationalNumber: document.nationalNumber }), morning);
  await expect(taken).rejects.toMatchObject({ code: "alreadyDone" });
});

test("a result that is handed over ends what the portal is told", async () => {
  const matter = await receive(site.world, {}, morning);
  const number = filed().nationalNumber;
  await sign(site.world, matter, { now: morning });
  await site.world.commit(minh, (tx) => joinNational(tx, matter.publicRef, { version: 3, nationalNumber: number }), morning);
  await site.world.commit(minh, (tx) => handOver(tx, matter.publicRef, { version: 4, to: "self" }), morning);
  await site.stage.round();
  const told = (await site.stage.heard()).flatMap((one) => (one.kind === "status" && one.nationalNumber === number ? [one.state] : []));
  expect(told.sort()).toEqual(["completed", "processing", "received", "returned"]);
});

test("another post sees nothing of it, and an officer cannot write what only the exchange may", async () => {
  const document = filed();
  await site.stage.drop("one.json", document);
  await site.stage.round();
  const seen = (actor: Parameters<World["try"]>[0]) =>
    site.world.try(actor, async (tx) => (await tx.db.withTables<{ portalMessages: { communeId: number } }>().selectFrom("portalMessages").select("communeId").execute()).length);
  expect(await seen(minh)).toBeGreaterThan(0);
  expect(await seen(as(cast.hanh))).toBe(0);
  const { insertArrival } = await import("./queries.ts");
  const [row] = await dossiers(document.nationalNumber);
  const forged = site.world.try(minh, (tx) =>
    insertArrival(tx, { ...post, messageId: "forged-message", nationalNumber: "FORGED-1", matterId: row?.id ?? 0, contentHash: Buffer.alloc(32), arrivedAt: morning }),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});
