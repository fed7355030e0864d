import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { form, residentServer } from "../../../test/world/resident-server.ts";
import { anybody } from "../../kernel/actor.ts";
import { newReference } from "../../kernel/reference.ts";
import { report, teller } from "./incidents.stage.ts";
import { listAll } from "./queries/reports.ts";
import { incidentRoutes } from "./routes.ts";
import { figuresOf } from "./service/figures.ts";
import { handInReport, receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";

let world: World;
let office: OfficeSite;
let site: Awaited<ReturnType<typeof residentServer>>;
let now = new Date("2026-11-21T22:40:00+07:00");
const trang = as(cast.trang);
const binh = as(cast.binh);
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: incidentRoutes, clock: () => now });
  site = await residentServer(world, { clock: () => now });
});
afterAll(async () => {
  await office.close();
  await site.close();
  await world.close();
});

const look = (ref: string) => world.try(binh, (tx) => getReport(tx, ref), now);
const take = async (given: Parameters<typeof report>[0] = {}) => {
  const ref = newReference();
  await world.commit(trang, (tx) => receiveReport(tx, ref, report(given)), now);
  return { ref, code: (await look(ref)).matter.code };
};
/** Opens the form as a browser without scripts does. @returns a way to send it, which gives the reference of the receipt */
async function openForm() {
  const page = await site.inject({ url: "/bao-tin/gui" });
  const [, ref = ""] = page.body.match(/name="ref" value="([^"]+)"/) ?? [];
  return async (account: string): Promise<string> => {
    const answer = await site.inject(form("/bao-tin/gui", { ref, account }));
    expect(answer.statusCode).toBe(303);
    return String(answer.headers.location)
      .replace(/^.*bien-nhan\/|\?.*$/g, "")
      .replaceAll("-", "");
  };
}
const thefts = () => world.try(binh, async (tx) => (await figuresOf(tx, 2026)).natures.find(({ id }) => id === "theft")?.now?.cases ?? 0, now);

test("a resident who presses twice has reported once; with other words in the same form she has reported again", async () => {
  const send = await openForm();
  const first = await send("Mất con gà trống.");
  expect(await send("Mất con gà trống.")).toBe(first);
  const other = await send("Mất con gà trống, và cả con vịt.");
  expect(other).not.toBe(first);
  expect(await send("Mất con gà trống, và cả con vịt."), "pressed twice, the changed form is one report too").toBe(other);
  expect([(await look(first)).account, (await look(other)).account]).toEqual(["Mất con gà trống.", "Mất con gà trống, và cả con vịt."]);
  const again = await openForm();
  expect(await again("Mất con gà trống."), "somebody else in the same words is somebody else").not.toBe(first);
});

test("junk by the web is dismissed by the chief with a reason, stays in the book, and is not counted; what an officer was told never is", async () => {
  const send = await openForm();
  const junk = await send("asdf asdf");
  const { matter } = await look(junk);
  const dismiss = (ref: string, reason: string, who = binh) => office.send(who, `/can-bo/vu-viec/${ref}/lam/dismiss`, { version: "1", reason });
  expect((await dismiss(junk, "Gõ bừa", trang)).status).toBe(403);
  expect((await dismiss(junk, "")).status).toBe(422);
  expect((await dismiss(junk, "Gõ bừa")).status).toBe(303);
  expect((await look(junk)).matter).toMatchObject({ state: "dismissed", outcome: "dismissed" });
  const all = await world.try(binh, (tx) => listAll(tx, matter.communeId, { after: null, size: 100 }), now);
  expect(all.map(({ code }) => code)).toContain(matter.code);
  const others = await world.try(binh, async (tx) => (await figuresOf(tx, 2026)).natures.find(({ id }) => id === "other")?.now?.cases, now);
  expect(others, "the three reports of the test before").toBe(3);
  const { ref } = await take();
  expect((await dismiss(ref, "Không tin")).status).toBe(409);
  expect((await office.read(binh, `/can-bo/vu-viec/${ref}`)).html).not.toContain("lam/dismiss");
});

test("two who report one theft are one case, until it turns out that they are two", async () => {
  const before = await thefts();
  const [first, second] = [await take(), await take({ account: "Tôi thấy người lấy xe ở hiên nhà bà Lành." })];
  expect(await thefts()).toBe(before + 2);
  const link = (version: string, fields: Record<string, string>) =>
    office.send(trang, `/can-bo/vu-viec/${first.ref}/lam/link`, { version, code: second.code, why: "Cùng hiên nhà, cùng đêm", ...fields });
  expect((await link("1", {})).status).toBe(303);
  expect(await thefts(), "what only belongs together is two").toBe(before + 2);
  now = new Date(now.getTime() + 60_000);
  expect((await link("2", { same: "yes" })).status).toBe(303);
  expect(await thefts()).toBe(before + 1);
  expect((await office.read(binh, `/can-bo/vu-viec/${second.ref}`)).said).toContain("Cùng một vụ, tính một lần.");
  now = new Date(now.getTime() + 60_000);
  expect((await link("3", { why: "Hai chiếc xe khác nhau" })).status).toBe(303);
  expect(await thefts()).toBe(before + 2);
});

test("one who goes back to add her telephone is heard, and whoever chooses another post reports there", async () => {
  const { channel: _, ...told } = report({ teller: null, account: "Mất con gà trống." });
  const key = newReference();
  const at = (unit: { readonly id: number }) => ({ communeId: unit.id, provinceId: units.bacNinh.id });
  const send = (place: ReturnType<typeof at>, given = {}) => world.commit(anybody, (tx) => handInReport(tx, place, { ...told, ...given }, null, key), now);
  const first = await send(at(units.phuongSon));
  const withPhone = await send(at(units.phuongSon), { teller: teller() });
  const elsewhere = await send(at(units.tienLuc));
  expect(new Set([first, withPhone, elsewhere]).size).toBe(3);
  expect(await send(at(units.phuongSon))).toBe(first);
});
