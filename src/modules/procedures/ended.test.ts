import { expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, receive, sign, thom } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { residentSite, said } from "../../../test/world/resident-server.ts";
import { revokePaper } from "../papers/index.ts";
import { listTimeline } from "./queries.ts";
import { signResult } from "./service/signing.ts";
import { correctResult, getDossier, handOver, proposeResult } from "./service/work.ts";

const site = residentSite();
const minh = as(cast.minh);
const binh = as(cast.binh);
const open = async (url: string): Promise<string> => said((await site.server.inject({ url, headers: { "x-forwarded-for": "10.8.8.8" } })).body);

test("a paper that is taken back is a decision on record, seen at once by everybody who should", async () => {
  const matter = await receive(site.world);
  const ref = matter.publicRef;
  const paper = await sign(site.world, matter);
  await expect(site.world.commit(minh, (tx) => revokePaper(tx, paper.code, "Nhầm"))).rejects.toMatchObject({ code: "notPermitted" });
  await site.world.commit(binh, (tx) => revokePaper(tx, paper.code, "Ghi nhầm số nhà."), at("2026-11-23T09:00:00"));
  const { matter: after } = await site.world.try(binh, (tx) => getDossier(tx, ref));
  expect(after).toMatchObject({ state: "signed", version: 4 });
  const steps = await site.world.try(binh, (tx) => listTimeline(tx, matter));
  expect(steps.at(-1)).toMatchObject({
    action: "revoke",
    public: true,
    note: "Ghi nhầm số nhà.",
    facts: { form: "CT08", number: `${paper.number}/${paper.symbol}` },
    actorName: cast.binh.name,
  });
  expect(await open(`/xac-minh/${paper.code}`)).toMatch(/^Giấy đã bị thu hồi .*Lý do: Ghi nhầm số nhà\./);
  const page = await open(`/tra-cuu/${ref}`);
  expect(page).toContain("công an đang làm lại giấy");
  expect(page).not.toContain("Mời bà con tới nhận");
  expect(page).toContain("Giấy đã cấp không còn giá trị");
  expect(page).toContain("Lý do: Ghi nhầm số nhà.");
  expect(page).toContain("Công an thu hồi giấy đã cấp");
  expect(page).not.toContain(thom.fullName);
  // Nobody is handed a void paper: it is made anew first.
  await expect(site.world.commit(minh, (tx) => handOver(tx, ref, { version: 4, to: "self" }))).rejects.toMatchObject({ code: "notNow" });
  await site.world.commit(binh, (tx) => correctResult(tx, ref, { version: 4, note: "Số nhà sai" }));
  await site.world.commit(minh, (tx) => proposeResult(tx, ref, { version: 5, proposal: { form: "CT08", decision: "Đã sửa.", changes: [], remark: null } }));
  await site.world.commit(binh, (tx) => signResult(tx, ref, { version: 6 }), at("2026-11-23T09:20:00"));
  expect(await open(`/tra-cuu/${ref}`)).not.toContain("Giấy đã cấp không còn giá trị");
  expect(await site.world.commit(minh, (tx) => handOver(tx, ref, { version: 7, to: "self" }))).toMatchObject({ state: "handedOver" });
});

test("a paper handed over can be taken back too, and its matter stays closed", async () => {
  const matter = await receive(site.world);
  const paper = await sign(site.world, matter);
  await site.world.commit(minh, (tx) => handOver(tx, matter.publicRef, { version: 3, to: "self" }));
  await site.world.commit(binh, (tx) => revokePaper(tx, paper.code, "Cấp sai thẩm quyền"));
  expect((await site.world.try(binh, (tx) => getDossier(tx, matter.publicRef))).matter).toMatchObject({ state: "handedOver", outcome: "granted", version: 5 });
  expect(await open(`/tra-cuu/${matter.publicRef}`)).toContain("Cấp sai thẩm quyền");
});

test("a paper that was replaced says why, and by what kind of paper of which day, and gives nobody's code away", async () => {
  const matter = await receive(site.world);
  const ref = matter.publicRef;
  const old = await sign(site.world, matter);
  await site.world.commit(binh, (tx) => correctResult(tx, ref, { version: 3, note: "Thiếu chữ đệm." }));
  await site.world.commit(minh, (tx) => proposeResult(tx, ref, { version: 4, proposal: { form: "CT08", decision: "Đã sửa.", changes: [], remark: null } }));
  const { paper } = await site.world.commit(binh, (tx) => signResult(tx, ref, { version: 5 }), at("2026-11-23T08:00:00"));
  const page = await open(`/xac-minh/${old.code}`);
  expect(page).toMatch(/^Đã có giấy mới thay giấy này .*từ 23\/11\/2026 đã có giấy khác thay\. Lý do: Thiếu chữ đệm\./);
  expect(page).toContain(`Giấy thay thế Thông báo kết quả giải quyết (CT08), số ${paper.number}/${paper.symbol}, cấp ngày 23/11/2026`);
  expect(page.replace(/[-\s]/g, "")).not.toContain(paper.code);
  expect(page).not.toContain(thom.fullName);
  const tracked = await open(`/tra-cuu/${ref}`);
  expect(tracked).toContain("Giấy đã cấp có giấy khác thay");
  expect(tracked).toContain("Lý do: Thiếu chữ đệm.");
});
