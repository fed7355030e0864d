import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, receive, sign } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type Actor, anybody, gate } from "../../kernel/actor.ts";
import { noteBreaches } from "../../kernel/deadline.ts";
import type { Matter } from "../../kernel/matter.ts";
import { openByRef, type Tx } from "../../kernel/tx.ts";
import { makeTasks } from "../../work.ts";
import type { IssuedPaper } from "../papers/index.ts";
import { findPaperFile } from "../papers/queries.ts";
import { verifyByCode } from "../papers/service.ts";
import { findDraft } from "./queries/apologies.ts";
import { findTracked } from "./queries.ts";
import { courseRoutes } from "./routes/course.tsx";
import { apologyFor, communesToApologise, draftApologies, keepReason, listApologyDrafts, signApology } from "./service/apology.ts";
import { proposeRefusal, stopWork, withdraw } from "./service/endings.ts";
import { holdOffers, holdWork, releaseWork } from "./service/hold.ts";
import { withdrawalPdf, withdrawnPdf } from "./service/letters.ts";
import { signResult } from "./service/signing.ts";
import { askSupplement, resumeWork } from "./service/supplement.ts";
import { getDossier, startWork } from "./service/work.ts";
import type { ApologiesProps } from "./views/office/apologies.tsx";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const [minh, binh] = [as(cast.minh), as(cast.binh)];
const clock: Actor = { ...as(cast.clock), scope: { kind: "commune", communeId: 3, provinceId: 1 } };
const reason = "Chờ xác minh tại tổ dân phố";
/** Received on Friday 20/11/2026, due on Thursday 26/11 at 17:00. */
const received = () => receive(world);
const allDrafts = (tx: Tx) => listApologyDrafts(tx, { after: null, size: 500 });
const draftOf = (matter: Matter) => world.try(minh, (tx) => findDraft(tx, { communeId: matter.communeId, id: matter.id, dueAt: matter.dueAt ?? new Date(0) }));
const draft = (now: Date) => world.commit(clock, draftApologies, now);
const apologise = async ({ publicRef, version }: Matter, now: Date, added = 2) => {
  const { matter, paper } = await world.commit(binh, (tx) => signApology(tx, publicRef, { version, reason, added }), now);
  return { matter, paper: issued(paper) };
};
/** Letters are signed here in these stories: none is outside. */
function issued(paper: IssuedPaper | null): IssuedPaper {
  if (paper === null) throw new Error("the letter is outside");
  return paper;
}

describe("an apology before the day", () => {
  test("puts the date off with its arithmetic, is numbered, signed and verifiable, and the resident is told", async () => {
    const matter = await received();
    const { matter: moved, paper } = await apologise(matter, at("2026-11-25T10:00:00"));
    expect(moved).toMatchObject({ state: "received", dueAt: at("2026-11-30T17:00:00"), settledAt: null });
    expect(paper).toMatchObject({ form: "04", symbol: "XL-CAP", signerName: cast.binh.name });
    expect(await world.try(anybody, (tx) => verifyByCode(tx, paper.code))).toMatchObject({ verdict: "valid" });
    if (process.env.SHOTS) await writeFile(`${process.env.SHOTS}/apology.pdf`, (await world.try(minh, (tx) => findPaperFile(tx, paper))) ?? "");
    const tracked = await world.try(anybody, async (tx) => {
      const opened = await openByRef(tx, matter.publicRef, "dossier");
      return opened && (await findTracked(tx, opened));
    });
    const told = tracked?.steps.at(-1);
    expect(told).toMatchObject({ action: "apologise", facts: { reason, promised: matter.dueAt?.toISOString(), dueAt: moved.dueAt?.toISOString(), late: false } });
    const rows = await world.try(minh, (tx) => tx.db.selectFrom("clocks").select(["cause", "dueAt", "basis"]).where("matterId", "=", matter.id).orderBy("seq").execute());
    expect(rows.map(({ cause, dueAt }) => [cause, dueAt])).toEqual([
      ["start", at("2026-11-26T17:00:00")],
      ["extend", at("2026-11-30T17:00:00")],
    ]);
    expect(await world.try(minh, (tx) => tx.db.selectFrom("notices").select("template").where("matterId", "=", matter.id).execute())).toEqual([{ template: "dossier.apologise" }]);
  });

  test("once only, by the chief only, with a reason only, and never for more than the law lets", async () => {
    const matter = await received();
    const attempt = (actor: Actor, given: Partial<{ reason: string; added: number }>) =>
      world.commit(actor, (tx) => signApology(tx, matter.publicRef, { version: 1, reason, added: 1, ...given }), at("2026-11-25T10:00:00"));
    await expect(attempt(minh, {})).rejects.toMatchObject({ code: "notPermitted" });
    await expect(attempt(binh, { reason: " " })).rejects.toMatchObject({ code: "invalid" });
    for (const added of [0, 4, 1.5]) await expect(attempt(binh, { added })).rejects.toMatchObject({ code: "invalid" });
    const results = await Promise.allSettled([attempt(binh, {}), attempt(binh, {})]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(world.commit(binh, (tx) => signApology(tx, matter.publicRef, { version: 2, reason, added: 1 }), at("2026-11-27T10:00:00"))).rejects.toMatchObject({
      code: "notNow",
    });
    const { rows } = await world.asOwner((client) => client.query("select count(*)::int as n from papers where matter_id = $1", [matter.id]));
    expect(rows[0].n).toBe(1);
  });

  test("too late it is still possible, says so, and the breach stays as it was written", async () => {
    const matter = await received();
    await world.commit(clock, (tx) => noteBreaches(tx, matter), at("2026-11-26T17:01:00"));
    const { matter: moved } = await apologise(matter, at("2026-11-27T09:00:00"));
    expect(moved.dueAt).toEqual(at("2026-12-01T17:00:00"));
    const step = await world.try(minh, (tx) =>
      tx.db.selectFrom("timeline").select("facts").where("matterId", "=", matter.id).where("action", "=", "apologise").executeTakeFirstOrThrow(),
    );
    expect(step.facts).toMatchObject({ late: true });
    const breaches = await world.try(minh, (tx) => tx.db.selectFrom("breaches").select(["dueAt", "noticedAt"]).where("matterId", "=", matter.id).execute());
    expect(breaches).toEqual([{ dueAt: at("2026-11-26T17:00:00"), noticedAt: at("2026-11-26T17:01:00") }]);
  });

  test("a pause after it moves the new date by the time paused, and the result does not take the letter's place", async () => {
    const matter = await received();
    const { matter: extended, paper: letter } = await apologise(matter, at("2026-11-25T10:00:00"));
    const wish = { version: extended.version, defects: [{ code: "unsigned", paper: "CT01" }] };
    const paused = await world.commit(minh, (tx) => askSupplement(tx, matter.publicRef, wish), at("2026-11-27T09:00:00"));
    const again = await world.commit(minh, (tx) => resumeWork(tx, matter.publicRef, { version: paused.version, brought: ["CT01"] }), at("2026-11-30T08:00:00"));
    expect(again.dueAt).toEqual(at("2026-12-01T17:00:00"));
    await world.commit(
      minh,
      (tx) => proposeRefusal(tx, matter.publicRef, { version: again.version, codes: ["papersDisagree"], explanation: null, nextSteps: [] }),
      at("2026-11-30T09:00:00"),
    );
    await world.commit(binh, (tx) => signResult(tx, matter.publicRef, { version: again.version + 1 }), at("2026-11-30T10:00:00"));
    expect(await world.try(anybody, (tx) => verifyByCode(tx, letter.code))).toMatchObject({ verdict: "valid" });
  });
});

describe("the draft", () => {
  test("is made when little time is left, once, whoever runs the job how often and however it is cut off", async () => {
    const matter = await received();
    await draft(at("2026-11-25T09:00:00"));
    expect(await draftOf(matter), "a day and a half is left").toBeNull();
    const soon = at("2026-11-26T10:00:00");
    expect(await world.try(gate, communesToApologise, soon)).toEqual([matter.communeId]);
    const cutOff = world.commit(
      clock,
      async (tx) => {
        expect(await draftApologies(tx)).toBeGreaterThan(0);
        throw new Error("killed");
      },
      soon,
    );
    await expect(cutOff).rejects.toThrow("killed");
    expect(await draftOf(matter), "nothing of what was cut off is left").toBeNull();
    const made = await Promise.all([draft(soon), draft(soon), draft(soon)]);
    expect(made.filter((count) => count > 0)).toHaveLength(1);
    expect(await draft(at("2026-11-26T11:00:00"))).toBe(0);
    expect(await draftOf(matter)).toMatchObject({ added: 2, reason: null });
    expect(await world.try(gate, communesToApologise, soon)).toEqual([]);
  });

  test("the job itself drafts for every post that needs it, as the clock", async () => {
    const matter = await received();
    const tasks = makeTasks({ database: world.database, house: world.house, clock: () => at("2026-11-26T14:00:00"), log: { warn: () => {} } });
    await Promise.all([tasks["apologies:draft"](), tasks["apologies:draft"]()]);
    await tasks["apologies:draft"]();
    expect(await draftOf(matter)).toMatchObject({ added: 2, draftedAt: at("2026-11-26T14:00:00") });
  });

  test("half a working day is not apologised for as it begins", async () => {
    const matter = await receive(world, { procedureCode: "1.010041", caseId: "standard" }, at("2026-11-25T07:30:00"));
    await draft(at("2026-11-25T07:40:00"));
    expect(await draftOf(matter)).toBeNull();
    await draft(at("2026-11-25T09:30:00"));
    expect(await draftOf(matter)).not.toBeNull();
  });

  test("takes an officer's reason, tells the second of two officers, and is signed as the chief sees it", async () => {
    const matter = await received();
    const soon = at("2026-11-26T14:00:00");
    await draft(soon);
    await world.commit(minh, (tx) => keepReason(tx, matter.publicRef, { reason, added: 1, seen: null }), soon);
    await expect(world.commit(as(cast.son), (tx) => keepReason(tx, matter.publicRef, { reason: "khác", added: 1, seen: null }), soon)).rejects.toMatchObject({
      code: "changedMeanwhile",
    });
    await expect(world.commit(as(cast.hanh), (tx) => keepReason(tx, matter.publicRef, { reason, added: 1, seen: null }), soon)).rejects.toMatchObject({ code: "notFound" });
    expect(await world.try(binh, allDrafts, soon)).toContainEqual(expect.objectContaining({ matterId: matter.id, hasReason: true }));
    await apologise(matter, soon, 1);
    expect(await world.try(binh, allDrafts, soon)).not.toContainEqual(expect.objectContaining({ matterId: matter.id }));
  });

  test("disappears by itself when the dossier is settled or its clock stands still", async () => {
    const soon = at("2026-11-26T14:00:00");
    const settled = await received();
    const paused = await received();
    await draft(soon);
    await sign(world, settled, { now: soon });
    await world.commit(minh, (tx) => askSupplement(tx, paused.publicRef, { version: 1, defects: [{ code: "unsigned", paper: "CT01" }] }), soon);
    const waiting = await world.try(binh, allDrafts, soon);
    for (const { id } of [settled, paused]) expect(waiting).not.toContainEqual(expect.objectContaining({ matterId: id }));
    for (const { publicRef } of [settled, paused]) expect(await world.try(binh, async (tx) => await apologyFor(tx, (await getDossier(tx, publicRef)).matter), soon)).toBeNull();
    await expect(world.commit(binh, (tx) => signApology(tx, paused.publicRef, { version: 2, reason, added: 1 }), soon)).rejects.toMatchObject({ code: "notNow" });
  });

  test("stands on a list that goes on, page after page, until each was shown once", async () => {
    const soon = at("2026-11-26T14:00:00");
    for (let i = 0; i < 51; i++) await received();
    await draft(soon);
    const route = courseRoutes.find(({ url }) => url === "/can-bo/thu-xin-loi");
    const all = (await world.try(binh, allDrafts, soon)).map(({ matterId }) => matterId);
    const shown: number[] = [];
    let href: string | null = "/can-bo/thu-xin-loi";
    for (let page = 0; href !== null && page < 5; page++) {
      const query = Object.fromEntries(new URL(href, "http://tru-so").searchParams);
      const answer: unknown = await world.try(binh, async (tx) => await route?.handle?.({ tx, query, lang: "vi" } as never), soon);
      const { props } = (answer as { body: { props: ApologiesProps } }).body;
      expect(props.drafts.length).toBeLessThanOrEqual(50);
      shown.push(...props.drafts.map(({ matterId }) => matterId));
      href = props.nextHref;
    }
    expect(all.length).toBeGreaterThan(50);
    expect(shown).toEqual(all);
  });

  test("nobody without the right writes a reason into it", async () => {
    const matter = await received();
    await draft(at("2026-11-26T14:00:00"));
    const sneaky = (actor: Actor, set: Record<string, unknown>) =>
      world.try(actor, (tx) => tx.db.withTables<{ apologies: Record<string, unknown> }>().updateTable("apologies").set(set).where("matterId", "=", matter.id).executeTakeFirst());
    expect((await sneaky(clock, { reason: "x", reasonBy: null, reasonAt: null })).numUpdatedRows).toBe(0n);
    await expect(sneaky(minh, { reason: "x", reasonBy: cast.binh.id, reasonAt: at("2026-11-26T14:00:00") })).rejects.toThrow(/row-level security/);
    await expect(sneaky(minh, { reason: "x", reasonBy: cast.minh.id, reasonAt: at("2026-11-26T14:00:00"), signedSeq: 1 })).rejects.toThrow(/row-level security/);
  });
});

describe("the clock stands still by law", () => {
  test("while another authority has the file, only where the procedure says so, and it moves the date by exactly that time", async () => {
    const plain = await received();
    expect(await world.try(minh, async (tx) => holdOffers(tx, await getDossier(tx, plain.publicRef)))).toEqual([]);
    await expect(world.commit(minh, (tx) => holdWork(tx, plain.publicRef, { version: 1, key: "otherAuthority-1" }))).rejects.toMatchObject({ code: "invalid" });
    const matter = await receive(world, { procedureCode: "1.004194", caseId: "standard" });
    const offers = await world.try(minh, async (tx) => holdOffers(tx, await getDossier(tx, matter.publicRef)));
    expect(offers.map(({ key, what }) => [key, what.vi])).toEqual([
      ["otherAuthority-1", "Thời gian Ủy ban nhân dân xã xác nhận chỗ ở"],
      ["financialDuty", "chờ bà con nộp lệ phí"],
    ]);
    const held = await world.commit(minh, (tx) => holdWork(tx, matter.publicRef, { version: 1, key: "otherAuthority-1" }), at("2026-11-23T09:00:00"));
    expect(held).toMatchObject({ state: "onHold", dueAt: null });
    const pause = await world.try(minh, (tx) => tx.db.selectFrom("pauses").select(["reason", "legalBasis"]).where("matterId", "=", matter.id).executeTakeFirstOrThrow());
    expect(pause).toEqual({ reason: "Thời gian Ủy ban nhân dân xã xác nhận chỗ ở", legalBasis: "Thời gian không tính ghi trong thủ tục" });
    const again = await world.commit(minh, (tx) => releaseWork(tx, matter.publicRef, { version: 2 }), at("2026-11-25T09:00:00"));
    expect(again).toMatchObject({ state: "working", dueAt: at("2026-11-27T17:00:00") });
  });
});

describe("an end without a result", () => {
  test("the chief stops work for a reason of the law, with a signed notice", async () => {
    const matter = await received();
    await world.commit(minh, (tx) => startWork(tx, matter.publicRef, { version: 1 }));
    await expect(world.commit(minh, (tx) => stopWork(tx, matter.publicRef, { version: 2, code: "died", remark: null }))).rejects.toMatchObject({ code: "notPermitted" });
    await expect(world.commit(binh, (tx) => stopWork(tx, matter.publicRef, { version: 2, code: "notEntitled", remark: null }))).rejects.toMatchObject({ code: "invalid" });
    const { matter: stopped, paper } = await world.commit(binh, (tx) => stopWork(tx, matter.publicRef, { version: 2, code: "doneOtherwise", remark: "hồ sơ nộp trùng" }));
    expect(stopped).toMatchObject({ state: "stopped", outcome: "stopped" });
    expect(stopped.closedAt).not.toBeNull();
    expect(paper).toMatchObject({ form: "05", symbol: "TB-CAP" });
    if (process.env.SHOTS) await writeFile(`${process.env.SHOTS}/stop.pdf`, (await world.try(minh, (tx) => findPaperFile(tx, issued(paper)))) ?? "");
  });

  test("a resident who takes her dossier back signs a slip, and gets the notice at her own wish", async () => {
    const matter = await received();
    const blank = await world.try(minh, (tx) => withdrawalPdf(tx, matter.publicRef));
    await world.commit(minh, (tx) => withdraw(tx, matter.publicRef, { version: 1, note: "Chuẩn bị thêm giấy tờ" }));
    const slip = await world.try(minh, (tx) => withdrawalPdf(tx, matter.publicRef));
    const notice = await world.try(minh, (tx) => withdrawnPdf(tx, matter.publicRef));
    if (process.env.SHOTS) for (const [name, { pdf }] of Object.entries({ blank, slip, notice })) await writeFile(`${process.env.SHOTS}/withdrawal-${name}.pdf`, pdf);
    expect(slip.pdf.length).toBeGreaterThan(5_000);
    const other = await received();
    await expect(world.try(minh, (tx) => withdrawnPdf(tx, other.publicRef))).rejects.toMatchObject({ code: "notFound" });
  });

  test("a refusal names its reasons by their codes, each with its basis and the way on", async () => {
    const matter = await received();
    const refuse = (codes: string[]) =>
      world.commit(minh, (tx) => proposeRefusal(tx, matter.publicRef, { version: 1, codes, explanation: "Tên ở hai giấy khác nhau", nextSteps: ["Gọi trực ban"] }));
    await expect(refuse([])).rejects.toMatchObject({ code: "invalid" });
    await expect(refuse(["ownerDisagrees"]), "not a reason of this procedure").rejects.toMatchObject({ code: "invalid" });
    await refuse(["papersDisagree", "householdDisagrees"]);
    const { proposal } = await world.try(minh, (tx) => getDossier(tx, matter.publicRef));
    expect(proposal).toMatchObject({
      form: "CT06",
      reasons: [
        { code: "householdDisagrees", basis: "Luật Cư trú 68/2020/QH14 điều 25, 26" },
        { code: "papersDisagree", basis: expect.stringContaining("một cửa") },
        { reason: "Tên ở hai giấy khác nhau", basis: null },
      ],
    });
    expect(proposal?.form === "CT06" && proposal.nextSteps).toContain("Gọi trực ban");
    const { paper } = await world.commit(binh, (tx) => signResult(tx, matter.publicRef, { version: 2 }));
    expect(paper.form).toBe("CT06");
  });
});
