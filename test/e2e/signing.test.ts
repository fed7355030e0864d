import { afterAll, beforeAll, expect, test } from "vitest";
import { proposeResult, sendBack } from "../../src/modules/procedures/service/work.ts";
import { signPdf } from "../../src/platform/signature/sign.ts";
import { unzipFiles, zipFiles } from "../../src/platform/zip.ts";
import { cast, units } from "../world/cast.ts";
import { proposalOf, propose } from "../world/folder.ts";
import { as, friday } from "../world/index.ts";
import { expectSound, openSite, type Site, shoot, signIn, type Visitor } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const minh = as(cast.minh);
const binh = as(cast.binh);

async function chief(options: Parameters<Site["visit"]>[0] = {}): Promise<Visitor> {
  const visitor = await site.visit(options);
  await signIn(visitor.page, cast.binh);
  return visitor;
}

test("the chief reads a folder by keyboard and signs all of it with one confirmation", async () => {
  const matters = await propose(site.world, minh, 4);
  const { page, complaints } = await chief({ width: 1320 });
  await page.goto("/can-bo/ky");
  expect(await page.textContent("main")).toContain("4 tờ chờ ký, 0 tờ đã xem");
  await shoot(page, "sign-1-folder");
  await expectSound(page);
  // Nothing can be ticked yet: the confirmation alone is refused beside its field.
  await page.getByRole("button", { name: "Ký các tờ đã chọn" }).click();
  expect(await page.textContent("main")).toContain("Xin chọn ít nhất một tờ đã xem.");
  await expectSound(page);

  await page.goto("/can-bo/ky");
  await page.keyboard.press("j");
  await page.waitForURL(/ky\/xem\//);
  await page.locator("img.sheet").waitFor();
  expect(await page.evaluate(() => (document.querySelector("img.sheet") as HTMLImageElement).naturalWidth)).toBeGreaterThan(400);
  await shoot(page, "sign-2-reading");
  await expectSound(page);
  const first = page.url();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL((url) => url.href !== first);
  expect(await page.textContent("main")).toContain("Tờ 2 trên 4");
  await page.keyboard.press("k");
  await page.waitForURL(first);
  expect(await page.textContent("main")).toContain("Đã xem bản này lúc");
  for (let i = 1; i <= 4; i += 1) {
    const here = page.url();
    await page.keyboard.press("j");
    await page.waitForURL((url) => url.href !== here);
  }
  expect(page.url()).toMatch(/\/can-bo\/ky$/);
  expect(await page.textContent("main")).toContain("4 tờ chờ ký, 4 tờ đã xem");

  // One of them is mended after it was read: it has to be read again, the others are signed.
  const mended = matters[1]?.publicRef ?? "";
  await site.world.commit(binh, (tx) => sendBack(tx, mended, { version: 2, note: "Sửa" }));
  await site.world.commit(minh, (tx) => proposeResult(tx, mended, { version: 3, proposal: proposalOf("Câu đã sửa.") }));
  await page.getByRole("checkbox", { name: /đồng ý ký/ }).check();
  await page.getByRole("button", { name: "Ký các tờ đã chọn" }).click();
  await page.getByRole("heading", { name: "Kết quả ký" }).waitFor();
  expect(await page.textContent("main")).toContain("Xong 3 trên 4");
  expect(await page.textContent("main")).toContain("giấy đã thay đổi sau khi bạn xem");
  await shoot(page, "sign-3-done");
  await expectSound(page);
  // Sent twice: nothing is signed twice.
  await page.reload();
  expect((await page.textContent("main"))?.match(/Đã ký từ trước/g)).toHaveLength(3);
  await page.goto("/can-bo/ky");
  expect(await page.textContent("main")).toContain("Đã sửa, xem lại");
  await shoot(page, "sign-4-again");
  expect(complaints).toEqual([]);

  await page.goto("/can-bo/in?gi=ky-hom-nay");
  await shoot(page, "print-1-list");
  await expectSound(page);
  const print = await page.request.post("/can-bo/in", {
    form: { gi: "ky-hom-nay", hoSo: matters[0]?.publicRef ?? "", haiMat: "co" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(print.headers()["content-type"]).toBe("application/pdf");
  const { rows } = await site.world.asOwner((owner) =>
    owner.query("select count(*)::int as n from reads where subject = $1 and purpose = 'In giấy của hồ sơ'", [`matter:${matters[0]?.id}`]),
  );
  expect(rows[0].n).toBe(1);
  expect(site.log()).not.toMatch(/Nga|Giành Cũ/);
});

test("on a phone and without scripts the folder is read and signed the same way", async () => {
  await propose(site.world, minh, 1);
  const phone = await chief({ width: 390, height: 844 });
  await phone.page.goto("/can-bo/ky");
  await shoot(phone.page, "sign-phone-folder");
  await expectSound(phone.page);
  await phone.page.getByRole("link", { name: /Xem lần lượt/ }).click();
  await phone.page.locator("img.sheet").waitFor();
  await shoot(phone.page, "sign-phone-reading");
  await expectSound(phone.page);
  await phone.context.close();
  const narrow = await chief({ width: 320, height: 700 });
  await narrow.page.goto("/can-bo/ky");
  await expectSound(narrow.page);
  await narrow.context.close();

  const { page } = await chief({ scripts: false });
  await page.goto("/can-bo/ky");
  await page.getByRole("link", { name: /Xem lần lượt/ }).click();
  for (let i = 0; i < 5 && !page.url().endsWith("/can-bo/ky"); i += 1) await page.locator('form[action$="da-xem"] button').click();
  await page.getByRole("checkbox", { name: /đồng ý ký/ }).check();
  await page.getByRole("button", { name: "Ký các tờ đã chọn" }).click();
  expect(await page.textContent("main")).toMatch(/Xong (\d) trên \1/);
});

test("papers signed elsewhere leave as a ZIP and come back, each judged for itself", async () => {
  Object.assign(site.world.house, { signing: "elsewhere" });
  try {
    await propose(site.world, minh, 3);
    const { page, complaints } = await chief({ width: 1320 });
    await page.goto("/can-bo/ky");
    await page.getByRole("link", { name: /Xem lần lượt/ }).click();
    for (let i = 0; i < 5 && !page.url().endsWith("/can-bo/ky"); i += 1) await page.locator('form[action$="da-xem"] button').click();
    await page.getByRole("checkbox", { name: /đồng ý ký/ }).check();
    await page.getByRole("button", { name: "Xuất các tờ đã chọn để ký" }).click();
    expect(await page.textContent("main")).toContain("Xong 3 trên 3");
    await page.goto("/can-bo/ky");
    await shoot(page, "sign-5-outside");
    await expectSound(page);
    const zip = await (await page.request.get("/can-bo/ky/ban-xuat.zip")).body();
    const unpacked = unzipFiles(zip, { files: 10, bytes: 10_000_000 });
    if (!unpacked.ok) throw new Error(unpacked.fault);
    expect(unpacked.files.map(({ name }) => name.replace(/-[A-Z0-9]{16}/, ""))).toEqual(expect.arrayContaining([expect.stringMatching(/^CT08-\d+-TB-CAP\.pdf$/)]));
    const signer = await site.world.house.signerOf({ postId: units.phuongSon.id, accountId: cast.binh.id, name: cast.binh.name });
    const signed = await Promise.all(
      unpacked.files.map(async ({ name, bytes }) => ({ name, bytes: await signPdf(bytes, signer, { name: cast.binh.name, reason: "Ký", location: "VN", at: friday }) })),
    );
    const [one, two, three] = signed;
    if (!one || !two || !three) throw new Error("three papers are outside");
    await page.locator('input[type="file"]').setInputFiles([
      { name: "ky.zip", mimeType: "application/zip", buffer: Buffer.from(zipFiles([one, two], friday)) },
      { name: "chua-ky.pdf", mimeType: "application/pdf", buffer: Buffer.from(unpacked.files[2]?.bytes ?? []) },
      { name: "lon.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(49_000_000, "%PDF-") },
      { name: "ghi-chu.txt", mimeType: "text/plain", buffer: Buffer.from("xin chào") },
    ]);
    await page.getByRole("button", { name: "Kiểm tra và ban hành" }).click();
    await page.getByRole("heading", { name: "Kết quả đưa tệp vào" }).waitFor();
    const told = await page.textContent("main");
    for (const words of ["Xong 2 trên 5", "Tệp chưa có chữ ký nào", "Tệp quá lớn", "Không phải tệp PDF"]) expect(told).toContain(words);
    await shoot(page, "sign-6-brought");
    await expectSound(page);
    await page.goto("/can-bo/ky");
    await page.getByRole("button", { name: "Kiểm tra và ban hành" }).click();
    expect(await page.textContent("main")).toContain("Xin chọn tệp đã ký trước khi gửi.");
    await page.goto("/can-bo/ky");
    await page.locator("summary", { hasText: "Thu lại" }).click();
    await page.getByRole("button", { name: "Thu lại" }).click();
    expect(await page.textContent("main")).toContain("Xin ghi vì sao thu lại.");
    await expectSound(page);
    await page.getByLabel("Vì sao thu lại?").fill("Sai tên");
    await page.getByRole("button", { name: "Thu lại" }).click();
    await page.waitForURL(/\/can-bo\/ky$/);
    expect(await page.textContent("main")).toContain("1 tờ chờ ký");
    expect(complaints).toEqual([]);
  } finally {
    Object.assign(site.world.house, { signing: "here" });
  }
});
