import { writeFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { anybody, gate } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/tx.ts";
import { openByRef } from "../../kernel/tx.ts";
import { verifyPdf } from "../../platform/signature/verify.ts";
import { findPaperFile, insertPaper, setRevoked } from "../papers/queries.ts";
import { revokePaper, verifyByCode, verifyByFile } from "../papers/service.ts";
import { parseProposal } from "./forms/work.ts";
import { contentFor } from "./law/sheets.ts";
import { proposalForms } from "./proposal.ts";
import { listParcels, releaseRatings } from "./queries/ratings.ts";
import { findRef, findTracked, putRating } from "./queries.ts";
import { getIntake, scanCard } from "./service/intake.ts";
import { supplementPdf } from "./service/letters.ts";
import { draftPdf, ratingSlipPdf, receiptPdf } from "./service/receipt.ts";
import { type Receive, receiveDossier } from "./service/receive.ts";
import { signResult } from "./service/signing.ts";
import { askSupplement, resumeWork } from "./service/supplement.ts";
import { correctResult, getDossier, handOver, proposeResult, sendBack, startWork } from "./service/work.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const binh = as(cast.binh);
const thom = "024181009876|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021";
const adjust: Receive = {
  procedureCode: "1.010039",
  caseId: "civilStatus",
  conditions: [],
  exemption: null,
  handedOver: [{ code: "CT01", originals: 1, copies: 0 }],
  phone: "0912345678",
  hamletId: units.gianhCu.id,
  request: "Điều chỉnh họ, chữ đệm và tên",
};
const at = (text: string): Date => new Date(`${text}+07:00`);
let cards = 0;
/** A card of somebody new each time. */
const card = (): string => thom.replace("009876", String(100_000 + ++cards));

async function scanned(tx: Tx, text = card()): Promise<string> {
  const result = await scanCard(tx, text);
  if (!result.ok) throw new Error(result.fault);
  return result.ref;
}

const received = () => world.commit(minh, async (tx) => await receiveDossier(tx, await scanned(tx), { ...adjust, caseId: firstCase(tx) }));
const firstCase = (tx: Tx): string =>
  tx.house.procedures.rows
    .filter((row) => row.code === "1.010039")
    .at(-1)
    ?.cases.find((one) => !one.doneByAuthority)?.id ?? "";
const notice = { form: "CT08", decision: "Đã điều chỉnh họ, chữ đệm và tên.", changes: [{ what: "Tên", before: "Nga", after: "Ngân" }], remark: null } as const;

test("a resident comes with her card and leaves with a signed paper that anyone can verify", async () => {
  const matter = await received();
  expect(matter.code).toMatch(/261120-0001$/);
  expect(matter.dueAt).toEqual(at("2026-11-26T17:00:00"));
  const { publicRef: ref } = matter;
  const receipt = await world.try(minh, (tx) => receiptPdf(tx, ref));
  expect(Buffer.from(receipt.pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  const slip = await world.try(minh, (tx) => ratingSlipPdf(tx, ref));
  if (process.env.SHOTS) await writeFile(`${process.env.SHOTS}/slip.pdf`, slip.pdf);
  expect(slip.pdf.length).toBeGreaterThan(5_000);

  await world.commit(minh, (tx) => startWork(tx, ref, { version: 1 }), at("2026-11-23T08:00:00"));
  await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 2, proposal: { ...notice, changes: [...notice.changes] } }), at("2026-11-23T09:00:00"));
  const draft = await world.try(binh, (tx) => draftPdf(tx, ref));
  expect(draft.pdf.length).toBeGreaterThan(5_000);
  const { paper } = await world.commit(binh, (tx) => signResult(tx, ref, { version: 3 }), at("2026-11-23T10:00:00"));
  expect(paper).toMatchObject({ form: "CT08", number: 1, symbol: "TB-CAP", signerName: cast.binh.name });

  const file = await world.try(binh, (tx) => findPaperFile(tx, paper));
  const trusted = await world.house.trustedCertificates();
  expect(verifyPdf(file ?? Buffer.alloc(0), trusted)).toMatchObject({ outcome: "valid", signerName: cast.binh.name });
  expect(await world.try(anybody, (tx) => verifyByFile(tx, file ?? Buffer.alloc(0)))).toMatchObject({ verdict: "valid", paper: { code: paper.code } });
  expect(await world.try(anybody, (tx) => verifyByCode(tx, paper.code.toLowerCase()))).toMatchObject({ verdict: "valid" });

  const closed = await world.commit(minh, (tx) => handOver(tx, ref, { version: 4, to: "self" }), at("2026-11-23T15:00:00"));
  expect(closed).toMatchObject({ state: "handedOver", outcome: "granted", settledAt: at("2026-11-23T10:00:00"), closedAt: at("2026-11-23T15:00:00") });
});

test("a double submit makes one dossier", async () => {
  const ref = await world.commit(minh, (tx) => scanned(tx));
  const submit = () => world.commit(minh, (tx) => receiveDossier(tx, ref, { ...adjust, caseId: firstCase(tx) }));
  const [first, second, third] = await Promise.all([submit(), submit(), submit()]);
  expect(new Set([first?.id, second?.id, third?.id]).size).toBe(1);
  const kept = await world.try(minh, (tx) =>
    tx.db.withTables<{ intakes: { ref: string; sealed: Buffer } }>().selectFrom("intakes").select("sealed").where("ref", "=", ref).executeTakeFirstOrThrow(),
  );
  expect(kept.sealed).toHaveLength(0);
});

test("what was scanned is readable to its officer alone, and to nobody who holds the table", async () => {
  const ref = await world.commit(minh, (tx) => scanned(tx));
  expect((await world.try(minh, (tx) => getIntake(tx, ref))).bearer.fullName).toBe("Hoàng Thị Nga");
  await expect(world.try(binh, (tx) => getIntake(tx, ref))).rejects.toMatchObject({ code: "notFound" });
  const raw = await world.asOwner((client) => client.query("select encode(sealed, 'escape') as text from intakes where ref = $1", [ref]));
  expect(raw.rows[0].text).not.toMatch(/Nga|024181/);
});

test("the same card is the same person; two people of one name stay two", async () => {
  const text = card();
  const twice = async () =>
    (await world.commit(minh, async (tx) => getDossier(tx, (await receiveDossier(tx, await scanned(tx, text), { ...adjust, caseId: firstCase(tx) })).publicRef))).person.id;
  const [one, two] = [await twice(), await twice()];
  expect(two).toBe(one);
  const namesake = await world.commit(minh, async (tx) => getDossier(tx, (await receiveDossier(tx, await scanned(tx), { ...adjust, caseId: firstCase(tx) })).publicRef));
  expect(namesake.person.id).not.toBe(one);
});

test("a colleague of another post finds nothing of it", async () => {
  const { publicRef } = await received();
  await expect(world.try(as(cast.hanh), (tx) => getDossier(tx, publicRef))).rejects.toMatchObject({ code: "notFound" });
});

test("the resident follows it with her code and four digits, and sees no name", async () => {
  const { code, publicRef } = await received();
  expect(await world.try(anybody, (tx) => findRef(tx, code, "5678"))).toBe(publicRef);
  expect(await world.try(anybody, (tx) => findRef(tx, code, "1111"))).toBeNull();
  const tracked = await world.try(anybody, async (tx) => {
    const opened = await openByRef(tx, publicRef, "dossier");
    return opened && (await findTracked(tx, opened));
  });
  expect(tracked?.steps.map((step) => step.action)).toEqual(["open"]);
  expect(JSON.stringify(tracked)).not.toMatch(/Nga|024181|0912345678/);
  await expect(
    world.try(anybody, async (tx) => {
      await openByRef(tx, publicRef, "dossier");
      return await tx.db.withTables<{ people: { fullName: string } }>().selectFrom("people").select("fullName").execute();
    }),
  ).rejects.toThrow(/permission denied/);
});

test("asking for a supplement stops the clock, and its end starts it again", async () => {
  const { publicRef: ref } = await received();
  const paused = await world.commit(minh, (tx) => askSupplement(tx, ref, { version: 1, defects: [{ code: "unsigned", paper: "CT01" }] }), at("2026-11-23T09:00:00"));
  expect(paused).toMatchObject({ state: "awaitingSupplement", dueAt: null });
  const { pdf } = await world.try(minh, (tx) => supplementPdf(tx, ref));
  if (process.env.SHOTS) await writeFile(`${process.env.SHOTS}/supplement.pdf`, pdf);
  expect(pdf.length).toBeGreaterThan(5_000);
  const again = await world.commit(minh, (tx) => resumeWork(tx, ref, { version: 2 }), at("2026-11-25T09:00:00"));
  expect(again.dueAt?.getTime()).toBeGreaterThan(at("2026-11-26T17:00:00").getTime());
});

test("the chief sends a draft back with a reason, and only a chief signs", async () => {
  const { publicRef: ref } = await received();
  await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 1, proposal: { ...notice, changes: [] } }));
  await expect(world.commit(minh, (tx) => signResult(tx, ref, { version: 2 }))).rejects.toMatchObject({ code: "notPermitted" });
  await expect(world.commit(binh, (tx) => sendBack(tx, ref, { version: 2, note: "" }))).rejects.toMatchObject({ code: "invalid" });
  expect(await world.commit(binh, (tx) => sendBack(tx, ref, { version: 2, note: "Sửa câu kết quả" }))).toMatchObject({ state: "working" });
});

test("the database lets nobody but a signer bring a paper into the world, and nobody but a revoker end one", async () => {
  const { publicRef: ref } = await received();
  await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 1, proposal: { ...notice, changes: [] } }));
  const { paper } = await world.commit(binh, (tx) => signResult(tx, ref, { version: 2 }));
  const { id: _id, supersededAt: _at, supersededBy: _by, revokedAt: _revoked, revokedFor: _why, ...forged } = paper;
  await expect(world.try(minh, (tx) => insertPaper(tx, { ...forged, number: 999, code: "4444444444444444" }, Buffer.from("x")))).rejects.toThrow(/row-level security/);
  await world.commit(minh, (tx) => setRevoked(tx, paper, paper.id, "forged"));
  expect(await world.try(anybody, (tx) => verifyByCode(tx, paper.code))).toMatchObject({ verdict: "valid" });
});

test("of two signatures at one moment there is one paper and one number", async () => {
  const { publicRef: ref } = await received();
  await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 1, proposal: { ...notice, changes: [] } }));
  const sign = () => world.commit(binh, (tx) => signResult(tx, ref, { version: 2 }));
  const results = await Promise.allSettled([sign(), sign()]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  const { matter } = await world.try(binh, (tx) => getDossier(tx, ref));
  const { rows } = await world.asOwner((client) => client.query("select count(*)::int as n from papers where matter_id = $1", [matter.id]));
  expect(rows[0].n).toBe(1);
});

test("a revoked paper says so to everyone, with its reason", async () => {
  const { publicRef: ref } = await received();
  await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 1, proposal: { ...notice, changes: [] } }));
  const { paper } = await world.commit(binh, (tx) => signResult(tx, ref, { version: 2 }));
  await expect(world.commit(minh, (tx) => revokePaper(tx, paper.code, "Nhầm người"))).rejects.toMatchObject({ code: "notPermitted" });
  await world.commit(binh, (tx) => revokePaper(tx, paper.code, "Nhầm người"));
  expect(await world.try(anybody, (tx) => verifyByCode(tx, paper.code))).toMatchObject({ verdict: "revoked", paper: { revokedFor: "Nhầm người" } });
});

test("a wrong paper is made anew before it is handed over, and the new one takes its place", async () => {
  const { publicRef: ref } = await received();
  await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 1, proposal: { ...notice, changes: [] } }));
  const { paper: wrong } = await world.commit(binh, (tx) => signResult(tx, ref, { version: 2 }));
  const again = await world.commit(binh, (tx) => correctResult(tx, ref, { version: 3, note: "Sai chữ đệm" }));
  expect(again).toMatchObject({ state: "working", settledAt: null, dueAt: at("2026-11-26T17:00:00") });
  expect(await world.try(anybody, (tx) => verifyByCode(tx, wrong.code))).toMatchObject({ verdict: "valid" });
  await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 4, proposal: { ...notice, changes: [] } }));
  const { paper } = await world.commit(binh, (tx) => signResult(tx, ref, { version: 5 }));
  expect(await world.try(anybody, (tx) => verifyByCode(tx, wrong.code))).toMatchObject({ verdict: "superseded" });
  expect(await world.try(anybody, (tx) => verifyByCode(tx, paper.code))).toMatchObject({ verdict: "valid" });
});

test("somebody who goes away leaves with a slip of absence", async () => {
  const matter = await world.commit(minh, async (tx) => await receiveDossier(tx, await scanned(tx), { ...adjust, procedureCode: "1.003677", caseId: "ordinary", handedOver: [] }));
  const parsed = parseProposal({ version: "1", absentFrom: "01/12/2026", absentUntil: "01/03/2027", destination: "Bình Dương", reason: "Đi làm" }, "CT03", "2026-11-20" as Day);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  await world.commit(minh, (tx) => proposeResult(tx, matter.publicRef, parsed.value));
  const { paper } = await world.commit(binh, (tx) => signResult(tx, matter.publicRef, { version: 2 }));
  expect(paper).toMatchObject({ form: "CT03", symbol: "TV-CAP" });
  expect(parseProposal({ version: "1", absentFrom: "02/12/2026", absentUntil: "01/12/2026", destination: "x", reason: "y" }, "CT03", "2026-11-20" as Day)).toMatchObject({
    ok: false,
    errors: { absentUntil: {} },
  });
});

test("every procedure that gives a receipt can be finished with a paper that the house knows", () => {
  for (const procedure of world.house.procedures.rows.filter((row) => row.formSet !== null)) {
    const forms = procedure.results.flatMap((result) => (result.form ? [contentFor(world.house.formSheets, procedure, result.form)] : []));
    expect(
      forms.filter((form) => proposalForms.some((one) => one === form)),
      `${procedure.code} of ${procedure.validFrom}`,
    ).not.toEqual([]);
  }
});

test("a refusal is signed, handed over and ends as refused", async () => {
  const { publicRef: ref } = await received();
  await world.commit(minh, (tx) =>
    proposeResult(tx, ref, {
      version: 1,
      proposal: { form: "CT06", reasons: [{ reason: "Không thuộc trường hợp điều chỉnh", basis: null }], nextSteps: ["Đến nơi đăng ký khai sinh"] },
    }),
  );
  const { matter, paper } = await world.commit(binh, (tx) => signResult(tx, ref, { version: 2 }));
  expect(matter.state).toBe("refused");
  expect(paper.form).toBe("CT06");
  expect(await world.commit(minh, (tx) => handOver(tx, ref, { version: 3, to: "self" }))).toMatchObject({ state: "refusalHandedOver", outcome: "refused" });
});

test("a rating goes in once, no officer reads it, and figures appear from five on", async () => {
  const put = async (score: "satisfied" | "notSatisfied") => {
    const { publicRef } = await received();
    const rate = () =>
      world.commit(anybody, async (tx) => {
        await openByRef(tx, publicRef, "dossier");
        return await putRating(tx, {
          communeId: units.phuongSon.id,
          provinceId: 1,
          month: "2026-11-01" as never,
          procedureCode: "1.010039",
          score,
          once: tx.house.vault.hash(`rating:${publicRef}`),
        });
      });
    expect(await rate()).toBe(true);
    expect(await rate()).toBe(false);
  };
  const told = (now: Date) =>
    world.try(
      gate,
      async (tx) => {
        await releaseRatings(tx);
        await sql`set local role scope_public`.execute(tx.db);
        return (await listParcels(tx, { communeIds: [units.phuongSon.id], from: "2026-01-01" as never, to: "2026-12-01" as never })).map(({ satisfied, notSatisfied }) => ({
          satisfied,
          notSatisfied,
        }));
      },
      now,
    );
  for (let i = 0; i < 4; i++) await put("satisfied");
  expect(await told(at("2026-12-02T09:00:00"))).toEqual([]);
  await put("notSatisfied");
  expect(await told(at("2026-12-02T09:00:00"))).toEqual([{ satisfied: 4, notSatisfied: 1 }]);
  // While the month runs, whoever looks before and after a visitor would know what she said.
  expect(await told(at("2026-11-30T23:00:00"))).toEqual([]);
  for (const actor of [minh, binh, as(cast.thao)]) {
    await expect(world.try(actor, (tx) => tx.db.withTables<{ ratings: { score: string } }>().selectFrom("ratings").selectAll().execute())).rejects.toThrow(/permission denied/);
  }
});
