import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { readPrinted } from "../../../test/world/printed.ts";
import type { Day } from "../../base/day.ts";
import { agreementPaper, bookPaper, bookSheet, type WholeBook } from "./documents.ts";
import { at, binh, party, son, stage } from "./mediation.stage.ts";
import { endDispute } from "./service/close.ts";
import { openDispute } from "./service/read.ts";
import { nameParties, readRegister } from "./service/register.ts";

let world: World;
let ref: string;
beforeAll(async () => {
  world = await openWorld();
  const on = stage(world);
  const mediator = await on.team();
  const child = party({ side: "related", fullName: "Nông Bé Tí", phone: null, minor: true });
  ref = await on.record({ parties: [party({ fullName: "Nông #panic() Khoái" }), party({ side: "sideTwo", fullName: "Lục Thị Vóc", phone: "0204000702" }), child] });
  await on.assign(ref, [mediator]);
  await on.meet(ref);
  const version = await on.versionOf(ref);
  const agreement = "Nhà trên lấy nước buổi sáng.\nNhà dưới lấy nước buổi chiều, từ 01/12/2026, $x$ =1+1.";
  await world.commit(son, (tx) => endDispute(tx, ref, { version, ending: "agreed", agreement, visitOn: null }), at("2026-11-19T21:30"));
  await on.record({ spot: "Ngõ 4", exclusion: "crime" }, at("2026-11-20T08:00"));
});
afterAll(() => world.close());

const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await readPrinted(pdf))
    .map(({ text }) => text)
    .join(" ")
    .normalize("NFC");
const purpose = "Báo cáo quý";
const whole = async (
  actor: typeof son,
): Promise<{ readonly text: string; readonly xlsx: Buffer; readonly reads: readonly { actor_id: number; purpose: string; subject: string }[] }> => {
  await world.asOwner((owner) => owner.query("truncate reads"));
  const made = await world.commit(
    actor,
    async (tx) => {
      const period = { from: "2026-11-01" as Day, to: "2026-11-30" as Day };
      const { lines } = await readRegister(tx, period, { after: null, size: 100 });
      const parties = new Map(await Promise.all(lines.map(async ({ matterId }) => [matterId, await nameParties(tx, matterId, purpose)] as const)));
      const book: WholeBook = { period, lines, parties, sums: "2 vụ việc", mark: `Mục đích: ${purpose}` };
      return { paper: bookPaper(tx, book), xlsx: Buffer.from(await bookSheet(tx, book)) };
    },
    at("2026-11-25T08:00"),
  );
  const pdf = await world.house.typesetter.typeset(made.paper.template, made.paper.data);
  const { rows } = await world.asOwner((owner) => owner.query("select actor_id, purpose, subject from reads order by subject"));
  return { text: await textOf(pdf), xlsx: made.xlsx, reads: rows };
};

test("the agreement stands under the head of the hamlet's team, with names, what was agreed and room to sign, and never a child's name", async () => {
  const paper = await world.try(binh, async (tx) => {
    const opened = await openDispute(tx, ref);
    return agreementPaper(tx, opened, await nameParties(tx, opened.matter.id, "In văn bản"));
  });
  const text = await textOf(await world.house.typesetter.typeset(paper.template, paper.data));
  for (const words of [
    "TỔ HÒA GIẢI",
    "VĂN BẢN HÒA GIẢI THÀNH",
    "HG-2026-001",
    "Nông #panic() Khoái",
    "Lục Thị Vóc",
    "Nhà dưới lấy nước buổi chiều",
    "$x$ =1+1",
    "người chưa thành niên",
    "Giáp Văn Thuận",
    "không có giá trị pháp lý",
  ]) {
    expect(text).toContain(words);
  }
  for (const words of ["Bé Tí", "0204000701", "CÔNG AN"]) expect(text).not.toContain(words);
});

test("the register leaves in its ten columns; each name that is opened is a look for that purpose", async () => {
  const { text, xlsx, reads } = await whole(binh);
  for (const words of ["HG-2026-001", "HG-2026-002", "Lục Thị Vóc", "Nội dung chủ yếu", "Chữ ký", purpose, "Giáp Văn Thuận", "Không hòa giải ở cơ sở"])
    expect(text).toContain(words);
  expect(text).not.toContain("Bé Tí");
  expect(xlsx.subarray(0, 2).toString("latin1")).toBe("PK");
  // Two parties of the first and two of the second; the child is opened for nobody.
  expect(reads.map(({ subject }) => subject)).toEqual(["matter:1", "matter:1", "matter:2", "matter:2"]);
  for (const read of reads) expect(read).toMatchObject({ actor_id: cast.binh.id, purpose });
});

test("who may not open persons gets the register without their names", async () => {
  const reader = as(cast.son);
  const { text, reads } = await whole({ ...reader, rights: new Set([...reader.rights].filter((right) => right !== "mediation.identity")) });
  expect(reads).toEqual([]);
  expect(text).toContain("không mở tên");
  expect(text).not.toContain("Vóc");
});
