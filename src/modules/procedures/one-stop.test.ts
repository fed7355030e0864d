import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, receive, thom } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { readPrinted } from "../../../test/world/printed.ts";
import { keepShot } from "../../../test/world/shots.ts";
import { anybody } from "../../kernel/actor.ts";
import { findPaperFile } from "../papers/queries.ts";
import { verifyByFile } from "../papers/service.ts";
import { supplementPdf } from "./service/letters.ts";
import { draftPdf, receiptPdf } from "./service/receipt.ts";
import { signResult } from "./service/signing.ts";
import { askSupplement } from "./service/supplement.ts";
import { handOver, proposeResult } from "./service/work.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const binh = as(cast.binh);
const eid = { procedureCode: "3.000228", caseId: "standard", handedOver: [{ code: "TK01", originals: 1, copies: 0 }], request: "Mở tài khoản để làm thủ tục qua mạng" };

async function read(pdf: Uint8Array) {
  const pages = await readPrinted(pdf);
  return { pages: pages.length, text: pages.map(({ text }) => text).join(" "), widthMm: pages[0]?.widthMm, heightMm: pages[0]?.heightMm };
}

test("what is not residence is received, completed and answered on the forms of the one-stop shop", async () => {
  const { publicRef: ref, dueAt } = await receive(world, eid);
  expect(dueAt).toEqual(at("2026-11-26T17:00:00"));
  const { pdf: slip } = await world.try(minh, (tx) => receiptPdf(tx, ref));
  await keepShot("vpcp-01.pdf", slip);
  const receipt = await read(slip);
  expect(receipt).toMatchObject({ pages: 1, widthMm: 210, heightMm: 297 });
  for (const part of [
    "Mẫu 01 ban hành theo Thông tư số 03/2025/TT-VPCP",
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    thom.fullName,
    "Cấp tài khoản định danh điện tử mức độ 02",
    "Phiếu đề nghị TK01 (1 bản chính)",
    "3 ngày làm việc",
    "trước 17:00, thứ Năm 26/11/2026",
    "không thu",
  ]) {
    expect(receipt.text).toContain(part);
  }
  await world.commit(minh, (tx) =>
    askSupplement(tx, ref, {
      version: 1,
      defects: [
        { code: "unsigned", paper: "TK01" },
        { code: "unclear", paper: null },
      ],
    }),
  );
  const asked = (await world.try(minh, (tx) => supplementPdf(tx, ref))).pdf;
  await keepShot("vpcp-02.pdf", asked);
  const supplement = await read(asked);
  expect(supplement.text).toContain("Mẫu 02 ban hành theo Thông tư số 03/2025/TT-VPCP");
  for (const part of ["PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "1 Phiếu đề nghị TK01 thiếu chữ ký", "Người đứng tên ký và ghi rõ họ tên"])
    expect(supplement.text).toContain(part);
});

test("its result is a notice without a number of a form, and its refusal form 03", async () => {
  const granted = await receive(world, eid);
  await world.commit(minh, (tx) =>
    proposeResult(tx, granted.publicRef, { version: 1, proposal: { form: "CT08", decision: "Đã cấp tài khoản định danh điện tử mức độ 02.", changes: [], remark: null } }),
  );
  const draft = await read((await world.try(binh, (tx) => draftPdf(tx, granted.publicRef))).pdf);
  expect(draft.text).toContain("Kết quả giải quyết thủ tục hành chính");
  expect(draft.text).not.toMatch(/Mẫu|cư trú/);
  const { paper } = await world.commit(binh, (tx) => signResult(tx, granted.publicRef, { version: 2 }));
  expect(paper).toMatchObject({ form: "TBKQ", number: 1, symbol: "TB-CAP" });
  await keepShot("vpcp-notice.pdf", (await world.try(binh, (tx) => findPaperFile(tx, paper))) ?? Buffer.alloc(0));
  expect(await world.commit(minh, (tx) => handOver(tx, granted.publicRef, { version: 3, to: "self" }))).toMatchObject({ state: "handedOver" });

  const refused = await receive(world, eid);
  const proposal = {
    form: "CT06",
    reasons: [{ reason: "Vân tay không khớp với Cơ sở dữ liệu căn cước", basis: "Nghị định 69/2024/NĐ-CP" }],
    nextSteps: ["Làm lại thẻ căn cước trước"],
  } as const;
  await world.commit(minh, (tx) =>
    proposeResult(tx, refused.publicRef, { version: 1, proposal: { ...proposal, reasons: [...proposal.reasons], nextSteps: [...proposal.nextSteps] } }),
  );
  const { paper: refusal, matter } = await world.commit(binh, (tx) => signResult(tx, refused.publicRef, { version: 2 }));
  expect([matter.state, refusal.form, refusal.symbol]).toEqual(["refused", "03", "TC-CAP"]);
  const file = (await world.try(binh, (tx) => findPaperFile(tx, refusal))) ?? Buffer.alloc(0);
  await keepShot("vpcp-03.pdf", file);
  expect((await read(file)).text).toContain("Mẫu 03 ban hành theo Thông tư số 03/2025/TT-VPCP");
  expect(await world.try(anybody, (tx) => verifyByFile(tx, file))).toMatchObject({ verdict: "valid", paper: { form: "03" } });
});

test("a dossier of 2024 keeps the A5 slip of its time", async () => {
  const { publicRef: ref, id } = await receive(world, eid);
  await world.asOwner(async (owner) => {
    await owner.query("update matters set received_at = '2024-10-16 09:00+07' where id = $1", [id]);
    await owner.query("update dossiers set procedure_from = '2024-07-01' where matter_id = $1", [id]);
  });
  const { pdf } = await world.try(minh, (tx) => receiptPdf(tx, ref));
  await keepShot("vpcp-01-a5.pdf", pdf);
  const slip = await read(pdf);
  expect(slip).toMatchObject({ pages: 1, widthMm: 148, heightMm: 210 });
  expect(slip.text).toContain("Mẫu 01 ban hành theo Thông tư số 01/2018/TT-VPCP");
});
