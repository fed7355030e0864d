import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, receive, sign, thom } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { form, residentServer, said, unbuilt } from "../../../test/world/resident-server.ts";
import { headerOf, type TakenLetter, wordsOf } from "../../platform/channels/post-office.stage.ts";
import { newBrowser } from "../../platform/channels/push-service.stage.ts";
import { makeHouseFrame } from "../../shell.ts";
import { makeServer } from "../../web/server.ts";
import { openTelling, refIn, type TellingWorld } from "../subscriptions/telling.stage.ts";
import { counterRoutes } from "./routes/counter.tsx";
import { dossierRoutes } from "./routes/dossier.tsx";

const morning = at("2026-11-23T09:00:00");
let stage: TellingWorld;
let residents: FastifyInstance;
let office: FastifyInstance;
beforeAll(async () => {
  stage = await openTelling(morning);
  residents = await residentServer({ ...stage.world, house: stage.house }, { clock: () => stage.now });
  office = await makeServer({
    database: stage.world.database,
    house: stage.house,
    routes: [...counterRoutes, ...dossierRoutes],
    findOfficer: async () => ({ actor: as(cast.minh), name: cast.minh.name, rank: "", role: "counterOfficer", unitId: cast.minh.unitId, unseen: 0 }),
    frame: makeHouseFrame(stage.house, unbuilt, () => []),
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock: () => stage.now,
  });
});
afterAll(async () => {
  await office.close();
  await residents.close();
  await stage.close();
});

const signedIn = { phien: "x" };
const read = async (url: string) => said((await residents.inject({ url })).body);
const readOffice = async (url: string) => said((await office.inject({ url, cookies: signedIn })).body);
const post = (url: string, fields: Record<string, string>) => residents.inject(form(url, fields));
const lettersTo = (email: string): readonly TakenLetter[] => stage.office.letters.filter(({ to }) => to === email);
const newest = (email: string): TakenLetter => lettersTo(email).at(-1) ?? { to: email, raw: "" };
const received = () => receive(stage.world, {}, stage.now);
const signed = (matter: Awaited<ReturnType<typeof received>>) => sign(stage.world, matter, { now: stage.now });

describe("asked for at the counter", () => {
  const receiveWith = async (digits: string, email: string) => {
    const card = `024181${digits}|121212345|Hoàng Thị Nga|17081979|Nữ|Thôn Giành Cũ, Quý Sơn, Lục Ngạn, Bắc Giang|12052021`;
    const intake = String((await office.inject(form("/can-bo/tiep-nhan", { card }, signedIn))).headers.location);
    const fields = { papers: "CT01", request: "Xác nhận", termId: "inDatabase", email };
    return await office.inject(form(`${intake}/1.010041?truong-hop=standard`, fields, signedIn));
  };
  const dossierOf = (answer: Awaited<ReturnType<typeof receiveWith>>): string => String(answer.headers.location).split("?")[0] ?? "";

  test("a letter asks for the confirmation; following its link is not enough, pressing the button is", async () => {
    const dossier = dossierOf(await receiveWith("002001", "Nga.Hoang@thu.example"));
    expect(await stage.deliver()).toBe(1);
    const letter = newest("Nga.Hoang@thu.example");
    expect(letter.raw + wordsOf(letter)).not.toMatch(/Nga Hoàng|Hoàng Thị Nga|H05\.24|Giành Cũ/);
    const link = `/bao-tin/xac-nhan/${refIn(wordsOf(letter))}`;
    expect(await read(link)).toContain("Đúng, báo tin cho tôi");
    expect(await stage.rows("select 1 from subscriptions where confirmed_at is not null")).toHaveLength(0);
    expect(said((await post(link, {})).body)).toContain("Đã xác nhận");
    expect(await stage.rows("select 1 from subscriptions where confirmed_at is not null")).toHaveLength(1);
    const page = (await office.inject({ url: dossier, cookies: signedIn })).body;
    expect(page).not.toMatch(/thu\.example/i);
    expect(said(page)).toMatch(/Tiếp nhận hồ sơ.*Đã báo bà con qua email.*thư xin xác nhận địa chỉ/);
  });

  test("an address that is none stands again in its field with what is wrong beside it, and nothing is received", async () => {
    const before = await stage.rows("select 1 from dossiers");
    const answer = await receiveWith("002002", "nga@@thu");
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="nga@@thu"');
    expect(await stage.rows("select 1 from dossiers")).toHaveLength(before.length);
  });

  test("an address that takes nothing: the officer is told so on the dossier, and it is erased", async () => {
    const dossier = dossierOf(await receiveWith("002003", "gone@thu.example"));
    expect(await readOffice(dossier)).not.toContain("Không báo được");
    await stage.deliver();
    const page = await readOffice(dossier);
    expect(page).toMatch(/Không báo được cho bà con qua email.*Xin gọi điện cho bà con/);
    expect(page).toMatch(/Không báo được qua email.*thư xin xác nhận địa chỉ: địa chỉ không còn nhận tin, đã xóa/);
    expect(await stage.rows("select 1 from subscriptions where end_reason = 'gone' and address_sealed is null and address_hash is null")).toHaveLength(1);
  });

  test("a family that hands in many dossiers on one day hears of each", async () => {
    for (const digits of ["002011", "002012", "002013", "002014", "002015"]) await receiveWith(digits, "nha@thu.example");
    expect(await stage.deliver()).toBe(5);
    expect(new Set(lettersTo("nha@thu.example").map((letter) => refIn(wordsOf(letter)))).size).toBe(5);
  });
});

describe("asked for on the page of the dossier", () => {
  test("by e-mail, without a script: told once, shown to both sides, stopped by the resident, told no more", async () => {
    const matter = await received();
    const page = `/tra-cuu/${matter.publicRef}`;
    const wrong = await post(`${page}/bao-tin`, { email: "khong-phai-email" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="khong-phai-email"');
    expect((await post(`${page}/bao-tin`, { email: "lan@thu.example" })).headers.location).toBe(`${page}?bao-tin=da-gui#bao-tin`);
    expect(await read(page)).toMatch(/Đang báo qua Email l…@thu\.example \(chờ bà con bấm xác nhận trong thư\)/);
    await stage.deliver();
    await post(`/bao-tin/xac-nhan/${refIn(wordsOf(newest("lan@thu.example")))}`, {});
    await signed(matter);
    expect(await stage.deliver()).toBe(1);
    expect(headerOf(newest("lan@thu.example"), "Subject")).toContain(matter.code);
    expect(wordsOf(newest("lan@thu.example"))).not.toMatch(new RegExp(`${thom.fullName}|${matter.publicRef}|${thom.idNumber.slice(-4)}`));
    expect(await read(page)).toMatch(/Đã báo Đã báo qua Email l…@thu\.example lúc/);
    expect(await readOffice(`/can-bo/ho-so/${matter.publicRef}`)).toMatch(/Ký và ban hành kết quả.*Đã báo bà con qua email.*Ký và ban hành kết quả/);

    const [row] = await stage.rows<{ id: number }>("select id from subscriptions where matter_id = $1", [matter.id]);
    expect((await post(`${page}/bao-tin/dung`, { id: String(row?.id) })).statusCode).toBe(303);
    expect(await stage.rows("select end_reason, address_sealed, address_hash from subscriptions where matter_id = $1", [matter.id])).toEqual([
      { end_reason: "stopped", address_sealed: null, address_hash: null },
    ]);
    expect(await read(page)).not.toContain("Đang báo qua");
  });

  test("on a phone: the browser alone reads it, and an address that is no push service is refused", async () => {
    const matter = await received();
    const page = `/tra-cuu/${matter.publicRef}`;
    const phone = newBrowser(stage.service, "ok");
    const strange = await post(`${page}/bao-tin`, { ...phone.address, endpoint: "http://169.254.169.254/latest" });
    expect(strange.statusCode).toBe(422);
    expect((await post(`${page}/bao-tin`, phone.address)).headers.location).toBe(`${page}?bao-tin=da-bat#bao-tin`);
    await signed(matter);
    expect(await stage.deliver()).toBe(1);
    const message = stage.service.messages.at(-1);
    if (!message) throw new Error("no message came");
    const words = phone.read(message);
    expect(words).toContain(matter.code);
    expect(words).not.toMatch(new RegExp(`${thom.fullName}|${matter.publicRef}`));
    expect(message.body.toString("latin1")).not.toContain(matter.code);
    expect(await readOffice(`/can-bo/ho-so/${matter.publicRef}`)).toContain("Đã báo bà con qua điện thoại");
  });

  test("the button of a mail programme stops it by one post, without a page, and twice is harmless", async () => {
    const matter = await received();
    await stage.wish(matter, "mot-lan@thu.example");
    await stage.deliver();
    const stop = /<https?:\/\/[^/]+([^>]+)>/.exec(headerOf(newest("mot-lan@thu.example"), "List-Unsubscribe"))?.[1] ?? "";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    for (let i = 0; i < 2; i++) {
      expect((await residents.inject({ method: "POST", url: stop, headers, payload: "List-Unsubscribe=One-Click" })).statusCode).toBe(200);
    }
    expect(await stage.rows("select end_reason from subscriptions where matter_id = $1", [matter.id])).toEqual([{ end_reason: "stopped" }]);
  });

  test("the holder of one dossier cannot end what another is told by", async () => {
    const [mine, hers] = [await received(), await received()];
    await stage.wish(hers, "hers@thu.example");
    const [row] = await stage.rows<{ id: number }>("select id from subscriptions where matter_id = $1", [hers.id]);
    await post(`/tra-cuu/${mine.publicRef}/bao-tin/dung`, { id: String(row?.id) });
    expect(await stage.rows("select 1 from subscriptions where matter_id = $1 and ended_at is null", [hers.id])).toHaveLength(1);
    expect(await read(`/tra-cuu/${mine.publicRef}`)).not.toContain("thu.example");
  });

  test("a reference of nothing is 404, and says nothing of what there is", async () => {
    expect((await post("/tra-cuu/AAAAAAAAAAAAAAAA/bao-tin", { email: "x@thu.example" })).statusCode).toBe(404);
    expect((await residents.inject({ url: "/bao-tin/dung/AAAAAAAAAAAAAAAA" })).statusCode).toBe(404);
  });
});
