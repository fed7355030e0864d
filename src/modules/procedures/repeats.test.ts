import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at, receive } from "../../../test/world/counter.ts";
import { as, friday, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import type { Matter } from "../../kernel/matter.ts";
import { openByRef } from "../../kernel/tx.ts";
import { parseSupplement } from "./forms/course.ts";
import { listRepeated, listRequests, repeatReturns } from "./queries/supplements.ts";

import { isRepeated, type Named } from "./service/repeats.ts";
import { askingOf, askSupplement, resumeWork, type Supplement } from "./service/supplement.ts";
import { getDossier } from "./service/work.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const home = "proof-home";
/** A temporary registration whose proof of the dwelling may come later. */
const received = () => receive(world, { procedureCode: "1.004194", caseId: "standard", handedOver: [{ code: "CT01", originals: 1, copies: 0 }] });
const ask = ({ publicRef, version }: Matter, given: Omit<Supplement, "version">, now = friday) =>
  world.commit(minh, (tx) => askSupplement(tx, publicRef, { version, ...given }), now);
const resume = ({ publicRef, version }: Matter, brought: readonly string[], now = friday) => world.commit(minh, (tx) => resumeWork(tx, publicRef, { version, brought }), now);
const requestsOf = (matter: Matter) => world.try(minh, (tx) => listRequests(tx, matter));

describe("what may be asked", () => {
  test("every paper of the case, by whether it is here; what a state database holds is never asked for", async () => {
    const matter = await received();
    const { groups } = await world.try(minh, async (tx) => await askingOf(tx, await getDossier(tx, matter.publicRef)));
    const codes = Object.fromEntries(groups.map(({ paper, offers }) => [paper ?? "dossier", offers.map(({ code }) => code)]));
    expect(codes[home]).toEqual(["missing"]);
    expect(codes["CT01"]).toEqual(expect.arrayContaining(["unsigned", "ownerConsent", "expired"]));
    expect(codes["CT01"]).not.toContain("missing");
    expect(codes["CT01"], "no copy of it is asked for").not.toContain("notCertified");
    expect(codes["dossier"]).toEqual(expect.arrayContaining(["databaseMismatch", "wrongPlace"]));
    const known = await receive(world, { procedureCode: "1.010041", caseId: "standard" });
    const held = await world.try(minh, async (tx) => await askingOf(tx, await getDossier(tx, known.publicRef)));
    expect(held.groups.map(({ paper }) => paper)).not.toContain("residence-record");
  });

  test("one request names all at once, each with what to do; it pauses the clock with its legal reason", async () => {
    const matter = await received();
    const other = { paper: "CT01", what: "ghi sai tên tổ dân phố", todo: "sửa lại tên tổ dân phố" };
    const paused = await ask(matter, {
      defects: [
        { code: "missing", paper: home },
        { code: "unsigned", paper: "CT01" },
        { code: "databaseMismatch", paper: null },
      ],
      other,
    });
    expect(paused).toMatchObject({ state: "awaitingSupplement", dueAt: null });
    const [request] = await requestsOf(matter);
    expect(request).toMatchObject({ number: 1, repeated: false, why: null });
    expect(request?.defects.map(({ code, paper }) => [code, paper])).toEqual([
      ["missing", home],
      ["unsigned", "CT01"],
      ["databaseMismatch", null],
      ["other", "CT01"],
    ]);
    const pause = await world.try(minh, (tx) => tx.db.selectFrom("pauses").select(["reason", "legalBasis"]).where("matterId", "=", matter.id).executeTakeFirstOrThrow());
    expect(pause).toEqual({ reason: "chờ bà con bổ sung giấy tờ", legalBasis: expect.stringContaining("CT05") });
  });

  test("never by free text alone, never a defect that this dossier cannot have, and the version is asked for", async () => {
    const matter = await received();
    const other = { paper: null, what: "thiếu", todo: "mang tới" };
    for (const given of [{ defects: [], other }, { defects: [{ code: "missing", paper: "CT01" }] }, { defects: [{ code: "made up", paper: null }] }]) {
      await expect(ask(matter, given)).rejects.toMatchObject({ code: "invalid" });
    }
    const click = () => ask(matter, { defects: [{ code: "unsigned", paper: "CT01" }] });
    const results = await Promise.allSettled([click(), click(), click()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "changedMeanwhile" });
    expect(await requestsOf(matter)).toHaveLength(1);
  });

  test("the form keeps what was ticked, and says beside its field what is missing", async () => {
    const matter = await received();
    const { groups } = await world.try(minh, async (tx) => await askingOf(tx, await getDossier(tx, matter.publicRef)));
    expect(parseSupplement({ version: "1", otherWhat: "x" }, groups)).toMatchObject({ ok: false, errors: { "defects-CT01": {} } });
    const ticked = { version: "1", "defects-CT01": ["unsigned", "expired"], [`defects-${home}`]: "missing" };
    expect(parseSupplement(ticked, groups)).toMatchObject({
      ok: true,
      value: { defects: [{ code: "unsigned" }, { code: "expired" }, { code: "missing", paper: home }], other: null },
    });
    expect(parseSupplement({ ...ticked, otherWhat: "mờ" }, groups)).toMatchObject({ ok: false, errors: { otherPaper: {} } });
    expect(parseSupplement({ ...ticked, otherPaper: "CT01", otherWhat: "mờ" }, groups)).toMatchObject({
      ok: false,
      errors: { otherTodo: {} },
      typed: { "defects-CT01": ["unsigned", "expired"] },
    });
    expect(parseSupplement({ ...ticked, otherPaper: "dossier", otherTodo: "gọi" }, groups)).toMatchObject({ ok: false, errors: { otherWhat: {} } });
    expect(parseSupplement({ version: "1", "defects-CT01": "missing" }, groups), "not offered for a paper that is here").toMatchObject({ ok: false });
  });
});

describe("a second request", () => {
  test("for what could have been named before needs its reason, and is counted; with it the resident reads why", async () => {
    const matter = await received();
    const again = await resume(await ask(matter, { defects: [{ code: "unsigned", paper: "CT01" }] }), ["CT01"], at("2026-11-23T09:00:00"));
    await expect(ask(again, { defects: [{ code: "expired", paper: "CT01" }] })).rejects.toMatchObject({ code: "invalid", facts: { why: "required" } });
    await expect(ask(again, { defects: [{ code: "expired", paper: "CT01" }], why: "   " })).rejects.toMatchObject({ code: "invalid" });
    await ask(again, { defects: [{ code: "expired", paper: "CT01" }], why: "Cán bộ xem sót ngày ký" }, at("2026-11-23T10:00:00"));
    expect((await requestsOf(matter)).at(-1)).toMatchObject({ number: 2, repeated: true, why: "Cán bộ xem sót ngày ký" });
    const seen = await world.try(anybody, async (tx) => {
      const opened = await openByRef(tx, matter.publicRef, "dossier");
      return opened && (await listRequests(tx, { communeId: opened.communeId, id: opened.matterId }));
    });
    expect(seen?.at(-1)).toMatchObject({ why: "Cán bộ xem sót ngày ký" });
  });

  test("for what is wrong with a paper that came only with the supplement is not counted, and needs no reason", async () => {
    const matter = await received();
    const again = await resume(await ask(matter, { defects: [{ code: "missing", paper: home }] }), [home]);
    const third = await resume(await ask(again, { defects: [{ code: "expired", paper: home }] }), [home]);
    expect((await requestsOf(matter)).map(({ repeated }) => repeated)).toEqual([false, false]);
    // The same again, and another thing on it that lay there the second time: both could have been said.
    for (const code of ["expired", "unsigned"]) await expect(ask(third, { defects: [{ code, paper: home }] })).rejects.toMatchObject({ facts: { why: "required" } });
  });

  test("bringing a paper once more makes nothing new of it", async () => {
    const matter = await received();
    const again = await resume(await ask(matter, { defects: [{ code: "unsigned", paper: "CT01" }] }), ["CT01", home]);
    await expect(ask(again, { defects: [{ code: "altered", paper: "CT01" }] })).rejects.toMatchObject({ facts: { why: "required" } });
    await ask(again, { defects: [{ code: "altered", paper: home }] });
    await expect(world.commit(minh, (tx) => resumeWork(tx, matter.publicRef, { version: 4, brought: ["made-up"] }))).rejects.toMatchObject({ code: "invalid" });
  });

  test("the figure of a month is the requests that were counted, and opens each of them; the province sees figures and no words", async () => {
    const place = { communeIds: [units.phuongSon.id, units.tienLuc.id], from: "2026-11-01" as Day, to: "2026-12-01" as Day };
    const { rows } = await world.asOwner((client) =>
      client.query("select count(distinct (matter_id, seq))::int as requests, count(distinct (matter_id, seq)) filter (where repeated)::int as repeated from defects"),
    );
    for (const actor of [as(cast.binh), as(cast.thao)]) {
      expect(await world.try(actor, (tx) => repeatReturns(tx, place))).toEqual([{ communeId: units.phuongSon.id, month: "2026-11-01", ...rows[0] }]);
    }
    expect(await world.try(as(cast.long), (tx) => repeatReturns(tx, place))).toEqual([]);
    const opened = await world.try(as(cast.thao), (tx) => listRepeated(tx, { communeId: units.phuongSon.id, month: "2026-11-01" as Day, after: null, size: 50 }));
    expect(opened).toHaveLength(rows[0].repeated);
    const [first, ...others] = opened;
    expect(await world.try(as(cast.thao), (tx) => listRepeated(tx, { communeId: units.phuongSon.id, month: "2026-11-01" as Day, after: first ?? null, size: 50 }))).toEqual(others);
    await expect(
      world.try(as(cast.thao), (tx) => tx.db.withTables<{ supplementRequests: { why: string } }>().selectFrom("supplementRequests").select("why").execute()),
    ).rejects.toThrow(/permission denied/);
  });

  test("what was asked is never changed, nor written by another post or in another's name", async () => {
    const matter = await received();
    await ask(matter, { defects: [{ code: "unsigned", paper: "CT01" }] });
    type Tables = { defects: { matterId: number; repeated: boolean }; supplementRequests: { matterId: number; repeated: boolean } };
    for (const table of ["defects", "supplementRequests"] as const) {
      await expect(world.try(as(cast.binh), (tx) => tx.db.withTables<Tables>().updateTable(table).set({ repeated: false }).execute())).rejects.toThrow(/permission denied/);
      await expect(world.try(as(cast.binh), (tx) => tx.db.withTables<Tables>().deleteFrom(table).execute())).rejects.toThrow(/permission denied/);
    }
    expect(await world.try(as(cast.hanh), (tx) => listRequests(tx, matter))).toEqual([]);
    const forged = world.try(minh, (tx) =>
      tx.db
        .withTables<{ supplementRequests: Record<string, unknown> }>()
        .insertInto("supplementRequests")
        .values({
          communeId: matter.communeId,
          provinceId: matter.provinceId,
          matterId: matter.id,
          seq: 99,
          number: 9,
          month: "2026-11-01",
          askedAt: friday,
          askedBy: cast.binh.id,
          repeated: false,
        })
        .execute(),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe("the rule", () => {
  const papers = ["a", "b", "c"];
  const named = fc.record({ code: fc.constantFrom("missing", "expired", "unsigned", "other"), paper: fc.constantFrom<string | null>(null, ...papers) });
  const round = fc.record({ asked: fc.uniqueArray(named, { minLength: 1, maxLength: 4, selector: ({ code, paper }) => `${code} ${paper}` }), brought: fc.subarray(papers) });

  /** The same by walking forward: what could be seen at each request is written down when it is made. */
  function expected(received: readonly string[], rounds: readonly { readonly asked: readonly Named[]; readonly brought: readonly string[] }[]): boolean[][] {
    const inHand = new Set(received);
    let seenAtLastRequest: Set<string> | null = null;
    const before = new Set<string>();
    return rounds.map(({ asked, brought }) => {
      const seen = seenAtLastRequest;
      const verdicts = asked.map(({ code, paper }) => {
        if (seen === null) return false;
        const isNewPaper = paper !== null && inHand.has(paper) && !seen.has(paper);
        return !isNewPaper || (code !== "other" && before.has(`${code} ${paper}`));
      });
      for (const { code, paper } of asked) before.add(`${code} ${paper}`);
      seenAtLastRequest = new Set(inHand);
      for (const paper of brought) inHand.add(paper);
      return verdicts;
    });
  }

  test("whatever is asked and brought, in whatever order, the data decide as a walk through it does", () => {
    fc.assert(
      fc.property(fc.subarray(papers), fc.array(round, { minLength: 1, maxLength: 6 }), (received, rounds) => {
        const earlier: { seq: number; defects: readonly Named[] }[] = [];
        const brought: { seq: number; paper: string }[] = [];
        const verdicts = rounds.map((one, i) => {
          const said = one.asked.map((defect) => isRepeated(defect, { earlier, received, brought }));
          earlier.push({ seq: 2 * i + 2, defects: one.asked });
          brought.push(...one.brought.map((paper) => ({ seq: 2 * i + 3, paper })));
          return said;
        });
        expect(verdicts).toEqual(expected(received, rounds));
      }),
      { numRuns: 2_000 },
    );
  });

  test("a claim of having brought more never turns a repeated defect of an old paper into a new one", () => {
    fc.assert(
      fc.property(fc.subarray(papers, { minLength: 1 }), named, fc.subarray(papers), (received, defect, claimed) => {
        const history = { earlier: [{ seq: 2, defects: [] }], received, brought: claimed.map((paper) => ({ seq: 3, paper })) };
        if (defect.paper === null || received.includes(defect.paper)) expect(isRepeated(defect, history)).toBe(true);
      }),
    );
  });
});
