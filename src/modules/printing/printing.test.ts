import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { confirmation, receive, sign } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { readPrinted } from "../../../test/world/printed.ts";
import { keepShot } from "../../../test/world/shots.ts";
import { instantAt } from "../../base/day.ts";
import { placeOf } from "../../kernel/tx.ts";
import { verifyPdf } from "../../platform/signature/verify.ts";
import { revokePaper } from "../papers/index.ts";
import { askSupplement } from "../procedures/service/supplement.ts";
import { mostPapers, parseJob } from "./forms.ts";
import { listPile, type Pile } from "./queries.ts";
import { printTogether } from "./service.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const codesOf = (pile: Pile) =>
  world.try(minh, async (tx) => (await listPile(tx, placeOf(tx.actor), { pile, since: instantAt("2026-11-20" as never, "00:00"), after: 0, size: 101 })).map(({ code }) => code));
const print = (pile: Pile, refs: readonly string[], duplex = false) => world.try(minh, (tx) => printTogether(tx, { pile, refs, duplex }));

test("receipts of a morning become one file in the order asked, each dossier a read, and each on a sheet of its own", async () => {
  const one = await receive(world);
  const two = await receive(world, { procedureCode: "3.000228", caseId: "standard", handedOver: [] });
  const printed = await print("giay-hen", [two.publicRef, one.publicRef], true);
  if (!printed.ok) throw new Error("all are there");
  await keepShot("print-job.pdf", printed.pdf);
  const pages = await readPrinted(printed.pdf);
  expect(pages.map(({ text }) => text.match(/261120-\d{4}/)?.[0] ?? text.trim())).toEqual([two.code.slice(-11), "", one.code.slice(-11)]);
  expect(printed.reads.map(({ subject }) => subject)).toEqual([`matter:${two.id}`, `matter:${one.id}`]);
  expect(await codesOf("giay-hen")).toEqual([one.code, two.code]);
});

test("signed results are printed page by page, and their signatures stay in the files", async () => {
  const matters = [await receive(world), await receive(world, { procedureCode: "1.010041", caseId: "standard" })];
  await sign(world, matters[0] as never);
  const paper = await sign(world, matters[1] as never, { proposal: confirmation("2027-11-20") });
  const refs = matters.map(({ publicRef }) => publicRef);
  const printed = await print("ket-qua", refs);
  if (!printed.ok) throw new Error("all are there");
  await keepShot("print-results.pdf", printed.pdf);
  expect((await readPrinted(printed.pdf)).map(({ text }) => /XÁC NHẬN|THÔNG BÁO/.exec(text)?.[0])).toEqual(["THÔNG BÁO", "XÁC NHẬN"]);
  expect(verifyPdf(printed.pdf, await world.house.trustedCertificates())).toEqual({ outcome: "unsigned" });
  expect(await codesOf("ky-hom-nay")).toEqual(matters.map(({ code }) => code));
  await world.commit(as(cast.binh), (tx) => revokePaper(tx, paper.code, "Nhầm thời hạn"));
  expect(await print("ket-qua", refs)).toEqual({ ok: false, gone: [matters[1]?.code] });
});

test("what is missing is printed while it is missing", async () => {
  const { publicRef, code } = await receive(world);
  expect(await print("bo-sung", [publicRef])).toEqual({ ok: false, gone: [code] });
  await world.commit(minh, (tx) => askSupplement(tx, publicRef, { version: 1, defects: [{ code: "databaseMismatch", paper: null }] }));
  expect(await print("bo-sung", [publicRef])).toMatchObject({ ok: true });
  expect(await codesOf("bo-sung")).toEqual([code]);
});

test("a form without ticks, with too many or with rubbish is told so", () => {
  expect(parseJob({ gi: "giay-hen" })).toMatchObject({ ok: false, errors: { hoSo: { vi: expect.stringContaining("ít nhất một") } } });
  expect(parseJob({ gi: "giay-hen", hoSo: "không phải mã" })).toMatchObject({ ok: false, errors: { hoSo: {} } });
  const ref = (i: number): string => `34679CDFGHJK${[...String(i).padStart(4, "0")].map((digit) => "34679CDFGH"[Number(digit)]).join("")}`;
  expect(parseJob({ gi: "giay-hen", hoSo: Array.from({ length: mostPapers + 1 }, (_, i) => ref(i)) })).toMatchObject({ ok: false });
  expect(parseJob({ gi: "không", hoSo: ref(1) })).toMatchObject({ ok: false, errors: { gi: {} } });
  expect(parseJob({ gi: "ket-qua", hoSo: [ref(1), ref(1)], haiMat: "co" })).toMatchObject({ ok: true, value: { refs: [ref(1)], duplex: true } });
});

test("a neighbour prints nothing of this post", async () => {
  const { publicRef } = await receive(world);
  await expect(world.try(as(cast.hanh), (tx) => printTogether(tx, { pile: "giay-hen", refs: [publicRef], duplex: false }))).rejects.toMatchObject({ code: "notFound" });
});
