import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { type Day, dayOf } from "../../base/day.ts";
import { readCard } from "../../base/identity.ts";
import type { Actor } from "../../kernel/actor.ts";
import { regimesOf } from "../../kernel/actor.ts";
import { roles } from "../../kernel/rights.ts";
import { inTx } from "../../kernel/tx.ts";
import { type Break, verifyChains } from "../../kernel/verify-chains.ts";
import { openDatabase } from "../../platform/database.ts";
import { everything } from "../inbox/narrowing.ts";
import { type Counts, countInbox, listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { verifyByFile } from "../papers/service.ts";
import { courseOfTheWorld } from "./course.stage.ts";
import { emptyGround, type Ground, root, seeded } from "./ground.stage.ts";
import { DemoRefused, demoCards, seedDemoUnits, seedDemoWork } from "./index.ts";
import { officeTime } from "./office-time.ts";
import { tellVoices } from "./voices.stage.ts";

const wednesday = new Date("2026-11-25T10:05:00+07:00");

/** What must be the same in two worlds of the same instant. */
const digest = `select json_build_object(
  'matters', (select json_agg(json_build_array(u.code, u.valid_from, m.code, m.title, m.state, m.received_at, m.due_at, m.settled_at, m.closed_at, m.outcome, m.version) order by u.code, u.valid_from, m.code) from matters m join units u on u.id = m.commune_id),
  'moves', (select json_agg(json_build_array(m.code, t.seq, t.at, t.action, a.login) order by m.commune_id, m.code, t.seq) from timeline t join matters m on m.commune_id = t.commune_id and m.id = t.matter_id left join accounts a on a.id = t.actor_id),
  'people', (select json_agg(json_build_array(commune_id, full_name, born_on, address, phone, id_last4) order by commune_id, id_last4) from people),
  'papers', (select json_agg(json_build_array(commune_id, form, number, symbol, signer_name, issued_at, valid_until) order by commune_id, form, issued_at, number) from papers),
  'breaches', (select json_agg(json_build_array(commune_id, due_at, noticed_at) order by commune_id, due_at) from breaches),
  'ratings', (select json_agg(json_build_array(commune_id, month, procedure_code, score) order by commune_id, month, procedure_code, score) from ratings))::text as digest`;

const digestOf = async (ground: Ground): Promise<string> => (await ground.ask<{ digest: string }>(digest))[0]?.digest ?? "";

let world: Awaited<ReturnType<typeof seeded>>;
beforeAll(async () => {
  world = await seeded(wednesday);
}, 180_000);

describe("the world", () => {
  tellVoices(() => world);

  test("holds some three hundred dossiers, from 2023 on, in every state", async () => {
    const years = await world.ask<{ year: number; count: number }>(
      "select extract(year from received_at at time zone 'Asia/Ho_Chi_Minh')::int as year, count(*) from matters where kind = 'dossier' group by 1 order by 1",
    );
    expect(Object.fromEntries(years.map(({ year, count }) => [year, count]))).toEqual({ 2023: 40, 2024: 40, 2025: 70, 2026: 209 });
    const states = await world.ask<{ state: string }>("select distinct state from matters where kind = 'dossier' order by 1");
    expect(states.map(({ state }) => state).join(" ")).toBe("awaitingSupplement handedOver onHold received refusalHandedOver refused signed stopped toSign withdrawn working");
  });

  test("leaves nothing open in a commune that is no more", async () => {
    expect(
      await world.ask("select m.code from matters m join units u on u.id = m.commune_id where u.valid_to is not null and (m.closed_at is null or m.closed_at >= u.valid_to)"),
    ).toEqual([]);
  });

  test("has officers of every role, and the right to their earlier work only for its own time", async () => {
    const held = await world.ask<{ role: string }>("select distinct role from account_grants order by role");
    // The national portal gets its account with the first file that it brings, the door its own when the house starts.
    expect(held.map(({ role }) => role)).toEqual(
      Object.keys(roles)
        .filter((role) => role !== "nationalPortal" && role !== "door")
        .sort(),
    );
    expect(
      await world.ask(
        "select g.id from account_grants g join units u on u.id = g.unit_id where g.scope = 'commune' and (g.valid_from, g.valid_to) is distinct from (u.valid_from, u.valid_to)",
      ),
    ).toEqual([]);
    expect(await world.ask("select login from accounts where password_hash is not null")).toEqual([]);
  });

  test("has a record whose every chain holds", async () => {
    const owner = openDatabase(world.ownerUrl, { connections: 1, onError: () => {} });
    const breaks: Break[] = [];
    const report = await verifyChains(owner, { batch: 200, onBreak: (found) => breaks.push(found), onProgress: () => {} });
    await owner.close();
    expect(breaks).toEqual([]);
    expect(report).toMatchObject({ matters: 414, breaks: 0 });
  });

  test("has guests of the last nights, one of whom was told of too late, and some who have left", async () => {
    const [stays] = await world.ask(
      "select count(*), sum(guests), count(*) filter (where e.told_at >= e.due_at) as late from stays s join stay_entries e using (commune_id, matter_id)",
    );
    expect(stays).toEqual({ count: 7, sum: 12, late: 1 });
    expect(await world.ask("select count(*) from stay_departures where left_at is not null")).toEqual([{ count: 5 }]);
  });

  test("asked for what was missing by its rule, again for what had been overlooked, and apologised before the day", async () => {
    expect(await world.ask(courseOfTheWorld)).toEqual([{ many: true, repeated: 2, untold: 0, drafts: true, extended: [true], letters: ["04", "05"] }]);
  });

  test("has signed papers that anybody can verify by their file, and none without a number in its row", async () => {
    const [paper] = await world.ask<{ pdf: Buffer }>("select pdf from paper_files order by commune_id desc, paper_id desc limit 1");
    const verdict = await inTx(
      world.database,
      { house: world.said, actor: { id: null, name: "", scope: { kind: "public" }, rights: new Set(), regimes: new Set() }, now: wednesday, readOnly: true },
      (tx) => verifyByFile(tx, paper?.pdf ?? Buffer.alloc(0)),
    );
    expect(verdict).toMatchObject({ verdict: "valid", paper: { signerName: expect.any(String) } });
    const gaps =
      "select commune_id, form, count(*)::int as count, max(number) as last from papers group by commune_id, form, extract(year from issued_at at time zone 'Asia/Ho_Chi_Minh') having count(*) <> max(number)";
    expect(await world.ask(gaps)).toEqual([]);
  });

  test("keeps office hours: nobody at the post acts on a day off or at night, but who enters a stay", async () => {
    const moves = await world.ask<{ at: Date; communeId: number; provinceId: number }>(
      `select t.at, t.commune_id as "communeId", t.province_id as "provinceId" from timeline t join matters m on m.commune_id = t.commune_id and m.id = t.matter_id where m.kind = 'dossier'`,
    );
    const wrong = moves.filter(
      ({ at, ...place }) =>
        !world.said
          .calendarOf(place)
          .dayAt(dayOf(at))
          .office.some(({ from, to }) => from <= at && at <= to),
    );
    expect(wrong).toEqual([]);
  });

  test("wrote down a deadline a minute after it had passed, and every late answer has one", async () => {
    const [noted] = await world.ask<{ wrong: number; count: number }>("select count(*) filter (where noticed_at <> due_at + interval '1 minute') as wrong, count(*) from breaches");
    expect(noted?.wrong).toBe(0);
    expect(noted?.count).toBeGreaterThanOrEqual(10);
    const silent =
      "select m.code from matters m where coalesce(m.settled_at, $$2026-11-25T10:05:00+07:00$$::timestamptz) > m.due_at + interval '1 minute' and m.outcome is distinct from 'withdrawn' and not exists (select from breaches b where b.commune_id = m.commune_id and b.matter_id = m.id and b.due_at = m.due_at)";
    expect(await world.ask(silent)).toEqual([]);
  });

  test("was rated by five and more in four communes, and by too few in the fifth to show", async () => {
    const rows = await world.ask<{ code: string; shown: boolean }>(
      "select u.code, exists (select from rating_releases r where r.commune_id = u.id) as shown from units u where u.kind = 'commune' and u.valid_to is null order by u.code",
    );
    expect(Object.fromEntries(rows.map(({ code, shown }) => [code, shown]))).toEqual({ "07333": false, "07381": true, "07498": true, "07612": true, "07777": true });
    expect(await world.ask("select 1 from ratings r join units u on u.id = r.commune_id where u.code = '07333' and u.valid_to is null limit 1")).toHaveLength(1);
  });

  test("is counted: every matter of the counter stands in its figures, and nothing waits", async () => {
    const [counted] = await world.ask<{ matters: number; received: number; touches: number }>(
      "select (select count(*)::int from matters where regime = 'counter') as matters, (select sum(received)::int from matter_stats where procedure_code = '') as received, (select count(*)::int from matter_touches) as touches",
    );
    expect(counted).toEqual({ matters: 366, received: 366, touches: 0 });
  });

  test("tells the units of 2023 by their names of then, with all that became of them", async () => {
    const on = (code: string, day: string): string | undefined => world.said.units.findByCode("commune", code, day as Day)?.name;
    expect(on("07576", "2023-11-17")).toBe("Xã Quý Sơn");
    expect(on("07777", "2024-01-31")).toBe("Thị trấn Bích Động");
    expect(on("07777", "2024-02-01")).toBe("Phường Bích Động");
    expect(on("07312", "2025-01-01")).toBeUndefined();
    expect(on("07612", "2026-11-25")).toBe("Phường Phượng Sơn");
    const hamlets = await world.ask("select h.name from units h join units u on u.id = h.parent_id where u.code = '07612' and h.valid_to is null");
    expect(hamlets).toHaveLength(25);
    expect(hamlets).toContainEqual({ name: "Tổ dân phố Giành Cũ" });
    const orphans =
      "select name from units u where kind <> 'province' and not exists (select from units p where p.id = u.parent_id and p.valid_from <= u.valid_from and (p.valid_to is null or p.valid_to > u.valid_from))";
    expect(await world.ask(orphans)).toEqual([]);
  });

  test("has no private person of the newspaper, and no telephone or number that could be somebody's", async () => {
    const text = JSON.stringify([
      await world.ask("select full_name, address, phone, id_last4 from people"),
      await world.ask("select login, name, rank from accounts"),
      await world.ask("select request, proposal from dossiers"),
      await world.ask("select note, facts from timeline"),
      demoCards(),
      await Promise.all((await readdir(join(root, "db/seed"))).map((file) => readFile(join(root, "db/seed", file), "utf8"))),
    ]);
    for (const name of ["Lý Thị Thắm", "Trương An Ninh", "Nguyễn Đức Thắng", "Nguyễn Đình Vạn", "Nguyễn Thị Thúy", "Quốc Phương"]) expect(text).not.toContain(name);
    expect(await world.ask("select full_name from people where id_last4 !~ '^0' or phone !~ '^0204000'")).toEqual([]);
    const [sexes] = await world.ask<{ share: number }>("select avg((sex = 'female')::int)::float as share from people");
    expect(sexes?.share).toBeGreaterThan(0.4);
    expect(sexes?.share).toBeLessThan(0.7);
  });

  test("gives cards that the counter's scanner reads, as the notes for testers have them", async () => {
    const cards = demoCards();
    expect(cards).toHaveLength(12);
    for (const card of cards) expect(readCard(card, dayOf(wednesday))).toMatchObject({ ok: true, card: { idNumber: expect.stringMatching(/^024[0-3]\d\d000\d{3}$/) } });
    expect(await readFile(join(root, "db/seed/README.md"), "utf8")).toContain(cards.join("\n"));
  });
});

test("a world that was cut off half-way is built anew, and comes out the same as one that was not", async () => {
  const ground = await emptyGround();
  await seedDemoUnits(ground.ownerUrl);
  const house = await ground.house(wednesday);
  const cutOff = seedDemoWork({ ...ground, house, now: wednesday, say: () => {} });
  const ended = cutOff.then(
    () => "whole",
    () => "cut off",
  );
  while (((await ground.ask<{ count: number }>("select count(*) from matters"))[0]?.count ?? 0) < 60) await pause(50);
  await ground.ask("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
  expect(await ended).toBe("cut off");
  expect(await ground.ask("select key from deployment where key = 'demo.done'")).toEqual([]);

  await seedDemoUnits(ground.ownerUrl);
  await seedDemoWork({ ...ground, house, now: wednesday, say: () => {} });
  expect(await digestOf(ground)).toBe(await digestOf(world));

  const later = new Date(wednesday.getTime() + 86_400_000);
  await seedDemoWork({ ...ground, house, now: later, say: () => {} });
  expect(await digestOf(ground), "whole already: nothing is done again").toBe(await digestOf(world));
}, 180_000);

test("a database with somebody's own accounts is left alone", async () => {
  const ground = await emptyGround();
  await seedDemoUnits(ground.ownerUrl);
  await ground.ask("insert into accounts (login, name, unit_id) select 'somebody', 'Somebody', id from units limit 1");
  await expect(seedDemoWork({ ...ground, house: await ground.house(wednesday), now: wednesday, say: () => {} })).rejects.toThrow(DemoRefused);
  expect(await ground.ask("select login from accounts")).toEqual([{ login: "somebody" }]);
  expect(await ground.ask("select key from deployment")).toEqual([{ key: "demo.units" }]);

  const bare = await emptyGround();
  await bare.ask(
    "insert into units (kind, code, name, short_name, norm, valid_from, source) values ('province', '01', 'Thành phố Hà Nội', 'Hà Nội', 'ha noi', '2025-07-01', 'test')",
  );
  await bare.ask("insert into accounts (login, name, unit_id) select 'somebody', 'Somebody', id from units limit 1");
  await expect(seedDemoUnits(bare.ownerUrl)).rejects.toThrow(DemoRefused);
  expect(await bare.ask("select code from units")).toEqual([{ code: "01" }]);
});

describe("the desk of Phượng Sơn has work of every kind", () => {
  const moments = [
    ["on a Wednesday morning", wednesday],
    ["on a Sunday", new Date("2026-11-22T09:30:00+07:00")],
    ["in the midst of Tết", new Date("2027-02-07T20:00:00+07:00")],
    ["before the door opens on a Monday", new Date("2027-03-15T06:50:00+07:00")],
  ] as const;

  test.each(moments)("%s", async (_when, now) => {
    const ground = now === wednesday ? world : await seeded(now);
    const house = ground.said;
    const post = house.units.findByCode("commune", "07612", dayOf(now));
    if (!post) throw new Error("no post");
    const place = { communeId: post.id, provinceId: post.provinceId ?? 0 };
    const [chief] = await ground.ask<{ id: number }>("select id from accounts where login = 'binh.phuongson'");
    const rights = new Set(roles.chief);
    const actor: Actor = { id: chief?.id ?? 0, name: "", scope: { kind: "commune", ...place }, rights, regimes: regimesOf(rights) };
    const [counts, rows] = await inTx(ground.database, { house, actor, now, readOnly: true }, async (tx) => {
      const sight = sightOf(tx);
      return [await countInbox(tx, sight, everything), await listInbox(tx, sight, { narrowing: everything, after: null, size: 100 })] as const;
    });
    for (const kind of ["late", "signing", "paused", "ready"] as const satisfies (keyof Counts)[]) expect(counts[kind], kind).toBeGreaterThan(0);

    const office = officeTime(house.calendarOf(place));
    const dueOn = (day: Day): number => rows.filter(({ dueAt }) => dueAt !== null && dueAt > now && dayOf(dueAt) === day).length;
    const current = office.currentDay(now);
    expect(dueOn(current), "due on the day at work, which is today while the office is open").toBeGreaterThanOrEqual(3);
    for (const ahead of [1, 2, 3]) expect(dueOn(office.stepDays(current, ahead)), `due ${ahead} working days later`).toBeGreaterThan(0);
    expect(rows.filter(({ state }) => state === "received").length).toBeGreaterThanOrEqual(4);
    expect(await ground.ask(`select code from matters where received_at > '${now.toISOString()}'`)).toEqual([]);
  });
});
