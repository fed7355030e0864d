import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { type OfficeSite, officeServer } from "../../../test/world/office-server.ts";
import type { Day } from "../../base/day.ts";
import { listDuty } from "./queries/roster.ts";
import { incidentRoutes } from "./routes.ts";
import { addShift, copyWeek, onDutyNow, removeShift } from "./service/roster.ts";
import { clash, covers, type Shift } from "./shifts.ts";

let world: World;
let office: OfficeSite;
const monday = new Date("2026-11-23T09:00:00+07:00");
beforeAll(async () => {
  world = await openWorld();
  office = await officeServer(world, { routes: incidentRoutes, clock: () => monday });
});
afterAll(async () => {
  await office.close();
  await world.close();
});

const binh = as(cast.binh);
const [trang, chief] = [cast.trang.id, cast.binh.id];
const shift = (dutyOn: string, starts = "07:30", ends = "07:30", officerId: number = trang): Shift => ({ dutyOn: dutyOn as Day, officerId, starts, ends });
const add = (given: Shift) => world.commit(binh, (tx) => addShift(tx, given), monday);
const roster = async (from: string, to: string) =>
  (await world.try(binh, (tx) => listDuty(tx, units.phuongSon.id, { from: from as Day, to: to as Day }))).map(
    ({ dutyOn, officerName, starts, ends }) => `${dutyOn} ${starts}-${ends} ${officerName}`,
  );

test.each([
  ["the same shift", shift("2026-11-23"), shift("2026-11-23"), true],
  ["one after the other", shift("2026-11-23"), shift("2026-11-24"), false],
  ["a night that reaches into the next morning", shift("2026-11-23", "19:00", "07:30"), shift("2026-11-24", "07:00", "11:00"), true],
  ["a night, and the day after its end", shift("2026-11-23", "19:00", "07:00"), shift("2026-11-24", "07:00", "19:00"), false],
  ["one within the other", shift("2026-11-23", "08:00", "17:00"), shift("2026-11-23", "12:00", "13:00"), true],
  ["two officers", shift("2026-11-23"), shift("2026-11-23", "07:30", "07:30", chief), false],
])("whether somebody would stand twice: %s", (_name, one, other, twice) => {
  expect([clash(one, other), clash(other, one)]).toEqual([twice, twice]);
});

test("a shift covers its beginning and its night, and not its end", () => {
  const at = (text: string): Date => new Date(`${text}:00+07:00`);
  const night = shift("2026-11-23", "19:00", "07:30");
  expect(["2026-11-23T18:59", "2026-11-23T19:00", "2026-11-24T03:00", "2026-11-24T07:29", "2026-11-24T07:30"].map((text) => covers(night, at(text)))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test("who began yesterday stands through the night; nobody is put on duty twice at the same time, not by two chiefs at once either", async () => {
  expect(await add(shift("2026-11-22"))).toBe(true);
  const onDuty = (text: string) => world.try(binh, (tx) => onDutyNow(tx), new Date(`${text}:00+07:00`));
  expect([await onDuty("2026-11-23T03:00"), await onDuty("2026-11-23T07:30")]).toEqual([[cast.trang.name], []]);
  expect(await add(shift("2026-11-23", "07:00", "11:00"))).toBe(false);
  const twice = await Promise.all([add(shift("2026-12-20", "08:00", "17:00")), add(shift("2026-12-20", "12:00", "20:00"))]);
  expect(twice.toSorted()).toEqual([false, true]);
});

test("a week is copied onto the next ones: what stands there stays, whoever would stand twice is named, and copied again nothing is added", async () => {
  for (const given of [shift("2027-01-04"), shift("2027-01-06", "19:00", "07:00"), shift("2027-01-08", "07:30", "07:30", chief)]) expect(await add(given)).toBe(true);
  // On the second Wednesday she has another duty.
  expect(await add(shift("2027-01-20", "13:00", "22:00"))).toBe(true);
  const copy = () => world.commit(binh, (tx) => copyWeek(tx, { from: "2027-01-04" as Day, weeks: 2 }), monday);
  const { copied, leftOut } = await copy();
  expect(copied).toBe(5);
  expect(leftOut).toMatchObject([{ dutyOn: "2027-01-20", starts: "19:00", officerName: cast.trang.name, why: "twice" }]);
  const after = [
    `2027-01-11 07:30-07:30 ${cast.trang.name}`,
    `2027-01-13 19:00-07:00 ${cast.trang.name}`,
    `2027-01-15 07:30-07:30 ${cast.binh.name}`,
    `2027-01-18 07:30-07:30 ${cast.trang.name}`,
    `2027-01-20 13:00-22:00 ${cast.trang.name}`,
    `2027-01-22 07:30-07:30 ${cast.binh.name}`,
  ];
  expect(await roster("2027-01-11", "2027-01-31")).toEqual(after);
  expect(await copy()).toMatchObject({ copied: 0, leftOut: [{ dutyOn: "2027-01-20" }] });
  expect(await roster("2027-01-11", "2027-01-31")).toEqual(after);
});

test("a shift that was taken off and is put on again stands once; that it was off stays in no list", async () => {
  const given = shift("2027-02-01");
  await add(given);
  await world.commit(binh, (tx) => removeShift(tx, given), monday);
  expect(await roster("2027-02-01", "2027-02-01")).toEqual([]);
  expect(await add({ ...given, ends: "19:30" })).toBe(true);
  expect(await roster("2027-02-01", "2027-02-01")).toEqual([`2027-02-01 07:30-19:30 ${cast.trang.name}`]);
});

test("whoever works here no longer is not copied, and only who gives out work writes the roster", async () => {
  expect(await add(shift("2027-03-01"))).toBe(true);
  await world.asOwner((owner) => owner.query("update account_grants set valid_to = '2026-11-01' where account_id = $1", [trang]));
  const { copied, leftOut } = await world.commit(binh, (tx) => copyWeek(tx, { from: "2027-03-01" as Day, weeks: 1 }), monday);
  expect([copied, leftOut.map(({ why }) => why)]).toEqual([0, ["gone"]]);
  await world.asOwner((owner) => owner.query("update account_grants set valid_to = null where account_id = $1", [trang]));
  await expect(world.commit(as(cast.trang), (tx) => addShift(tx, shift("2027-03-02")), monday)).rejects.toMatchObject({ code: "notPermitted" });
  await expect(world.commit(as(cast.trang), (tx) => removeShift(tx, shift("2027-03-02")), monday)).rejects.toMatchObject({ code: "notPermitted" });
});

test("on the page: a shift is added with its hours, refused where somebody stands already, and the week is copied with what was left out", async () => {
  const url = "/can-bo/vu-viec/lich-truc";
  const fields = { from: "2027-04-05", day: "2027-04-05", officer: String(trang), starts: "7:30", ends: "19h" };
  expect(await office.send(binh, url, fields)).toMatchObject({ status: 303, to: `${url}?tu=2027-04-05` });
  const refused = await office.send(binh, url, { ...fields, starts: "18:00", ends: "22:00" });
  expect(refused).toMatchObject({ status: 422, said: expect.stringContaining("Người này đã trực vào giờ ấy.") });
  expect(refused.html).toContain('value="18:00"');
  expect(await office.send(binh, url, { ...fields, ends: "25:00" })).toMatchObject({ status: 422 });
  expect((await office.read(as(cast.trang), `${url}?tu=2027-04-05`)).said).toContain(`${cast.trang.name}, 07:30 đến 19:00`);
  await add(shift("2027-04-12", "12:00", "14:00"));
  const done = await office.send(binh, `${url}/chep`, { from: "2027-04-05", weeks: "2" });
  for (const words of ["Đã chép 1 ca trực", "12/4/2027", "đã trực vào giờ ấy"]) expect(done.said).toContain(words);
  expect(await office.send(binh, `${url}/bo`, { from: "2027-04-05", day: "2027-04-05", officer: String(trang), starts: "07:30" })).toMatchObject({ status: 303 });
  expect((await office.read(binh, `${url}?tu=2027-04-05`)).said).not.toContain("07:30 đến 19:00");
  expect((await office.send(as(cast.trang), `${url}/chep`, { from: "2027-04-05", weeks: "1" })).status).toBe(403);
  for (const from of ["2027-02-31", "1999-01-01", "x"]) expect((await office.read(binh, `${url}?tu=${from}`)).status).toBe(200);
});
