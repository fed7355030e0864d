import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import { openIdentity } from "../../kernel/identity.ts";
import { purposeField } from "../../web/opening.ts";
import { at, binh, party, son, stage } from "./mediation.stage.ts";
import { mediationRoutes } from "./routes.ts";
import { openDispute } from "./service/read.ts";
import { nameParties } from "./service/register.ts";

let world: World;
let office: OfficeSite;
let on: ReturnType<typeof stage>;
const now = at("2026-11-18T14:00");
beforeAll(async () => {
  world = await openWorld();
  on = stage(world);
  office = await officeServer(world, { routes: mediationRoutes, clock: () => now });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

const open = (ref: string) => world.try(binh, (tx) => openDispute(tx, ref), now);
const url = (ref: string) => `/can-bo/hoa-giai/${ref}/sua-nguoi`;

test("a name and a number that were heard wrong are put right on the page of the person who is open; the old ones stay in the record, sealed", async () => {
  const ref = await on.record({ parties: [party({ fullName: "Nông Văn Khoai", phone: "0204000791" }), party({ side: "sideTwo", fullName: "Lục Thị Vóc", phone: "0204000792" })] });
  const [mark] = (await open(ref)).marks;
  const id = mark?.id ?? 0;
  const page = await office.send(son, `/can-bo/hoa-giai/${ref}/nguoi`, { identity: String(id), [purposeField(id)]: "Gọi mời hòa giải" });
  for (const words of ['value="Nông Văn Khoai"', 'value="0204000791"', "Sửa tên, liên lạc ghi sai"]) expect(page.html).toContain(words);
  const right = { version: "1", identity: String(id), fullName: "Nông Văn Khoái", phone: "0204000793", address: "Tổ dân phố Kép" };
  const without = await office.send(son, url(ref), right);
  expect([without.status, without.html.includes('value="Nông Văn Khoái"')], "a reason is asked").toEqual([422, true]);
  expect(await office.send(son, url(ref), { ...right, mistake: "misheard" })).toMatchObject({ status: 303 });

  const after = await open(ref);
  expect(after.marks.map(({ role, corrects }) => [role, corrects])).toEqual([
    ["sideOne", id],
    ["sideTwo", null],
  ]);
  const named = await world.try(binh, (tx) => nameParties(tx, after.matter.id, "In văn bản hòa giải"), now);
  expect(
    named.map(({ fullName }) => fullName),
    "in the order of the sides",
  ).toEqual(["Nông Văn Khoái", "Lục Thị Vóc"]);
  const book = await office.read(son, "/can-bo/hoa-giai/so?tu=01/11/2026&den=18/11/2026");
  expect([book.html.includes("0 buổi, 2 người"), book.html.includes("3 người")], "a person who was put right is one person").toEqual([true, false]);
  const later = await office.read(son, `/can-bo/hoa-giai/${ref}`);
  expect(later.html).toContain("Bên thứ nhất · đã sửa 18/11/2026");
  const old = await world.try(binh, (tx) => openIdentity(tx, { communeId: 3, provinceId: 1 }, { id, purpose: "Xem lại điều đã ghi" }), now);
  expect(old).toMatchObject({ fullName: "Nông Văn Khoai", phone: "0204000791" });
  const { rows } = await world.asOwner((owner) => owner.query("select action, note, facts, actor_id from timeline where matter_id = $1 and action = 'correct'", [after.matter.id]));
  expect(rows).toEqual([{ action: "correct", note: "Nghe nhầm", facts: { side: "sideOne", mistake: "misheard" }, actor_id: cast.son.id }]);
});

test("a corrected number makes nobody stand in another dispute: neither the wrong one, nor who really has it", async () => {
  const mine = await on.record({ spot: "Ngõ 5", parties: [party({ phone: "0204000801" }), party({ side: "sideTwo", phone: "0204000802" })] });
  const other = await on.record({ spot: "Ngõ 6", parties: [party({ phone: "0204000801" }), party({ side: "sideTwo", phone: "0204000803" })] });
  const again = async (ref: string) => (await open(ref)).again.people.map(({ publicRef }) => publicRef);
  expect([await again(mine), await again(other)]).toEqual([[other], [mine]]);
  const { marks, matter } = await open(other);
  const identity = String(marks.find(({ role }) => role === "sideOne")?.id);
  const fields = { version: String(matter.version), identity, fullName: "Nông Văn Khoái", phone: "0204000809", mistake: "paper" };
  expect((await office.send(son, url(other), fields)).status).toBe(303);
  expect([await again(mine), await again(other)]).toEqual([[], []]);
  const twice = await office.send(son, url(other), fields);
  expect([twice.status, twice.html.includes("Không tìm thấy")], "pressed twice it is told that somebody was faster").toEqual([409, false]);
  expect((await office.send(son, url(other), { ...fields, version: String(matter.version + 1) })).status, "what was corrected already is corrected no more").toBe(404);
});

test("a person of another dispute, an officer who may open nobody, and a page that is old correct nothing", async () => {
  const [here, there] = [await on.record({ spot: "Ngõ 7" }), await on.record({ spot: "Ngõ 8" })];
  const identityOf = async (ref: string) => String((await open(ref)).marks[0]?.id);
  const fields = { version: "1", fullName: "Ai Đó", mistake: "misspelt" };
  expect((await office.send(son, url(here), { ...fields, identity: await identityOf(there) })).status).toBe(404);
  expect((await office.send(as(cast.minh), url(here), { ...fields, identity: await identityOf(here) })).status).toBe(403);
  const late = await office.send(son, url(here), { ...fields, version: "7", identity: await identityOf(here) });
  expect([late.status, late.html.includes('value="Ai Đó"')]).toEqual([409, true]);
});
