import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { form, residentServer, said } from "../../../test/world/resident-server.ts";
import { parseDay } from "../../base/day.ts";
import { newReference } from "../../kernel/reference.ts";
import { kioskCookieFor } from "./routes/door.tsx";
import { writeDesk } from "./service/desks.ts";

const monday = at("2026-11-23T08:00:00");
let now = monday;
let world: World;
let server: Awaited<ReturnType<typeof residentServer>>;
let kiosk: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  server = await residentServer(world, { clock: () => now });
  await world.commit(as(cast.binh), (tx) => writeDesk(tx, { number: 1, name: "Cư trú", validFrom: parseDay("2026-11-20"), open: true, slotMinutes: 30, places: 1 }));
  const cookie = await world.try(as(cast.minh), async (tx) => kioskCookieFor(tx, { communeId: units.phuongSon.id, provinceId: 1 }), monday);
  kiosk = { [cookie.name]: cookie.value ?? "" };
});
beforeEach(() => {
  now = monday;
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const bookingForm = (given: Record<string, string> = {}) => ({
  ref: newReference(),
  post: units.phuongSon.code,
  procedure: "1.004194",
  day: "2026-11-25",
  time: "0800",
  calledBy: "chị Hoa",
  phone: "0912 345 678",
  ...given,
});

describe("asking for a time", () => {
  test("goes by links from the procedure to the day to the hour, and tells what was chosen", async () => {
    const first = (await server.inject({ url: "/dat-hen" })).body;
    expect(said(first)).toContain("Đăng ký tạm trú");
    const days = (await server.inject({ url: "/dat-hen?thu-tuc=1.004194" })).body;
    expect(said(days)).toContain("thứ Tư 25/11/2026 còn 15 chỗ");
    expect(said(days)).not.toContain("24/11/2026");
    const hours = (await server.inject({ url: "/dat-hen?thu-tuc=1.004194&ngay=2026-11-25" })).body;
    expect(said(hours)).toContain("08:00 còn 1 chỗ");
    const person = (await server.inject({ url: "/dat-hen?thu-tuc=1.004194&ngay=2026-11-25&gio=0800" })).body;
    expect(said(person)).toContain("Công an phường Phượng Sơn");
    expect(person).toContain('name="phone"');
  });

  test.each(["/dat-hen?thu-tuc=x", "/dat-hen?thu-tuc=1.004194&ngay=2026-02-30", "/dat-hen?thu-tuc=1.004194&ngay=2026-11-25&gio=9999"])(
    "an address that was made up, %s, leads to the question it leaves open",
    async (url) => {
      expect((await server.inject({ url })).statusCode).toBe(200);
    },
  );

  test("a wrong phone is told beside its field, with what was typed", async () => {
    const answer = await server.inject(form("/dat-hen", bookingForm({ phone: "12", calledBy: "bác Ba" })));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="bác Ba"');
    expect(said(answer.body)).toContain("Số điện thoại gồm 10 chữ số");
    expect((await server.inject(form("/dat-hen", bookingForm({ phone: "" })))).statusCode).toBe(422);
  });

  test("confirms, gives a file for the calendar, and cancels without a script; the log and the file name nobody", async () => {
    const fields = bookingForm({ time: "0900" });
    const booked = await server.inject(form("/dat-hen", fields));
    expect(booked).toMatchObject({ statusCode: 303, headers: { location: `/dat-hen/${fields.ref}` } });
    const page = (await server.inject({ url: `/dat-hen/${fields.ref}` })).body;
    expect(said(page)).toMatch(/09:00, thứ Tư 25\/11\/2026.*chị Hoa.*số cuối 5678/);
    expect(page).not.toContain("0912");
    const file = await server.inject({ url: `/dat-hen/${fields.ref}/lich.ics` });
    expect(file.headers["content-type"]).toContain("text/calendar");
    expect(file.body).toContain("DTSTART:20261125T020000Z");
    expect(file.body).toContain("DTEND:20261125T023000Z");
    expect(file.body).not.toMatch(/Hoa|5678/);
    const cancelled = await server.inject(form(`/dat-hen/${fields.ref}/huy`, {}));
    expect(cancelled.statusCode).toBe(303);
    expect(said((await server.inject({ url: `/dat-hen/${fields.ref}` })).body)).toContain("Cuộc hẹn đã hủy");
    expect((await server.inject({ url: `/dat-hen/${fields.ref}/lich.ics` })).statusCode).toBe(404);
  });

  test("once the time has begun there is nothing to cancel any more", async () => {
    const fields = bookingForm({ time: "1030" });
    await server.inject(form("/dat-hen", fields));
    now = at("2026-11-25T10:30:00");
    expect((await server.inject(form(`/dat-hen/${fields.ref}/huy`, {}))).statusCode).toBe(409);
    expect(said((await server.inject({ url: `/dat-hen/${fields.ref}` })).body)).toContain("Cuộc hẹn đã qua");
  });

  test("the second for the last place is told what is near, each a link", async () => {
    await server.inject(form("/dat-hen", bookingForm({ time: "1400", phone: "0911111111" })));
    const second = await server.inject(form("/dat-hen", bookingForm({ time: "1400", phone: "0922222222" })));
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain("/dat-hen?thu-tuc=1.004194&amp;ngay=2026-11-25&amp;gio=1430");
  });

  test.each([{ post: "06427" }, { post: "x" }, { time: "xx" }, { day: "never" }, { ref: "short" }, { procedure: "9.9" }])(
    "a form that was tampered with, %j, is refused",
    async (given) => {
      expect((await server.inject(form("/dat-hen", bookingForm(given)))).statusCode).toBe(422);
    },
  );

  test("an unknown reference opens nothing", async () => {
    for (const ref of ["3467-9CDF-GHJK-MNPQ", "x", "%F0%9F"]) expect([400, 404]).toContain((await server.inject({ url: `/dat-hen/${ref}` })).statusCode);
    const answer = await server.inject(form("/dat-hen", { step: "find", ref: "xyz" }));
    expect(answer.statusCode).toBe(422);
    expect(said(answer.body)).toContain("Mã hẹn gồm mười sáu chữ và số");
  });
});

describe("the machine at the door", () => {
  test.each([{}, { "lay-so": "3.2026-12-23.xxx" }, { "lay-so": `3.2030-01-01.${"A".repeat(43)}` }])("gives no number to a device that no officer opened: %j", async (cookies) => {
    expect(said((await server.inject({ url: "/lay-so", cookies })).body)).toContain("Lấy số ở cửa trụ sở");
    await server.inject(form("/lay-so", { ref: newReference() }, cookies));
    const { rows } = await world.asOwner((client) => client.query("select count(*)::int as count from tickets"));
    expect(rows).toEqual([{ count: 0 }]);
  });

  test("is open for thirty days", async () => {
    now = at("2026-12-24T08:00:00");
    expect(said((await server.inject({ url: "/lay-so", cookies: kiosk })).body)).toContain("Lấy số ở cửa trụ sở");
  });

  test("gives a number that says nothing about who holds it, and follows it", async () => {
    const ref = newReference();
    const answer = await server.inject(form("/lay-so", { ref, priority: "elderly" }, kiosk));
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/lay-so/${ref}` } });
    const text = said((await server.inject({ url: `/lay-so/${ref}` })).body);
    expect(text).toMatch(/001 Ưu tiên Đang chờ/);
    const { rows } = await world.asOwner((client) => client.query("select to_jsonb(t) as ticket from tickets t"));
    expect(JSON.stringify(rows)).not.toContain("elderly");
    expect((await server.inject(form("/lay-so", { ref: newReference(), priority: "rich" }, kiosk))).statusCode).toBe(422);
    expect((await server.inject({ url: "/lay-so/3467-9CDF-GHJK-MNPQ" })).statusCode).toBe(404);
  });

  test("checks an appointment in by the reference or the last four digits, once", async () => {
    const fields = bookingForm({ day: "2026-11-26", time: "0800", phone: "0933334444" });
    const other = bookingForm({ day: "2026-11-26", time: "0830", phone: "0955554444" });
    await server.inject(form("/dat-hen", fields));
    await server.inject(form("/dat-hen", other));
    now = at("2026-11-26T07:50:00");
    const checkIn = (who: string) => server.inject(form("/lay-so/nhan-hen", { who }, kiosk));
    expect(said((await checkIn("4444")).body)).toContain("Có nhiều cuộc hẹn cùng bốn số này");
    expect(said((await checkIn("9999")).body)).toContain("Hôm nay không có cuộc hẹn nào như vậy");
    expect(said((await checkIn("")).body)).toContain("Xin gõ mã hẹn");
    expect(await checkIn(fields.ref)).toMatchObject({ statusCode: 303, headers: { location: `/lay-so/${fields.ref}` } });
    expect(await checkIn(fields.ref)).toMatchObject({ statusCode: 303 });
    expect(await checkIn("4444")).toMatchObject({ statusCode: 303, headers: { location: `/lay-so/${other.ref}` } });
    expect(said((await server.inject({ url: `/lay-so/${fields.ref}` })).body)).toContain("Hẹn lúc 08:00");
    const { rows } = await world.asOwner((client) => client.query("select count(*)::int as count from tickets where day = '2026-11-26'"));
    expect(rows).toEqual([{ count: 2 }]);
  });
});

describe("the screen", () => {
  test("shows numbers only, and asks anew by itself where there is no script", async () => {
    const { body } = await server.inject({ url: `/man-hinh/${units.phuongSon.code}` });
    expect(body).toContain('<noscript><meta http-equiv="refresh" content="10"');
    expect(body).not.toMatch(/Hoa|5678/);
    expect((await server.inject({ url: "/man-hinh/99999" })).statusCode).toBe(404);
    expect((await server.inject({ url: "/man-hinh/99999/thay-doi" })).statusCode).toBe(404);
  });
});
