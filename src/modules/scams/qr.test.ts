import { encodeQR } from "qr";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { form, residentServer, said } from "../../../test/world/resident-server.ts";
import { anybody } from "../../kernel/actor.ts";
import { afternoon, told } from "./scams.stage.ts";
import { fileReport, getReport, noteStep } from "./service/report.ts";

let world: World;
let server: Awaited<ReturnType<typeof residentServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await residentServer(world, { clock: () => afternoon });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const field = (name: string, value: string): string => `${name}${String(value.length).padStart(2, "0")}${value}`;
/** The code of a bank transfer as banks print it; the account is invented. */
const transferTo = (account: string): string =>
  field("00", "01") +
  field("01", "11") +
  field("38", field("00", "A000000727") + field("01", field("00", "970405") + field("01", account))) +
  field("53", "704") +
  field("58", "VN");

/** A photograph of a code: small in its frame, turned, not sharp. */
const photographed = async (text: string): Promise<Buffer> => {
  const code = await sharp(Buffer.from(encodeQR(text, "svg")))
    .resize(420, 420)
    .rotate(6, { background: "#efe8d8" })
    .toBuffer();
  return await sharp({ create: { width: 1_200, height: 1_600, channels: 3, background: "#efe8d8" } })
    .composite([{ input: code, left: 300, top: 500 }])
    .blur(0.8)
    .jpeg({ quality: 70 })
    .withExif({ IFD0: { Artist: "Nga" } })
    .toBuffer();
};

async function check(picture: Buffer, typed = ""): Promise<{ readonly status: number; readonly html: string }> {
  const boundary = "----picture";
  const part = (head: string, body: Buffer | string): Buffer =>
    Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), Buffer.from(body), Buffer.from("\r\n")]);
  const payload = Buffer.concat([part('name="checked"', typed), part('name="qr"; filename="anh.jpg"', picture), Buffer.from(`--${boundary}--\r\n`)]);
  const plain = form("/toi-dang-bi-lua/kiem-tra", {});
  const { statusCode, body } = await server.inject({ ...plain, headers: { ...plain.headers, "content-type": `multipart/form-data; boundary=${boundary}` }, payload });
  return { status: statusCode, html: body };
}

test("the account in a photographed code of a bank transfer is found among reports, and the picture is kept nowhere", async () => {
  const account = "1903555777001";
  const ref = await world.commit(anybody, (tx) => fileReport(tx, { communeId: units.phuongSon.id, provinceId: units.bacNinh.id }, told({ mark: account })), afternoon);
  await world.commit(as(cast.trang), async (tx) => {
    const { matter } = await getReport(tx, ref);
    await noteStep(tx, ref, { version: matter.version, kind: "called", bank: null, doneAt: afternoon, note: null });
  });
  const { status, html } = await check(await photographed(transferTo(account)));
  expect(status).toBe(200);
  expect(said(html)).toContain("Đã bị báo ở đây 1 lần");
  expect(html).toContain(`value="${account}"`);
  const { rows } = await world.asOwner((owner) => owner.query("select (select count(*) from attachments)::int + (select count(*) from attachment_files)::int as kept"));
  expect(rows).toEqual([{ kept: 0 }]);
});

test("the link in a code is checked and shown; what was typed goes before a picture", async () => {
  const link = await check(await photographed("https://vneid-moi.example.top/tai"));
  expect([link.status, said(link.html)]).toEqual([200, expect.stringContaining("Chưa ai báo ở đây")]);
  expect(link.html).toContain('value="https://vneid-moi.example.top/tai"');
  expect((await check(await photographed(transferTo("1903555777001")), "0977 000 222")).html).toContain('value="0977 000 222"');
});

test.each([
  [
    "no code",
    async () =>
      await sharp({ create: { width: 800, height: 600, channels: 3, background: "#3a5" } })
        .jpeg()
        .toBuffer(),
    "Chưa đọc được mã QR trong ảnh",
  ],
  ["a code that says something else", () => photographed("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP"), "không phải tài khoản ngân hàng hay đường dẫn"],
  ["no picture", async () => Buffer.from("%PDF-1.7 rubbish"), "JPEG, PNG"],
  ["a broken picture", async () => (await photographed("https://a.example")).subarray(0, 900), "Ảnh"],
])("a picture of %s is told beside its field", async (_, picture, words) => {
  const { status, html } = await check(await picture());
  expect(status).toBe(422);
  expect(said(html)).toContain(words);
  expect(html).not.toContain("JBSWY3DPEHPK3PXP");
});
