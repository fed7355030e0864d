import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { receive } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { anybody } from "../../kernel/actor.ts";
import { countAside, toldToOfficer } from "../../kernel/door.ts";
import { listIdentities, openIdentity } from "../../kernel/identity.ts";
import { findMatter, type Matter } from "../../kernel/matter.ts";
import { newReference, readReference, referenceFor } from "../../kernel/reference.ts";
import { checkFile, listAttachments } from "../attachments/index.ts";
import { everything } from "../inbox/narrowing.ts";
import { findOne } from "../inbox/queries/found.ts";
import { countInbox, listInbox } from "../inbox/queries/list.ts";
import { sightOf } from "../inbox/routes/lines.ts";
import { scam } from "../scams/matter.ts";
import { listOpenReports } from "../scams/queries/reports.ts";
import { scamRoutes } from "../scams/routes.ts";
import { report, saturdayNight } from "./incidents.stage.ts";
import { incident } from "./matter.ts";
import { listAll, listOpen } from "./queries/reports.ts";
import { propsOf } from "./routes/report-props.ts";
import { incidentRoutes } from "./routes.ts";
import { writeDownReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";
import { openReceipt } from "./service/receipt.ts";

let world: World;
let office: OfficeSite;
let now = saturdayNight;
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: [...incidentRoutes, ...scamRoutes], clock: () => now });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

const minh = as(cast.minh);
const trang = as(cast.trang);
const here = units.phuongSon.id;
const place = { communeId: here, provinceId: units.bacNinh.id };

/** Fills the form of a page as a browser would, and sends it. */
async function tell(url: string, fields: Record<string, string>) {
  const [, key = ""] = (await office.read(minh, url)).html.match(/name="ref" value="([^"]+)"/) ?? [];
  const ref = referenceFor(world.house.vault, url.endsWith("lua-dao") ? scam.kind : incident.kind, key);
  return { ref, sent: { ref: key, ...fields }, page: await office.send(minh, url, { ref: key, ...fields }) };
}

const told = { channel: "counter", account: "Con bò nhà tôi bị dắt trộm đêm qua, thấy thằng Tý đi qua.", nature: "theft", fullName: "Giáp Thị Lành", phone: "0204000777" };

/** Everything in which a report or a fraud could show itself to an officer. */
const traces = async (refs: readonly string[], codes: readonly string[]): Promise<readonly unknown[]> =>
  await world.try(
    minh,
    async (tx) => {
      const sight = sightOf(tx);
      const found = [];
      for (const ref of refs) found.push(await findOne(tx, sight, { ref }), await findMatter(tx, here, { ref }));
      for (const code of codes) found.push(await findOne(tx, sight, { code }));
      return [
        ...found.filter((one) => one !== null && one !== undefined),
        ...(await listOpen(tx, here, { after: null, size: 9 })),
        ...(await listAll(tx, here, { after: null, size: 9 })),
        ...(await listOpenReports(tx, place, 9)),
        ...(await listInbox(tx, sight, { narrowing: everything, after: null, size: 9 })),
        ...Object.values(await countInbox(tx, sight, everything)).filter((value) => typeof value === "number" && value > 0),
        ...[await countAside(tx, place, "incident"), await countAside(tx, place, "scam")].filter((count) => count > 0),
        ...(await tx.db.selectFrom("matters").select("id").execute()),
        ...(await tx.db.selectFrom("timeline").select("matterId").execute()),
        ...(await tx.db.selectFrom("identities").select("id").execute()),
      ];
    },
    now,
  );

test("what somebody tells at the counter is written down by an officer who may read nothing of it: she is shown the receipt once", async () => {
  const { ref, sent, page } = await tell("/can-bo/ghi-tin-bao", told);
  expect(page.status).toBe(200);
  const code = page.said.match(/VV-2026-\d{4}/)?.[0] ?? "";
  for (const words of ["Giấy biên nhận tin báo", code, "Đến quầy", cast.minh.name, "0204 000 113", "http"]) expect(page.said).toContain(words);
  for (const words of ["Con bò", "Tý", "Lành", "0204000777"]) expect(page.html).not.toContain(words);
  expect(await traces([ref], [code])).toEqual([]);
  expect((await office.read(minh, `/can-bo/vu-viec/${ref}`)).status).toBe(403);
  expect((await office.read(minh, "/can-bo/ghi-tin-bao")).html).not.toContain(code);

  const held = await world.try(anybody, (tx) => openReceipt(tx, ref), now);
  expect(held?.matter).toMatchObject({ code, channel: "counter", state: "received" });
  const opened = await world.try(trang, (tx) => getReport(tx, ref), now);
  expect(opened).toMatchObject({ account: told.account, incident: { kind: "tip", track: "check", receivedBy: cast.minh.id, writtenBy: cast.door.id } });
  const props = await world.try(trang, (tx) => propsOf(tx, opened, { lang: "vi", person: null, errors: {}, typed: {} }), now);
  expect(props.facts).toContainEqual({ term: "Cán bộ ghi giúp", detail: cast.minh.name });
  expect(props.course[0]?.by).toBe(cast.minh.name);

  // Pressed twice it is one report; later the same reference shows nothing any more.
  expect((await office.send(minh, "/can-bo/ghi-tin-bao", sent)).said).toContain(code);
  now = new Date(saturdayNight.getTime() + 10 * 60_000);
  const again = await office.send(minh, "/can-bo/ghi-tin-bao", sent);
  expect([again.status, again.said.includes(code)]).toEqual([409, false]);
  now = saturdayNight;
  expect((await world.try(trang, (tx) => listAll(tx, here, { after: null, size: 50 }), now)).filter((row) => row.code === code)).toHaveLength(1);
  const colleague = await office.send(as(cast.son), "/can-bo/ghi-tin-bao", sent);
  expect([colleague.status, colleague.said.includes(code)]).toEqual([409, false]);
});

test("what is told her in the field she writes down as it was meant, with a picture of the place that she does not see again", async () => {
  const form = await office.read(minh, "/can-bo/ghi-tin-bao");
  for (const words of ["Ngoài địa bàn", "Tố giác (tố một người cụ thể)", "Ảnh chụp tại chỗ"]) expect(form.said).toContain(words);
  const { ref, page } = await tell("/can-bo/ghi-tin-bao", { ...told, channel: "field", kind: "denunciation" });
  expect(page.said).toContain("Ngoài địa bàn");
  const opened = await world.try(trang, (tx) => getReport(tx, ref), now);
  expect(opened).toMatchObject({ matter: { channel: "field" }, incident: { kind: "denunciation", receivedBy: cast.minh.id } });
  const fraud = await tell("/can-bo/ghi-tin-bao/lua-dao", { channel: "field", stage: "sent", told: "Bị lừa mua hàng" });
  expect([fraud.page.status, fraud.page.said.includes("Ngoài địa bàn")]).toEqual([200, true]);

  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  const photo = await checkFile(png, { types: ["png"], maxMegabytes: 1 }, null);
  const { channel: _, ...rest } = report();
  const receipt = await world.commit(minh, (tx) => writeDownReport(tx, newReference(), { channel: "field", ...rest }, photo), now);
  const filesSeenBy = (actor: typeof minh) =>
    world.try(
      actor,
      async (tx) => {
        const matter = await world.try(trang, (inside) => findMatter(inside, here, { ref: receipt.publicRef }), now);
        return (await listAttachments(tx, { communeId: here, matterId: matter?.id ?? 0 })).length;
      },
      now,
    );
  expect([await filesSeenBy(trang), await filesSeenBy(minh)]).toEqual([1, 0]);
});

test("who told it is opened by the duty officer for a purpose, and by nobody of the counter", async () => {
  const { ref } = await tell("/can-bo/ghi-tin-bao", told);
  const { matter } = await world.try(trang, (tx) => getReport(tx, ref), now);
  const [mark] = await world.try(trang, (tx) => listIdentities(tx, matter), now);
  const open = (actor: typeof minh) => world.try(actor, (tx) => openIdentity(tx, place, { id: mark?.id ?? 0, purpose: "Gọi hỏi thêm" }), now);
  expect(await open(trang)).toMatchObject({ fullName: "Giáp Thị Lành" });
  await expect(open(minh)).rejects.toMatchObject({ code: "notFound" });
});

test("a fraud that somebody tells at the counter is with the duty officer at once, and leaves the receipt alone", async () => {
  const { ref, page } = await tell("/can-bo/ghi-tin-bao/lua-dao", { channel: "phone", stage: "sending", told: "Họ bảo chuyển tiền, nhà tôi vừa chuyển", phone: "0204000778" });
  expect(page.status).toBe(200);
  const code = page.said.match(/LD-\d{6}-\d{3}/)?.[0] ?? "";
  expect(code).not.toBe("");
  for (const words of ["Giấy biên nhận tin báo", "Gọi điện", cast.minh.name]) expect(page.said).toContain(words);
  expect(page.html).not.toMatch(/vừa chuyển|0204000778/);
  expect(await traces([ref], [code])).toEqual([]);
  expect((await office.read(minh, `/can-bo/lua-dao/${ref}`)).status).toBe(403);
  const duty = await office.read(trang, `/can-bo/lua-dao/${ref}`);
  for (const words of ["nhà tôi vừa chuyển", `Cán bộ ghi giúp ${cast.minh.name}`]) expect(duty.said).toContain(words);
  const secret = await tell("/can-bo/ghi-tin-bao/lua-dao", { stage: "sent", told: "mã OTP là 483920" });
  expect([secret.page.status, secret.page.html.includes("483920")]).toEqual([422, false]);
});

test("a mistake comes back with what was typed; one sentence is enough to be received", async () => {
  const empty = await tell("/can-bo/ghi-tin-bao", { channel: "counter", account: "", place: "Sau chợ Kép" });
  expect([empty.page.status, empty.page.html.includes("Sau chợ Kép")]).toEqual([422, true]);
  expect((await tell("/can-bo/ghi-tin-bao", { account: "Có đánh nhau" })).page.status).toBe(200);
  expect((await tell("/can-bo/ghi-tin-bao", { channel: "web", account: "Có đánh nhau" })).page.status).toBe(422);
});

test("nobody is named as the receiver but the officer who stands there, and no officer reads through the door", async () => {
  const { channel: _, ...rest } = report();
  const receipt = await world.commit(minh, (tx) => writeDownReport(tx, newReference(), { channel: "counter", ...rest }), now);
  expect(readReference(receipt.publicRef)).not.toBeNull();
  const forge = (receivedBy: number | null) =>
    world.try(minh, (tx) =>
      toldToOfficer(tx, "incidents", async (inside) => {
        const { id } = (await findMatter(inside, here, { ref: receipt.publicRef })) as Matter;
        const row = { nature: "theft", openKind: false, track: null, happenedOn: null, nameRefused: false, placeSealed: null, receivedAt: now, accountSealed: Buffer.alloc(1) };
        const columns = { ...place, ...row, kind: "tip", matterId: id + 1_000_000, writtenBy: cast.door.id, receivedBy } as const;
        return await inside.db.withTables<{ incidents: typeof columns }>().insertInto("incidents").values(columns).execute();
      }),
    );
  for (const other of [cast.son.id, null]) await expect(forge(other)).rejects.toThrow(/row-level security/);
  const left = await world.try(minh, async (tx) => {
    await toldToOfficer(tx, "incidents", async () => {});
    return [await tx.db.selectFrom("matters").select("id").execute(), await tx.db.selectFrom("accounts").select("id").where("id", "=", cast.minh.id).execute()];
  });
  expect(left).toEqual([[], [{ id: cast.minh.id }]]);
  for (const stranger of [as(cast.thao), anybody])
    await expect(world.try(stranger, (tx) => toldToOfficer(tx, "incidents", async () => {}))).rejects.toMatchObject({ code: "notPermitted" });
});

test.each(["/can-bo/ghi-tin-bao", "/can-bo/ghi-tin-bao/lua-dao"])("under a reference that something of another regime bears, %s takes it like any other", async (url) => {
  const dossier = await receive(world);
  const fields = { ref: dossier.publicRef, channel: "counter", account: "Có đánh nhau ở ngã ba", stage: "sent", told: "Bị lừa mua hàng" };
  const page = await office.send(minh, url, fields);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain(dossier.publicRef);
});
