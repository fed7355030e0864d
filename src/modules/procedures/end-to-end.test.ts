import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { receive } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Day } from "../../base/day.ts";
import { verifyPdf } from "../../platform/signature/verify.ts";
import { findPaperFile } from "../papers/queries.ts";
import { contentFor, printedForm } from "./law/sheets.ts";
import { listProcedures, type Procedure, papersNeeded } from "./law.ts";
import { type Proposal, proposalForms } from "./proposal.ts";
import { signResult } from "./service/signing.ts";
import { handOver, proposeResult, startWork } from "./service/work.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const today = "2026-11-20" as Day;
/** The eleventh, 2.001159, is done in the moment it is told: the module stays. */
const ten = ["1.004222", "1.004194", "1.002755", "1.003197", "1.010028", "1.010038", "1.010039", "1.010040", "1.010041", "1.003677"];

/** What an officer may propose on each form. */
const proposals: Readonly<Record<(typeof proposalForms)[number], Proposal>> = {
  CT08: { form: "CT08", decision: "Đã cập nhật theo tờ khai.", changes: [{ what: "Nơi ở", before: "Thôn Ngoẹn", after: "Tổ dân phố Kép" }], remark: null },
  CT07: {
    form: "CT07",
    permanentAddress: "Tổ dân phố Kép, phường Phượng Sơn",
    temporaryAddress: null,
    currentAddress: null,
    headOfHousehold: "Hoàng Văn Tám",
    relationToHead: "con",
    remark: null,
    validUntil: "2027-11-20" as Day,
  },
  CT03: { form: "CT03", absentFrom: "2026-12-01" as Day, absentUntil: "2026-12-31" as Day, destination: "Hà Nội", reason: "đi làm" },
  CT06: { form: "CT06", reasons: [{ reason: "Không thuộc thẩm quyền", basis: "Luật Cư trú 68/2020/QH14" }], nextSteps: ["Nộp ở Công an xã nơi ở"] },
};

/** What a procedure can end with today, in every case that a resident may bring. */
function waysOf(procedure: Procedure) {
  const results = procedure.results.flatMap(({ form }) => (form ? [contentFor(world.house.formSheets, procedure, form)] : []));
  const forms = proposalForms.filter((form) => form === "CT06" || results.some((one) => one === form));
  return procedure.cases.filter((one) => !one.doneByAuthority).flatMap(({ id }) => forms.map((form) => ({ caseId: id, form })));
}

describe("from the card to the signed paper in the resident's hand", () => {
  const inForce = () => listProcedures(world.house.procedures, today).filter(({ formSet }) => formSet !== null);

  test("the residence procedures that end with a paper are all there", () => {
    expect(inForce().map(({ code }) => code)).toEqual(expect.arrayContaining(ten));
  });

  test.each([...ten, "3.000228"])("%s, in every case and with every result", async (code) => {
    const procedure = inForce().find((one) => one.code === code);
    if (!procedure) throw new Error(`${code} is not in force`);
    const ways = waysOf(procedure);
    expect(ways.length).toBeGreaterThan(1);
    for (const { caseId, form } of ways) {
      const told = `${code} ${caseId} ${form}`;
      const handedOver = papersNeeded(procedure, caseId).asked.map((paper) => ({ code: paper.code, originals: paper.originals, copies: paper.copies }));
      const { publicRef: ref } = await receive(world, { procedureCode: code, caseId, handedOver });
      await world.commit(minh, (tx) => startWork(tx, ref, { version: 1 }));
      await world.commit(minh, (tx) => proposeResult(tx, ref, { version: 2, proposal: proposals[form] }));
      const { paper } = await world.commit(as(cast.binh), (tx) => signResult(tx, ref, { version: 3 }));
      expect(paper.form, told).toBe(printedForm(world.house.formSheets, procedure, form));
      const file = await world.try(as(cast.binh), (tx) => findPaperFile(tx, paper));
      expect(verifyPdf(file ?? Buffer.alloc(0), await world.house.trustedCertificates()), told).toMatchObject({ outcome: "valid" });
      const closed = await world.commit(minh, (tx) => handOver(tx, ref, { version: 4, to: "self" }));
      expect(closed.outcome, told).toBe(form === "CT06" ? "refused" : "granted");
    }
  });
});
