import fc from "fast-check";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at, receive, sign } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Matter } from "../../kernel/matter.ts";
import { askSupplement, assignTo, proposeResult, resumeWork } from "../procedures/index.ts";
import { binh, hearing, minh, openLetter, openStage, shownTo, son, stage, withLetters } from "./inbox.stage.ts";
import { everything, groups, type Narrowing, readNarrowing, supplements, writeNarrowing } from "./narrowing.ts";
import { countInbox, listInbox } from "./queries/list.ts";
import { linesOf, sightOf } from "./routes/lines.ts";
import { searchWork } from "./service/searching.ts";
import { Lines } from "./views/lines.tsx";

openStage();

const ask = (matter: Matter, now: Date) =>
  stage.world.commit(minh, (tx) => askSupplement(tx, matter.publicRef, { version: matter.version, defects: [{ code: "unsigned", paper: "CT01" }], why: "Sót" }), now);
const propose = (matter: Matter, now: Date) =>
  stage.world.commit(
    minh,
    (tx) => proposeResult(tx, matter.publicRef, { version: matter.version, proposal: { form: "CT08", decision: "Đã điều chỉnh.", changes: [], remark: null } }),
    now,
  );

describe("groups", () => {
  test("each matter stands in one, most urgent first, and each group is counted", async () => {
    // Received on these days, a dossier of three working days is due on 19, 20, 26 (twice), 26, 26 and 26 November.
    const late = await receive(stage.world, {}, at("2026-11-16T08:00:00"));
    const today = await receive(stage.world, {}, at("2026-11-17T08:00:00"));
    const later = await receive(stage.world, {}, at("2026-11-20T08:00:00"));
    const paused = await ask(await receive(stage.world, {}, at("2026-11-20T08:10:00")), at("2026-11-20T08:20:00"));
    const toSign = await propose(await receive(stage.world, {}, at("2026-11-20T08:30:00")), at("2026-11-20T08:40:00"));
    const ready = await receive(stage.world, {}, at("2026-11-20T08:50:00"));
    await sign(stage.world, ready, { now: at("2026-11-20T09:00:00") });
    const lateToSign = await propose(await receive(stage.world, {}, at("2026-11-16T09:00:00")), at("2026-11-16T09:10:00"));

    const now = at("2026-11-20T10:00:00");
    expect(await shownTo(minh, now)).toEqual([
      ["late", late.code],
      ["late", lateToSign.code],
      ["today", today.code],
      ["later", later.code],
      ["paused", paused.code],
      ["toSign", toSign.code],
      ["ready", ready.code],
    ]);
    const counts = await stage.world.try(binh, (tx) => countInbox(tx, sightOf(tx), everything), now);
    expect(counts).toEqual({ all: 7, mine: 0, late: 2, today: 1, week: 0, later: 1, paused: 1, toSign: 1, ready: 1, signing: 2, lateToSign: 1, todayToSign: 0 });
    expect(await shownTo(minh, now, { group: "toSign" })).toEqual([
      ["late", lateToSign.code],
      ["toSign", toSign.code],
    ]);
    for (const group of groups.filter((one) => one !== "toSign")) expect((await shownTo(minh, now, { group })).every(([shown]) => shown === group)).toBe(true);
    // On Monday the same due day lies in the same week.
    expect(await shownTo(minh, at("2026-11-23T08:00:00"), { group: "week" })).toEqual([["week", later.code]]);
  });

  test("a matter to which somebody wrote says so on its line until that is answered", async () => {
    const now = at("2026-11-20T10:00:00");
    const [written, other] = [await receive(stage.world, {}, now), await receive(stage.world, {}, now)];
    await stage.world.asOwner((owner) => owner.query("update matters set written_at = $2 where id = $1", [written.id, now]));
    const { rows, lines } = await stage.world.try(
      minh,
      async (tx) => {
        const found = await listInbox(tx, sightOf(tx), { narrowing: everything, after: null, size: 10 });
        return { rows: found, lines: await linesOf(tx, sightOf(tx), found, "vi") };
      },
      now,
    );
    expect(rows.map((row) => [row.code, row.written])).toEqual([
      [written.code, true],
      [other.code, false],
    ]);
    const html = renderToString(h(Lines, { groups: [{ title: "", rows: lines }], lang: "vi", now, caption: "", ticks: null }));
    expect(html.match(/Bà con vừa nhắn/g)).toHaveLength(1);
  });

  test("pages by key show every row once and in the order of the whole list", async () => {
    for (const day of [16, 17, 18, 19]) for (let i = 0; i < 3; i += 1) await receive(stage.world, {}, at(`2026-11-${day}T08:0${i}:00`));
    const now = at("2026-11-20T10:00:00");
    const whole = await shownTo(minh, now);
    const paged = await stage.world.try(
      minh,
      async (tx) => {
        const codes: string[] = [];
        for (let after: Parameters<typeof listInbox>[2]["after"] = null; ; ) {
          const rows = await listInbox(tx, sightOf(tx), { narrowing: everything, after, size: 5 });
          codes.push(...rows.map(({ code }) => code));
          const last = rows.at(-1);
          if (!last) return codes;
          after = last;
        }
      },
      now,
    );
    expect(whole).toHaveLength(12);
    expect(paged).toEqual(whole.map(([, code]) => code));
  });

  test("a new kind of matter appears with its own regime, and only to those who hold it", async () => {
    const dossier = await receive(stage.world);
    const letter = await openLetter("L-001");
    const codes = (actor: Actor) =>
      stage.world.try(actor, async (tx) => {
        const known = withLetters(tx);
        return (await listInbox(tx, sightOf(known), { narrowing: everything, after: null, size: 10 })).map(({ code }) => code);
      });
    expect(await codes(hearing(minh))).toEqual([dossier.code, letter.code]);
    expect(await codes(minh)).toEqual([dossier.code]);
    expect(await codes(hearing(as(cast.hanh)))).toEqual([]);
  });
});

describe("narrowing", () => {
  const narrowing: fc.Arbitrary<Narrowing> = fc.record({
    group: fc.constantFrom(null, ...groups),
    assignee: fc.constantFrom(null, "me", "nobody", "12"),
    hamletId: fc.option(fc.integer({ min: 0, max: 2_000_000_000 })),
    title: fc.constantFrom(null, "Đăng ký tạm trú", "A&B=C?"),
    dueFrom: fc.option(fc.integer({ min: 0, max: 366 })),
    dueTo: fc.option(fc.integer({ min: 0, max: 366 })),
    supplement: fc.constantFrom(null, ...supplements),
    channel: fc.constantFrom(null, "counter", "web"),
  });

  test("what an address says is what was meant", () => {
    fc.assert(fc.property(narrowing, (one) => void expect(readNarrowing(Object.fromEntries(new URLSearchParams(writeNarrowing(one))))).toEqual(one)));
  });

  test("nonsense in an address narrows nothing", () => {
    expect(readNarrowing({ loc: "x", nguoi: "0 or 1", thon: "-1", viec: "", tu: "9999", den: "1.5", bosung: "y", kenh: "z" })).toEqual(everything);
  });

  test("by officer, hamlet, procedure, days ahead, what was missing and channel", async () => {
    const mine = await receive(stage.world, {}, at("2026-11-20T08:00:00"));
    const sons = await receive(stage.world, { hamletId: units.kep.id }, at("2026-11-20T08:01:00"));
    await stage.world.commit(binh, (tx) => assignTo(tx, sons.publicRef, { version: 1, assigneeId: cast.son.id }));
    const again = await receive(stage.world, {}, at("2026-11-20T08:02:00"));
    let seen = again;
    for (const hour of [9, 11]) {
      seen = await ask(seen, at(`2026-11-20T${String(hour).padStart(2, "0")}:00:00`));
      seen = await stage.world.commit(minh, (tx) => resumeWork(tx, again.publicRef, { version: seen.version }), at(`2026-11-20T${hour + 1}:00:00`));
    }
    const now = at("2026-11-20T14:00:00");
    const codes = async (given: Partial<Narrowing>, actor = minh) => (await shownTo(actor, now, given)).map(([, code]) => code).sort();
    const all = [mine.code, sons.code, again.code].sort();
    expect(await codes({})).toEqual(all);
    expect(await codes({ assignee: "me" })).toEqual([mine.code, again.code].sort());
    expect(await codes({ assignee: "me" }, son)).toEqual([sons.code]);
    expect(await codes({ assignee: String(cast.son.id) })).toEqual([sons.code]);
    expect(await codes({ assignee: "nobody" })).toEqual([]);
    expect(await codes({ hamletId: units.kep.id })).toEqual([sons.code]);
    expect(await codes({ title: mine.title })).toEqual(all);
    expect(await codes({ title: "Something else" })).toEqual([]);
    expect(await codes({ channel: "counter" })).toEqual(all);
    expect(await codes({ channel: "web" })).toEqual([]);
    expect(await codes({ supplement: "asked" })).toEqual([again.code]);
    expect(await codes({ supplement: "again" })).toEqual([again.code]);
    expect(await codes({ supplement: "never" })).toEqual([mine.code, sons.code].sort());
    // Due on Thursday the 26th, six days ahead; the 24th is a holiday.
    expect(await codes({ dueFrom: 6, dueTo: 6, supplement: "never" })).toEqual([mine.code, sons.code].sort());
    expect(await codes({ dueTo: 5, supplement: "never" })).toEqual([]);
    expect(await codes({ dueFrom: 7, supplement: "never" })).toEqual([]);
  });
});

describe("search", () => {
  const find = (actor: Actor, typed: string) => stage.world.try(actor, (tx) => searchWork(tx, sightOf(withLetters(tx)), typed));
  const codesOf = async (typed: string, actor: Actor = minh): Promise<readonly string[]> => {
    const found = await find(actor, typed);
    return "one" in found ? [found.one.publicRef] : found.rows.map(({ code }) => code);
  };

  test("by reference, whole code, the end of a code, a name without marks, and last digits of identity number or phone", async () => {
    const matter = await receive(stage.world, { phone: "0912345678" });
    expect(await codesOf(matter.publicRef)).toEqual([matter.publicRef]);
    expect(await codesOf(`http://localhost:3000/tra-cuu/${matter.publicRef}`)).toEqual([matter.publicRef]);
    expect(await codesOf(matter.code.toLowerCase())).toEqual([matter.publicRef]);
    expect(await codesOf(matter.code.slice(-11))).toEqual([matter.code]);
    expect(await codesOf(matter.code.slice(-4))).toEqual([matter.code]);
    for (const name of ["hoang thi nga", "HOÀNG", "Hoàng Thị", "nga"]) expect(await codesOf(name), name).toEqual([matter.code]);
    expect(await codesOf("9876")).toEqual([matter.code]);
    expect(await codesOf("5678")).toEqual([matter.code]);
    for (const nothing of ["", " ", "%", "_", "n", "1111", "Nguyễn", "0000-0000", "'; drop table matters; --"]) expect(await codesOf(nothing), nothing).toEqual([]);
  });

  test("all ways of writing a name meet", async () => {
    const matter = await receive(stage.world);
    await stage.world.asOwner((client) => client.query("update people set full_name = 'Đào Thị Quý Hoà', norm = 'dao thi qui hoa'"));
    for (const name of ["Quí", "quy", "Quý Hòa", "đào", "dao thi qui hoà"]) expect(await codesOf(name), name).toEqual([matter.code]);
  });

  test("whoever does not hold a regime learns nothing of it: neither by what is found nor by what is counted", async () => {
    const dossier = await receive(stage.world, { phone: "0912345678" });
    const letter = await openLetter("L-261120-0042");
    const parts = [letter.code, letter.publicRef, dossier.code, dossier.publicRef, "hoang thi nga", "9876", "5678", "0042", "261120-0042"];
    const typed = fc.oneof(
      fc.constantFrom(...parts),
      fc.constantFrom(...parts).chain((one) => fc.nat({ max: one.length }).map((from) => one.slice(from))),
      fc.string({ maxLength: 12 }),
    );
    const deaf: Actor = { ...minh, regimes: new Set(["internal"]) };
    await fc.assert(
      fc.asyncProperty(typed, async (words) => {
        expect(await find(deaf, words)).toEqual({ rows: [] });
        expect(await find(as(cast.long), words)).toEqual({ rows: [] });
        const found = await find(minh, words);
        expect("one" in found ? [found.one.kind] : found.rows.map(({ kind }) => kind)).not.toContain("complaintLetter");
      }),
      { numRuns: 60 },
    );
    const counted = (actor: Actor) => stage.world.try(actor, async (tx) => (await countInbox(tx, sightOf(withLetters(tx)), everything)).all);
    expect(await counted(deaf)).toBe(0);
    expect(await counted(minh)).toBe(1);
    expect(await counted(hearing(minh))).toBe(2);
    // The letter is there for whoever holds its regime.
    expect(await find(hearing(minh), "L-261120-0042")).toEqual({ one: { publicRef: letter.publicRef, kind: "complaintLetter" } });
    expect(await find(hearing(minh), "0042")).toMatchObject({ rows: [{ code: letter.code }] });
  });
});
